"""The right to write a catalogue: the system's lock, and a claim that reaches further.

The system's lock tells at once that a program of this computer died. The claim (``db.locks.claim``)
says who has the catalogue, and holds where the lock does not: between computers whose file server
knows nothing of locks, and on file systems that have none.
"""

import contextlib
import errno
import sys
import time
from pathlib import Path
from threading import Event, Lock, Thread

from filelock import FileLock, Timeout

from db.errors import LockedBy
from db.locks import claim as claims
from db.locks.claim import Claim, find_claim

_UNSUPPORTED = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL}
_TRIES = 10
_PAUSE = 0.05
"""Seconds between two tries while somebody has the lock but left no word: he comes or goes."""


def lock_path(path: Path) -> Path:
    """Return the lock file of a catalogue."""
    return path.with_name(f".{path.name}.lock")


class CatalogueLock:
    """The right of one program to write a catalogue, given back when the program dies."""

    def __init__(self, path: Path, *, who: str = "") -> None:
        self._path, self._claim = path, Claim(path, who)
        self._lock = FileLock(
            lock_path(path),
            timeout=0,
            thread_local=False,
            mode=claims.rights_of(path),
            fallback_to_soft=False,
        )
        self.is_of_system = True
        """Whether the system holds it; else the claim alone does."""
        self._turn, self._over = Lock(), Event()
        self._given = 0.0
        self._lost: LockedBy | None = None

    @property
    def lost_to(self) -> LockedBy | None:
        """Who has taken it from this program, which had given no sign of life for too long."""
        return self._lost

    def take(self) -> None:
        """Take the lock and leave word of who has it.

        Raises:
            LockedBy: another program has it.
            OSError: nothing can be made beside the catalogue.
        """
        self._take_file()
        try:
            self._claim.take(alone=self.is_of_system)
        except BaseException:
            self._give_file_back()
            raise
        self._lost, self._given = None, time.time()
        self._over = Event()
        Thread(target=self._live, args=(self._over,), name="sign of life", daemon=True).start()

    def check(self) -> None:
        """Make sure, before something is written for good, that the lock is still ours.

        As long as signs of life were given in time nobody can have taken it; a computer that slept
        gives one first.

        Raises:
            LockedBy: another program has taken it.
            OSError: its folder can't be reached.
        """
        if abs(time.time() - self._given) > 2 * claims.BEAT:
            self._renew()
        if self._lost is not None:
            raise self._lost

    def give_back(self) -> None:
        """Give the lock back, and remove its files."""
        with self._turn:
            self._over.set()
            self._claim.drop()
        self._give_file_back()

    def _live(self, over: Event) -> None:
        while not over.wait(claims.BEAT) and self._lost is None:
            with contextlib.suppress(OSError):  # told when something is to be written
                self._renew()

    def _renew(self) -> None:
        with self._turn:
            if self._over.is_set() or self._lost is not None:
                return
            try:
                self._claim.renew()
                self._given = time.time()
            except LockedBy as lost:
                self._lost = lost

    def _take_file(self) -> None:
        for left in reversed(range(_TRIES)):
            try:
                self.is_of_system = self._acquired()
            except Timeout:
                found = find_claim(self._path)
                if found is not None:
                    raise found.refusal(self._path) from None
                if not left:
                    raise LockedBy(self._path, None, None) from None
                time.sleep(_PAUSE)
            else:
                return

    def _acquired(self) -> bool:
        """Take the system's lock; return whether there is such a thing."""
        try:
            self._lock.acquire()
        except Timeout:
            raise
        except OSError as error:
            if error.errno not in _UNSUPPORTED:
                raise
        except NotImplementedError:
            pass
        else:
            return True
        lock_path(self._path).unlink(missing_ok=True)
        return False

    def _give_file_back(self) -> None:
        """Remove the lock file while it is ours: given back, it may be another's at once."""
        if not self._lock.is_locked:
            return
        if sys.platform != "win32":
            self._remove_file()
        self._lock.release()
        if sys.platform == "win32":  # which removes nothing that somebody has open
            self._remove_file()

    def _remove_file(self) -> None:
        with contextlib.suppress(OSError):
            lock_path(self._path).unlink(missing_ok=True)
