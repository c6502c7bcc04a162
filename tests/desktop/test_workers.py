"""Workers: the object they work for may go at any time, and what fails in them is written down."""

import subprocess
import sys
from functools import partial
from pathlib import Path
from threading import get_ident

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from db.errors import Refused
from desktop.bugs.log import begin_log, end_log, last_lines
from desktop.workers import Workers

ROOT = Path(__file__).parents[2]
PROGRAM = """
import shiboken6
from threading import Event
from PySide6.QtCore import QCoreApplication, QObject
from desktop.workers import Workers

app = QCoreApplication([])
has_begun, told = Event(), []

def work():
    has_begun.set()
    return sum(len(str(number)) for number in range(2_000_000))  # needs Python's lock all the while

parent = QObject()
owner = QObject(parent) if {has_parent} else QObject()
Workers(owner, 1).start(work, lambda *answer: told.append(answer))
has_begun.wait()
{going}
app.processEvents()
print("gone", told)
"""


@pytest.mark.parametrize(
    ("has_parent", "going"),
    [
        (False, "del owner"),
        (False, "shiboken6.delete(owner)"),
        (True, "shiboken6.delete(parent)"),
        (True, "del owner, parent"),
    ],
)
def test_an_owner_goes_while_work_for_it_is_under_way(has_parent: bool, going: str) -> None:
    program = PROGRAM.format(has_parent=has_parent, going=going)
    command = [sys.executable, "-c", program]
    ended = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert (ended.stdout, ended.stderr) == ("gone []\n", "")


def test_what_is_asked_dies_in_the_thread_that_asked(qtbot: QtBot) -> None:
    died, owner, told = list[int](), QObject(), list[int]()

    class Asker:
        def work(self) -> int:
            return 1

        def __del__(self) -> None:
            died.append(get_ident())

    workers = Workers(owner, 2)
    for _time in range(200):
        workers.start(Asker().work, lambda answer, _error: told.append(answer))
    qtbot.waitUntil(lambda: len(told) == 200)
    workers.wait()
    assert died == [get_ident()] * 200


def test_a_bug_is_told_and_written_down_and_a_refusal_only_told(qtbot: QtBot) -> None:
    def fail(error: Exception) -> None:
        raise error

    owner, told = QObject(), list[Exception | None]()
    workers = Workers(owner, 1)
    begin_log()
    try:
        for error in (Refused("act_missing"), IndexError("which")):
            workers.start(partial(fail, error), lambda _answer, error: told.append(error))
        qtbot.waitUntil(lambda: len(told) == 2)
        lines = "\n".join(last_lines(20))
    finally:
        end_log()
    assert [type(error) for error in told] == [Refused, IndexError]
    assert "IndexError" in lines
    assert "Refused" not in lines
