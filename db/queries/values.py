"""The values of an entry's fields as text, the form in which they cross the border."""

import json
from collections.abc import Mapping

from sqlalchemy import Connection, text

from db.rows.fields import FIELDS
from db.terms import EntryKind


def field_values(connection: Connection, entry: int, kind: EntryKind) -> dict[str, str]:
    """Return each field's value as text: EDTF, a code, digits, an entry's id; empty where unset."""
    return values_of(connection, {entry: kind})[entry]


def values_of(connection: Connection, kinds: Mapping[int, EntryKind]) -> dict[int, dict[str, str]]:
    """Return the values of the fields of many entries, one query a kind."""
    found: dict[int, dict[str, str]] = {entry: {} for entry in kinds}
    for kind in set(kinds.values()):
        statement = text(
            f"SELECT e.*, k.* FROM entry e JOIN {kind} k ON k.id = e.id "
            "WHERE e.id IN (SELECT value FROM json_each(:ids))"
        )
        ids = json.dumps([entry for entry, its in kinds.items() if its == kind])
        for row in connection.execute(statement, {"ids": ids}).mappings():
            found[row["id"]] = {
                field.name: _as_text(row[field.attribute]) for field in FIELDS[kind]
            }
    return found


def _as_text(value: object) -> str:
    return "" if value is None else str(value)
