from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.autosave import Autosave
from desktop.widgets.text_edit import BlockEdit
from desktop.widgets.undo_filter import UndoFilter
from desktop.widgets.value_edit import LineEdit
from tests.desktop.widgets.conftest import Show

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@dataclass
class Desk:
    line: LineEdit
    block: BlockEdit
    combo: QComboBox
    acts: list[str] = field(default_factory=list[str])


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, show: Show) -> Iterator[Desk]:
    made = Desk(LineEdit(), BlockEdit(), QComboBox(editable=True))
    window = show(made.line, made.block, made.combo)
    undo, redo = QAction("Undo", window), QAction("Redo", window)
    undo.setShortcuts(QKeySequence.StandardKey.Undo)
    redo.setShortcuts(QKeySequence.StandardKey.Redo)
    undo.triggered.connect(lambda: made.acts.append("undo"))
    redo.triggered.connect(lambda: made.acts.append("redo"))
    window.addActions([undo, redo])
    stands = UndoFilter(qapp)
    yield made
    qapp.focusChanged.disconnect(stands._on_focus_changed)
    stands.setParent(None)
    stands.deleteLater()


def press_undo(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.keyClick(widget, Qt.Key.Key_Z, CONTROL)


def press_redo(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.keyClick(widget, Qt.Key.Key_Z, CONTROL | SHIFT)


def test_the_window_undoes_where_a_line_has_nothing_to_take_back(desk: Desk, qtbot: QtBot) -> None:
    desk.line.set_value("saved long ago")
    press_undo(qtbot, desk.line)
    press_redo(qtbot, desk.line)
    assert desk.acts == ["undo", "redo"]
    assert desk.line.text() == "saved long ago"


def test_a_line_takes_back_its_typing_first(desk: Desk, qtbot: QtBot) -> None:
    desk.line.set_value("saved")
    qtbot.keyClicks(desk.line, "un")
    press_undo(qtbot, desk.line)
    assert (desk.line.text(), desk.acts) == ("saved", [])
    press_undo(qtbot, desk.line)
    assert (desk.line.text(), desk.acts) == ("saved", ["undo"])


def test_a_line_brings_back_its_typing_first(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.line, "word")
    press_undo(qtbot, desk.line)
    press_redo(qtbot, desk.line)
    assert (desk.line.text(), desk.acts) == ("word", [])
    press_redo(qtbot, desk.line)
    assert desk.acts == ["redo"]


def test_several_lines_behave_likewise(desk: Desk, qtbot: QtBot) -> None:
    desk.block.setFocus()
    press_undo(qtbot, desk.block)
    assert desk.acts == ["undo"]
    qtbot.keyClicks(desk.block, "word")
    press_undo(qtbot, desk.block)
    assert (desk.block.raw(), desk.acts) == ("", ["undo"])
    press_redo(qtbot, desk.block)
    assert (desk.block.raw(), desk.acts) == ("word", ["undo"])


def test_a_combo_that_can_be_typed_in_behaves_likewise(desk: Desk, qtbot: QtBot) -> None:
    desk.combo.setFocus()
    qtbot.keyClicks(desk.combo, "word")
    press_undo(qtbot, desk.combo)
    assert (desk.combo.currentText(), desk.acts) == ("", [])
    press_undo(qtbot, desk.combo)
    assert desk.acts == ["undo"]


def test_what_is_saved_is_undone_by_the_window(desk: Desk, qtbot: QtBot) -> None:
    autosave = Autosave()
    autosave.watch("title", desk.line)
    qtbot.keyClicks(desk.line, "word")
    qtbot.keyClick(desk.line, Qt.Key.Key_Return)
    autosave.accept("title", "word")
    press_undo(qtbot, desk.line)
    assert (desk.line.text(), desk.acts) == ("word", ["undo"])


def test_a_field_that_cannot_be_edited_leaves_the_key_to_the_window(
    desk: Desk, qtbot: QtBot
) -> None:
    qtbot.keyClicks(desk.block, "word")
    desk.block.setReadOnly(True)
    desk.block.setFocus()
    press_undo(qtbot, desk.block)
    assert (desk.block.raw(), desk.acts) == ("word", ["undo"])
