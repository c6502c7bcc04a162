"""Enter presses the button that has the focus, and no other."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from desktop.widgets.enter_key import enter_presses

SHIFT = Qt.KeyboardModifier.ShiftModifier


class Asking(QDialog):
    def __init__(self) -> None:
        super().__init__()
        self.line, self.go, self.leave = QLineEdit(), QPushButton("Go"), QPushButton("Cancel")
        self.pressed = list[str]()
        column = QVBoxLayout(self)
        for part in (self.line, self.go, self.leave):
            column.addWidget(part)
        self.go.clicked.connect(partial(self.pressed.append, "Go"))
        self.leave.clicked.connect(partial(self.pressed.append, "Cancel"))
        enter_presses(self.go, self.leave)


@pytest.fixture
def asking(qtbot: QtBot) -> Asking:
    dialog = Asking()
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_button_with_the_focus_is_pressed(asking: Asking, key: Qt.Key) -> None:
    QTest.keyClick(asking.leave, key)
    assert asking.pressed == ["Cancel"]
    QTest.keyClick(asking.go, key)
    assert asking.pressed == ["Cancel", "Go"]


def test_no_button_is_pressed_from_a_line(asking: Asking) -> None:
    QTest.keyClick(asking.line, Qt.Key.Key_Return)
    assert asking.pressed == []


def test_a_button_is_not_pressed_from_another_that_is_the_default(asking: Asking) -> None:
    asking.go.setDefault(True)
    QTest.keyClick(asking.leave, Qt.Key.Key_Return)
    assert asking.pressed == ["Cancel"]
    QTest.keyClick(asking.line, Qt.Key.Key_Return)
    assert asking.pressed == ["Cancel", "Go"]


def test_a_disabled_button_and_other_keys_press_nothing(asking: Asking) -> None:
    QTest.keyClick(asking.leave, Qt.Key.Key_Return, SHIFT)
    asking.leave.setEnabled(False)
    QTest.keyClick(asking.leave, Qt.Key.Key_Return)
    assert asking.pressed == []
