"""Restoring a backup whole: today's file becomes a backup, then the old one takes its place.

References and the ids of rows, once given, are never given again: the counters of today are carried
into the file that is restored.
"""

import contextlib
import os
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from db import schema
from db.backups.archive import sync, sync_folder
from db.backups.facts import Backup, Reason
from db.backups.making import make_backup
from db.backups.places import workroom
from db.backups.unpacking import unpack_sound
from db.backups.watching import Watch
from db.engine import connect_raw, dbapi2, leave_wal
from db.errors import AlreadyThere, Damaged, LockedBy, NotACatalogue
from db.opening import locked
from db.private import make_private

_LOGS = ("-wal", "-shm", "-journal")
_COUNTERS = (("sqlite_sequence", "name", "seq"), ("reference_counter", "kind", "last"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What has become of the file that was there: a backup, or where it was damaged, a copy."""

    backup: Backup | None = None
    copy: Path | None = None


def restore(
    path: Path,
    backup: Path,
    *,
    program: str = "",
    chosen: Path | None = None,
    watch: Watch | None = None,
) -> Restored:
    """Put the catalogue of a backup in place of the one there is, which nobody may have open.

    All of it happens or nothing: until the file is replaced, which is one step, today's is there.

    Raises:
        BackupUnusable, TooNew, LockedBy, DiskFull, ReadOnlyPlace, Interrupted: nothing was done.
    """
    watch = watch or Watch()
    with schema.telling(path), locked(path), workroom(path.absolute().parent) as room:
        whole = unpack_sound(backup, room, watch)
        kept = keep_as_it_is(path, program=program, chosen=chosen, watch=watch)
        watch.interruption.check()
        _carry_counters(path, whole)
        replace(path, whole)
    return kept


def restore_as(backup: Path, target: Path, *, watch: Watch | None = None) -> None:
    """Unpack the catalogue of a backup into a new file.

    Raises:
        AlreadyThere: a file of that name exists; else as `restore`.
    """
    if target.exists():
        raise AlreadyThere(target)
    with schema.telling(target), workroom(target.absolute().parent) as room:
        whole = unpack_sound(backup, room, watch or Watch())
        try:
            schema.put_in_place(whole, target)
        except FileExistsError:
            raise AlreadyThere(target) from None
    sync_folder(target.absolute().parent)


def keep_as_it_is(
    path: Path, *, program: str = "", chosen: Path | None = None, watch: Watch
) -> Restored:
    """Make a backup of a file that is to be replaced; copy it byte by byte where it is damaged."""
    if not path.exists():
        return Restored()
    try:
        made = make_backup(path, reason=Reason.RESTORE, program=program, chosen=chosen, watch=watch)
    except (Damaged, NotACatalogue):
        return Restored(copy=copy_damaged(path))
    return Restored(backup=made.backup)


def copy_damaged(path: Path) -> Path:
    """Copy a damaged file, and the log beside it, byte by byte under a name that says so."""
    when = datetime.now(UTC).strftime("%Y-%m-%d %H-%M-%SZ")
    target = path.with_name(f"{path.stem} damaged {when}{path.suffix}")
    for log in ("", "-wal"):
        source, copy = path.with_name(path.name + log), target.with_name(target.name + log)
        if source.exists():
            make_private(copy)
            with source.open("rb") as old, copy.open("r+b") as new:
                shutil.copyfileobj(old, new, 1 << 20)
                sync(new)
    sync_folder(path.absolute().parent)
    return target


def replace(path: Path, whole: Path) -> None:
    """Put a finished file in place of another in one step, and none of its logs beside it.

    A log left behind would be played into the new file, and so is brought into the old one first.

    Raises:
        LockedBy: somebody reads the old one.
    """
    leave_wal(whole)
    if path.exists():
        _settle(path)
    for log in _LOGS:
        path.with_name(path.name + log).unlink(missing_ok=True)
    with whole.open("r+b") as file:
        sync(file)
    os.replace(whole, path)  # noqa: PTH105 - says that it may replace, on every system
    sync_folder(path.absolute().parent)


def _settle(path: Path) -> None:
    try:
        leave_wal(path)
    except dbapi2.OperationalError as error:
        name = str(getattr(error, "sqlite_errorname", ""))
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise LockedBy(path, None, None) from error
    except dbapi2.DatabaseError:
        return  # damaged: its log was copied with it


def _carry_counters(path: Path, whole: Path) -> None:
    """Raise the counters of a restored catalogue to those of today, as far as they can be read."""
    if not path.exists():
        return
    counted = [_counted(path, *counter) for counter in _COUNTERS]
    with contextlib.closing(connect_raw(whole, mode="rw")) as restored:
        restored.execute("BEGIN IMMEDIATE")
        for (table, name, last), rows in zip(_COUNTERS, counted, strict=True):
            for key, value in rows:
                raised = restored.execute(
                    f"UPDATE {table} SET {last} = max({last}, ?) WHERE {name} = ?", (value, key)
                )
                if not raised.rowcount:
                    restored.execute(
                        f"INSERT INTO {table} ({name}, {last}) VALUES (?, ?)", (key, value)
                    )
        restored.commit()


def _counted(path: Path, table: str, name: str, last: str) -> list[tuple[str, int]]:
    try:
        with contextlib.closing(schema.open_to_look(path)) as today:
            rows = today.execute(f"SELECT {name}, {last} FROM {table}")
            return [(str(key), int(value)) for key, value in rows]
    except dbapi2.DatabaseError:
        return []
