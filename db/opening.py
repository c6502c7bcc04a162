"""Opening a file: who may write it, whether it is sound, and whether it is of today's schema."""

import contextlib
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path

from db import schema
from db.engine import can_lock, dbapi2, enter_wal, leave_wal
from db.errors import CatalogueError, Damaged, LockedAway, LockedBy, NoLocks, ReadOnlyPlace
from db.locks.lock import CatalogueLock
from db.network import is_remote

_TRIES = 10
_PAUSE = 0.1
"""Seconds between two looks at a file that another program is writing just then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedFile:
    """A file that can be read, and why it can't be written, where it can't."""

    lock: CatalogueLock | None
    read_only_because: CatalogueError | None
    immutable: bool = False
    """Whether it is read as it stands: nothing can be written beside it, or nothing locked."""
    is_mended: bool = False
    """Whether derived data was damaged, and has been written anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How a catalogue is to be opened."""

    who: str = ""
    program: str = ""
    upgrading: Callable[[], None] | None = None
    backups: Path | None = None
    thorough: bool = False


def open_file(path: Path, wishes: Wishes) -> OpenedFile:
    """Make a file ready for use: locked, mended and of today's schema, as far as it can be.

    The lock comes first: nothing is taken back or mended under another program.

    Raises:
        Missing, NotACatalogue, Damaged, TooNew: what is wrong; the file is left as it was.
        LockedAway: another program has it, and it can't even be read meanwhile.
    """
    schema.recognise(path)
    try:
        lock = _lock(path, wishes.who)
    except (LockedBy, NoLocks, ReadOnlyPlace) as reason:
        return _open_to_read(path, wishes, reason)
    opened = None
    try:
        opened = _open_to_write(path, wishes, lock)
        return opened
    finally:
        if opened is None or opened.lock is None:
            lock.give_back()


def settle(path: Path) -> None:
    """Take back what a kill broke off, unless another program has the catalogue."""
    if schema.journal_of(path).exists():
        with contextlib.suppress(CatalogueError), locked(path):
            pass


@contextlib.contextmanager
def locked(path: Path) -> Generator[None]:
    """Hold the right to write a file, in which nothing stands half done.

    Raises:
        LockedBy, NoLocks, ReadOnlyPlace: it can't be written.
    """
    lock = _lock(path, "")
    try:
        schema.roll_back(path)
        yield
    finally:
        lock.give_back()


def _lock(path: Path, who: str) -> CatalogueLock:
    lock = CatalogueLock(path, who=who)
    with schema.telling(path):
        lock.take()
        reason = _why_not_written(path, lock)
    if reason is not None:
        lock.give_back()
        raise reason
    return lock


def _why_not_written(path: Path, lock: CatalogueLock) -> CatalogueError | None:
    try:
        with path.open("r+b"):
            pass
    except PermissionError:
        return ReadOnlyPlace(path)
    except FileNotFoundError:  # it is to be put there
        return None
    return None if lock.is_of_system or can_lock(path) else NoLocks(path)


def _open_to_write(path: Path, wishes: Wishes, lock: CatalogueLock) -> OpenedFile:
    schema.roll_back(path)
    is_mended = False
    try:
        revision = schema.inspect(path, thorough=wishes.thorough)
    except Damaged as damaged:
        if not _mended(path):
            return _open_damaged(path, damaged)
        revision, is_mended = schema.inspect(path), True
    if revision != schema.HEAD:
        _upgrade(path, wishes)
    _choose_journal(path)
    return OpenedFile(lock=lock, read_only_because=None, is_mended=is_mended)


def _open_to_read(path: Path, wishes: Wishes, reason: CatalogueError) -> OpenedFile:
    """Open a file that another program has, or that can't be written where it lies."""
    is_ours = not isinstance(reason, LockedBy)
    if isinstance(reason, LockedBy):
        _wait_for_journal(path, reason)
    with schema.telling(path):
        has_no_log = schema.is_in_wal_mode(path) and not schema.log_of(path).exists()
    immutable = isinstance(reason, NoLocks) or (is_ours and has_no_log)
    try:
        revision = _inspected(path, wishes, immutable=immutable, tries=1 if is_ours else _TRIES)
    except Damaged as damaged:
        return _open_damaged(path, damaged)
    if revision != schema.HEAD:
        raise reason
    return OpenedFile(lock=None, read_only_because=reason, immutable=immutable)


def _inspected(path: Path, wishes: Wishes, *, immutable: bool, tries: int) -> str:
    """Look at a file; again, where another program may just have been writing it."""
    for left in reversed(range(tries)):
        try:
            return schema.inspect(path, thorough=wishes.thorough, immutable=immutable)
        except (Damaged, ReadOnlyPlace):
            if not left:
                raise
            time.sleep(_PAUSE)
    raise AssertionError


def _wait_for_journal(path: Path, reason: LockedBy) -> None:
    """Wait until another program has chosen the journal that can be read over a network.

    Raises:
        LockedAway: it does not: for that program the disk is a local one.
    """
    if not is_remote(path):
        return
    for _ in range(_TRIES):
        if not schema.is_in_wal_mode(path):
            return
        time.sleep(_PAUSE)
    raise LockedAway(path, reason.owner, reason.since)


def _choose_journal(path: Path) -> None:
    """Let acts go into a write-ahead log, but on a network disk into a journal.

    Raises:
        LockedAway: there is a log that somebody reads, where the disk is a local one.
    """
    has_log = schema.is_in_wal_mode(path)
    if not is_remote(path):
        if not has_log:
            enter_wal(path)
    elif has_log:
        try:
            leave_wal(path)
        except dbapi2.OperationalError as error:
            raise LockedAway(path, None, None) from error


def _open_damaged(path: Path, damaged: Damaged) -> OpenedFile:
    """Open for reading what can be read."""
    from db.recovery.looking import is_readable  # noqa: PLC0415 - only damage needs it

    if not is_readable(path):
        raise damaged
    immutable = not schema.log_of(path).exists()
    return OpenedFile(lock=None, read_only_because=damaged, immutable=immutable)


def _mended(path: Path) -> bool:
    """Mend what can be mended without loss."""
    from db.recovery.looking import only_derived  # noqa: PLC0415 - likewise

    try:
        if not only_derived(path):
            return False
        from db.recovery.mending import mend  # noqa: PLC0415 - likewise

        mend(path)
    except CatalogueError:
        return False
    return True


def _upgrade(path: Path, wishes: Wishes) -> None:
    from db.backups.facts import Reason  # noqa: PLC0415 - only an older catalogue needs it
    from db.backups.making import make_backup  # noqa: PLC0415 - likewise
    from db.upgrading import upgrade  # noqa: PLC0415 - likewise

    if wishes.upgrading is not None:
        wishes.upgrading()
    make_backup(path, reason=Reason.MIGRATION, program=wishes.program, chosen=wishes.backups)
    upgrade(path)
