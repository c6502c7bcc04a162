"""What another program has written since this one looked: a change, as its own acts make them."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.act import Change
from db.history import recorded_columns
from db.models import Entry, Revision, RevisionEntry
from db.queries.among import among
from db.terms import EntryKind

_MOST = 10_000
"""So many touched entries are named, the last ones; lists are read anew in any case."""


def last_revision(session: Session) -> int:
    """Return the number of the last act; 0 where there is none."""
    return session.scalar(select(func.max(Revision.id))) or 0


def change_since(session: Session, revision: int) -> Change:
    """Return what may be different since an act was the last one; that one may have grown too.

    What is derived from the entries touched is not known: all kinds and tables are named.
    """
    touched = set(
        session.scalars(
            select(RevisionEntry.entry_id)
            .where(RevisionEntry.revision_id >= revision)
            .order_by(RevisionEntry.revision_id.desc())
            .limit(_MOST)
        )
    )
    there = set(session.scalars(select(Entry.id).where(Entry.id.in_(among(touched)))))
    return Change(
        revision=last_revision(session),
        entries=frozenset(touched),
        kinds=frozenset(EntryKind),
        tables=frozenset(recorded_columns()),
        removed=frozenset(touched - there),
    )
