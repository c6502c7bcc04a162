"""Reviewing by keys and by mouse: going on, ticking, taking, refusing, and nothing unseen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from db.rows.suggestions import Decision, LineKind, Reading, Suggestion, Taken
from db.terms import EntryKind, Verdict
from desktop.desk.cards.card import Card, CardState
from desktop.desk.cards.card_layout import CardLayout, Shape, lay_out
from desktop.desk.cards.wording import Wording
from tests.desktop.desk.cards.conftest import Reviewer
from tests.desktop.desk.cards.readings import (
    AGREEMENT,
    MEETING,
    ORDER,
    PERSON,
    READING,
    SOURCE,
    TAGS,
    line,
    suggestion,
)

DOWN, UP = Qt.Key.Key_Down, Qt.Key.Key_Up
RIGHT, LEFT = Qt.Key.Key_Right, Qt.Key.Key_Left
ENTER, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space
DELETE, BACKSPACE, ESCAPE = Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Escape

TALL = suggestion(
    "meeting:tall",
    EntryKind.MEETING,
    "Long meeting",
    5,
    *(line(f"point:{n}", LineKind.POINT, "agenda_item", f"item {n}") for n in range(60)),
)


def _layout(reviewer: Reviewer, key: str = "") -> CardLayout:
    row = reviewer.rows.row_of(key or reviewer.card().key)
    return reviewer.list.layout_at(row)


def _click(reviewer: Reviewer, at: QPoint) -> None:
    reviewer.qtbot.mouseClick(reviewer.list.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_the_first_open_card_is_current_and_its_words_are_told(reviewer: Reviewer) -> None:
    assert reviewer.card().key == SOURCE.key
    assert reviewer.lit == [(SOURCE, SOURCE.spans)]


def test_arrows_and_letters_go_through_the_cards(reviewer: Reviewer) -> None:
    reviewer.press(DOWN, "j", "о")
    assert reviewer.card().key == ORDER[3]
    reviewer.press(UP, "k", "л", UP)
    assert reviewer.card().key == ORDER[0]
    reviewer.press(Qt.Key.Key_End)
    assert reviewer.card().key == ORDER[-1]


def test_lines_are_entered_and_left_and_their_words_are_told(reviewer: Reviewer) -> None:
    reviewer.go(AGREEMENT.key)
    reviewer.press(RIGHT, DOWN)
    assert reviewer.list.current_line() == 1
    assert reviewer.lit[-1] == (AGREEMENT, AGREEMENT.lines[1].spans)
    reviewer.press(LEFT)
    assert reviewer.lit[-1] == (AGREEMENT, AGREEMENT.spans)
    reviewer.press(RIGHT, UP)
    assert reviewer.list.current_line() == -1
    reviewer.press(RIGHT, *[DOWN] * len(AGREEMENT.lines))
    assert reviewer.card().key == ORDER[2]


def test_tab_goes_into_the_lines_and_then_on(reviewer: Reviewer) -> None:
    reviewer.press(Qt.Key.Key_Tab)
    assert reviewer.list.current_line() == 0
    reviewer.qtbot.keyClick(reviewer.list, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert reviewer.list.current_line() == -1


def test_space_ticks_the_line_and_the_screen_reader_hears_it(reviewer: Reviewer) -> None:
    reviewer.go(AGREEMENT.key)
    reviewer.press(RIGHT, DOWN, SPACE)
    assert not reviewer.card().is_ticked("covers")
    reviewer.settle()
    told = reviewer.list.accessibleDescription()
    assert told == "not ticked, Covers: 2021–2024, 2 of 10"
    reviewer.press(SPACE)
    assert reviewer.card().is_ticked("covers")


def test_delete_within_the_lines_leaves_one_out(reviewer: Reviewer) -> None:
    reviewer.go(AGREEMENT.key)
    reviewer.press(RIGHT, DELETE)
    assert not reviewer.card().is_ticked("type")
    assert reviewer.refused == []


def test_enter_takes_a_card_with_its_ticked_lines_and_goes_on(reviewer: Reviewer) -> None:
    reviewer.go(AGREEMENT.key)
    reviewer.press(RIGHT, SPACE, LEFT, ENTER)
    (made,) = reviewer.taken
    assert isinstance(made, Taken)
    assert made.suggestion == AGREEMENT
    assert [one.key for one in made.lines] == [one.key for one in AGREEMENT.lines[1:]]
    assert reviewer.card(AGREEMENT.key).state == CardState.ACCEPTED
    assert reviewer.card().key == ORDER[2]


def test_known_entries_are_taken_as_such(reviewer: Reviewer) -> None:
    reviewer.go(PERSON.key)
    reviewer.press(ENTER)
    (made,) = reviewer.taken
    assert isinstance(made, Taken)
    assert (made.entry_id, made.title) == (3, "")


@pytest.mark.parametrize("key", [DELETE, "x", "ч"])
def test_a_card_is_refused(reviewer: Reviewer, key: Qt.Key | str) -> None:
    reviewer.go(MEETING.key)
    reviewer.press(key)
    assert reviewer.refused == [MEETING]
    assert reviewer.card(MEETING.key).state == CardState.REFUSED
    assert reviewer.card().key == "place:AZ"


def test_after_the_last_the_first_open_card_is_next_and_in_the_end_it_is_said(
    reviewer: Reviewer,
) -> None:
    reviewer.go(ORDER[-1])
    reviewer.press(ENTER)
    assert reviewer.card().key == ORDER[0]
    reviewer.press(*[ENTER] * 6)
    assert [one.suggestion.key for one in reviewer.taken if isinstance(one, Taken)] == [
        ORDER[-1],
        *ORDER[:-1],
    ]
    assert reviewer.said[-1] == "Everything in this release is decided."


def test_backspace_puts_a_decided_card_back(reviewer: Reviewer) -> None:
    asked: list[object] = []
    reviewer.pane.reopen_requested.connect(asked.append)
    reviewer.go(MEETING.key)
    reviewer.press("x")
    reviewer.pane.show_decision(Decision(key=MEETING.key, verdict=Verdict.REFUSED))
    reviewer.go(MEETING.key)
    reviewer.press(BACKSPACE)
    assert asked == [MEETING]
    assert reviewer.card().key == MEETING.key
    assert reviewer.card().is_open


def test_enter_on_a_taken_card_opens_its_entry(reviewer: Reviewer) -> None:
    opened: list[int] = []
    reviewer.pane.open_requested.connect(opened.append)
    decision = Decision(key=PERSON.key, verdict=Verdict.ACCEPTED, entry_id=3)
    reviewer.pane.show_decision(decision)
    reviewer.go(PERSON.key)
    reviewer.press(ENTER)
    assert opened == [3]
    assert reviewer.taken == []


def test_escape_leaves_the_lines_and_then_the_cards(reviewer: Reviewer) -> None:
    left: list[bool] = []
    reviewer.pane.left.connect(lambda: left.append(True))
    reviewer.press(RIGHT, ESCAPE)
    assert (reviewer.list.current_line(), left) == (-1, [])
    reviewer.press(ESCAPE)
    assert left == [True]


def test_a_key_held_down_takes_no_further_card(reviewer: Reviewer) -> None:
    held = QKeyEvent(
        QKeyEvent.Type.KeyPress, ENTER, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
    )
    QApplication.sendEvent(reviewer.list, held)
    assert reviewer.taken == []


def _show_tall(reviewer: Reviewer) -> None:
    reviewer.pane.show_source(2)
    reviewer.pane.show_reading(Reading(suggestions=(TALL, PERSON)), (), TAGS)
    reviewer.resize(600, 400)
    reviewer.list.setFocus()
    reviewer.settle()


def test_a_tall_card_is_taken_only_when_all_of_it_was_in_sight(reviewer: Reviewer) -> None:
    _show_tall(reviewer)
    assert _layout(reviewer).card.height() > 2 * reviewer.list.viewport().height()
    unseen = len(reviewer.card().unseen)
    assert 0 < unseen < 60
    reviewer.press(ENTER)
    assert reviewer.taken == []
    assert str(unseen) in reviewer.said[-1]
    while reviewer.card().unseen:
        before = len(reviewer.card().unseen)
        reviewer.press(ENTER)
        assert len(reviewer.card().unseen) < before
    assert reviewer.taken == []
    reviewer.press(ENTER)
    assert len(reviewer.taken) == 1


def test_scrolling_past_lines_counts_as_seeing_them(reviewer: Reviewer) -> None:
    _show_tall(reviewer)
    reviewer.press(*[Qt.Key.Key_PageDown] * 8)
    assert reviewer.card().unseen == ()
    reviewer.press(ENTER)
    assert len(reviewer.taken) == 1


def test_lines_in_sight_of_another_card_are_not_seen_yet(reviewer: Reviewer) -> None:
    assert _layout(reviewer, AGREEMENT.key).card.bottom() < reviewer.list.viewport().height()
    assert reviewer.card(AGREEMENT.key).seen == frozenset()
    reviewer.go(AGREEMENT.key)
    assert reviewer.card().unseen == ()


def test_a_line_taller_than_the_view_is_seen_once_both_its_ends_were(reviewer: Reviewer) -> None:
    words = "слово за словом " * 400
    long = replace(PERSON, lines=(line("long", LineKind.POINT, "result", words),))
    reviewer.pane.show_source(2)
    reviewer.pane.show_reading(Reading(suggestions=(long,)), ())
    reviewer.resize(500, 300)
    reviewer.list.setFocus()
    reviewer.settle()
    assert "long" in reviewer.card().unseen
    reviewer.list.verticalScrollBar().setValue(60)
    assert "long" in reviewer.card().unseen
    reviewer.list.verticalScrollBar().setValue(reviewer.list.verticalScrollBar().maximum())
    assert reviewer.card().unseen == ()


def test_a_hidden_list_sees_nothing(reviewer: Reviewer) -> None:
    reviewer.pane.hide()
    reviewer.list.set_current(AGREEMENT.key)
    assert reviewer.card(AGREEMENT.key).seen == frozenset()


def test_a_click_ticks_and_makes_the_line_current(reviewer: Reviewer) -> None:
    _click(reviewer, _layout(reviewer, MEETING.key).lines[1].tick.center())
    assert reviewer.card().key == MEETING.key
    assert reviewer.list.current_line() == 1
    assert not reviewer.card().is_ticked("start")
    _click(reviewer, _layout(reviewer).lines[2].value.center())
    assert reviewer.list.current_line() == 2
    assert reviewer.card().is_ticked("place")


def test_a_click_on_a_key_is_as_good_as_the_key(reviewer: Reviewer) -> None:
    reviewer.go(PERSON.key)
    key = next(key for key in _layout(reviewer).keys if key.words.cap == "Del")
    _click(reviewer, key.text.center())
    assert reviewer.refused == [PERSON]


def test_a_double_click_edits(reviewer: Reviewer) -> None:
    reviewer.go(MEETING.key)
    at = _layout(reviewer).title.center()
    reviewer.qtbot.mouseDClick(reviewer.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert reviewer.list.panel() is not None


def test_decided_cards_fold_into_one_line(reviewer: Reviewer) -> None:
    before = _layout(reviewer, AGREEMENT.key).height
    reviewer.go(AGREEMENT.key)
    reviewer.press("x")
    folded = _layout(reviewer, AGREEMENT.key)
    assert folded.height < before / 4
    assert folded.lines == ()


def test_a_country_takes_one_line_until_it_is_current(reviewer: Reviewer) -> None:
    before = _layout(reviewer, "place:AM").height
    reviewer.go("place:AM")
    assert _layout(reviewer).height > 2 * before
    assert len(_layout(reviewer).lines) == 1


def test_long_titles_are_cut_until_their_card_is_current(reviewer: Reviewer) -> None:
    long = replace(PERSON, title="протокол о намерениях " * 30)
    reviewer.pane.show_source(2)
    reviewer.pane.show_reading(Reading(suggestions=(MEETING, long)), ())
    reviewer.list.setFocus()
    reviewer.settle()
    reviewer.go(MEETING.key)
    cut = _layout(reviewer, long.key).title.height()
    reviewer.go(long.key)
    assert _layout(reviewer).title.height() > cut
    assert reviewer.card().unseen == ()


def test_the_values_of_the_current_card_are_shown_whole(reviewer: Reviewer) -> None:
    line_height = reviewer.list.fontMetrics().height()
    assert _layout(reviewer, AGREEMENT.key).lines[3].value.height() == line_height
    reviewer.go(AGREEMENT.key)
    assert _layout(reviewer).lines[3].value.height() > line_height


def test_only_cards_near_are_measured_again_when_another_becomes_current(
    reviewer: Reviewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    many: list[Suggestion] = [
        replace(PERSON, key=f"person:{n}", spans=(replace(PERSON.spans[0], first=n, last=n + 1),))
        for n in range(400)
    ]
    reviewer.pane.show_source(2)
    reviewer.pane.show_reading(Reading(suggestions=tuple(many)), ())
    reviewer.list.setFocus()
    reviewer.settle()
    measured: list[str] = []

    def counted(card: Card, wording: Wording, shape: Shape) -> CardLayout:
        measured.append(card.key)
        return lay_out(card, wording, shape)

    monkeypatch.setattr("desktop.desk.cards.card_delegate.lay_out", counted)
    reviewer.list.set_current("person:200")
    assert set(measured) == {"person:0", "person:200"}


def test_a_read_only_catalogue_is_looked_at_only(reviewer: Reviewer) -> None:
    reviewer.list._read_only = True
    reviewer.press(ENTER, "x", RIGHT, SPACE)
    assert (reviewer.taken, reviewer.refused) == ([], [])
    assert reviewer.card(SOURCE.key).is_ticked("published")
    assert READING.suggestions
