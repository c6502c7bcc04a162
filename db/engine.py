"""Connections to SQLite, plain: the only room that says PRAGMA.

The bundled SQLite of ``pysqlite3`` is used on every platform, since versions before 3.51.3 can lose
commits in WAL mode (https://sqlite.org/wal.html#walresetbug). SQLAlchemy's engines are made of
these connections in ``db.pools``; nothing here needs it.
"""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
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
PATIENT_MS = 60_000
"""So long reads and acts wait for one another where there is no write-ahead log."""
DEFER_FOREIGN_KEYS = "PRAGMA defer_foreign_keys=ON"
"""Lets rows of one transaction be written in any order."""
LONGEST_LOG = 16_000
"""Pages of the write-ahead log after which an act copies it itself; ``db.upkeep`` comes before."""
READERS = 6
"""How many may read at once: what the desktop asks in sight and in the background."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dangling:
    """A row that names one which is not there."""

    table: str
    row: int
    """Its row id."""
    parent: str
    key: tuple[tuple[str, str], ...]
    """The columns that name, each with the one it names in the parent."""


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
    ):
        connection.execute(f"PRAGMA {pragma}")
    if not has_log(connection):
        connection.execute(f"PRAGMA busy_timeout={PATIENT_MS}")
        if writable:  # a journal that stays is seen by other computers whatever they remember
            connection.execute("PRAGMA journal_mode=TRUNCATE")
    elif writable:
        connection.execute(f"PRAGMA wal_autocheckpoint={LONGEST_LOG}")


def has_log(connection: dbapi2.Connection) -> bool:
    """Tell whether acts go into a write-ahead log, so that reads hold none of them up."""
    return str(connection.execute("PRAGMA journal_mode").fetchone()[0]) == "wal"


def connect_copy(path: Path) -> dbapi2.Connection:
    """Open a file that is written from nothing: without a log, and synced by whoever keeps it."""
    connection = connect_raw(path, mode="rw")
    for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-16000"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def problems_of(connection: dbapi2.Connection, table: str = "") -> str:
    """Return the first thing SQLite finds wrong with a file, or with one table of it; else nothing.

    All pages are looked at, and the full-text index within itself.
    """
    what = f"'{table}'" if table else "1"
    found = connection.execute(f"PRAGMA main.quick_check({what})").fetchone()
    return "" if found is None or found[0] == "ok" else str(found[0])


def dangling_rows(connection: dbapi2.Connection) -> Iterator[Dangling]:
    """Return the rows that name others which are not there."""
    keys: dict[tuple[str, int], tuple[tuple[str, str], ...]] = {}
    found = connection.execute("PRAGMA foreign_key_check").fetchall()
    for table, row, parent, key in found:
        if (table, key) not in keys:
            columns = connection.execute(
                'SELECT "from", "to" FROM pragma_foreign_key_list(?) WHERE id = ? ORDER BY seq',
                (table, key),
            )
            keys[table, key] = tuple((str(name), str(named)) for name, named in columns)
        yield Dangling(table=str(table), row=int(row), parent=str(parent), key=keys[table, key])


def application_id(connection: dbapi2.Connection) -> int:
    """Return the number that marks what a file is for."""
    return int(connection.execute("PRAGMA application_id").fetchone()[0])


def leave_wal(path: Path) -> None:
    """Bring all of the write-ahead log into the file itself, and do without a log.

    Nobody else may have the file open: so the log needs no shared memory, which no network has.
    """
    with contextlib.closing(connect_raw(path, mode="rw")) as connection:
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode=DELETE")
    path.with_name(f"{path.name}-shm").unlink(missing_ok=True)  # of a program that was killed


def enter_wal(path: Path) -> None:
    """Let acts go into a write-ahead log from now on, unless somebody reads the file just now."""
    with contextlib.closing(connect_raw(path, mode="rw")) as connection:
        connection.execute("PRAGMA busy_timeout=1000")
        with contextlib.suppress(dbapi2.OperationalError):  # a journal does as well
            connection.execute("PRAGMA journal_mode=WAL")


def can_lock(path: Path) -> bool:
    """Tell whether SQLite can keep others from a file, which no system's lock has vouched for."""
    try:
        with contextlib.closing(connect_raw(path, mode="rw")) as connection:
            connection.execute("PRAGMA busy_timeout=500")
            connection.execute("BEGIN IMMEDIATE")
            connection.rollback()
    except dbapi2.OperationalError:
        return False
    return True


def connect_upkeep(path: Path) -> dbapi2.Connection:
    """Open a connection that writes only what may be lost, and never waits for another writer.

    A log may lose its end; of a file without one all must be synced, or it is damaged.
    """
    connection = connect_raw(path, mode="rw")
    prepare(connection, writable=True)
    connection.execute("PRAGMA busy_timeout=0")
    if has_log(connection):
        connection.execute("PRAGMA synchronous=NORMAL")
    return connection


def copy_log(connection: dbapi2.Connection) -> None:
    """Copy what is in the write-ahead log into the file, as far as nobody has to wait for it."""
    connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()


def tidy(path: Path) -> None:
    """Put the log or journal away when all others have closed: readers can't."""
    with (
        contextlib.suppress(dbapi2.DatabaseError),
        contextlib.closing(connect_raw(path, mode="rw")) as connection,
    ):
        prepare(connection, writable=True)
        if not has_log(connection):
            connection.execute("PRAGMA journal_mode=DELETE")


def data_version(execute: Callable[[str, tuple[()]], Any]) -> int:
    """Return a number that is another one whenever other connections have written since."""
    return int(execute("PRAGMA data_version", ()).fetchone()[0])
