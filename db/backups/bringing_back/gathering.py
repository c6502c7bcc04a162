"""Which rows of a backup are part of the entries to be brought back, and what those rest on."""

import contextlib
import json
from collections.abc import Collection, Generator, Iterator
from pathlib import Path
from typing import Any

from db.base import Base
from db.engine import connect_raw, dbapi2

Row = dict[str, Any]

_GATHERED: tuple[tuple[str, str], ...] = (
    ("entry", "id IN {entry}"),
    ("place", "id IN {entry}"),
    ("person", "id IN {entry}"),
    ("organisation", "id IN {entry}"),
    ("source", "id IN {entry}"),
    ("meeting", "id IN {entry}"),
    ("agreement", "id IN {entry}"),
    ("name", "entry_id IN {entry}"),
    ("stage", "agreement_id IN {entry}"),
    ("link", "subject_id IN {entry} OR object_id IN {gone} OR on_behalf_of_id IN {gone}"),
    ("passage", "source_id IN {entry}"),
    ("point", "entry_id IN {entry}"),
    ("figure", "entry_id IN {entry} OR point_id IN {point}"),
    ("figure_member", "figure_id IN {figure} OR entry_id IN {gone}"),
    ("quotation", "entry_id IN {entry}"),
    (
        "evidence",
        "source_id IN {gone} OR entry_id IN {entry} OR name_id IN {name} OR link_id IN {link} "
        "OR stage_id IN {stage} OR point_id IN {point} OR figure_id IN {figure} "
        "OR quotation_id IN {quotation}",
    ),
    ("evidence_passage", "evidence_id IN {evidence}"),
    ("entry_tag", "entry_id IN {entry}"),
    ("decision", "source_id IN {entry}"),
)
"""Tables in the order in which their rows rest on each other, and which of their rows are taken.

A link goes with its subject; with its other end only where that is gone, since whoever took it away
while both were there meant it. So does what a source says of others.
"""

ORDER = tuple(table for table, _where in _GATHERED)
"""The tables whose rows are part of entries, in the order in which they are written."""


class OldCatalogue:
    """An unpacked backup, with the rows that are wanted of it."""

    def __init__(self, connection: dbapi2.Connection) -> None:
        self._connection = connection

    def gather(self, entries: Collection[int], gone: Collection[int]) -> None:
        """Note the rows to be brought back with entries, some of which are gone today."""
        self._note("entry", "SELECT value FROM json_each(?)", json.dumps(sorted(entries)))
        self._note("gone", "SELECT value FROM json_each(?)", json.dumps(sorted(gone)))
        noted = {"entry": _noted("entry"), "gone": _noted("gone")}
        for table, where in _GATHERED[1:]:
            self._note(table, f"SELECT rowid FROM {table} WHERE {where.format_map(noted)}")
            noted[table] = _noted(table)

    def rows(self, table: str) -> Iterator[Row]:
        """Return the gathered rows of a table."""
        return self._rows(table, f"rowid IN {_noted(table)} ORDER BY rowid")

    def rows_naming_gone(self, table: str, column: str) -> Iterator[Row]:
        """Return the rows of a table that name an entry which is gone today."""
        return self._rows(table, f'"{column}" IN {_noted("gone")} ORDER BY rowid')

    def row(self, table: str, key: object, column: str = "id") -> Row | None:
        """Return one row, gathered or not."""
        return next(self._rows(table, f'"{column}" = ?', key), None)

    def uids(self, entries: Collection[int]) -> dict[int, str]:
        """Return the uids of entries, by their ids."""
        found = self._connection.execute(
            "SELECT id, uid FROM entry WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(entries)),),
        )
        return dict(found)

    def _note(self, table: str, found: str, *values: str) -> None:
        self._connection.execute(f"CREATE TEMP TABLE noted_{table} (id INTEGER PRIMARY KEY)")
        self._connection.execute(f"INSERT INTO temp.noted_{table} {found}", values)

    def _rows(self, table: str, where: str, *values: object) -> Iterator[Row]:
        names = columns_of(table)
        listed = ", ".join(f'"{name}"' for name in names)
        found = self._connection.execute(f"SELECT {listed} FROM {table} WHERE {where}", values)
        return (dict(zip(names, row, strict=True)) for row in found)


@contextlib.contextmanager
def old_catalogue(path: Path) -> Generator[OldCatalogue]:
    """Open an unpacked backup of today's schema."""
    with contextlib.closing(connect_raw(path, mode="ro", immutable="1")) as connection:
        yield OldCatalogue(connection)


def columns_of(table: str) -> tuple[str, ...]:
    """Return the columns of a table that are given: not those derived or computed."""
    columns = Base.metadata.tables[table].columns
    return tuple(column.name for column in columns if column.info.get("recorded", True))


def _noted(table: str) -> str:
    return f"(SELECT id FROM temp.noted_{table})"
