from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.panels.search_box import SearchBox
from tests.desktop.keyboard import type_text
from tests.desktop.panels.conftest import Show


def test_typing_is_told_once_when_it_pauses(qtbot: QtBot, show: Show) -> None:
    box = SearchBox(debounce_ms=20)
    show(box)
    told = QSignalSpy(box.typed_changed)
    with qtbot.waitSignal(box.typed_changed):
        type_text(box, "здоровье")
    assert told.count() == 1
    assert told.at(0) == ["здоровье"]


def test_one_letter_finds_nothing_and_going_back_to_it_finds_all(qtbot: QtBot, show: Show) -> None:
    box = SearchBox(debounce_ms=0)
    show(box)
    type_text(box, "h")
    assert box.typed() == ""
    with qtbot.waitSignal(box.typed_changed) as told:
        type_text(box, "e")
    assert told.args == ["he"]
    with qtbot.waitSignal(box.typed_changed) as told:
        qtbot.keyClick(box, Qt.Key.Key_Backspace)
    assert told.args == [""]


def test_escape_empties_the_line_and_then_leaves_it(qtbot: QtBot, show: Show) -> None:
    box = SearchBox(debounce_ms=0)
    show(box)
    box.setText("health")
    with qtbot.waitSignal(box.typed_changed):
        pass
    with qtbot.assertNotEmitted(box.left), qtbot.waitSignal(box.typed_changed) as told:
        qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert (told.args, box.text()) == ([""], "")
    with qtbot.waitSignal(box.left):
        qtbot.keyClick(box, Qt.Key.Key_Escape)


def test_escape_is_the_boxes_even_where_the_window_has_a_shortcut_for_it(
    qtbot: QtBot, show: Show
) -> None:
    box = SearchBox(debounce_ms=0)
    window = show(box)
    shortcut = QShortcut(Qt.Key.Key_Escape, window)
    box.take_focus()
    box.setText("health")
    with qtbot.assertNotEmitted(shortcut.activated):
        qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""


def test_down_and_enter_tell_at_once_and_go_to_the_list(qtbot: QtBot, show: Show) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        box = SearchBox(debounce_ms=60_000)
        show(box)
        box.setText("health")
        with qtbot.waitSignals([box.typed_changed, box.left], order="strict"):
            qtbot.keyClick(box, key)


def test_a_slash_comes_here_from_anywhere_but_a_text(qtbot: QtBot, show: Show) -> None:
    box = SearchBox()
    window = show(box)
    elsewhere = window.findChild(QLineEdit, "elsewhere")
    assert elsewhere is not None
    elsewhere.setFocus()
    qtbot.keyClick(elsewhere, Qt.Key.Key_Slash)
    assert (elsewhere.text(), box.hasFocus()) == ("/", False)
    window.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Slash)
    assert box.hasFocus()
    assert box.text() == ""
