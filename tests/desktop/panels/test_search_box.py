"""The search box: what it tells, and where its keys lead."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.panels.search_box import SearchBox
from desktop.recent_searches import RecentSearches
from desktop.workspace import Workspace
from tests.desktop.keyboard import type_text
from tests.desktop.panels.conftest import Show

NEVER = 60_000
Make = Callable[[int], SearchBox]


@pytest.fixture
def make(workspace: Workspace) -> Make:
    def make(debounce_ms: int) -> SearchBox:
        recent = RecentSearches(workspace.settings, workspace.operations.catalogue.path)
        return SearchBox(workspace, recent, debounce_ms=debounce_ms)

    return make


def test_typing_is_told_once_when_it_pauses(qtbot: QtBot, show: Show, make: Make) -> None:
    box = make(20)
    show(box)
    told = QSignalSpy(box.query_changed)
    with qtbot.waitSignal(box.query_changed):
        type_text(box, "здоровье")
    assert told.count() == 1
    assert told.at(0) == ["здоровье"]


def test_a_lone_letter_asks_for_nothing_yet(qtbot: QtBot, show: Show, make: Make) -> None:
    box = make(0)
    show(box)
    type_text(box, "h")
    assert box.query() == ""
    with qtbot.waitSignal(box.query_changed) as told:
        type_text(box, "e")
    assert told.args == ["he"]
    box.setText("country:AZ h")
    assert box.query() == "country:AZ"
    box.setText("number:5")
    assert box.query() == "number:5"


def test_a_field_is_told_at_once_when_it_is_complete(qtbot: QtBot, show: Show, make: Make) -> None:
    box = make(NEVER)
    show(box)
    with qtbot.waitSignal(box.query_changed) as told:
        type_text(box, "country:AZ ")
    assert told.args == ["country:AZ"]
    with qtbot.waitSignal(box.query_changed) as told:
        type_text(box, 'title:"health care"')
    assert told.args == ['country:AZ title:"health care"']
    with qtbot.assertNotEmitted(box.query_changed):
        type_text(box, " words are told later")


def test_a_query_made_elsewhere_is_shown_and_not_told_back(
    qtbot: QtBot, show: Show, make: Make
) -> None:
    box = make(0)
    show(box)
    with qtbot.assertNotEmitted(box.query_changed, wait=30):
        box.set_query("country:AZ type:protocol")
    assert box.text() == "country:AZ type:protocol"
    assert box.cursorPosition() == len(box.text())
    with qtbot.waitSignal(box.query_changed) as told:
        type_text(box, " health")
    assert told.args == ["country:AZ type:protocol health"]


def test_a_query_shown_again_leaves_the_cursor_where_it_is(show: Show, make: Make) -> None:
    box = make(0)
    show(box)
    box.set_query("country:AZ")
    box.setCursorPosition(3)
    box.set_query("country:AZ ")
    assert box.cursorPosition() == 3


def test_escape_empties_the_line_and_then_leaves_it(qtbot: QtBot, show: Show, make: Make) -> None:
    box = make(0)
    show(box)
    with qtbot.waitSignal(box.query_changed):
        box.setText("health")
    with qtbot.assertNotEmitted(box.left), qtbot.waitSignal(box.query_changed) as told:
        qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert (told.args, box.text()) == ([""], "")
    with qtbot.waitSignal(box.left):
        qtbot.keyClick(box, Qt.Key.Key_Escape)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F1])
def test_its_keys_are_the_boxes_even_where_the_window_has_a_shortcut_for_them(
    qtbot: QtBot, show: Show, make: Make, key: Qt.Key
) -> None:
    box = make(0)
    window = show(box)
    shortcut = QShortcut(key, window)
    helped = QSignalSpy(box.help_asked)
    box.take_focus()
    box.setText("health")
    with qtbot.assertNotEmitted(shortcut.activated):
        qtbot.keyClick(box, key)
    assert (box.text(), helped.count()) == (("health", 1) if key == Qt.Key.Key_F1 else ("", 0))


def test_down_and_enter_tell_at_once_and_go_to_the_list(
    qtbot: QtBot, show: Show, make: Make
) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        box = make(NEVER)
        show(box)
        box.setText("health")
        with qtbot.waitSignals([box.query_changed, box.left], order="strict"):
            qtbot.keyClick(box, key)


def test_a_slash_comes_here_from_anywhere_but_a_text(qtbot: QtBot, show: Show, make: Make) -> None:
    box = make(0)
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


def test_a_query_can_be_saved_as_soon_as_there_is_one(qtbot: QtBot, show: Show, make: Make) -> None:
    box = make(0)
    show(box)
    star = next(action for action in box.actions() if action.text() == "Save this search")
    assert not star.isVisible()
    type_text(box, "health")
    assert star.isVisible()
    with qtbot.waitSignal(box.save_asked):
        star.trigger()


def test_the_box_can_be_heard(make: Make) -> None:
    box = make(0)
    assert box.accessibleName() == "Find"
    assert "Ctrl+Space" in box.accessibleDescription()
    assert "country:AZ" in box.placeholderText()
