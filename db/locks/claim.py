"""A claim: a folder beside the catalogue, with one file in it named by the token of its holder.

It holds where the system's locks don't reach: across computers, and on file systems without any.
Two things alone are asked of a file system. A folder takes the place of an empty one, or of none,
in one step (rename(2)), so that of several programs one has it; and a file is removed by its own
name, so that what is thrown away as left behind is never what another has claimed meanwhile.

As a sign of life the holder writes its file anew every `BEAT` seconds. How old a sign is says the
clock of the file server alone: its time is compared with that of a file just made there.
"""

import contextlib
import errno
import os
import secrets
import stat
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from db.errors import LockedBy
from db.locks.owner import Owner, read_owner, this_program

BEAT = 15.0
"""Seconds between two signs of life."""
STALE = 60.0
"""Seconds without one after which a claim stands for nobody."""
_TRIES = 20
_PAUSE = 0.02
_TAKEN = {errno.EEXIST, errno.ENOTEMPTY, errno.EACCES, errno.EPERM, errno.ENOTDIR}
"""How systems say that a folder can't be put in place of one that is not empty."""

_HELD = set[str]()
"""The tokens of the claims of this very process."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A claim that was found."""

    path: Path
    written: float
    """When its last sign of life was given, by the file server's clock."""
    owner: Owner | None

    def may_be_alive(self, now: Callable[[], float], *, alone: bool) -> bool:
        """Tell whether its holder may live; `now` tells the time of the file server's clock.

        `alone`: the system's lock is ours, and so no other program of this computer has it.
        """
        if self.path.name in _HELD:
            return True
        if self.owner is not None and self.owner.is_here:
            running = self.owner.is_running()
            if running is not None:
                return running and self.owner.process != os.getpid()
            if alone:
                return False
        return abs(now() - self.written) < STALE

    def refusal(self, catalogue: Path) -> LockedBy:
        """Return what whoever wants to write is told."""
        owner = self.owner
        if owner is None:
            return LockedBy(catalogue, None, None)
        return LockedBy(catalogue, owner.who, owner.since, is_elsewhere=not owner.is_here)


def claim_path(catalogue: Path) -> Path:
    """Return the folder of the claim to a catalogue."""
    return catalogue.with_name(f".{catalogue.name}.claim")


def find_claim(catalogue: Path) -> Found | None:
    """Return the claim to a catalogue, whether or not its holder lives."""
    with contextlib.suppress(OSError):  # gone meanwhile, or nobody's to read
        for path in claim_path(catalogue).iterdir():
            if not path.name.startswith("."):  # what file servers and file managers put there
                owner = read_owner(path.read_bytes())
                return Found(path=path, written=path.stat().st_mtime, owner=owner)
    return None


def who_has(catalogue: Path) -> LockedBy | None:
    """Return who has a catalogue open, without claiming it; None where nobody does.

    Raises:
        OSError: the folder can't be looked at or written.
    """
    found = find_claim(catalogue)
    if found is None or not found.may_be_alive(lambda: _now_beside(catalogue), alone=False):
        return None
    return found.refusal(catalogue)


class Claim:
    """The claim of this program to one catalogue."""

    def __init__(self, catalogue: Path, who: str) -> None:
        self._catalogue, self._who = catalogue, who
        self._place = claim_path(catalogue)
        self._token = secrets.token_hex(8)
        self._word = b""

    @property
    def path(self) -> Path:
        """The file that is there as long as the claim is ours."""
        return self._place / self._token

    def take(self, *, alone: bool) -> None:
        """Make the claim, in place of one whose holder is gone.

        Raises:
            LockedBy: another program has it.
            OSError: nothing can be made there.
        """
        self._word = this_program(self._who).written()
        room = self._place.with_name(f"{self._place.name}-{self._token}")
        try:
            now = self._furnish(room)
            self._move_in(room, now, alone=alone)
            _HELD.add(self._token)
        finally:
            _remove(room)
        self._sweep(now)

    def renew(self) -> None:
        """Give a sign of life; make the claim anew if it was thrown away and nobody has it since.

        Raises:
            LockedBy: another program has taken it.
            OSError: the folder can't be reached.
        """
        try:
            with self.path.open("r+b", buffering=0) as file:
                file.write(self._word)
        except (FileNotFoundError, NotADirectoryError):
            if not self._catalogue.parent.is_dir():
                raise
            _HELD.discard(self._token)
            self.take(alone=False)

    def drop(self) -> None:
        """Give the claim up."""
        _HELD.discard(self._token)
        with contextlib.suppress(OSError):  # left behind it is known as such
            self.path.unlink(missing_ok=True)
            self._place.rmdir()

    def _furnish(self, room: Path) -> float:
        """Make the folder that is to take the place; return what time it is there."""
        rights = rights_of(self._catalogue)
        room.mkdir(mode=0o700)
        room.chmod(rights | (rights & 0o444) >> 2)
        file = room / self._token
        file.write_bytes(self._word)
        file.chmod(rights)
        return file.stat().st_mtime

    def _move_in(self, room: Path, now: float, *, alone: bool) -> None:
        for _ in range(_TRIES):
            if _renamed(room, self._place):
                return
            found = find_claim(self._catalogue)
            if found is None:  # just being given up, or an empty folder left behind
                _remove(self._place, hidden=True)
                time.sleep(_PAUSE)
            elif found.may_be_alive(lambda: now, alone=alone):
                raise found.refusal(self._catalogue)
            else:
                found.path.unlink(missing_ok=True)
        raise LockedBy(self._catalogue, None, None)

    def _sweep(self, now: float) -> None:
        """Throw away what programs that were killed while they claimed have left."""
        for left in self._catalogue.parent.glob(f"{self._place.name}-*"):
            with contextlib.suppress(OSError):
                if now - left.stat().st_mtime > STALE:
                    _remove(left)


def _renamed(room: Path, place: Path) -> bool:
    """Give a folder its place, unless one that is not empty stands there."""
    try:
        room.rename(place)
    except OSError as error:
        if error.errno not in _TAKEN:
            raise
        return False
    return True


def _remove(folder: Path, *, hidden: bool = False) -> None:
    """Remove a folder of a claim with all in it, or with what is hidden in it alone."""
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if path.name.startswith(".") or not hidden:
                path.unlink(missing_ok=True)
        folder.rmdir()


def rights_of(catalogue: Path) -> int:
    """Return the rights of what lies beside a catalogue: its own, but always open to its owner."""
    try:
        return stat.S_IMODE(catalogue.stat().st_mode) & 0o666 | 0o600
    except OSError:
        return 0o600


def _now_beside(catalogue: Path) -> float:
    """Return what time it is by the clock of the file server."""
    room = claim_path(catalogue).with_name(f"{claim_path(catalogue).name}-{secrets.token_hex(8)}")
    try:
        room.mkdir(mode=0o700)
        (room / "now").write_bytes(b"now")
        return (room / "now").stat().st_mtime
    finally:
        _remove(room)
