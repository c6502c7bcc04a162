"""Rows on their way into the file: buffered by table, written many at once."""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection

_FLUSH = 5_000
AT = "2026-01-01T00:00:00.000000Z"


class Store:
    """Take rows and write them by table, a table's columns being those of its first row."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
        self._ids: dict[str, int] = defaultdict(int)

    def add(self, table: str, **values: object) -> int:
        """Take a row of a table with ids of its own; return its id."""
        self._ids[table] += 1
        self.put(table, id=self._ids[table], **values)
        return self._ids[table]

    def put(self, table: str, **values: object) -> None:
        """Take a row."""
        rows = self._rows[table]
        rows.append(values)
        if len(rows) >= _FLUSH:
            self.flush()

    def count(self, table: str) -> int:
        """Return how many rows with ids of their own a table was given."""
        return self._ids[table]

    def flush(self) -> None:
        """Write all rows taken so far, in the order in which tables were first met."""
        for table, rows in self._rows.items():
            for group in _alike(rows):
                names = ", ".join(f'"{name}"' for name in group[0])
                marks = ", ".join("?" * len(group[0]))
                self._connection.exec_driver_sql(
                    f"INSERT INTO {table} ({names}) VALUES ({marks})",
                    [tuple(row.values()) for row in group],
                )
            rows.clear()

    def note(self, entry: int, act: str, row: dict[str, object]) -> None:
        """Take the revision that made an entry, with the image of its row."""
        revision = self.add(
            "revision", at=AT, who="Archivist", act=act, about=row["title"], program="0.4",
            visit="", state="done",
        )  # fmt: skip
        image = json.dumps(row, ensure_ascii=False)
        self.put(
            "revision_change", revision_id=revision, position=0, table_name="entry",
            row_key=f"[{entry}]", before=None, after=image,
        )  # fmt: skip
        self.put("revision_entry", entry_id=entry, revision_id=revision)


def _alike(rows: list[dict[str, Any]]) -> Iterable[list[dict[str, Any]]]:
    groups: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        groups[tuple(row)].append(row)
    return groups.values()
