"""The desk: one source, its keys, and what was made from it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.terms import EntryKind, ReadingState
from db.text.highlight import Lit
from desktop.acts import entries
from desktop.desk.desk import Desk
from desktop.desk.keys import DeskKey
from desktop.desk.marks import Mark
from desktop.workspace import Workspace
from tests.desktop.desk.conftest import OTHER, TEXT, Filled, span_of

Settle = Callable[[], None]


def _select(desk: Desk, words: str) -> None:
    span = span_of(words)
    desk.source_text().select(span.first, span.last)


def test_a_source_is_shown_with_its_facts_and_marks(filled: Filled, desk: Desk) -> None:
    source = desk.current_source()
    assert source is not None
    assert source.id == filled.source
    assert desk.header().facts() == "S-0001 · press release · 8 December 2024 · English, Russian"
    assert desk.header().title() == "Ministers agree on a roadmap"
    assert desk.source_text().text() == TEXT
    span = span_of("roadmap for 2021–2024")
    assert desk.source_text().marked(Mark.EVIDENCE) == [(span.first, span.last)]
    assert desk.source_text().hasFocus()


def test_the_strip_tells_what_was_made_and_of_which_file(
    qtbot: QtBot, filled: Filled, desk: Desk
) -> None:
    rows = desk.strip().made_list().rows()
    QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert [rows.index(at, 0).data() for at in range(rows.rowCount())] == ["Roadmap in health"]
    assert "fourth.txt" in desk.strip().facts()
    assert "SHA-256" in desk.strip().facts()
    shown = desk.strip().made_list()
    shown.setFocus()
    shown.setCurrentIndex(rows.index(0, 0))
    with qtbot.waitSignal(desk.open_requested) as opened:
        qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert opened.args == [filled.agreement]


def test_light_opens_another_source_at_the_sentence(
    filled: Filled, desk: Desk, settle: Settle
) -> None:
    span = span_of("It was signed in 2022.", OTHER)
    desk.light(filled.other, (span,))
    settle()
    source = desk.current_source()
    assert source is not None
    assert source.reference == "S-0002"
    assert desk.source_text().marked(Mark.LIT) == [(span.first, span.last)]
    assert desk.source_text().caret() == span.first
    again = span_of("Two years on", OTHER)
    desk.light(filled.other, (again,))
    assert desk.source_text().marked(Mark.LIT) == [(again.first, again.last)]


def test_words_found_are_lit_and_put_out(filled: Filled, desk: Desk, settle: Settle) -> None:
    desk.light_words([Lit(words=("meeting",))])
    settle()
    assert len(desk.source_text().marked(Mark.FOUND)) == 2
    desk.light_words([])
    assert not desk.source_text().marked(Mark.FOUND)
    desk.light_words([Lit(words=("signed",))])
    desk.show_source(filled.other)
    settle()
    assert len(desk.source_text().marked(Mark.FOUND)) == 1


def test_a_source_opens_again_where_it_was_left(filled: Filled, desk: Desk, settle: Settle) -> None:
    place = TEXT.index("Osh")
    desk.source_text().reveal(place)
    desk.show_source(filled.other)
    settle()
    desk.show_source(filled.source)
    settle()
    assert desk.source_text().caret() == place


def test_the_reading_state_is_saved_and_shown(
    qtbot: QtBot, filled: Filled, desk: Desk, settle: Settle
) -> None:
    state = desk.header().state_edit()
    assert state.value() == ReadingState.INBOX
    state.setFocus()
    qtbot.keyClick(state, Qt.Key.Key_Down)
    qtbot.keyClick(state, Qt.Key.Key_Return)
    settle()
    assert filled.sheet(filled.source).values["reading_state"] == ReadingState.READING


def test_a_title_changed_elsewhere_is_shown(
    filled: Filled, workspace: Workspace, desk: Desk, settle: Settle
) -> None:
    act = entries.set_field(filled.source, "title", "Another title", shown=None)
    workspace.operations.write(act, owner=workspace.operations)
    settle()
    assert desk.header().title() == "Another title"


def test_a_source_that_is_gone_closes_the_desk(qtbot: QtBot, desk: Desk, settle: Settle) -> None:
    with qtbot.waitSignal(desk.closed):
        desk.show_source(9999)
    settle()
    assert desk.current_source() is None


def test_a_source_without_a_text_says_so(
    filled: Filled, workspace: Workspace, desk: Desk, settle: Settle
) -> None:
    bare = filled.catalogue.write(entries.create_entry(EntryKind.SOURCE, {"title": "A letter"}))
    desk.show_source(bare.value)
    settle()
    assert not desk.source_text().isVisible()


def test_the_original_is_saved_as_it_came(
    qtbot: QtBot, tmp_path: Path, desk: Desk, settle: Settle
) -> None:
    path = tmp_path / "saved.txt"
    desk.save_original(path)
    settle()
    assert path.read_bytes() == TEXT.encode()
    with qtbot.waitSignal(desk.said) as told:
        desk.save_original(tmp_path / "nowhere" / "saved.txt")
    assert "could not be written" in str(told.args)
    settle()


def test_a_click_on_a_key_in_sight_is_as_good_as_the_key(
    qtbot: QtBot, workspace: Workspace, desk: Desk
) -> None:
    desk.source_text().reveal(TEXT.index("Osh"))
    qtbot.mouseClick(desk.hints().hint(DeskKey.SENTENCE), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(desk.hints().hint(DeskKey.PIN), Qt.MouseButton.LeftButton)
    assert workspace.pinboard.pin is not None
    assert workspace.pinboard.pin.words == "The next meeting will be in Osh."
    assert desk.source_text().hasFocus()


def test_keys_that_need_words_are_pale_without_them(desk: Desk) -> None:
    hint = desk.hints().hint(DeskKey.PERSON)
    assert not hint.isEnabled()
    _select(desk, "L. Aliyeva")
    assert hint.isEnabled()


def test_a_narrow_desk_puts_the_cards_beneath_the_text(desk: Desk) -> None:
    beside = desk.cards().mapTo(desk, desk.cards().rect().topLeft())
    desk.window().resize(420, 700)
    QApplication.processEvents()
    beneath = desk.cards().mapTo(desk, desk.cards().rect().topLeft())
    assert beside.x() > 0
    assert (beneath.x(), beneath.y() > beside.y()) == (0, True)


def test_every_control_has_a_name(desk: Desk) -> None:
    nameless = [
        widget
        for widget in desk.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or widget.property("text"))
        and type(widget).__name__ not in {"QLabel", "QScrollBar"}
    ]
    assert nameless == []


def test_entries_of_another_source_do_not_make_the_desk_read(
    filled: Filled, workspace: Workspace, desk: Desk, settle: Settle
) -> None:
    made = filled.catalogue.write(entries.create_entry(EntryKind.PERSON, {"title": "Somebody"}))
    before = desk.current_source()
    workspace.hub.changed.emit(made.change, None)
    settle()
    assert desk.current_source() is before
