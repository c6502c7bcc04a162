"""Rebuilding what is derived: listed values, facets and the full-text index, from nothing."""

from pathlib import Path

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import StaticPool

from db import derived
from db.engine import connect_raw, dbapi2
from db.search import index


def rebuild_derived(path: Path) -> None:
    """Write all derived values and the index of a catalogue anew, in one transaction."""
    raw = connect_raw(path, mode="rw")
    engine = create_engine("sqlite://", module=dbapi2, creator=lambda: raw, poolclass=StaticPool)
    event.listen(engine, "begin", _begin)
    try:
        with engine.begin() as connection:
            connection.exec_driver_sql("DELETE FROM source_sketch")
            derived.rebuild(connection)
            index.rebuild(connection)
    finally:
        engine.dispose()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
