"""The pools of connections that sessions draw from: many readers, one writer.

Transactions are begun by us, so that a writer starts as a writer (``BEGIN IMMEDIATE``) and DDL is
transactional too.
"""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler
from sqlalchemy.pool import QueuePool
from typing_extensions import override

from db.engine import READERS, connect_raw, dbapi2, prepare, reading_options
from db.interruption import check_before_statements


class _WithHints(SQLiteCompiler):
    """Let ``Select.with_hint`` name the index to walk (``INDEXED BY``), which SQLite knows too."""

    @override
    def get_from_hint_text(self, table: Table, text: str | None) -> str | None:  # pyright: ignore[reportIncompatibleMethodOverride] - untyped above
        return text


def writing_engine(path: Path) -> Engine:
    """Return the engine of the one writing connection; its transactions are IMMEDIATE."""
    return _engine(path, size=1, writable=True, begin="BEGIN IMMEDIATE", mode="rw")


def reading_engine(path: Path, *, immutable: bool = False) -> Engine:
    """Return the engine of the readers, which can't change anything."""
    engine = _engine(
        path, size=READERS, writable=False, begin="BEGIN", **reading_options(immutable=immutable)
    )
    check_before_statements(engine)
    return engine


def _engine(path: Path, *, size: int, writable: bool, begin: str, **options: str) -> Engine:
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect_raw(path, **options),
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=0 if writable else READERS,
    )
    engine.dialect.statement_compiler = _WithHints

    @event.listens_for(engine, "connect", insert=True)
    def _connect(connection: Any, _record: object) -> None:  # noqa: ANN401  # pyright: ignore[reportUnusedFunction] - registered by the decorator
        prepare(connection, writable=writable)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:  # pyright: ignore[reportUnusedFunction] - registered by the decorator
        connection.exec_driver_sql(begin)

    return engine
