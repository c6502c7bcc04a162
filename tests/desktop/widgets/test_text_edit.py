from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from desktop.widgets.text_edit import BlockEdit
from tests.desktop.keyboard import type_text
from tests.desktop.widgets.conftest import Show


def test_the_field_grows_with_its_lines_up_to_twelve(qtbot: QtBot, show: Show) -> None:
    block = BlockEdit()
    show(block)
    heights: list[int] = []
    for lines in (1, 2, 3, 12, 13, 40):
        block.set_value("\n".join("word" for _ in range(lines)))
        heights.append(block.sizeHint().height())
    one, two, three, twelve, thirteen, forty = heights
    assert one == two < three < twelve == thirteen == forty


def test_a_field_filled_before_it_is_seen_shows_all_its_lines(qtbot: QtBot, show: Show) -> None:
    block = BlockEdit(least_lines=1)
    block.set_value("word " * 40)
    block.setFixedWidth(block.fontMetrics().averageCharWidth() * 40)
    show(block)
    qtbot.waitUntil(lambda: block.height() == block.sizeHint().height())
    lines = block.document().firstBlock().layout().lineCount()
    assert lines > 1
    assert block.viewport().height() >= lines * block.fontMetrics().lineSpacing()


def test_tab_leaves_the_field_and_commits_it(qtbot: QtBot, show: Show) -> None:
    block = BlockEdit()
    show(block)
    type_text(block, "Сводка")
    with qtbot.waitSignal(block.committed) as committed:
        qtbot.keyClick(block, Qt.Key.Key_Tab)
    assert committed.args == ["Сводка"]
    assert not block.hasFocus()


def test_enter_starts_a_line_and_control_enter_commits(qtbot: QtBot, show: Show) -> None:
    block = BlockEdit()
    show(block)
    qtbot.keyClicks(block, "one")
    qtbot.keyClick(block, Qt.Key.Key_Return)
    qtbot.keyClicks(block, "two")
    with qtbot.waitSignal(block.committed) as committed:
        qtbot.keyClick(block, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert committed.args == ["one\ntwo"]


def test_filling_the_field_tells_nobody(qtbot: QtBot) -> None:
    block = BlockEdit()
    qtbot.addWidget(block)
    with qtbot.assertNotEmitted(block.edited), qtbot.assertNotEmitted(block.committed):
        block.set_value("one\ntwo")
    assert block.value() == "one\ntwo"


def test_no_break_spaces_stay(qtbot: QtBot) -> None:
    block = BlockEdit()
    qtbot.addWidget(block)
    block.set_value("г.\u00a0Москва\nг.\u202fБаку")
    assert block.raw() == "г.\u00a0Москва\nг.\u202fБаку"


def test_settling_forgets_undo_and_keeps_the_cursor(qtbot: QtBot) -> None:
    block = BlockEdit()
    qtbot.addWidget(block)
    qtbot.keyClicks(block, "one")
    block.moveCursor(QTextCursor.MoveOperation.Left)
    assert block.document().isUndoAvailable()
    block.settle()
    assert not block.document().isUndoAvailable()
    assert block.textCursor().position() == 2
