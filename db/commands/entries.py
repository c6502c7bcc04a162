"""Making, changing, trashing and restoring entries."""

import uuid
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.commands.parsing import stored_value
from db.errors import EditConflict, Refused
from db.models import (
    Agreement,
    Entry,
    Meeting,
    Organisation,
    Person,
    Place,
    ReferenceCounter,
    Source,
)
from db.queries.among import among
from db.queries.values import field_values
from db.rows.fields import FIELDS, field_of
from db.terms import REFERENCE_LETTERS, EntryKind, PlaceKind, ReviewState
from db.text.countries import country_name
from db.text.names import split_name

CLASSES: Mapping[EntryKind, type[Entry]] = {
    EntryKind.SOURCE: Source,
    EntryKind.AGREEMENT: Agreement,
    EntryKind.MEETING: Meeting,
    EntryKind.PERSON: Person,
    EntryKind.ORGANISATION: Organisation,
    EntryKind.PLACE: Place,
}

_DEFAULTS: Mapping[EntryKind, Mapping[str, str]] = {
    EntryKind.PLACE: {"place_kind": PlaceKind.CITY},
}


def create_entry(session: Session, *, kind: EntryKind, values: Mapping[str, str]) -> int:
    """Make an entry of field values written as text, give it its reference, and return its id.

    Raises:
        Refused: ``title_empty`` without a title, or why a value can't be stored.
    """
    wanted = {**_DEFAULTS.get(kind, {}), **values}
    if not wanted.get("title", "").strip():
        raise Refused("title_empty")
    entry = CLASSES[kind](
        uid=str(uuid.uuid4()),
        reference=next_references(session, kind)[0],
        created_at=datetime.now(UTC),
    )
    for field in FIELDS[kind]:
        if field.name in wanted:
            setattr(entry, field.attribute, stored_value(session, field, wanted[field.name]))
    if isinstance(entry, Person) and not (entry.family_name or entry.given_names):
        entry.given_names, entry.family_name = split_name(entry.title)
    session.add(entry)
    session.flush()
    return entry.id


def next_references(session: Session, kind: EntryKind, number: int = 1) -> list[str]:
    """Give the next references of a kind, never to be given again; in one step for many."""
    counter = session.get(ReferenceCounter, kind.value)
    if counter is None:
        counter = ReferenceCounter(kind=kind.value, last=0)
        session.add(counter)
    first = counter.last + 1
    counter.last += number
    return [f"{REFERENCE_LETTERS[kind]}-{one:04}" for one in range(first, first + number)]


def get_entry(session: Session, entry_id: int) -> Entry:
    """Return the mapped entry.

    Raises:
        Refused: ``entry_missing``.
    """
    entry = session.get(Entry, entry_id)
    if entry is None:
        raise Refused("entry_missing", entry_id=entry_id)
    return entry


def set_field(
    session: Session, *, entry_id: int, field: str, value: str, shown: str | None = None
) -> None:
    """Save one field of an entry; ``shown`` is the text the form held before, to find a conflict.

    Raises:
        EditConflict: the field was changed meanwhile.
        Refused: why the value can't be stored.
    """
    entry = get_entry(session, entry_id)
    spec = field_of(entry.kind, field)
    if spec is None:
        raise Refused("no_such_field", field=field)
    stored = stored_value(session, spec, value)
    current = field_values(session.connection(), entry_id, entry.kind)[field]
    if shown is not None and current not in {shown, value}:
        raise EditConflict(entry_id=entry_id, field=field, yours=value, theirs=current)
    if field == "parent" and isinstance(entry, Place):
        _refuse_circle(session, entry, stored)
    setattr(entry, spec.attribute, stored)


def _refuse_circle(session: Session, place: Place, parent: object) -> None:
    above = parent
    while isinstance(above, int):
        if above == place.id:
            raise Refused("place_inside_itself")
        above = session.execute(select(Place.parent_id).where(Place.id == above)).scalar()


def trash_entries(session: Session, *, entry_ids: Iterable[int]) -> None:
    """Move entries to the trash; nothing is deleted.

    Raises:
        Refused: ``entry_missing``.
    """
    _set_all(session, entry_ids, Entry.trashed, value=True)


def restore_entries(session: Session, *, entry_ids: Iterable[int]) -> None:
    """Take entries out of the trash.

    Raises:
        Refused: ``entry_missing``.
    """
    _set_all(session, entry_ids, Entry.trashed, value=False)


def set_review(session: Session, *, entry_ids: Iterable[int], review: ReviewState) -> None:
    """Set how far entries have been worked on.

    Raises:
        Refused: ``entry_missing``.
    """
    _set_all(session, entry_ids, Entry.review, value=review)


def _set_all(
    session: Session,
    entry_ids: Iterable[int],
    column: InstrumentedAttribute[bool] | InstrumentedAttribute[ReviewState],
    *,
    value: bool | ReviewState,
) -> None:
    """Set a column of entries in one statement, however many they are."""
    ids = frozenset(entry_ids)
    refuse_missing(session, ids)
    session.execute(
        update(Entry)
        .where(Entry.id.in_(among(ids)), column != value)
        .values({column: value})
        .execution_options(synchronize_session=False)
    )
    session.expire_all()


def refuse_missing(session: Session, entry_ids: Collection[int]) -> None:
    """Refuse entries of which one is not there.

    Raises:
        Refused: ``entry_missing``, with the first that is missing.
    """
    there = select(Entry.id).where(Entry.id.in_(among(entry_ids)))
    if session.scalar(select(func.count()).select_from(there.subquery())) != len(entry_ids):
        missing = set(entry_ids).difference(session.scalars(there))
        raise Refused("entry_missing", entry_id=min(missing))


def ensure_country(session: Session, *, code: str) -> int:
    """Return the place of a country by its ISO 3166-1 alpha-2 code, made if it is missing."""
    found = session.execute(
        select(Place.id)
        .where(Place.code == code.upper(), Place.place_kind == PlaceKind.COUNTRY)
        .order_by(Place.trashed, Place.id)
    ).scalar()
    if found is not None:
        return found
    return create_entry(
        session,
        kind=EntryKind.PLACE,
        values={
            "title": country_name(code, "en"),
            "place_kind": PlaceKind.COUNTRY,
            "code": code.upper(),
        },
    )
