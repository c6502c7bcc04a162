"""Entries by their ids, as others name them."""

from collections.abc import Collection, Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Entry
from db.queries.among import among
from db.rows.entries import EntryRef


def entry_refs(session: Session, ids: Iterable[int | None]) -> dict[int, EntryRef]:
    """Return the entries of these ids, in one query."""
    wanted = {entry for entry in ids if entry is not None}
    if not wanted:
        return {}
    rows = session.execute(
        select(Entry.id, Entry.kind, Entry.reference, Entry.title, Entry.trashed).where(
            Entry.id.in_(wanted)
        )
    )
    return {
        row.id: EntryRef(
            id=row.id,
            kind=row.kind,
            reference=row.reference,
            title=row.title,
            trashed=row.trashed,
        )
        for row in rows
    }


def entry_by_reference(session: Session, reference: str) -> EntryRef | None:
    """Return the entry of a reference such as A-0012, or None."""
    found = session.execute(
        select(Entry.id).where(Entry.reference == reference.strip().upper())
    ).scalar()
    return None if found is None else entry_refs(session, [found]).get(found)


def versions_of(session: Session, references: Collection[str]) -> dict[str, int]:
    """Return the version of each entry by its reference."""
    rows = session.execute(
        select(Entry.reference, Entry.version).where(Entry.reference.in_(among(references)))
    )
    return {row.reference: row.version for row in rows}
