"""The own fields of agreements and meetings as text, the form in which evidence claims them."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.models import Agreement, Meeting
from db.queries.among import among
from db.rows.fields import FIELDS
from db.terms import EntryKind
from db.text.dates import EdtfDate

Details = Mapping[int, Mapping[str, str]]
"""By entry and by name of the field: EDTF, a code, digits, an entry's id; empty where unset."""

_CLASSES = {EntryKind.AGREEMENT: Agreement, EntryKind.MEETING: Meeting}


def read_details(session: Session, ids: Iterable[int]) -> Details:
    """Return the own fields of the agreements and meetings among some entries."""
    wanted = frozenset(ids)
    return {
        entry: values
        for kind, mapped in _CLASSES.items()
        for entry, values in _read(session, kind, mapped, wanted).items()
    }


def _read(
    session: Session,
    kind: EntryKind,
    mapped: type[Agreement] | type[Meeting],
    ids: frozenset[int],
) -> dict[int, dict[str, str]]:
    names = [field.name for field in FIELDS[kind]]
    columns: list[InstrumentedAttribute[Any]] = [
        getattr(mapped, field.attribute) for field in FIELDS[kind]
    ]
    rows = session.execute(select(mapped.id, *columns).where(mapped.id.in_(among(ids))))
    return {row[0]: dict(zip(names, map(_text, row[1:]), strict=True)) for row in rows}


def _text(value: Any) -> str:  # noqa: ANN401 - a column's value
    if isinstance(value, EdtfDate):
        return value.text
    return "" if value is None else str(value)
