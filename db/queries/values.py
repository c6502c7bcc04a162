"""The values of an entry's fields as text, the form in which they cross the border."""

from sqlalchemy import Connection, text

from db.rows.fields import FIELDS
from db.terms import EntryKind


def field_values(connection: Connection, entry: int, kind: EntryKind) -> dict[str, str]:
    """Return each field's value as text: EDTF, a code, digits, an entry's id; empty where unset."""
    statement = text(
        f"SELECT e.*, k.* FROM entry e JOIN {kind} k ON k.id = e.id WHERE e.id = :entry"
    )
    row = connection.execute(statement, {"entry": entry}).mappings().first()
    if row is None:
        return {}
    return {field.name: _as_text(row[field.attribute]) for field in FIELDS[kind]}


def _as_text(value: object) -> str:
    return "" if value is None else str(value)
