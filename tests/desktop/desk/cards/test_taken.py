"""What is asked for can be written: a card as edited, with the ends it names."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from db.catalogue import Catalogue
from db.exchange.intake import read_release
from db.queries.reading import decisions_of
from db.queries.references import entry_refs
from db.queries.sheets import entry_sheet
from db.rows.entries import EntrySheet
from db.rows.suggestions import Taken
from db.terms import EntryKind, LinkKind, SourceKind
from desktop.acts import reading, sources
from desktop.desk.cards.card import CardState, SameAs
from tests.desktop.desk.cards.conftest import Reviewer
from tests.desktop.desk.cards.readings import AGREEMENT, MEETING, PERSON, READING, TAGS

WORDS = "On this and other words stands what is suggested here. " * 9


def _source(catalogue: Catalogue) -> int:
    act = sources.add_source(
        read_release(WORDS.encode(), name="words.txt"),
        SourceKind.PRESS_RELEASE,
        {"title": "Words"},
    )
    return catalogue.write(act).value


def _write(reviewer: Reviewer, catalogue: Catalogue, source: int) -> EntrySheet:
    """Write what was asked for last, as the desk does, and show what was decided."""
    made = reviewer.taken[-1]
    assert isinstance(made, Taken)
    act = reading.accept(source, made, reviewer.pane.suggestions())
    entry = catalogue.write(act).value
    with catalogue.read() as session:
        sheet = entry_sheet(session, entry)
        decisions = decisions_of(session, source)
        references = entry_refs(session, [one.entry_id for one in decisions])
    reviewer.pane.show_decisions(decisions, references)
    reviewer.settle()
    assert sheet is not None
    return sheet


def test_an_agreement_brings_its_ticked_lines_and_their_ends(
    reviewer: Reviewer, catalogue: Catalogue, make_person: Callable[[str], int]
) -> None:
    source, person = _source(catalogue), make_person("Лейла Алиева")
    with catalogue.read() as session:
        known = entry_refs(session, [person])[person]
    reviewer.pane.show_source(source)
    reviewer.pane.show_reading(READING, (), TAGS)
    reviewer.list.setFocus()
    reviewer.settle()
    reviewer.rows.set_same(PERSON.key, SameAs(entry=known))
    reviewer.go(AGREEMENT.key, len(AGREEMENT.lines) - 1)
    reviewer.press(Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Return)
    sheet = _write(reviewer, catalogue, source)
    assert (sheet.kind, sheet.title) == (EntryKind.AGREEMENT, AGREEMENT.title)
    assert [(stage.kind, stage.date) for stage in sheet.stages] == [("signed", "2021-04-27")]
    ends = {link.other.id for link in sheet.links if link.other is not None}
    assert person in ends
    assert sheet.tags == ()
    card = reviewer.card(AGREEMENT.key)
    assert (card.state, reviewer.rows.reference_of(card)) == (CardState.ACCEPTED, sheet.reference)
    assert not card.is_ticked("tag")


def test_what_came_along_as_an_end_stays_open_as_that_entry_while_it_says_more(
    reviewer: Reviewer, catalogue: Catalogue
) -> None:
    source = _source(catalogue)
    reviewer.pane.show_source(source)
    reviewer.pane.show_reading(READING, (), TAGS)
    reviewer.list.setFocus()
    reviewer.settle()
    reviewer.rows.set_same(PERSON.key, SameAs(entry=None))
    reviewer.go(MEETING.key)
    reviewer.press(Qt.Key.Key_Return)
    sheet = _write(reviewer, catalogue, source)
    assert sheet.values["start"] == "2024-12-07"
    mark = reviewer.rows.wording().mark(PERSON.key)
    assert mark is not None
    assert mark.text == "= P-0001"
    assert reviewer.card(PERSON.key).is_open
    reviewer.go(PERSON.key)
    reviewer.press(Qt.Key.Key_Return)
    person = _write(reviewer, catalogue, source)
    assert person.reference == "P-0001"
    assert {link.kind for link in person.links} == {LinkKind.CHAIR, LinkKind.HOLDS_POST}
    assert reviewer.card(PERSON.key).state == CardState.ACCEPTED
    assert reviewer.card("place:AZ").state == CardState.ACCEPTED
