"""Connections to SQLite, plain: the only room that says PRAGMA.

The bundled SQLite of ``pysqlite3`` is used on every platform, since versions before 3.51.3 can lose
commits in WAL mode (https://sqlite.org/wal.html#walresetbug). SQLAlchemy's engines are made of
these connections in ``db.pools``; nothing here needs it.
"""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    import sqlite3 as dbapi2  # the same interface, with types
else:
    from pysqlite3 import dbapi2

APPLICATION_ID = 0x43484E43
"""``CHNC``: marks a file as a Chancery catalogue."""

LEAST_SQLITE = (3, 51, 3)
BUSY_MS = 5_000
READERS = 6
"""How many may read at once: what the desktop asks in sight and in the background."""


def uri(path: Path, **options: str) -> str:
    """Return the SQLite URI of a path, with options such as ``mode="ro"``."""
    query = "&".join(f"{key}={value}" for key, value in options.items())
    return f"file:{quote(str(path.absolute()))}?{query}"


def connect_raw(path: Path, **options: str) -> dbapi2.Connection:
    """Open a plain connection that begins no transaction by itself."""
    connection = dbapi2.connect(uri(path, **options), uri=True, check_same_thread=False)
    connection.isolation_level = None
    return connection


def connect_reader(path: Path, *, immutable: bool = False) -> dbapi2.Connection:
    """Open a connection that can't change anything, as the readers in ``db.pools`` are."""
    connection = connect_raw(path, **reading_options(immutable=immutable))
    prepare(connection, writable=False)
    return connection


def reading_options(*, immutable: bool) -> dict[str, str]:
    """Return the options of a URI that only reads.

    ``immutable`` is for folders that can't be written to, where WAL has no room for its index.
    """
    return {"mode": "ro", "immutable": "1"} if immutable else {"mode": "ro"}


def prepare(connection: Any, *, writable: bool) -> None:  # noqa: ANN401 - a DB-API connection
    """Make a new connection safe, and fit to read or to write."""
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout={BUSY_MS}",
        "trusted_schema=OFF",
        "foreign_keys=ON",
        "synchronous=FULL",
        "cell_size_check=ON",
        "temp_store=MEMORY",
        "cache_size=-16000",
        f"query_only={'OFF' if writable else 'ON'}",
        *(("journal_mode=WAL",) if writable else ()),
    ):
        connection.execute(f"PRAGMA {pragma}")


def tidy(path: Path) -> None:
    """Put the write-ahead log away when all others have closed: readers can't."""
    with (
        contextlib.suppress(dbapi2.DatabaseError),
        contextlib.closing(connect_raw(path, mode="rw")) as connection,
    ):
        prepare(connection, writable=True)
