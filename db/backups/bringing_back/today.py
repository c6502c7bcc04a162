"""Today's catalogue, as far as rows of a backup are looked for in it and written to it."""

import json
from collections.abc import Collection, Mapping

from sqlalchemy import Connection

from db.backups.bringing_back.gathering import Row, columns_of
from db.engine import DEFER_FOREIGN_KEYS


class Today:
    """Finds and writes rows in the transaction of the act."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        connection.exec_driver_sql(DEFER_FOREIGN_KEYS)

    def ids_of(self, uids: Collection[str]) -> dict[str, int]:
        """Return the ids of the entries that are there, by their uids."""
        found = self._connection.exec_driver_sql(
            "SELECT uid, id FROM entry WHERE uid IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(uids)),),
        )
        return {str(row.uid): int(row.id) for row in found}

    def find(self, table: str, wanted: Mapping[str, object]) -> Row | None:
        """Return the row with these values."""
        names = columns_of(table)
        where = " AND ".join(f'"{name}" IS ?' for name in wanted)
        found = self._connection.exec_driver_sql(
            f"SELECT {_listed(names)} FROM {table} WHERE {where}", tuple(wanted.values())
        ).first()
        return None if found is None else dict(zip(names, found, strict=True))

    def insert(self, table: str, row: Row) -> int | None:
        """Write a new row and return its rowid; None where one like it keeps it from being."""
        return self._connection.exec_driver_sql(
            f"INSERT INTO {table} ({_listed(row)}) VALUES ({', '.join('?' * len(row))}) "
            "ON CONFLICT DO NOTHING RETURNING rowid",
            tuple(row.values()),
        ).scalar()

    def update(self, table: str, key: Mapping[str, object], row: Row) -> bool:
        """Give a row other values; tell whether nothing kept it from having them."""
        assigned = ", ".join(f'"{name}" = ?' for name in row)
        where = " AND ".join(f'"{name}" = ?' for name in key)
        done = self._connection.exec_driver_sql(
            f"UPDATE OR IGNORE {table} SET {assigned} WHERE {where}",
            (*row.values(), *key.values()),
        )
        return bool(done.rowcount)

    def store(self, table: str, row: Row) -> None:
        """Write what is known by its hash, unless it is there."""
        self._connection.exec_driver_sql(
            f"INSERT OR IGNORE INTO {table} ({_listed(row)}) VALUES ({', '.join('?' * len(row))})",
            tuple(row.values()),
        )

    def free_reference(self, kind: str, reference: str) -> str:
        """Return a reference if it is free, else the next one; none is ever given again."""
        letters, _dash, number = reference.rpartition("-")
        taken = self.find("entry", {"reference": reference}) is not None
        last = self._connection.exec_driver_sql(
            "INSERT INTO reference_counter (kind, last) VALUES (?, ?) "
            "ON CONFLICT (kind) DO UPDATE SET last = max(last + ?, excluded.last) RETURNING last",
            (kind, int(number), int(taken)),
        ).scalar_one()
        return f"{letters}-{last:04}" if taken else reference


def _listed(names: Collection[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
