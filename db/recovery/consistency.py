"""Consistency: what was salvaged is made to fit together again."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from hashlib import sha256
from typing import Any

from sqlalchemy import Column, ColumnDefault

from db.base import Base
from db.engine import dangling_rows, dbapi2
from db.models import Entry
from db.needs import TOGETHER, is_needed
from db.terms import EntryKind, PlaceKind

_UNKNOWN = {"place_kind": PlaceKind.REGION.value}


def drop_spoilt(new: dbapi2.Connection) -> dict[str, int]:
    """Take away files and texts that are not what their hashes say; return how many."""
    gone: dict[str, int] = {}
    for table, column in (("file", "content"), ("source_text", "text")):
        spoilt = [
            (known,)
            for known, stored in new.execute(f"SELECT sha256, {column} FROM {table}")
            if sha256(stored if isinstance(stored, bytes) else stored.encode()).hexdigest() != known
        ]
        new.executemany(f"DELETE FROM {table} WHERE sha256 = ?", spoilt)
        gone[table] = len(spoilt)
    return gone


def fit_together(new: dbapi2.Connection) -> dict[str, int]:
    """Take away rows that rest on lost ones, and let go of what is only named.

    Return how many rows of each table went.
    """
    gone: Counter[str] = Counter()
    _give_kinds(new)
    while dangling := _dangling(new):
        for (table, columns), rows in dangling.items():
            named = next((name for name in columns if _is_only_named(table, name)), None)
            if named is None:
                new.executemany(f"DELETE FROM {table} WHERE rowid = ?", rows)
                gone[table] += len(rows)
            else:
                emptied = (named, TOGETHER.get((table, named), named))
                values = ", ".join(f'"{name}" = NULL' for name in dict.fromkeys(emptied))
                new.executemany(f"UPDATE {table} SET {values} WHERE rowid = ?", rows)
    gone["passage"] += _drop_unquoted(new)
    return {table: count for table, count in gone.items() if count}


def named_but_lost(new: dbapi2.Connection) -> dict[str, set[object]]:
    """Return the keys of rows that others name and that are not there, by their tables."""
    lost: defaultdict[str, set[object]] = defaultdict(set)
    for one in dangling_rows(new):
        for column, named in one.key:
            if named in {"id", "sha256"}:
                lost[one.parent].add(
                    new.execute(
                        f'SELECT "{column}" FROM {one.table} WHERE rowid = ?', (one.row,)
                    ).fetchone()[0]
                )
    return dict(lost)


def _dangling(
    new: dbapi2.Connection,
) -> Mapping[tuple[str, tuple[str, ...]], Sequence[tuple[int]]]:
    """Return the rows that name lost ones, by table and the columns that name them."""
    found: defaultdict[tuple[str, tuple[str, ...]], set[tuple[int]]] = defaultdict(set)
    for one in dangling_rows(new):
        found[one.table, tuple(column for column, _named in one.key)].add((one.row,))
    return {key: sorted(rows) for key, rows in found.items()}


def _is_only_named(table: str, column: str) -> bool:
    return (
        table in Base.metadata.tables
        and column not in TOGETHER.values()
        and not is_needed(table, column)
    )


def _give_kinds(new: dbapi2.Connection) -> None:
    """Give entries whose own row is lost an empty one, so that what is left of them can be read."""
    for kind in EntryKind:
        table = Entry.metadata.tables[kind.value]
        given = {
            column.name: _default(column)
            for column in table.columns
            if isinstance(column.default, ColumnDefault)
        }
        given |= {name: value for name, value in _UNKNOWN.items() if name in table.columns}
        names, marks = ", ".join(("id", *given)), ", ".join(("id", *("?" for _ in given)))
        new.execute(
            f"INSERT INTO {kind.value} ({names}) SELECT {marks} FROM entry "
            f"WHERE kind = '{kind.value}' AND id NOT IN (SELECT id FROM {kind.value})",
            tuple(given.values()),
        )


def _default(column: Column[Any]) -> object:
    """Return what a column holds where nothing is given, as it is stored."""
    value: object = getattr(column.default, "arg", None)
    return value.value if isinstance(value, Enum) else value


def _drop_unquoted(new: dbapi2.Connection) -> int:
    """Take away passages whose text is lost or says something else."""
    rows: Iterable[tuple[int, int, int, str, str | None]] = new.execute(
        "SELECT p.id, p.first, p.last, p.words, t.text FROM passage p "
        "JOIN source s ON s.id = p.source_id LEFT JOIN source_text t ON t.sha256 = s.text_sha256"
    )
    lost = [(id_,) for id_, first, last, words, text in rows if (text or "")[first:last] != words]
    new.executemany("DELETE FROM evidence_passage WHERE passage_id = ?", lost)
    new.executemany("DELETE FROM passage WHERE id = ?", lost)
    return len(lost)
