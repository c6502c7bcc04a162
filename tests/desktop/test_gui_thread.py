"""Nothing waits: what a person does in the window of a large catalogue, under the watch."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import Session, dress
from desktop.dialogs.jump import JumpDialog
from desktop.panels.entry_view import EntryView
from desktop.panels.facet_view import FacetView
from tests.benchmarks.generator import build
from tests.desktop.gui_watch import GuiWatch
from tests.desktop.keyboard import type_text

CTRL = Qt.KeyboardModifier.ControlModifier
PATIENCE_MS = 60_000

# what holds the thread each time is the program's; what does once, a busy machine's cold caches
pytestmark = pytest.mark.flaky(reruns=2, only_rerun=["the GUI thread:", "TimeoutError", "hasFocus"])


@pytest.fixture(scope="module")
def large_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "large.chancery"
    build(path, 20_000)
    return path


class Visitor:
    """Uses a window by keyboard and mouse, and waits for answers between."""

    def __init__(self, session: Session, qtbot: QtBot, watch: GuiWatch) -> None:
        assert session.window is not None
        self.window, self._qtbot, self._watch = session.window, qtbot, watch
        self._settle_at_first()

    def list(self) -> EntryView:
        view = self.window.findChild(EntryView)
        assert isinstance(view, EntryView)
        return view

    def rows(self) -> int:
        return self.list().model().rowCount()

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        with self._watch.during(f"key {key.name}"):
            QTest.keyClick(self.focus(), key, modifiers)
        self.wait(1, f"after key {key.name}")

    def type(self, text: str) -> None:
        for letter in text:
            with self._watch.during(f"typing {letter}"):
                type_text(self.focus(), letter)
            self.wait(20, f"after typing {letter}")

    def click(self, view: QAbstractItemView, index: QModelIndex) -> None:
        with self._watch.during("click"):
            left, place = Qt.MouseButton.LeftButton, view.visualRect(index).center()
            QTest.mouseClick(view.viewport(), left, pos=place)
        self.settle()

    def wait(self, milliseconds: int, why: str) -> None:
        with self._watch.during(why):
            self._qtbot.wait(milliseconds)

    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def settle(self) -> None:
        """Wait for all answers; counts and the rest follow a little later, so twice."""
        for _time in range(2):
            self._wait_until(lambda: self.window.workspace.operations.is_idle, "answers")
            self.wait(150, "what follows answers")

    def _settle_at_first(self) -> None:
        self._wait_until(lambda: self.window.is_ready, "opening")
        self.settle()

    def _wait_until(self, is_there: Callable[[], bool], why: str) -> None:
        with self._watch.during(why):
            self._qtbot.waitUntil(is_there, timeout=PATIENCE_MS)


@pytest.fixture
def visitor(
    large_path: Path, tmp_path: Path, qtbot: QtBot, qapp: QApplication, gui_watch: GuiWatch
) -> Iterator[Visitor]:
    path = tmp_path / "large.chancery"
    shutil.copyfile(large_path, path)
    dress(qapp)
    session = Session(qapp)
    assert session.begin(path)
    assert session.window is not None
    with qtbot.waitActive(session.window):
        session.window.activateWindow()
    yield Visitor(session, qtbot, gui_watch)
    with qtbot.waitSignal(session.window.closed, timeout=PATIENCE_MS):  # it may be backed up first
        session.window.close()
    session.window.deleteLater()
    session.close()


def test_opening_holds_nothing(visitor: Visitor) -> None:
    assert visitor.rows() > 1_000
    visitor.wait(4_000, "forms and dialogs that are made ready ahead")
    visitor.settle()


def test_finding_holds_nothing(visitor: Visitor) -> None:
    whole = visitor.rows()
    visitor.press(Qt.Key.Key_F, CTRL)
    visitor.type("health of:")
    visitor.settle()
    visitor.press(Qt.Key.Key_A, CTRL)
    visitor.press(Qt.Key.Key_Delete)
    visitor.settle()
    assert visitor.rows() == whole
    visitor.type("memorandum")
    visitor.settle()
    assert 0 < visitor.rows() < whole
    visitor.press(Qt.Key.Key_Escape)
    visitor.press(Qt.Key.Key_Escape)
    visitor.settle()


def test_lists_hold_nothing(visitor: Visitor) -> None:
    view = visitor.list()
    visitor.window.room.master.focus_list()
    visitor.settle()
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_PageDown, Qt.Key.Key_End):
        visitor.press(key)
        visitor.settle()
    visitor.press(Qt.Key.Key_A, CTRL)
    visitor.settle()
    assert view.selection()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    visitor.settle()
    for key in ("title", "reference", "date"):
        view.columns.sort_asked.emit(key)
        visitor.settle()
    assert view.selection()


def test_facets_hold_nothing(visitor: Visitor) -> None:
    visitor.window.room.master.toggle_facets()
    visitor.settle()
    facets = visitor.window.findChild(FacetView)
    assert isinstance(facets, FacetView)
    before = visitor.rows()
    for _click in range(2):
        visitor.click(facets, facets.model().index(0, 0, facets.model().index(0, 0)))
    assert visitor.rows() <= before


def test_entries_hold_nothing(visitor: Visitor) -> None:
    visitor.window.room.master.focus_list()
    shown: set[int] = set()
    for _entry in range(10):
        visitor.press(Qt.Key.Key_Down)
        visitor.settle()
        entry = visitor.window.room.detail.current_entry()
        assert entry is not None
        shown.add(entry.id)
    assert len(shown) == 10


def test_editing_holds_nothing(visitor: Visitor) -> None:
    room = visitor.window.room
    form = room.detail.form()
    assert form is not None
    before = form.sheet
    form.focus_title()
    visitor.press(Qt.Key.Key_End, CTRL)
    visitor.type(" anew")
    visitor.press(Qt.Key.Key_Tab)
    visitor.settle()
    assert form.sheet is not None
    assert before is not None
    assert form.sheet.title == f"{before.title} anew"
    room.sidebar.take_focus()
    visitor.press(Qt.Key.Key_Z, CTRL)
    visitor.settle()
    assert form.sheet.title == before.title


def test_jumping_holds_nothing(visitor: Visitor) -> None:
    visitor.press(Qt.Key.Key_K, CTRL)
    visitor.settle()
    dialog = visitor.window.findChild(JumpDialog)
    assert isinstance(dialog, JumpDialog)
    visitor.type("minister")
    visitor.settle()
    visitor.press(Qt.Key.Key_Return)
    visitor.settle()
