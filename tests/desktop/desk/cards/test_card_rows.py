"""The cards as rows: their order, what is kept when a release is read anew, what is decided."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from db.rows.entries import EntryRef
from db.rows.suggestions import Decision, Reading
from db.terms import EntryKind, Verdict
from desktop.desk.cards.card import CardState, SameAs, taken
from desktop.desk.cards.card_rows import CardsModel
from tests.desktop.desk.cards.readings import (
    AGREEMENT,
    MEETING,
    ORDER,
    PERSON,
    READING,
    TAGS,
    suggestion,
)

ACCEPTED = Decision(key=AGREEMENT.key, verdict=Verdict.ACCEPTED, entry_id=12)
WHOLLY = (ACCEPTED, Decision(key=AGREEMENT.key, line="type", verdict=Verdict.ACCEPTED))
BECAME = EntryRef(id=12, kind=EntryKind.AGREEMENT, reference="A-0012", title=AGREEMENT.title)


@pytest.fixture
def rows(qapp: object) -> CardsModel:
    made = CardsModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal).setParent(
        made
    )
    made.show_source(1)
    made.show_reading(READING, (), TAGS)
    return made


def test_cards_stand_in_the_order_of_the_text_with_countries_last_and_no_cities(
    rows: CardsModel,
) -> None:
    assert rows.keys() == ORDER
    assert [row for row in range(rows.rowCount()) if rows.begins_countries(row)] == [5]


def test_a_city_is_no_card_but_can_be_named_by_lines(rows: CardsModel) -> None:
    assert "city:Ganja" in rows.suggestions()
    assert rows.row_of("city:Ganja") == -1


def test_ticks_edits_and_choices_are_kept_by_key_when_a_release_is_read_anew(
    rows: CardsModel,
) -> None:
    rows.tick(AGREEMENT.key, "party", ticked=False)
    rows.set_same(PERSON.key, SameAs(entry=None))
    shorter = Reading(suggestions=(PERSON, AGREEMENT))
    rows.show_reading(shorter, (), TAGS)
    card = rows.card_of(AGREEMENT.key)
    person = rows.card_of(PERSON.key)
    assert rows.keys() == (AGREEMENT.key, PERSON.key)
    assert card is not None
    assert not card.is_ticked("party")
    assert person is not None
    assert person.same_id is None


def test_a_line_that_says_something_else_now_has_to_be_seen_again(rows: CardsModel) -> None:
    rows.see(MEETING.key, ["", *(line.key for line in MEETING.lines)])
    start = MEETING.lines[1]
    other = replace(
        MEETING,
        lines=tuple(
            replace(start, value="2024-12-08") if line is start else line for line in MEETING.lines
        ),
    )
    rows.show_reading(Reading(suggestions=(other,)), ())
    card = rows.card_of(MEETING.key)
    assert card is not None
    assert card.unseen == ("start",)


def test_each_source_has_cards_of_its_own_that_are_as_they_were_left(rows: CardsModel) -> None:
    rows.tick(AGREEMENT.key, "party", ticked=False)
    rows.show_source(2)
    assert rows.rowCount() == 0
    rows.show_reading(READING, ())
    other = rows.card_of(AGREEMENT.key)
    assert other is not None
    assert other.is_ticked("party")
    rows.show_source(1)
    card = rows.card_of(AGREEMENT.key)
    assert card is not None
    assert not card.is_ticked("party")


def test_decisions_give_cards_their_state_and_their_ticks(rows: CardsModel) -> None:
    line = Decision(key=AGREEMENT.key, line="party", verdict=Verdict.REFUSED)
    rows.show_decisions((ACCEPTED, line), {12: BECAME})
    card = rows.card_of(AGREEMENT.key)
    assert card is not None
    assert (card.state, card.entry_id) == (CardState.ACCEPTED, 12)
    assert not card.is_ticked("party")
    assert rows.reference_of(card) == "A-0012"
    assert rows.counts() == (4, 1, 0)


def test_decided_cards_can_be_left_out_and_come_back_where_they_were(rows: CardsModel) -> None:
    rows.show_decisions(WHOLLY)
    rows.hide_decided(hidden=True)
    assert rows.keys() == tuple(key for key in ORDER if key != AGREEMENT.key)
    assert rows.counts() == (4, 1, 0)
    rows.hide_decided(hidden=False)
    assert rows.keys() == ORDER


def test_what_is_being_written_shows_at_once_and_outlives_an_older_answer(
    rows: CardsModel,
) -> None:
    rows.begin(AGREEMENT.key, CardState.ACCEPTED)
    rows.begin(PERSON.key, CardState.REFUSED)
    rows.show_decisions(WHOLLY)
    person = rows.card_of(PERSON.key)
    assert person is not None
    assert person.state == CardState.REFUSED
    rows.put_back(PERSON.key)
    person = rows.card_of(PERSON.key)
    assert person is not None
    assert person.is_open


def test_a_decision_that_is_undone_opens_the_card_and_says_so(rows: CardsModel) -> None:
    back: list[str] = []
    rows.came_back.connect(back.append)
    rows.begin(AGREEMENT.key, CardState.ACCEPTED)
    rows.show_decision(ACCEPTED, BECAME)
    rows.show_decisions(())
    card = rows.card_of(AGREEMENT.key)
    assert card is not None
    assert card.is_open
    assert back == [AGREEMENT.key]


def test_a_line_whose_other_end_was_refused_loses_its_tick_unless_it_was_set(
    rows: CardsModel,
) -> None:
    rows.tick(AGREEMENT.key, "said", ticked=True)
    rows.show_decisions((Decision(key=PERSON.key, verdict=Verdict.REFUSED),))
    card = rows.card_of(AGREEMENT.key)
    meeting = rows.card_of(MEETING.key)
    assert card is not None
    assert meeting is not None
    assert not card.is_ticked("signed:1")
    assert not meeting.is_ticked("chair")
    assert meeting.is_ticked("start")
    rows.tick(AGREEMENT.key, "signed:1", ticked=True)
    again = rows.card_of(AGREEMENT.key)
    assert again is not None
    assert again.is_ticked("signed:1")


def test_only_ticked_lines_are_taken_and_unticked_ones_are_known_to_be_left(
    rows: CardsModel,
) -> None:
    rows.tick(AGREEMENT.key, "party", ticked=False)
    card = rows.card_of(AGREEMENT.key)
    assert card is not None
    made = taken(card)
    assert "party" not in {line.key for line in made.lines}
    assert "party" in {line.key for line in made.suggestion.lines}
    assert len(made.lines) == len(AGREEMENT.lines) - 1


def test_other_cards_name_a_card_as_it_is_now(rows: CardsModel) -> None:
    entry = EntryRef(id=9, kind=EntryKind.PERSON, reference="P-0009", title="L. Aliyeva")
    rows.set_same(PERSON.key, SameAs(entry=entry))
    assert rows.suggestions()[PERSON.key].entry_id == 9
    rows.show_decision(Decision(key=AGREEMENT.key, verdict=Verdict.ACCEPTED, entry_id=12), BECAME)
    assert rows.suggestions()[AGREEMENT.key].entry_id == 12


def test_a_card_made_by_hand_stands_in_its_place_and_survives_a_new_reading(
    rows: CardsModel,
) -> None:
    made = suggestion("hand:place:90", EntryKind.PLACE, "Osh", 90)
    rows.make(made)
    assert rows.keys().index(made.key) == rows.keys().index(PERSON.key) + 1
    rows.show_reading(READING, (), TAGS)
    assert rows.row_of(made.key) >= 0


def test_screen_readers_hear_kind_state_title_and_every_line(rows: CardsModel) -> None:
    rows.tick(AGREEMENT.key, "party", ticked=False)
    told = str(rows.data(rows.index(1, 0), Qt.ItemDataRole.AccessibleTextRole))
    assert told.startswith(f"agreement, sure, {AGREEMENT.title}. ")
    assert "Type: Roadmap" in told
    assert "Tag: cardiology" in told
    assert told.count("not ticked") == 1
    rows.show_decisions(WHOLLY, {12: BECAME})
    told = str(rows.data(rows.index(1, 0), Qt.ItemDataRole.AccessibleTextRole))
    assert told == f"agreement, taken, {AGREEMENT.title}, A-0012"


def test_a_record_that_a_line_of_another_brought_stays_open_as_that_entry(
    rows: CardsModel,
) -> None:
    rows.set_same(AGREEMENT.key, SameAs(entry=None))
    country = Decision(key="place:AM", verdict=Verdict.ACCEPTED, entry_id=13)
    rows.show_decisions((replace(ACCEPTED, verdict=Verdict.BROUGHT), country), {12: BECAME})
    card, armenia = rows.card_of(AGREEMENT.key), rows.card_of("place:AM")
    assert card is not None
    assert armenia is not None
    assert card.is_open
    assert (card.same_id, card.same_reference) == (12, "A-0012")
    assert taken(card).entry_id == 12
    assert armenia.state == CardState.ACCEPTED
