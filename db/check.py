"""Check: that a catalogue is whole, what is derived is right, and passages still quote."""

import contextlib
import hashlib
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool

from db import derived, schema
from db.engine import dbapi2
from db.opening import settle
from db.search.soundness import index_problems

_DERIVED = (
    "id, sort_title, sort_date, date_text, subtype, state, body, country_codes, "
    "evidence_count, gap_count, conflict_count"
)
_CITIES = """
    SELECT l.id, l.kind FROM link l JOIN place p ON p.id = l.object_id
    WHERE p.place_kind = 'city' AND l.kind NOT IN ('seated_in', 'about', 'text_of')
"""
_SPANS = """
    SELECT p.id, p.first, p.last, p.words, t.text, e.reference FROM passage p
    JOIN source s ON s.id = p.source_id JOIN entry e ON e.id = s.id
    LEFT JOIN source_text t ON t.sha256 = s.text_sha256
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one part of the check looked at, and what was wrong; an empty tuple means nothing."""

    part: str
    looked_at: int
    problems: tuple[str, ...] = ()


def check(path: Path, *, deep: bool = True) -> Iterator[Finding]:
    """Look at a catalogue part by part, changing nothing; less than `deep`, at its pages alone.

    Raises:
        CatalogueError: the file can't be looked at; the error says why.
    """
    settle(path)
    revision = schema.inspect(path)
    yield Finding(part="schema revision", looked_at=1)
    with schema.telling(path), _copy(path) as connection:
        yield _integrity(connection)
        yield _foreign_keys(connection)
        if revision != schema.HEAD or not deep:
            return
        yield _passages(connection)
        yield _stored(connection, "file", "content", bytes)
        yield _stored(connection, "source_text", "text", _utf8)
        yield _cities(connection)
        yield _derived(connection)
        yield _index(connection)


@contextlib.contextmanager
def _copy(path: Path) -> Generator[Connection]:
    """Give a copy to look at, so that rebuilding what is derived touches nothing.

    It has no name: SQLite keeps it in memory as long as it is small, and nothing is left of it.
    """
    with contextlib.closing(schema.open_to_look(path)) as source:
        copy = dbapi2.connect("", check_same_thread=False)
        copy.isolation_level = None
        source.backup(copy)
    engine = create_engine("sqlite://", module=dbapi2, creator=lambda: copy, poolclass=StaticPool)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def _integrity(connection: Connection) -> Finding:
    rows = connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars().all()
    pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    problems = tuple(str(row) for row in rows if row != "ok")
    return Finding(part="integrity", looked_at=pages, problems=problems)


def _foreign_keys(connection: Connection) -> Finding:
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    problems = tuple(f"{table} {row} points to no {parent}" for table, row, parent, _ in rows)
    entries = connection.exec_driver_sql("SELECT count(*) FROM entry").scalar_one()
    return Finding(part="foreign keys", looked_at=entries, problems=problems)


def _passages(connection: Connection) -> Finding:
    rows = connection.exec_driver_sql(_SPANS).all()
    problems = tuple(
        f"passage {row.id} of {row.reference} no longer quotes its text"
        for row in rows
        if (row.text or "")[row.first : row.last] != row.words
    )
    return Finding(part="passages", looked_at=len(rows), problems=problems)


def _utf8(text: str) -> bytes:
    return text.encode()


def _stored(
    connection: Connection, table: str, column: str, as_bytes: Callable[..., bytes]
) -> Finding:
    """Check that bytes and texts written once are still what their SHA-256 says."""
    rows = connection.exec_driver_sql(f"SELECT sha256, {column} FROM {table}")
    looked_at, problems = 0, list[str]()
    for known, stored in rows:
        looked_at += 1
        if hashlib.sha256(as_bytes(stored)).hexdigest() != known:
            problems.append(f"{table} {known[:12]} has changed")
    return Finding(part=f"stored {column}", looked_at=looked_at, problems=tuple(problems))


def _cities(connection: Connection) -> Finding:
    rows = connection.exec_driver_sql(_CITIES).all()
    problems = tuple(f"link {row.id} makes a city a {row.kind}" for row in rows)
    links = connection.exec_driver_sql("SELECT count(*) FROM link").scalar_one()
    return Finding(part="links", looked_at=links, problems=problems)


def _derived(connection: Connection) -> Finding:
    before = _derived_values(connection)
    derived.rebuild(connection)
    after = _derived_values(connection)
    problems = tuple(
        f"entry {entry}: derived values are stale"
        for entry in sorted(before.keys() | after.keys())
        if before.get(entry) != after.get(entry)
    )
    return Finding(part="derived values", looked_at=len(after), problems=problems)


def _derived_values(connection: Connection) -> dict[int, tuple[object, ...]]:
    values = {
        row[0]: tuple(row)
        for row in connection.exec_driver_sql(f"SELECT {_DERIVED} FROM entry ORDER BY id")
    }
    for row in connection.exec_driver_sql(
        "SELECT entry_id, code, strength, kind, trashed, sort_date FROM entry_country "
        "ORDER BY entry_id, code"
    ):
        values[row[0]] = (*values.get(row[0], ()), *row)
    for row in connection.exec_driver_sql("SELECT entry_id, words FROM entry_facets"):
        values[row[0]] = (*values.get(row[0], ()), row[1])
    return values


def _index(connection: Connection) -> Finding:
    """Check the full-text index within, and that it says what the entries say."""
    entries = connection.exec_driver_sql("SELECT count(*) FROM entry").scalar_one()
    problems = tuple(index_problems(connection))
    return Finding(part="full-text index", looked_at=entries, problems=problems)
