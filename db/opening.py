"""Opening a file: who may write it, whether it is sound, and whether it is of today's schema."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from db import schema
from db.errors import CatalogueError, Damaged, LockedBy, ReadOnlyPlace
from db.lock import CatalogueLock


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedFile:
    """A file that can be read, and why it can't be written, where it can't."""

    lock: CatalogueLock | None
    read_only_because: CatalogueError | None
    immutable: bool = False
    """Whether nothing can be written beside it, as reading in WAL mode would."""
    is_mended: bool = False
    """Whether derived data was damaged, and has been written anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How a catalogue is to be opened."""

    program: str = ""
    upgrading: Callable[[], None] | None = None
    backups: Path | None = None
    thorough: bool = False


def open_file(path: Path, wishes: Wishes) -> OpenedFile:
    """Make a file ready for use: locked, mended and of today's schema, as far as it can be.

    Raises:
        Missing, NotACatalogue, Damaged, TooNew: what is wrong; the file is left as it was.
    """
    try:
        revision = schema.inspect(path, thorough=wishes.thorough)
    except Damaged as damaged:
        return _open_damaged(path, wishes, damaged)
    lock, reason = _take_lock(path)
    try:
        if revision != schema.HEAD:
            _upgrade(path, reason, wishes)
    except BaseException:
        if lock is not None:
            lock.give_back()
        raise
    immutable = isinstance(reason, ReadOnlyPlace)
    return OpenedFile(lock=lock, read_only_because=reason, immutable=immutable)


def _open_damaged(path: Path, wishes: Wishes, damaged: Damaged) -> OpenedFile:
    """Mend what can be mended without loss; else open for reading what can be read."""
    from db.recovery.looking import has_log, is_readable  # noqa: PLC0415 - only damage needs it

    if _mended(path):
        return replace(open_file(path, wishes), is_mended=True)
    if not is_readable(path):
        raise damaged
    return OpenedFile(lock=None, read_only_because=damaged, immutable=not has_log(path))


def _mended(path: Path) -> bool:
    from db.recovery.looking import only_derived  # noqa: PLC0415 - likewise

    lock, _reason = _take_lock(path)
    if lock is None:
        return False
    try:
        if not only_derived(path):
            return False
        from db.recovery.mending import mend  # noqa: PLC0415 - likewise

        mend(path)
    except CatalogueError:
        return False
    finally:
        lock.give_back()
    return True


def _upgrade(path: Path, reason: CatalogueError | None, wishes: Wishes) -> None:
    from db.backups.facts import Reason  # noqa: PLC0415 - only an older catalogue needs it
    from db.backups.making import make_backup  # noqa: PLC0415 - likewise
    from db.upgrading import upgrade  # noqa: PLC0415 - likewise

    if reason is not None:
        raise reason
    if wishes.upgrading is not None:
        wishes.upgrading()
    make_backup(path, reason=Reason.MIGRATION, program=wishes.program, chosen=wishes.backups)
    upgrade(path)


def _take_lock(path: Path) -> tuple[CatalogueLock | None, CatalogueError | None]:
    lock = CatalogueLock(path)
    try:
        with schema.telling(path):
            lock.take()
    except (LockedBy, ReadOnlyPlace) as reason:
        return None, reason
    if not _is_writable(path):
        lock.give_back()
        return None, ReadOnlyPlace(path)
    return lock, None


def _is_writable(path: Path) -> bool:
    try:
        with path.open("r+b"):
            return True
    except PermissionError:
        return False
