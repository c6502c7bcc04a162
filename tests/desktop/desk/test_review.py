"""The desk under review: cards beside the text, decided by keys, and kept in the catalogue."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from db.act import Act
from db.commands.tags import TagSpec, create_tag
from db.exchange.intake import read_release
from db.queries.reading import decisions_of, learnt_noise, progress_of
from db.rows.evidence import Span
from db.terms import EntryKind, ReadingState, SourceKind, Verdict
from desktop.acts import entries, sources
from desktop.desk.desk import Desk
from desktop.desk.marks import Mark
from desktop.reader import Reader
from desktop.workspace import Workspace
from tests.desktop.desk.conftest import Filled
from tests.desktop.keyboard import type_text

Settle = Callable[[], None]
CTRL = Qt.KeyboardModifier.ControlModifier

TEXT = """Two ministries agree

Write to our editors at any time 7

On 4 June 2024 the Ministry of Health of Latvia and the Ministry of Health of Estonia signed \
a memorandum of understanding on ambulances in Riga.

Guests tasted 300 kinds of bread. The mood was merry.
"""


def span_of(words: str) -> Span:
    first = TEXT.index(words)
    return Span(first=first, last=first + len(words))


def _add(filled: Filled, text: str, title: str) -> int:
    act = sources.add_source(
        read_release(text.encode(), name="r.txt"), SourceKind.PRESS_RELEASE, {"title": title}
    )
    return filled.catalogue.write(act).value


@pytest.fixture
def release(filled: Filled) -> int:
    return _add(filled, TEXT, "Two ministries agree")


@pytest.fixture
def desk(
    release: int,
    workspace: Workspace,
    settle: Settle,
    window: Callable[[QWidget], QMainWindow],
) -> Desk:
    made = Desk(workspace, Reader(workspace))
    window(made)
    made.begin(release)
    settle()
    return made


def _press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, held)


def _select(desk: Desk, words: str) -> None:
    desk.focus_text()
    span = span_of(words)
    desk.source_text().select(span.first, span.last)


def _current_kind(desk: Desk) -> EntryKind:
    current = desk.cards().current()
    assert current is not None
    return current.kind


def _point_at(desk: Desk, words: str) -> None:
    desk.focus_text()
    desk.source_text().reveal(span_of(words).first + 1)
    _press(Qt.Key.Key_Return)


def test_opening_a_release_puts_the_keyboard_on_its_cards(desk: Desk) -> None:
    assert desk.cards().card_list().hasFocus()
    assert desk.card_hints().isVisible()
    assert not desk.hints().isVisible()
    kinds = {one.kind for one in desk.cards().suggestions().values()}
    assert {EntryKind.AGREEMENT, EntryKind.ORGANISATION, EntryKind.PLACE} <= kinds


def test_where_the_text_is_used_meanwhile_the_keyboard_stays_in_it(
    release: int,
    workspace: Workspace,
    settle: Settle,
    window: Callable[[QWidget], QMainWindow],
) -> None:
    desk = Desk(workspace, Reader(workspace))
    window(desk)
    desk.begin(release)
    QTest.keyClick(desk.source_text(), Qt.Key.Key_Down)
    settle()
    assert desk.source_text().hasFocus()
    assert desk.has_cards()


def test_words_are_marked_as_what_they_are_suggested_to_be(desk: Desk) -> None:
    text = desk.source_text()
    title = span_of("memorandum of understanding on ambulances")
    assert any(first <= title.first < last for first, last in text.marked(Mark.AGREEMENT))
    assert text.marked(Mark.ORGANISATION)
    assert text.marked(Mark.PLACE)
    assert not text.marked(Mark.DECIDED)


def test_going_through_the_cards_lights_their_words(desk: Desk) -> None:
    lit = list[object]()
    for _step in range(3):
        _press(Qt.Key.Key_Down)
        current = desk.cards().current()
        assert current is not None
        first = current.spans[0]
        assert desk.source_text().marked(Mark.LIT)[0] == (first.first, first.last)
        lit.append(first)
    assert len(set(lit)) == 3


def test_enter_on_words_goes_to_the_card_on_them_and_tab_returns(desk: Desk) -> None:
    _point_at(desk, "memorandum")
    assert _current_kind(desk) == EntryKind.AGREEMENT
    assert desk.cards().card_list().hasFocus()
    _press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert desk.source_text().hasFocus()
    assert desk.hints().isVisible()
    _press(Qt.Key.Key_Tab)
    assert desk.cards().card_list().hasFocus()


def test_a_click_on_words_shows_their_card_and_leaves_the_text_alone(
    qtbot: QtBot, desk: Desk
) -> None:
    text = desk.source_text()
    text.setFocus()
    cursor = text.textCursor()
    cursor.setPosition(span_of("memorandum").first + 2)
    at = text.cursorRect(cursor).center()
    place = text.verticalScrollBar().value()
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert _current_kind(desk) == EntryKind.AGREEMENT
    assert text.hasFocus()
    assert text.verticalScrollBar().value() == place


def test_taking_a_card_makes_entries_and_the_text_shows_it_decided(
    filled: Filled, desk: Desk, release: int, settle: Settle
) -> None:
    _point_at(desk, "memorandum")
    _press(Qt.Key.Key_Return)
    settle()
    decisions = filled.read(lambda session: decisions_of(session, release))
    taken = next(one for one in decisions if one.key.startswith("agreement") and not one.line)
    assert taken.verdict == Verdict.ACCEPTED
    assert taken.entry_id is not None
    sheet = filled.sheet(taken.entry_id)
    assert sheet.title.startswith("Memorandum of understanding")
    assert [stage.date for stage in sheet.stages] == ["2024-06-04"]
    assert desk.source_text().marked(Mark.DECIDED)
    rows = desk.strip().made_list().rows()
    assert rows.row_of(taken.entry_id) >= 0
    source = filled.sheet(release)
    assert source.values["reading_state"] == ReadingState.READING


def test_what_comes_along_as_the_end_of_a_line_is_gone_past(desk: Desk, settle: Settle) -> None:
    _point_at(desk, "memorandum")
    _press(Qt.Key.Key_Return)
    settle()
    current = desk.cards().card_list().current_card()
    assert current is not None
    left = [card for card in desk.cards().rows().all_cards() if card.is_open]
    assert current.is_open == bool(left)


def test_refused_stays_refused_and_undo_opens_it_again(
    filled: Filled, workspace: Workspace, desk: Desk, release: int, settle: Settle
) -> None:
    before = desk.review().open_keys()
    _point_at(desk, "memorandum")
    _press(Qt.Key.Key_X)
    settle()
    assert len(desk.review().open_keys()) == len(before) - 1
    progress = filled.read(lambda session: progress_of(session, [release]))[release]
    assert (progress.decided, progress.suggested) == (1, len(before))
    workspace.operations.undo(owner=desk)
    settle()
    assert desk.review().open_keys() == before


def test_when_all_is_decided_ctrl_enter_checks_the_source_and_goes_on(
    qtbot: QtBot, filled: Filled, desk: Desk, release: int, settle: Settle
) -> None:
    following = _add(filled, "Nothing of note happened today.", "A quiet day")
    keys = desk.review().open_keys()
    with qtbot.waitSignal(desk.said) as told:
        desk.check_and_go_on()
    assert str(len(keys)) in str(told.args)
    assert filled.sheet(release).values["reading_state"] == ReadingState.INBOX
    with qtbot.waitSignal(desk.said) as told:
        for _key in keys:
            _press(Qt.Key.Key_X)
            settle()
    assert "Ctrl+Enter" in str(told.args)
    with qtbot.waitSignal(desk.next_requested) as shown:
        desk.focus_text()
        _press(Qt.Key.Key_Return, CTRL)
    assert shown.args == [following]
    settle()
    assert filled.sheet(release).values["reading_state"] == ReadingState.CHECKED


def test_words_selected_and_a_letter_are_a_card_that_is_taken_like_any(
    filled: Filled, desk: Desk, release: int, settle: Settle
) -> None:
    _select(desk, "The mood was merry")
    _press(Qt.Key.Key_M)
    settle()
    assert _current_kind(desk) == EntryKind.MEETING
    _press(Qt.Key.Key_Return)
    settle()
    made = filled.read(lambda session: decisions_of(session, release))
    entry = next(one.entry_id for one in made if one.key.startswith("hand:") and not one.line)
    assert entry is not None
    assert filled.sheet(entry).title == "The mood was merry"


def _line_values(desk: Desk) -> list[str]:
    card = desk.cards().card_list().current_card()
    assert card is not None
    return [line.value for line in card.lines]


def test_d_gives_the_date_of_the_words_to_the_card(desk: Desk, settle: Settle) -> None:
    _select(desk, "The mood was merry")
    _press(Qt.Key.Key_M)
    settle()
    _select(desk, "4 June 2024")
    _press(Qt.Key.Key_D)
    settle()
    assert "2024-06-04" in _line_values(desk)


def test_d_without_a_date_says_so(qtbot: QtBot, desk: Desk) -> None:
    _select(desk, "The mood was merry")
    with qtbot.waitSignal(desk.said) as told:
        _press(Qt.Key.Key_D)
    assert "No date" in str(told.args)


def test_f_and_q_give_the_card_a_figure_and_a_quotation(desk: Desk, settle: Settle) -> None:
    _point_at(desk, "memorandum")
    _select(desk, "300 kinds of bread")
    _press(Qt.Key.Key_F)
    settle()
    _select(desk, "The mood was merry.")
    _press(Qt.Key.Key_Q)
    settle()
    assert {"300", "The mood was merry"} <= set(_line_values(desk))


def test_t_gives_the_open_card_a_tag(filled: Filled, desk: Desk, settle: Settle) -> None:
    act = Act(key="tag.create", run=lambda s: create_tag(s, spec=TagSpec(label_en="ambulances")))
    tag = filled.catalogue.write(act).value
    _point_at(desk, "memorandum")
    desk.focus_text()
    _press(Qt.Key.Key_T)
    settle()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    line = popup.focusWidget()
    assert line is not None
    type_text(line, "ambu")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert str(tag) in _line_values(desk)


def test_n_on_a_whole_line_teaches_it_and_undo_forgets_it(
    qtbot: QtBot, filled: Filled, workspace: Workspace, desk: Desk, settle: Settle
) -> None:
    line = span_of("Write to our editors at any time 7")
    _select(desk, "Write to our editors at any time 7")
    with qtbot.waitSignal(desk.said) as told:
        _press(Qt.Key.Key_N)
    assert "from now on" in str(told.args)
    settle()
    assert (line.first, line.last) in desk.source_text().marked(Mark.PASSED_OVER)
    assert [row.words for row in filled.read(learnt_noise)] == [
        "write to our editors at any time #"
    ]
    workspace.operations.undo(owner=desk)
    settle()
    assert (line.first, line.last) not in desk.source_text().marked(Mark.PASSED_OVER)


def test_n_on_a_line_passed_over_reads_it_and_n_again_passes_it_over(
    desk: Desk, settle: Settle
) -> None:
    line = span_of("Write to our editors at any time 7")
    _select(desk, "Write to our editors at any time 7")
    _press(Qt.Key.Key_N)
    settle()
    for passed_over in (False, True):
        desk.focus_text()
        desk.source_text().reveal(line.first + 3)
        _press(Qt.Key.Key_N)
        settle()
        marked = desk.source_text().marked(Mark.PASSED_OVER)
        assert ((line.first, line.last) in marked) == passed_over


def test_the_cards_of_a_release_are_as_they_were_left(
    filled: Filled, desk: Desk, release: int, settle: Settle
) -> None:
    _select(desk, "The mood was merry")
    _press(Qt.Key.Key_M)
    settle()
    desk.begin(filled.source)
    settle()
    desk.begin(release)
    settle()
    assert any(key.startswith("hand:") for key in desk.cards().suggestions())


def test_a_known_entry_is_offered_as_soon_as_it_is_there(
    filled: Filled, workspace: Workspace, desk: Desk, settle: Settle
) -> None:
    act = entries.create_entry(
        EntryKind.ORGANISATION,
        {"title": "Ministry of Health of Latvia", "organisation_kind": "ministry"},
    )
    made: list[int] = []
    workspace.operations.write(act, made.append, owner=desk)
    settle()
    known = {one.entry_id for one in desk.cards().suggestions().values()}
    assert made[0] in known
