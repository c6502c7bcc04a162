"""All rows of a catalogue, read once, and found again by whose they are."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from db.models import Entry

Row = Mapping[str, Any]

LINK_ENDS = ("subject_id", "object_id", "on_behalf_of_id")


class Tables:
    """Every table as a list of rows."""

    def __init__(self, session: Session) -> None:
        connection = session.connection()
        self._rows: dict[str, list[Row]] = {
            name: [
                dict(row) for row in connection.exec_driver_sql(f"SELECT * FROM {name}").mappings()
            ]
            for name in Entry.metadata.tables
        }
        self._by_owner: dict[tuple[str, str], dict[int | None, list[Row]]] = {}

    def __getitem__(self, table: str) -> list[Row]:
        return self._rows[table]

    def of(self, table: str, entry: int | None, *owners: str) -> list[Row]:
        """Return the rows whose columns, one of them, hold an id."""
        return [row for owner in owners for row in self._owned(table, owner).get(entry, ())]

    def _owned(self, table: str, owner: str) -> dict[int | None, list[Row]]:
        if (table, owner) not in self._by_owner:
            found: defaultdict[int | None, list[Row]] = defaultdict(list)
            for row in self._rows[table]:
                found[row[owner]].append(row)
            self._by_owner[table, owner] = found
        return self._by_owner[table, owner]
