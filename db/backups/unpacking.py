"""A backup unpacked for a while, to be looked into."""

import contextlib
from collections.abc import Generator
from pathlib import Path

from db import schema
from db.backups.archive import unpack
from db.backups.places import workroom
from db.backups.watching import Step, Watch
from db.engine import connect_raw, leave_wal, problems_of
from db.errors import BackupUnusable, Damaged, NotACatalogue
from db.upgrading import upgrade


@contextlib.contextmanager
def unpacked(backup: Path, folder: Path, watch: Watch) -> Generator[Path]:
    """Give the catalogue of a backup as a file of its own, in a folder; it goes away afterwards.

    Raises:
        BackupUnusable, TooNew: nothing can be made of it; DiskFull, ReadOnlyPlace, Interrupted.
    """
    with workroom(folder) as room:
        yield unpack_sound(backup, room, watch)


def unpack_sound(backup: Path, room: Path, watch: Watch) -> Path:
    """Unpack a backup into a workroom, look at all of it, and return the file.

    Raises:
        BackupUnusable, TooNew: nothing can be made of it; DiskFull, ReadOnlyPlace, Interrupted.
    """
    whole = room / "whole"
    with schema.telling(backup):
        backup.stat()
    with schema.telling(room.parent):
        unpack(backup, whole, watch)
        watch.at(Step.CHECK)
        try:
            schema.inspect(whole)
        except (Damaged, NotACatalogue) as error:
            raise BackupUnusable(backup, str(getattr(error, "detail", error))) from error
        with (
            contextlib.closing(connect_raw(whole, mode="ro", immutable="1")) as looked_at,
            watch.interruption.watch_plain(looked_at),
        ):
            wrong = problems_of(looked_at)
        if wrong:
            raise BackupUnusable(backup, wrong)
    return whole


def bring_up_to_date(whole: Path) -> None:
    """Give an unpacked catalogue the schema of today."""
    if schema.inspect(whole) != schema.HEAD:
        upgrade(whole)
        leave_wal(whole)
