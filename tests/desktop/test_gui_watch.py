"""The watch itself: what it tells, and what it overlooks."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.queries.rules import link_rules
from tests.desktop.gui_watch import LIMIT_MS, GuiWatch, innermost

ROOT = Path(__file__).parents[2]


def _work_for(milliseconds: float) -> None:
    until = time.thread_time() + milliseconds / 1000
    while time.thread_time() < until:
        sum(range(100))


TRACEBACKS = f"""Thread 0x00000000000000aa (most recent call first):
  File "{ROOT}/desktop/reader.py", line 3 in read

Current thread 0x00000000000000bb (most recent call first):
  File "/somewhere/else.py", line 1 in call
  File "{ROOT}/desktop/icons.py", line 7 in pixmap
  File "{ROOT}/desktop/window.py", line 9 in paint
"""


def test_a_thread_is_where_its_innermost_line_of_the_program_is() -> None:
    assert innermost(TRACEBACKS, 0xBB) == ["desktop/icons.py:7 in pixmap"]
    assert innermost(TRACEBACKS, 0xAA) == ["desktop/reader.py:3 in read"]
    assert innermost(TRACEBACKS, 0xCC) == []


@pytest.fixture
def watch(qapp: QApplication) -> GuiWatch:
    return GuiWatch()


def test_a_turn_that_is_too_long_is_told_with_what_was_waited_for(
    watch: GuiWatch, qtbot: QtBot
) -> None:
    QTimer.singleShot(0, lambda: _work_for(LIMIT_MS + 10))
    with watch.on_duty(), watch.during("an answer"):
        qtbot.wait(200)
    (complaint,) = watch.complaints()
    assert complaint.startswith("held")
    assert "an answer" in complaint


def test_many_short_turns_are_no_long_one(watch: GuiWatch, qtbot: QtBot) -> None:
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: _work_for(LIMIT_MS / 4))
    timer.start()
    with watch.on_duty(), watch.during("steps"):
        qtbot.wait(300)
    timer.stop()
    assert watch.longest
    assert watch.complaints() == []


def test_the_tests_own_work_is_not_told(watch: GuiWatch) -> None:
    with watch.on_duty():
        _work_for(LIMIT_MS + 10)
    assert watch.complaints() == []


def test_a_read_on_the_gui_thread_is_told(
    watch: GuiWatch, qtbot: QtBot, catalogue: Catalogue
) -> None:
    def read() -> None:
        with catalogue.read() as session:
            link_rules(session)

    QTimer.singleShot(0, read)
    with watch.on_duty(), watch.during("a question"):
        qtbot.wait(100)
    assert any("SELECT" in complaint for complaint in watch.complaints())
