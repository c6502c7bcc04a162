"""Saying that a card is the same as a known entry, or a new one."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from db.rows.suggestions import Taken
from desktop.desk.cards.same_as import SameAsPanel
from tests.desktop.desk.cards.conftest import Reviewer
from tests.desktop.desk.cards.readings import PERSON

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


def _ask(reviewer: Reviewer) -> SameAsPanel:
    reviewer.go(PERSON.key)
    reviewer.press("s")
    panel = reviewer.list.panel()
    assert isinstance(panel, SameAsPanel)
    return panel


def test_the_title_is_looked_for_at_once_and_enter_chooses(
    reviewer: Reviewer, make_person: Callable[[str], int]
) -> None:
    person = make_person("Leyla Aliyeva")
    panel = _ask(reviewer)
    assert panel.picker().words() == PERSON.title
    reviewer.qtbot.waitUntil(lambda: panel.picker().popup().isVisible())
    reviewer.qtbot.keyClick(panel.picker(), ENTER)
    reviewer.settle()
    assert reviewer.list.panel() is None
    assert reviewer.list.hasFocus()
    card = reviewer.card(PERSON.key)
    assert (card.same_id, card.same_reference) == (person, "P-0001")
    reviewer.press(ENTER)
    (made,) = reviewer.taken
    assert isinstance(made, Taken)
    assert made.entry_id == person


def test_nothing_is_created_from_here(
    reviewer: Reviewer, make_person: Callable[[str], int]
) -> None:
    make_person("Leyla Aliyeva")
    panel = _ask(reviewer)
    reviewer.qtbot.waitUntil(lambda: panel.picker().popup().isVisible())
    assert panel.picker().popup().model().rowCount() == 1


def test_a_known_card_can_be_made_a_new_one(reviewer: Reviewer) -> None:
    panel = _ask(reviewer)
    reviewer.settle()
    panel.new_button().click()
    assert reviewer.card(PERSON.key).same_id is None
    reviewer.press(ENTER)
    (made,) = reviewer.taken
    assert isinstance(made, Taken)
    assert made.entry_id is None


def test_escape_leaves_the_card_as_it_is(reviewer: Reviewer) -> None:
    _ask(reviewer)
    reviewer.settle()
    reviewer.press(ESCAPE)
    assert reviewer.list.panel() is None
    assert reviewer.card(PERSON.key).same_id == PERSON.entry_id


def test_a_country_is_always_itself(reviewer: Reviewer) -> None:
    reviewer.go("place:AM")
    reviewer.press("ы")
    assert reviewer.list.panel() is None
    assert "always the same" in reviewer.said[-1]
