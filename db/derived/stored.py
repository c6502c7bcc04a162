"""Derived values as they are stored: read to see what has changed, written where it has."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from sqlalchemy import Connection

from db.derived.countries import Strengths
from db.terms import EntryKind, Strength

Columns: TypeAlias = dict[str, str | int]
"""Derived columns of an entry, with their values."""

_COLUMNS = (
    *("sort_title", "sort_date", "date_text", "subtype", "state", "body"),
    *("evidence_count", "gap_count", "conflict_count", "country_codes"),
)
_READ = (
    f"SELECT id, kind, title, {', '.join(_COLUMNS)} FROM entry "
    "WHERE id IN (SELECT value FROM json_each(?))"
)
_ALIGN = """
    UPDATE entry_country SET trashed = e.trashed, sort_date = e.sort_date FROM entry e
    WHERE e.id = entry_id AND entry_id IN (SELECT value FROM json_each(?))
    AND (entry_country.trashed <> e.trashed OR entry_country.sort_date <> e.sort_date)
"""
_READ_COUNTRIES = (
    "SELECT entry_id, code, strength FROM entry_country "
    "WHERE entry_id IN (SELECT value FROM json_each(?))"
)
_ADD_COUNTRY = (
    "INSERT INTO entry_country (entry_id, code, strength, kind, trashed, sort_date) "
    "SELECT id, ?, ?, kind, trashed, sort_date FROM entry WHERE id = ?"
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What an entry is, and its derived columns as they stand."""

    kind: EntryKind
    title: str
    columns: Mapping[str, str | int]

    def differing(self, fresh: Columns) -> Columns:
        """Return those of some columns that stand otherwise."""
        return {name: value for name, value in fresh.items() if self.columns[name] != value}


def kinds(connection: Connection, entries: Collection[int]) -> dict[int, EntryKind]:
    """Return the kinds of those entries that are there."""
    if not entries:
        return {}
    rows = connection.exec_driver_sql(
        "SELECT id, kind FROM entry WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(entries)),),
    )
    return {entry: EntryKind(kind) for entry, kind in rows}


def read(connection: Connection, entries: Iterable[int]) -> dict[int, Shown]:
    """Return those entries that are there."""
    rows = connection.exec_driver_sql(_READ, (json.dumps(sorted(entries)),))
    return {
        entry: Shown(EntryKind(kind), title, dict(zip(_COLUMNS, columns, strict=True)))
        for entry, kind, title, *columns in rows
    }


def write_columns(connection: Connection, changed: Mapping[int, Columns]) -> None:
    """Write columns of entries: each that is named costs its indexes, changed or not."""
    alike: defaultdict[tuple[str, ...], list[tuple[str | int, ...]]] = defaultdict(list)
    for entry, columns in changed.items():
        alike[tuple(columns)].append((*columns.values(), entry))
    for names, values in alike.items():
        assigned = ", ".join(f"{name} = ?" for name in names)
        connection.exec_driver_sql(f"UPDATE entry SET {assigned} WHERE id = ?", values)


def align_countries(connection: Connection, entries: Collection[int]) -> None:
    """Let the countries of entries know their dates, and whether they are trashed."""
    if entries:
        connection.exec_driver_sql(_ALIGN, (json.dumps(sorted(entries)),))


def write_countries(connection: Connection, strengths: Mapping[int, Strengths]) -> list[int]:
    """Write the countries of entries; return the entries that had others."""
    if not strengths:
        return []
    before: dict[int, Strengths] = {entry: {} for entry in strengths}
    these = (json.dumps(sorted(strengths)),)
    for entry, code, strength in connection.exec_driver_sql(_READ_COUNTRIES, these):
        before[entry][code] = Strength(strength)
    moved = [entry for entry, found in strengths.items() if found != before[entry]]
    gone = [entry for entry in moved if before[entry]]
    if gone:
        connection.exec_driver_sql(
            "DELETE FROM entry_country WHERE entry_id IN (SELECT value FROM json_each(?))",
            (json.dumps(gone),),
        )
    rows = [
        (code, int(strength), entry)
        for entry in moved
        for code, strength in sorted(strengths[entry].items())
    ]
    if rows:
        connection.exec_driver_sql(_ADD_COUNTRY, rows)
    return moved
