"""The own fields of agreements and meetings as text, the form in which evidence claims them."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.sql.base import ReadOnlyColumnCollection
from sqlalchemy.sql.elements import KeyedColumnElement

from db.models import Agreement, Entry, Meeting
from db.queries.among import among
from db.queries.dossier.fetching import fetched
from db.rows.fields import FIELDS, Field, FieldType
from db.terms import EntryKind

Columns = ReadOnlyColumnCollection[str, KeyedColumnElement[Any]]

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
    own, shared = mapped.__table__.c, Entry.__table__.c
    columns = [_column(own, shared, field) for field in FIELDS[kind]]
    rows = fetched(
        session,
        select(own.id, *columns)
        .select_from(mapped.__table__.join(Entry.__table__, shared.id == own.id))
        .where(own.id.in_(among(ids))),
    )
    return {row[0]: dict(zip(names, map(_text, row[1:]), strict=True)) for row in rows}


def _column(own: Columns, shared: Columns, field: Field) -> KeyedColumnElement[Any]:
    """Return where a field is stored: of a date the text, which says all of it."""
    key = f"{field.attribute}_text" if field.type == FieldType.DATE else field.attribute
    return own[key] if key in own else shared[key]


def _text(value: Any) -> str:  # noqa: ANN401 - a column's value
    return "" if value is None else str(value)
