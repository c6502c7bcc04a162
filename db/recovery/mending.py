"""Mending: derived data alone is damaged, and is written anew; nothing is lost by that.

This is no act: no row that anybody has made changes.
"""

import contextlib
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from db import schema
from db.backups.places import workroom
from db.backups.restoring import replace
from db.backups.watching import Watch
from db.engine import connect_raw, dbapi2, problems_of
from db.errors import Damaged
from db.recovery.rebuilding import rebuild_derived
from db.recovery.recovering import recover_into


def mend(path: Path, *, watch: Watch | None = None) -> None:
    """Write all that is derived anew, in place or, where its pages are beyond use, in a new file.

    Whoever calls this holds the lock, and has found that nothing else is damaged.

    Raises:
        Damaged: something else is damaged after all; the file is as it was.
    """
    with schema.telling(path):
        if not _rebuilt(path):
            _replaced(path, watch or Watch())


def _rebuilt(path: Path) -> bool:
    try:
        rebuild_derived(path)
    except (DBAPIError, dbapi2.DatabaseError):
        return False
    return not _problem(path)


def _replaced(path: Path, watch: Watch) -> None:
    with workroom(path.absolute().parent) as room:
        recovered, new = recover_into(path, room, watch)
        wrong = _problem(new)
        if wrong or not recovered.is_whole or recovered.remembered:
            raise Damaged(path, wrong or "more than its index")
        replace(path, new)


def _problem(path: Path) -> str:
    try:
        with contextlib.closing(connect_raw(path, mode="ro")) as connection:
            return problems_of(connection)
    except dbapi2.DatabaseError as error:
        return str(error)
