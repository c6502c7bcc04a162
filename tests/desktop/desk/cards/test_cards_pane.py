"""The column of cards: its head, what it says while there is no card, words and cards."""

from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.rows.evidence import Span
from db.rows.suggestions import Decision, LineKind, Reading, SuggestedLine, Taken
from db.terms import EntryKind, StageKind, Verdict
from desktop.desk.cards.cards_pane import CardsPane
from desktop.reading.release import read_release
from desktop.reading.suggest import suggest
from desktop.widgets.busy_bar import BusyBar
from desktop.widgets.message_bar import MessageBar
from desktop.workspace import Workspace
from tests.desktop.desk.cards.conftest import Reviewer
from tests.desktop.desk.cards.readings import (
    AGREEMENT,
    MEETING,
    ORDER,
    PERSON,
    READING,
    suggestion,
)

RELEASE = """Ganja, 8 December 2024

On 7 December 2024 in Ganja the Minister of Health of Azerbaijan Leyla Aliyeva held talks with \
the Minister of Health of Georgia Nino Beridze. The parties signed a Memorandum of Understanding \
on cooperation in paediatric cardiology.
"""


W = TypeVar("W", bound=QWidget)


def _child(widget: QWidget, kind: type[W]) -> W:
    found = widget.findChild(kind)
    assert isinstance(found, kind)
    return found


def test_the_head_counts_what_is_left_and_taken(reviewer: Reviewer) -> None:
    assert reviewer.pane.head().words() == "5 left of 5"
    reviewer.press(Qt.Key.Key_Return, "x")
    assert reviewer.pane.head().words() == "3 left of 5 · 1 taken · 1 refused"
    assert reviewer.pane.head().accessibleName().startswith("Suggestions 3 left of 5")


def test_decided_cards_are_left_out_and_the_choice_is_remembered(
    reviewer: Reviewer, workspace: Workspace, qtbot: QtBot
) -> None:
    reviewer.press(Qt.Key.Key_Return)
    reviewer.pane.head().hide_button().click()
    assert reviewer.rows.keys() == ORDER[1:]
    assert reviewer.card().key == ORDER[1]
    other = CardsPane(workspace)
    qtbot.addWidget(other)
    assert other.head().hide_button().isChecked()


def test_once_everything_is_decided_and_left_out_it_can_be_shown_again(
    reviewer: Reviewer,
) -> None:
    reviewer.pane.head().hide_button().click()
    reviewer.list.setFocus()
    reviewer.press(*[Qt.Key.Key_Return] * 7)
    assert reviewer.pane.empty_state().accessibleName() == "Everything is decided"
    left: list[bool] = []
    reviewer.pane.left.connect(lambda: left.append(True))
    reviewer.press(Qt.Key.Key_Escape)
    assert left == [True]
    _child(reviewer.pane.empty_state(), QPushButton).click()
    assert reviewer.rows.keys() == ORDER


def test_an_empty_reading_says_what_to_do(reviewer: Reviewer) -> None:
    reviewer.pane.show_source(2)
    reviewer.pane.show_reading(Reading(suggestions=()), ())
    state = reviewer.pane.empty_state()
    assert state.isVisible()
    assert state.accessibleName() == "Nothing was found"
    assert state.accessibleDescription() == "Select words in the text and press a letter."


def test_reading_is_seen_and_can_be_cancelled(reviewer: Reviewer, qtbot: QtBot) -> None:
    reviewer.pane.show_source(2)
    reviewer.pane.show_busy("Reading S-0002", steps=4)
    assert reviewer.pane.empty_state().accessibleName() == "Reading…"
    bar = _child(reviewer.pane, BusyBar)
    assert bar.isVisible()
    with qtbot.waitSignal(reviewer.pane.cancel_requested):
        _child(bar, QPushButton).click()
    reviewer.pane.show_failed("The text could not be opened.")
    assert not bar.isVisible()
    assert reviewer.pane.empty_state().accessibleDescription() == "The text could not be opened."


def test_a_partial_reading_says_what_is_missing(reviewer: Reviewer) -> None:
    partial = replace(READING, partial="the models did not load")
    reviewer.pane.show_reading(partial, ())
    bar = _child(reviewer.pane, MessageBar)
    assert bar.isVisible()
    assert bar.sentence() == "Names could not be read: the models did not load"
    reviewer.pane.show_reading(READING, ())
    assert not bar.isVisible()


def test_words_lead_to_the_narrowest_card_on_them_then_to_the_next(reviewer: Reviewer) -> None:
    whole = suggestion("hand:meeting:70", EntryKind.MEETING, "Talks with Leyla Aliyeva held", 70)
    reviewer.pane.add_by_hand(whole)
    assert reviewer.card().key == whole.key
    words = Span(first=82, last=84)
    seen: list[str] = []
    for _ in range(3):
        assert reviewer.pane.go_to(words)
        seen.append(reviewer.card().key)
    assert seen[0] == PERSON.key
    assert whole.key in seen
    assert len(set(seen)) == 3
    assert not reviewer.pane.go_to(Span(first=9000, last=9001))


def test_a_card_made_by_hand_is_taken_like_any_other(reviewer: Reviewer) -> None:
    reviewer.pane.add_by_hand(suggestion("hand:person:99", EntryKind.PERSON, "Нино Беридзе", 99))
    reviewer.press(Qt.Key.Key_Return)
    (made,) = reviewer.taken
    assert isinstance(made, Taken)
    assert made.suggestion.title == "Нино Беридзе"


def test_a_date_of_the_text_goes_to_the_current_card(reviewer: Reviewer) -> None:
    span = Span(first=300, last=311)
    reviewer.go(AGREEMENT.key)
    assert reviewer.pane.give_date("2021-05", span)
    stage = reviewer.card().lines[2]
    assert (stage.name, stage.value, stage.spans, stage.reason) == (
        "signed",
        "2021-05",
        (span,),
        "",
    )
    reviewer.go(MEETING.key)
    assert reviewer.pane.give_date("2024-12-09", span)
    assert reviewer.card().lines[1].value == "2024-12-09"
    reviewer.go(PERSON.key)
    assert not reviewer.pane.give_date("2024-12-09", span)
    assert "have a date" in reviewer.said[-1]


def test_an_agreement_without_an_act_gets_a_dated_stage(reviewer: Reviewer) -> None:
    reviewer.pane.add_by_hand(suggestion("hand:a", EntryKind.AGREEMENT, "Protocol", 50))
    reviewer.pane.give_date("2021", Span(first=1, last=5))
    (stage,) = reviewer.card().lines
    assert (stage.kind, stage.name) == (LineKind.STAGE, StageKind.DATED)


def test_lines_made_by_hand_are_ticked_and_have_keys_of_their_own(reviewer: Reviewer) -> None:
    reviewer.go(MEETING.key)
    figure = SuggestedLine(key="", kind=LineKind.FIGURE, name="", value="12", unit="regions")
    assert reviewer.pane.add_line(figure)
    assert reviewer.pane.add_line(replace(figure, value="13"))
    added = reviewer.card().added
    assert [one.value for one in added] == ["12", "13"]
    assert len({one.key for one in added}) == 2
    assert all(reviewer.card().is_ticked(one.key) for one in added)


def test_a_decided_card_gets_no_line(reviewer: Reviewer) -> None:
    reviewer.pane.show_decisions((Decision(key=MEETING.key, verdict=Verdict.REFUSED),))
    reviewer.go(MEETING.key)
    assert not reviewer.pane.add_line(SuggestedLine(key="", kind=LineKind.TAG, name="tag"))
    assert reviewer.card(MEETING.key).added == ()


def test_what_could_not_be_written_is_open_and_current_again(reviewer: Reviewer) -> None:
    reviewer.press(Qt.Key.Key_Return)
    assert reviewer.card().key == ORDER[1]
    reviewer.pane.put_back(ORDER[0])
    assert reviewer.card().key == ORDER[0]
    assert reviewer.card().is_open


def test_an_undone_decision_makes_its_card_current(reviewer: Reviewer) -> None:
    refused = Decision(key=MEETING.key, verdict=Verdict.REFUSED)
    reviewer.pane.show_decisions((refused,))
    reviewer.go(ORDER[0])
    reviewer.pane.show_decisions(())
    assert reviewer.card().key == MEETING.key


def test_a_source_comes_back_with_the_card_that_was_current(reviewer: Reviewer) -> None:
    reviewer.go(MEETING.key)
    reviewer.pane.show_source(2)
    reviewer.pane.show_reading(READING, ())
    reviewer.settle()
    assert reviewer.card().key == ORDER[0]
    reviewer.pane.show_source(1)
    reviewer.settle()
    assert reviewer.card().key == MEETING.key


def test_what_is_really_read_can_be_gone_through_and_taken(reviewer: Reviewer) -> None:
    reviewer.pane.show_source(2)
    reviewer.pane.show_reading(suggest(read_release(RELEASE)), ())
    reviewer.list.setFocus()
    reviewer.settle()
    count = reviewer.rows.rowCount()
    assert count >= 2
    for _ in range(count):
        reviewer.press(Qt.Key.Key_Return)
    assert len(reviewer.taken) == count
    named = sum(card.is_country for card in reviewer.rows.all_cards())
    assert reviewer.rows.counts() == (0, count - named, 0)
