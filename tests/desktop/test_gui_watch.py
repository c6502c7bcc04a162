"""The watch itself: what it tells, and what it overlooks."""

import signal
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.queries.rules import link_rules
from desktop.steps import Steps
from tests.desktop import gui_watch
from tests.desktop.gui_watch import LIMIT_MS, GuiWatch


def _work_for(milliseconds: float) -> None:
    until = time.thread_time() + milliseconds / 1000
    while time.thread_time() < until:
        sum(range(100))


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


def test_the_line_of_the_program_that_led_there_is_told_and_the_handler_put_back(
    watch: GuiWatch, qtbot: QtBot
) -> None:
    before = signal.getsignal(gui_watch.SIGNAL)

    def work() -> Iterator[None]:
        _work_for(LIMIT_MS + 10)
        yield

    steps = Steps()
    steps.run(work(), lambda: None)
    with watch.on_duty(), watch.during("a step"):
        qtbot.wait(300)
    (complaint,) = watch.complaints()
    assert "desktop/steps.py" in complaint
    assert "in _step" in complaint
    assert signal.getsignal(gui_watch.SIGNAL) == before
