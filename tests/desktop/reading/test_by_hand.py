"""Cards made of selected words: the title, and what their sentence says of them."""

import pytest

from db.rows.suggestions import LineKind, Suggestion
from db.terms import EntryKind, LinkKind
from desktop.reading.by_hand import (
    date_by_hand,
    figure_by_hand,
    quotation_by_hand,
    suggest_by_hand,
    title_of,
)
from desktop.reading.records import Records
from desktop.reading.release import read_release

TEXT = """Health ministers in Riga

On 4 June 2024 in Riga the Minister of Health of Latvia, Anna Kalnina, signed the accord on \
ambulances with the Ministry of Health of Estonia. The third round of the Baltic breakfast was \
attended by 1,250 guests. “We shall carry on,” Anna Kalnina said.
"""


@pytest.fixture(scope="module")
def records() -> Records:
    return read_release(TEXT)


def _made(records: Records, kind: EntryKind, words: str) -> Suggestion:
    start = TEXT.index(words)
    return suggest_by_hand(records, kind, start, start + len(words))


def _links(suggestion: Suggestion, kind: LinkKind) -> list[str]:
    return [line.other for line in suggestion.lines if line.name == kind]


def test_an_agreement_takes_the_act_the_date_and_the_people_of_its_sentence(
    records: Records,
) -> None:
    made = _made(records, EntryKind.AGREEMENT, "accord on ambulances")
    assert made.title == "Accord on ambulances"
    (stage,) = [line for line in made.lines if line.kind == LineKind.STAGE]
    assert (stage.name, stage.value) == ("signed", "2024-06-04")
    people = {one.key for one in records.people}
    assert set(_links(made, LinkKind.SIGNATORY)) == people


def test_a_meeting_takes_date_and_people_of_its_sentence_alone(records: Records) -> None:
    made = _made(records, EntryKind.MEETING, "third round of the Baltic breakfast")
    assert not [line for line in made.lines if line.name == "start"]
    assert _links(made, LinkKind.ATTENDEE) == []


def test_a_person_has_the_post_that_was_read(records: Records) -> None:
    made = _made(records, EntryKind.PERSON, "Anna Kalnina")
    (line,) = made.lines
    assert (line.name, line.other) == (LinkKind.HOLDS_POST, "place:LV")
    assert line.post_as.startswith("Minister of Health")


def test_a_body_is_of_the_country_it_names(records: Records) -> None:
    made = _made(records, EntryKind.ORGANISATION, "Ministry of Health of Estonia")
    kinds = [line.value for line in made.lines if line.name == "organisation_kind"]
    assert kinds == ["ministry"]
    assert _links(made, LinkKind.OF_COUNTRY) == ["place:EE"]


def test_a_country_is_known_by_its_code_and_a_city_is_a_city(records: Records) -> None:
    country = _made(records, EntryKind.PLACE, "Latvia")
    assert (country.code, country.lines) == ("LV", ())
    city = _made(records, EntryKind.PLACE, "Riga")
    assert (city.code, city.title) == ("", "Riga")
    assert [line.value for line in city.lines] == ["city"]


def test_russian_names_come_back_in_the_nominative() -> None:
    text = "Переговоры с Михаилом Мурашко прошли в Минске."
    records = read_release(text)
    start = text.index("Михаилом")
    made = suggest_by_hand(records, EntryKind.PERSON, start, start + len("Михаилом Мурашко"))
    assert made.title == "Михаил Мурашко"


def test_the_key_is_that_of_the_words(records: Records) -> None:
    one = _made(records, EntryKind.PERSON, "Anna Kalnina")
    assert one.key == _made(records, EntryKind.PERSON, "Anna Kalnina").key
    assert one.key != _made(records, EntryKind.ORGANISATION, "Anna Kalnina").key
    assert one.key.startswith("hand:")


def test_a_date_is_found_in_the_words_or_there_is_none(records: Records) -> None:
    start = TEXT.index("On 4 June")
    found = date_by_hand(records, start, start + 20)
    assert found is not None
    assert found.edtf == "2024-06-04"
    assert TEXT[found.start : found.end] == "4 June 2024"
    start = TEXT.index("ambulances")
    assert date_by_hand(records, start, start + 10) is None


def test_a_figure_has_its_number_and_unit(records: Records) -> None:
    start = TEXT.index("1,250 guests")
    line = figure_by_hand(records, start, start + len("1,250 guests"))
    assert line is not None
    assert (line.value.replace(",", ""), line.unit) == ("1250", "guests")
    assert figure_by_hand(records, 0, 6) is None


def test_a_quotation_is_direct_in_its_signs_and_has_its_speaker(records: Records) -> None:
    start = TEXT.index("We shall carry on")
    line = quotation_by_hand(records, start, start + len("We shall carry on"))
    assert (line.name, line.value) == ("direct", "We shall carry on")
    assert line.other in {one.key for one in records.people}


def test_a_title_is_on_one_line_without_the_signs_around_it() -> None:
    assert title_of("«Карта\nмаршрута»,") == "Карта маршрута"
    assert title_of("Ministry of Health (Azerbaijan).") == "Ministry of Health (Azerbaijan)"
    assert title_of("…") == "…"
