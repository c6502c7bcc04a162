"""What the report says: every entry, why it is there, what it rests on, in two languages."""

from dataclasses import replace
from datetime import date

import pytest

from db.rows.dossier import DossierChoices, DossierGap, DossierStage, DossierStatus
from desktop.reports.agreements import grouped
from desktop.reports.pages import report
from desktop.reports.questions import gaps
from desktop.reports.typeset import typeset
from desktop.reports.wording import Wording
from tests.reports import dossiers
from tests.reports.azerbaijan_agreements import AGREEMENTS, LONG_RUSSIAN_TITLE
from tests.reports.conftest import PRINTED_ON, read, text_of

RUSSIAN = DossierChoices(
    country="AZ",
    language="ru",
    period_from="2001",
    period_to="2023",
    tags=("здравоохранение",),
    only_new=True,
    since="2026-03-12",
)


@pytest.fixture(scope="module")
def words(azerbaijan_pdf: bytes) -> str:
    return text_of(azerbaijan_pdf)


@pytest.fixture(scope="module")
def russian_words() -> str:
    return text_of(typeset(dossiers.azerbaijan(RUSSIAN), printed_on=PRINTED_ON))


def test_every_entry_stands_with_its_reference(words: str) -> None:
    dossier = dossiers.azerbaijan()
    for entry in (*dossier.agreements, *dossier.meetings):
        assert f"{entry.reference} {entry.title}" in words
    for participant in dossier.participants:
        assert f"{participant.reference} {participant.name}" in words


def test_every_source_stands_with_its_number_and_reference(words: str) -> None:
    for source in dossiers.azerbaijan().sources:
        assert f"[{source.number}] {source.title} {source.reference}" in words


def test_signatories_stand_with_the_post_they_held_and_whom_they_signed_for(words: str) -> None:
    assert (
        "signed by Teymur Musayev, Minister of Health (acting), for Ministry of Health of "
        "Azerbaijan [1] Mikhail Murashko, Minister of Health, for Ministry of Health of Russia [1]"
    ) in words


def test_an_unnamed_holder_stands_with_the_post_first(words: str) -> None:
    assert (
        "initialled by Deputy Minister of Health, Ministry of Health, Russia, not named"
    ) in words


def test_a_delegation_stands_with_its_number(words: str) -> None:
    assert "Azerbaijan, delegation, 12 persons" in words


def test_each_entry_says_why_it_is_there(words: str) -> None:
    assert "in this report as party: Ministry of Health · source [1]" in words
    assert "in this report as through its people: Ali Asadov · source [3]" in words
    assert "in this report as named only in a source · source [2]" in words


def test_what_is_inferred_has_a_question_mark_its_reason_and_the_quoted_words(words: str) -> None:
    assert "signed 20 May 2021?, Moscow [4]" in words
    assert (
        "date: 2021?, inferred, the period covered begins in 2021 and the source gives no day, "
        "“Health Ministries for 2021-2024” [1]"
    ) in words


def test_a_party_named_otherwise_in_the_source_shows_both_names(words: str) -> None:
    assert (
        "Federal Customs Service?, Russia, in the source “States Customs Committees” [4]"
    ) in words


def test_lineage_stands_on_both_agreements(words: str) -> None:
    assert "implements A-0008" in words
    assert "implemented by A-0012" in words
    assert "updated by A-0011 Updated agreement on healthcare and medical science?" in words


def test_in_force_is_said_of_each_agreement_and_never_follows_from_signing(words: str) -> None:
    assert words.count("in force not known") == len(AGREEMENTS)


def test_an_ended_period_and_a_tally_are_told(words: str) -> None:
    assert "covers 2021–2024, ended" in words
    assert "6 documents signed, 6 of 6 catalogued [4]" in words
    assert "about 200,000 doses of vaccine, delivered" in words


def test_a_meeting_shows_number_time_place_and_what_was_signed(words: str) -> None:
    assert "number no. 37, written “XXXVII” when 7–8 December 2024" in words
    assert "co-chaired by Shahin Mustafayev, Deputy Prime Minister, Azerbaijan [3]" in words
    assert "signed here A-0014 Protocol on customs control results, 20 May 2021" in words
    assert "planned forum" in words


def test_disagreements_show_each_source_and_the_ruling(words: str) -> None:
    assert "[3] “More than 70 regions” [4] more than 80 entities" in words
    assert "[4] more than 80 entities, reported at second hand, according to Ali Asadov" in words
    assert "held by the catalogue both kept: two years lie between them" in words


def test_each_entry_stands_once_with_all_that_is_missing_of_it(words: str) -> None:
    missing = words[words.index("What is missing") :]
    assert "A-0009 Agreement on healthcare, 2001 entry into force" in missing
    assert "A-0008 Protocol of the 19th meeting signatories" in missing
    assert "O-0003 Meetings of the commission not catalogued: no. 20" in missing
    assert "M-0004 21st meeting agreements of regions – 0 of 12 catalogued" in missing
    assert "M-0009 37th meeting name: Minister of Health" in missing


def test_what_is_missing_of_one_entry_is_gathered_in_the_order_of_the_report() -> None:
    lacking = [
        DossierGap(kind="date", reference="M-1", title="Talks"),
        DossierGap(kind="date", reference="A-1", title="Pact"),
        DossierGap(kind="evidence", reference="A-1", title="Pact", detail="2"),
    ]
    found = gaps(Wording("ru"), lacking, ["A-1", "M-1"])
    words = {each["reference"]: "".join(run["text"] for run in each["missing"]) for each in found}
    assert list(words) == ["A-1", "M-1"]
    assert words["A-1"] == "дата; подтверждения: 2\u00a0значения"


def test_the_cover_names_the_country_in_all_its_forms_and_counts(words: str) -> None:
    assert "Azerbaijan Азербайджан · Azərbaycan · Әзірбайжан" in words
    assert "5 4 3 4 agreements meetings participants sources" in words


def test_the_chronology_holds_each_act_in_order(words: str) -> None:
    told = words[words.index("1 of ") : words.index("Signed A-0008")]
    assert told.index("2001") < told.index("27 April 2021") < told.index("20 May 2021")
    assert told.index("2024") < told.index("undated initialled")


def test_the_russian_apparatus_words_choices_sections_and_roles(russian_words: str) -> None:
    for phrase in (
        "ОТЧЁТ ПО СТРАНЕ",
        "Период: 2001–2023 гг.",
        "Темы: здравоохранение.",
        "Только новое или изменённое после отчёта от 12 марта 2026 г.",
        "подписали Teymur Musayev",
        "в силе неизвестно",
        "в отчёте — сторона: Ministry of Health",
        "около 200 000 doses",
        "Чего недостаёт",
        "2 из ",
    ):
        assert phrase in russian_words


def test_the_russian_report_holds_no_english_apparatus(russian_words: str) -> None:
    for phrase in ("signed by", "in force", "Sources", "not stated", "in this report"):
        assert phrase not in russian_words


def test_new_and_changed_entries_are_marked() -> None:
    marked = (replace(AGREEMENTS[0], news="new"), replace(AGREEMENTS[1], news="changed"))
    text = text_of(typeset(dossiers.azerbaijan(agreements=marked), printed_on=PRINTED_ON))
    assert "new · agreement" in text
    assert "changed · protocol № 19" in text


@pytest.mark.parametrize(
    ("choices", "sentence"),
    [
        (DossierChoices(country="AZ"), "The catalogue holds nothing about Azerbaijan."),
        (
            DossierChoices(country="AZ", period_from="2030"),
            "The catalogue holds nothing about Azerbaijan that answers these choices.",
        ),
        (
            DossierChoices(country="AZ", only_new=True, since="2026-03-12"),
            "Nothing about Azerbaijan is new or changed since the report of 12 March 2026.",
        ),
        (
            DossierChoices(country="AZ", language="ru"),
            "Азербайджан: сведений в каталоге нет.",
        ),
    ],
)
def test_an_empty_report_says_so_on_one_page(choices: DossierChoices, sentence: str) -> None:
    pdf = typeset(dossiers.empty(choices), printed_on=PRINTED_ON)
    assert sentence in text_of(pdf)
    assert len(read(pdf).pages) == 1


def test_a_country_without_a_given_name_is_called_by_cldr() -> None:
    dossier = replace(dossiers.empty(), country="KZ", names=())
    assert report(dossier, PRINTED_ON)["country"] == "Kazakhstan"


def test_a_number_stays_by_its_sign() -> None:
    entry = replace(AGREEMENTS[0], title="Протокол № 5")
    printed = report(dossiers.azerbaijan(agreements=(entry,)), PRINTED_ON)
    agreements = printed["sections"][1]["items"][0]["entries"]
    assert agreements[0]["title"]["text"] == "Протокол №\u00a05"


def test_agreements_are_grouped_by_latest_stage_and_keep_their_order_within() -> None:
    kinds = ("signed", "unheard_of", "in_force", "", "signed")
    items = tuple(
        replace(AGREEMENTS[0], reference=f"A-{n}", status=DossierStatus(latest_stage=kind))
        for n, kind in enumerate(kinds)
    )
    found = [(kind, [item.reference for item in group]) for kind, group in grouped(items)]
    assert found == [
        ("in_force", ["A-2"]),
        ("signed", ["A-0", "A-4"]),
        ("", ["A-3"]),
        ("unheard_of", ["A-1"]),
    ]


def test_a_reference_met_twice_is_led_to_once() -> None:
    twice = (AGREEMENTS[0], AGREEMENTS[0])
    printed = report(dossiers.azerbaijan(agreements=twice), PRINTED_ON)
    entries = printed["sections"][1]["items"][0]["entries"]
    assert [entry["anchor"] for entry in entries] == ["A-0009", ""]
    assert typeset(dossiers.azerbaijan(agreements=twice), printed_on=PRINTED_ON)


def test_text_that_is_no_date_is_printed_as_it_stands() -> None:
    stages = (DossierStage(kind="signed", date="some day"),)
    entry = replace(AGREEMENTS[0], stages=stages)
    pdf = typeset(dossiers.azerbaijan(agreements=(entry,)), printed_on=date(2026, 1, 1))
    assert "signed some day" in text_of(pdf)


def test_titles_of_two_lines_stand_whole_in_chronology_and_contents() -> None:
    title = (
        "Final record of the 21st meeting of the Intergovernmental Commission on Economic "
        "Cooperation between the Russian Federation and the Republic of Azerbaijan"
    )
    item = replace(AGREEMENTS[0], title=title)
    printed = report(dossiers.azerbaijan(agreements=(item,)), PRINTED_ON)
    years, groups, *_ = (section["items"] for section in printed["sections"])
    assert groups[0]["entries"][0]["short"]["text"] == title
    assert title in [event["title"]["text"] for year in years for event in year["events"]]


def test_a_longer_title_is_cut_after_a_word_in_lists_alone() -> None:
    item = replace(AGREEMENTS[0], title=LONG_RUSSIAN_TITLE)
    printed = report(dossiers.azerbaijan(agreements=(item,)), PRINTED_ON)
    entry = printed["sections"][1]["items"][0]["entries"][0]
    kept, mark, rest = " ".join(entry["short"]["text"].split()).partition("…")
    assert (mark, rest) == ("…", "")
    assert LONG_RUSSIAN_TITLE.startswith(f"{kept} ")
    assert " ".join(entry["title"]["text"].split()) == LONG_RUSSIAN_TITLE


def test_a_page_tells_the_catalogue_and_the_day_of_its_state() -> None:
    state = "as catalogued on 22\u00a0November 2026"
    foot = report(dossiers.azerbaijan(), PRINTED_ON)["foot"]
    assert foot == f"Catalogue of international cooperation · {state}"
    nameless = replace(dossiers.azerbaijan(), catalogue_title="")
    assert report(nameless, PRINTED_ON)["foot"] == state


def test_an_unknown_code_is_spelt_out() -> None:
    assert Wording("ru").word("stage", "put_on_ice") == "put on ice"
