"""The agreements of a dossier: acts, roles, lineage, counts and titles."""

from datetime import date

from db.catalogue import Catalogue
from db.rows.dossier import DossierAgreement, DossierRelation, DossierStage
from db.rows.faces import Target
from db.terms import How, LinkKind, NameKind, Presence, StageKind
from tests.factories import (
    make_agreement,
    make_body,
    make_claim,
    make_country,
    make_figure,
    make_link,
    make_meeting,
    make_name,
    make_person,
    make_place,
    make_post,
    make_source,
    make_stage,
    reference_of,
    trash,
)
from tests.queries.dossiers import dossier


def _only(catalogue: Catalogue, title: str = "Agreement on health") -> DossierAgreement:
    return next(row for row in dossier(catalogue).agreements if row.title == title)


def _relations(row: DossierAgreement) -> list[tuple[str, bool, str]]:
    return [(other.kind, other.inverse, other.title) for other in row.relations]


def test_an_act_tells_when_where_at_which_meeting_and_by_whom(catalogue: Catalogue) -> None:
    country = make_country(catalogue)
    agreement = make_agreement(catalogue, parties=[country])
    baku = make_place(catalogue, "Baku")
    talks = make_meeting(catalogue, "Talks", start="2021-05-20")
    make_stage(
        catalogue,
        agreement,
        StageKind.RATIFIED,
        date="2021-06",
        place_id=baku,
        meeting_id=talks,
        party_id=country,
        note="by law",
    )
    assert _only(catalogue).stages == (
        DossierStage(
            kind="ratified",
            date="2021-06",
            place="Baku",
            meeting=DossierRelation(
                kind="ratified",
                reference=reference_of(catalogue, talks),
                title="Talks",
                date="2021-05-20",
            ),
            by="Azerbaijan",
            note="by law",
        ),
    )


def test_signatories_stand_on_their_act_with_post_and_whom_they_act_for(
    catalogue: Catalogue,
) -> None:
    ministry = make_body(catalogue, "Ministry of Health", country="AZ")
    agreement = make_agreement(catalogue, parties=[ministry])
    drafted = make_stage(catalogue, agreement, StageKind.INITIALLED)
    signed = make_stage(catalogue, agreement, StageKind.SIGNED, date="2021-05-20")
    post = make_post(catalogue, "Minister of Health", "Министр здравоохранения")
    person = make_person(catalogue, "Teymur Musayev")
    make_link(
        catalogue,
        LinkKind.SIGNATORY,
        agreement,
        person,
        on_behalf_of_id=ministry,
        stage_id=signed,
        post_as="acting Health Minister",
        post_id=post,
        acting=True,
        named_as="T. Musayev",
    )
    make_link(
        catalogue,
        LinkKind.INITIALLED_BY,
        agreement,
        make_country(catalogue, "RU"),
        stage_id=drafted,
        presence=Presence.UNNAMED,
        post_as="deputy minister",
    )
    row = _only(catalogue)
    initialled, signing = row.stages
    (unnamed,), (signatory,) = initialled.links, signing.links
    assert (unnamed.name, unnamed.post, unnamed.presence) == (
        "Russia",
        "deputy minister",
        "unnamed",
    )
    assert (signatory.post, signatory.acting) == ("Minister of Health", True)
    assert (signatory.on_behalf_of, signatory.country) == ("Ministry of Health", "AZ")
    assert signatory.named_as == "T. Musayev"
    assert [link.role for link in row.links] == ["party"]
    russian = dossier(catalogue, language="ru").agreements[0].stages[1].links[0]
    assert russian.post == "Министр здравоохранения"


def test_a_signatory_without_a_stage_stands_among_the_other_roles(catalogue: Catalogue) -> None:
    agreement = make_agreement(catalogue, parties=[make_country(catalogue)])
    make_link(catalogue, LinkKind.SIGNATORY, agreement, make_person(catalogue))
    assert [link.role for link in _only(catalogue).links] == ["party", "signatory"]


def test_the_country_of_a_body_is_printed_only_where_its_name_does_not_say_it(
    catalogue: Catalogue,
) -> None:
    parties = [
        make_country(catalogue, "AZ"),
        make_body(catalogue, "Ministry of Health", country="AZ"),
        make_body(catalogue, "Ministry of Health of Azerbaijan", country="AZ"),
        make_body(catalogue, "Министерство культуры Азербайджана", country="AZ"),
        make_body(catalogue, "Russian Export Center", country="RU"),
    ]
    make_agreement(catalogue, parties=parties)
    assert [link.country for link in _only(catalogue).links] == ["", "AZ", "", "", ""]


def test_lineage_is_told_in_both_directions(catalogue: Catalogue) -> None:
    parties = [make_country(catalogue)]
    roadmap = make_agreement(catalogue, "Roadmap", parties=parties)
    protocol = make_agreement(catalogue, "Protocol", parties=parties)
    first = make_agreement(catalogue, "First", parties=parties)
    commission = make_body(catalogue, "Commission")
    session = make_meeting(catalogue, "Session", start="2021-04")
    make_link(catalogue, LinkKind.BASED_ON, roadmap, first)
    make_link(catalogue, LinkKind.IMPLEMENTS, roadmap, protocol)
    make_link(catalogue, LinkKind.GOVERNED_BY, roadmap, commission)
    make_link(catalogue, LinkKind.APPROVED_AT, roadmap, session)
    make_link(catalogue, LinkKind.RELATED_TO, first, roadmap)
    assert _relations(_only(catalogue, "Roadmap")) == [
        ("implements", False, "Protocol"),
        ("based_on", False, "First"),
        ("related_to", False, "First"),
        ("approved_at", False, "Session"),
        ("governed_by", False, "Commission"),
    ]
    assert _relations(_only(catalogue, "Protocol")) == [("implements", True, "Roadmap")]
    assert _relations(_only(catalogue, "First")) == [
        ("based_on", True, "Roadmap"),
        ("related_to", True, "Roadmap"),
    ]


def test_what_is_only_inferred_is_doubtful(catalogue: Catalogue) -> None:
    parties = [make_country(catalogue)]
    new = make_agreement(catalogue, "New", parties=parties)
    old = make_agreement(catalogue, "Old", parties=parties, signed="2001")
    link = make_link(catalogue, LinkKind.UPDATES, new, old)
    source = make_source(catalogue, "A renewed agreement.")
    inferred = {"how": How.INFERRED, "reason": "No other fits."}
    make_claim(catalogue, Target("link", link), source, **inferred)  # type: ignore[arg-type]
    assert [other.doubtful for other in _only(catalogue, "New").relations] == [True]
    make_claim(catalogue, Target("link", link), source, "renewed")
    assert [other.doubtful for other in _only(catalogue, "New").relations] == [False]


def test_a_date_that_is_only_inferred_marks_its_act(catalogue: Catalogue) -> None:
    agreement = make_agreement(catalogue, parties=[make_country(catalogue)])
    stage = make_stage(catalogue, agreement, StageKind.SIGNED, date="2021?")
    source = make_source(catalogue, "They have signed it.")
    make_claim(catalogue, Target("stage", stage), source, "have signed")
    assert not _only(catalogue).stages[0].inferred
    make_claim(
        catalogue,
        Target("stage", stage, "date"),
        source,
        how=How.INFERRED,
        reason="It covers 2021.",
    )
    assert _only(catalogue).stages[0].inferred


def test_an_agreement_tells_which_counts_it_is_one_of(catalogue: Catalogue) -> None:
    parties = [make_country(catalogue)]
    found = [make_agreement(catalogue, title, parties=parties) for title in ("One", "Two", "Gone")]
    talks = make_meeting(catalogue, "Talks")
    make_figure(catalogue, talks, "6", unit="documents signed", members=found)
    trash(catalogue, found[2])
    (figure,) = _only(catalogue, "One").figures
    assert (figure.number, figure.unit, figure.found) == ("6", "documents signed", 2)


def test_a_figure_that_is_no_count_has_nothing_found(catalogue: Catalogue) -> None:
    agreement = make_agreement(catalogue, parties=[make_country(catalogue)])
    make_figure(catalogue, agreement, "300,000", unit="doses")
    (figure,) = _only(catalogue).figures
    assert (figure.number, figure.found) == ("300000", None)


def test_the_title_is_in_the_language_of_the_report_where_there_is_one(
    catalogue: Catalogue,
) -> None:
    agreement = make_agreement(catalogue, "Agreement", parties=[make_country(catalogue)])
    make_name(catalogue, agreement, "Вариант", kind=NameKind.VARIANT)
    assert dossier(catalogue, language="ru").agreements[0].title == "Agreement"
    make_name(catalogue, agreement, "Соглашение", kind=NameKind.TRANSLATION)
    russian, english = (dossier(catalogue, language=code).agreements[0] for code in ("ru", "en"))
    assert (russian.title, russian.language) == ("Соглашение", "ru")
    assert russian.other_titles == (("en", "Agreement"), ("ru", "Вариант"))
    assert (english.title, english.language) == ("Agreement", "en")
    assert english.other_titles == (("ru", "Вариант"), ("ru", "Соглашение"))


def test_people_are_called_by_a_transliteration_where_nothing_better_is_there(
    catalogue: Catalogue,
) -> None:
    person = make_person(catalogue, "Андрей Плутницкий")
    make_name(catalogue, person, "Andrei Plutnitsky", kind=NameKind.TRANSLITERATION, language="en")
    agreement = make_agreement(catalogue, parties=[make_country(catalogue)])
    make_link(catalogue, LinkKind.DRAFTED_BY, agreement, person)
    assert _only(catalogue).links[1].name == "Andrei Plutnitsky"


def test_agreements_come_by_stage_then_date_and_undated_last(catalogue: Catalogue) -> None:
    parties = [make_country(catalogue)]
    make_agreement(catalogue, "Undated", parties=parties, signed="")
    late = make_agreement(catalogue, "Late", parties=parties, signed="2021-05-20")
    make_agreement(catalogue, "Early", parties=parties, signed="2001?")
    binding = make_agreement(catalogue, "Binding", parties=parties, signed="2022")
    make_stage(catalogue, binding, StageKind.IN_FORCE, date="2022-07-01")
    draft = make_agreement(catalogue, "Draft", parties=parties)
    make_stage(catalogue, draft, StageKind.INITIALLED)
    titles = [row.title for row in dossier(catalogue).agreements]
    assert titles == ["Binding", "Early", "Late", "Draft", "Undated"]
    assert late


def test_in_force_is_judged_on_the_day_of_the_dossier(catalogue: Catalogue) -> None:
    agreement = make_agreement(catalogue, parties=[make_country(catalogue)], signed="2021-05-20")
    make_stage(catalogue, agreement, StageKind.IN_FORCE, date="2022-07-01")
    make_stage(catalogue, agreement, StageKind.TERMINATED, date="2024-01-01")
    days = (date(2020, 1, 1), date(2022, 6, 30), date(2023, 1, 1), date(2025, 1, 1))
    found = [dossier(catalogue, as_of=day).agreements[0].status for day in days]
    assert [status.in_force for status in found] == ["no", "no", "yes", "no"]
    assert [status.latest_stage for status in found] == ["", "signed", "in_force", "terminated"]


def test_somebody_in_the_trash_is_named_by_the_words_of_the_source_or_left_out(
    catalogue: Catalogue,
) -> None:
    first, second = make_person(catalogue, "Known"), make_person(catalogue, "Unknown")
    agreement = make_agreement(catalogue, parties=[make_country(catalogue)])
    make_link(catalogue, LinkKind.DRAFTED_BY, agreement, first, named_as="K. Nown")
    make_link(catalogue, LinkKind.DRAFTED_BY, agreement, second)
    trash(catalogue, first, second)
    names = [(link.name, link.reference) for link in _only(catalogue).links]
    assert names[1:] == [("K. Nown", "")]


def test_relations_to_the_trash_are_left_out(catalogue: Catalogue) -> None:
    agreement = make_agreement(catalogue, parties=[make_country(catalogue)])
    other, talks = make_agreement(catalogue, "Other"), make_meeting(catalogue)
    make_stage(catalogue, agreement, StageKind.SIGNED, meeting_id=talks)
    make_link(catalogue, LinkKind.REPLACES, agreement, other)
    trash(catalogue, other, talks)
    row = _only(catalogue)
    assert row.relations == ()
    assert row.stages[0].meeting is None


def test_the_source_that_holds_the_text_is_a_relation_and_cited(catalogue: Catalogue) -> None:
    agreement = make_agreement(catalogue, parties=[make_country(catalogue)])
    source = make_source(catalogue, "The text.", title="Text")
    make_link(catalogue, LinkKind.TEXT_OF, source, agreement)
    (relation,) = _only(catalogue).relations
    assert (relation.kind, relation.inverse, relation.citations) == ("text_of", True, (1,))
    assert [row.title for row in dossier(catalogue).sources] == ["Text"]
