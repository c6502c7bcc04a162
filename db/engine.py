"""Connections to SQLite: the only room that says PRAGMA.

The bundled SQLite of ``pysqlite3`` is used on every platform, since versions before 3.51.3 can lose
commits in WAL mode (https://sqlite.org/wal.html#walresetbug). Transactions are begun by us, so that
a writer starts as a writer (``BEGIN IMMEDIATE``) and DDL is transactional too.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool

if TYPE_CHECKING:
    import sqlite3 as dbapi2  # the same interface, with types
else:
    from pysqlite3 import dbapi2

APPLICATION_ID = 0x43484E43
"""``CHNC``: marks a file as a Chancery catalogue."""

LEAST_SQLITE = (3, 51, 3)
BUSY_MS = 5_000
READERS = 4


def uri(path: Path, **options: str) -> str:
    """Return the SQLite URI of a path, with options such as ``mode="ro"``."""
    query = "&".join(f"{key}={value}" for key, value in options.items())
    return f"file:{quote(str(path.absolute()))}?{query}"


def connect_raw(path: Path, **options: str) -> dbapi2.Connection:
    """Open a plain connection that begins no transaction by itself."""
    connection = dbapi2.connect(uri(path, **options), uri=True, check_same_thread=False)
    connection.isolation_level = None
    return connection


def _prepare(connection: Any, *, writable: bool) -> None:  # noqa: ANN401 - a DB-API connection
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


def writing_engine(path: Path) -> Engine:
    """Return the engine of the one writing connection; its transactions are IMMEDIATE."""
    engine = _engine(path, size=1, writable=True, begin="BEGIN IMMEDIATE", mode="rw")

    @event.listens_for(engine, "connect")
    def _use_wal(connection: Any, _record: object) -> None:  # noqa: ANN401  # pyright: ignore[reportUnusedFunction] - registered by the decorator
        connection.execute("PRAGMA journal_mode=WAL")

    return engine


def reading_engine(path: Path, *, immutable: bool = False) -> Engine:
    """Return the engine of the readers, which can't change anything.

    ``immutable`` is for folders that can't be written to, where WAL has no room for its index.
    """
    options = {"mode": "ro", "immutable": "1"} if immutable else {"mode": "ro"}
    return _engine(path, size=READERS, writable=False, begin="BEGIN", **options)


def _engine(path: Path, *, size: int, writable: bool, begin: str, **options: str) -> Engine:
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect_raw(path, **options),
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=0 if writable else READERS,
    )

    @event.listens_for(engine, "connect", insert=True)
    def _connect(connection: Any, _record: object) -> None:  # noqa: ANN401  # pyright: ignore[reportUnusedFunction] - registered by the decorator
        _prepare(connection, writable=writable)

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:  # noqa: ANN401  # pyright: ignore[reportUnusedFunction] - registered by the decorator
        connection.exec_driver_sql(begin)

    return engine
