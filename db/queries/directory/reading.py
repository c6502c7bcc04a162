"""Reading for records: rows of a table that belong to a few hundred others, and references."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import Connection, Row

AnyRow: TypeAlias = Row[Any]
Grouped: TypeAlias = Mapping[int, list[AnyRow]]
"""Rows by the id of what they belong to."""


def rows_of(connection: Connection, table: str, column: str, ids: Iterable[int]) -> list[AnyRow]:
    """Return the rows of a table whose column holds one of the ids, in the order of their ids."""
    return list(
        connection.exec_driver_sql(
            f"SELECT * FROM {table} WHERE {column} IN (SELECT value FROM json_each(?)) "
            "ORDER BY rowid",
            (json.dumps(list(ids)),),
        )
    )


def grouped(rows: Iterable[AnyRow], column: str) -> Grouped:
    """Return rows by the value of a column."""
    found: defaultdict[int, list[AnyRow]] = defaultdict(list)
    for row in rows:
        found[getattr(row, column)].append(row)
    return found


class References:
    """The references of the entries that rows cite, looked up together."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[int | None, str] = {}

    def learn(self, rows: Iterable[AnyRow], *columns: str) -> None:
        """Look up what the columns of rows cite."""
        cited = {getattr(row, column) for row in rows for column in columns}
        self.look_up(cited - self._known.keys() - {None})

    def look_up(self, ids: Iterable[int]) -> None:
        """Look up some entries."""
        found = self._connection.exec_driver_sql(
            "SELECT id, reference FROM entry WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
        self._known.update((row.id, row.reference) for row in found)

    def of(self, entry: int) -> str:
        """Return the reference of an entry that was looked up."""
        return self._known[entry]

    def maybe(self, entry: int | None) -> str | None:
        """Return the same, None for none."""
        return None if entry is None else self._known[entry]


def time_of(stored: str) -> datetime:
    """Return a stored time, aware and in UTC."""
    return datetime.fromisoformat(stored)
