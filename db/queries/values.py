"""The values of an entry's fields as text, the form in which they cross the border."""

import json
from collections.abc import Mapping

from sqlalchemy import Connection

from db.rows.fields import FIELDS
from db.terms import EntryKind

_STATEMENTS = {
    kind: "SELECT e.id, {} FROM entry e JOIN {} k ON k.id = e.id "
    "WHERE e.id IN (SELECT value FROM json_each(?))".format(
        ", ".join(f'"{field.attribute}"' for field in fields), kind
    )
    for kind, fields in FIELDS.items()
}


def field_values(connection: Connection, entry: int, kind: EntryKind) -> dict[str, str]:
    """Return each field's value as text: EDTF, a code, digits, an entry's id; empty where unset."""
    return values_of(connection, {entry: kind})[entry]


def values_of(connection: Connection, kinds: Mapping[int, EntryKind]) -> dict[int, dict[str, str]]:
    """Return the values of the fields of many entries, one query a kind."""
    found: dict[int, dict[str, str]] = {entry: {} for entry in kinds}
    for kind in set(kinds.values()):
        ids = json.dumps([entry for entry, its in kinds.items() if its == kind])
        for entry, *values in connection.exec_driver_sql(_STATEMENTS[kind], (ids,)):
            texts = map(_as_text, values)
            found[entry] = dict(zip((field.name for field in FIELDS[kind]), texts, strict=True))
    return found


def _as_text(value: object) -> str:
    return "" if value is None else str(value)
