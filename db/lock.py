"""Who has a catalogue open: one program writes, the others read and say who writes."""

import contextlib
import getpass
import json
import os
import socket
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from db.errors import LockedBy
from db.private import OWNER_ALONE, open_private


def lock_path(path: Path) -> Path:
    """Return the lock file of a catalogue."""
    return path.with_name(f".{path.name}.lock")


class CatalogueLock:
    """The right to write a catalogue; the system gives it back when the program dies."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = FileLock(lock_path(path), timeout=0, thread_local=False, mode=OWNER_ALONE)
        self._owner = lock_path(path).with_suffix(".owner")

    def take(self) -> None:
        """Take the lock and leave word of who has it.

        Raises:
            LockedBy: another program has it.
        """
        try:
            self._lock.acquire()
        except Timeout:
            raise self._taken() from None
        owner = {
            "who": f"{getpass.getuser()}@{socket.gethostname()}",
            "pid": os.getpid(),
            "since": datetime.now(UTC).isoformat(timespec="seconds"),
        }
        self._owner.unlink(missing_ok=True)
        with open_private(self._owner) as file:
            file.write(json.dumps(owner).encode())

    def give_back(self) -> None:
        """Give the lock back, and remove its files."""
        if not self._lock.is_locked:
            return
        with contextlib.suppress(OSError):  # a word left by a program that is gone misleads nobody
            self._owner.unlink(missing_ok=True)
        self._lock.release()
        with contextlib.suppress(OSError):  # another program may have taken it meanwhile
            lock_path(self._path).unlink(missing_ok=True)

    def _taken(self) -> LockedBy:
        try:
            owner = json.loads(self._owner.read_text(encoding="utf-8"))
            return LockedBy(self._path, str(owner["who"]), datetime.fromisoformat(owner["since"]))
        except (OSError, ValueError, KeyError, TypeError):
            return LockedBy(self._path, None, None)
