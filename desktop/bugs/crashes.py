"""What is left of a program that the system ended in the middle of things: where it was then.

Python writes it, without any value, into a file of the running program's own; the next one to
start reads it into the log. Several programs may run at a time.
"""

import faulthandler
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from db.private import open_private
from desktop.bugs.log import complain, log_folder

_PREFIX, _SUFFIX = "crash-", ".log"
_open: list[TextIO] = []
"""Kept open, since the file is written when nothing else works any more."""


def watch_for_crashes() -> bool:
    """Let a crash of this program be written down; tell whether an earlier one has crashed."""
    has_crashed = False
    with suppress(OSError):
        left = [_take_in(path) for path in log_folder().glob(f"{_PREFIX}*{_SUFFIX}")]
        has_crashed = any(left)
        path = _path_of(os.getpid())
        open_private(path).close()
        _open.append(path.open("w", encoding="utf-8"))
        faulthandler.enable(_open[-1])
    return has_crashed


def end_watch_for_crashes() -> None:
    """Leave nothing behind, now that the program ends in order."""
    if _open:
        faulthandler.disable()
        _open.pop().close()
        _path_of(os.getpid()).unlink(missing_ok=True)


def _path_of(process: int) -> Path:
    return log_folder() / f"{_PREFIX}{process}{_SUFFIX}"


def _take_in(path: Path) -> bool:
    """Put what a program left into the log, if that program runs no more; tell if it crashed."""
    process = path.name.removeprefix(_PREFIX).removesuffix(_SUFFIX)
    if process.isdigit() and _is_running(int(process)):
        return False
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    for line in lines:
        complain(f"crash {line}")
    path.unlink()
    return bool(lines)


def _is_running(process: int) -> bool:
    if sys.platform == "win32":
        return False  # the file of a running program can't be removed there, and stays
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
