"""No unexpected error closes the window: it is written down, told once, and the act undone."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal, qWarning
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from db.act import Act
from db.catalogue import Catalogue
from db.commands.entries import create_entry
from db.terms import EntryKind
from desktop.bugs.bug import Bug
from desktop.bugs.crashes import end_watch_for_crashes, watch_for_crashes
from desktop.bugs.log import begin_log, end_log, last_lines, log_folder
from desktop.bugs.watch import Watch
from tests.desktop.windows import open_window

SECRET = "Сессия, о которой никто не знает"


class _Sender(QObject):
    sent = Signal(str)


@pytest.fixture
def watch() -> Iterator[Watch]:
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    watch = Watch()
    watch.begin()
    yield watch
    watch.end()
    end_log()
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks


def _fail(words: str) -> None:
    raise ValueError(words)


@pytest.mark.qt_no_exception_capture
def test_an_error_in_a_slot_is_told_once_and_written_each_time(watch: Watch, qtbot: QtBot) -> None:
    told, sender = list[Bug](), _Sender()
    watch.noticed.connect(told.append)
    sender.sent.connect(_fail)
    for _ in range(3):
        sender.sent.emit(SECRET)
    qtbot.waitUntil(lambda: len(told) == 1)
    lines = last_lines(50)
    assert sum("ValueError" in line for line in lines) == 3
    assert not any(SECRET in line for line in lines)


@pytest.mark.qt_no_exception_capture
def test_an_error_in_a_thread_is_told_by_the_window(watch: Watch, qtbot: QtBot) -> None:
    told = list[Bug]()
    watch.noticed.connect(told.append)
    thread = threading.Thread(target=_fail, args=(SECRET,))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: [bug.kinds for bug in told] == [("ValueError",)])


@pytest.mark.no_qt_log
def test_what_qt_complains_of_is_written_without_its_words(watch: Watch) -> None:
    begin_log()
    qWarning(SECRET)
    assert last_lines(1)[0].endswith("QtWarningMsg of default")


def test_a_fault_in_an_act_takes_it_back_and_is_told_in_the_window(
    qtbot: QtBot, qapp: QApplication, catalogue: Catalogue
) -> None:
    window = open_window(qtbot, qapp, catalogue)
    begin_log()

    def run(session: Session) -> None:
        create_entry(session, kind=EntryKind.PERSON, values={"title": SECRET})
        _fail(SECRET)

    operations = window.workspace.operations
    operations.write(Act(key="entry.create", run=run), owner=window)
    faults = window.room.faults
    qtbot.waitUntil(faults.isVisible)
    assert window.isVisible()
    with catalogue.look() as execute:
        assert [*execute("SELECT id FROM entry WHERE title = ?", (SECRET,))] == []
    qtbot.keyClick(faults._action, " ")
    copied = QApplication.clipboard().text()
    end_log()
    assert "ValueError" in copied
    assert SECRET not in copied
    assert not faults.isVisible()


def test_a_program_that_crashed_is_remembered_by_the_next(tmp_path: Path) -> None:
    script = (
        "import faulthandler, platformdirs, pathlib, sys\n"
        f"platformdirs.user_log_path = lambda *a, **k: pathlib.Path({str(log_folder())!r})\n"
        "from desktop.bugs.crashes import watch_for_crashes\n"
        "pathlib.Path(platformdirs.user_log_path()).mkdir(parents=True, exist_ok=True)\n"
        "watch_for_crashes()\n"
        "faulthandler._sigsegv()\n"
    )
    root = Path(__file__).parents[3]
    ended = subprocess.run([sys.executable, "-c", script], cwd=root, check=False)
    assert ended.returncode != 0
    begin_log()
    assert watch_for_crashes()
    assert any("crash Fatal Python error" in line for line in last_lines(200))
    end_watch_for_crashes()
    assert not watch_for_crashes()
    end_watch_for_crashes()
    end_log()
    assert [path.name for path in log_folder().iterdir()] == ["chancery.log"]
