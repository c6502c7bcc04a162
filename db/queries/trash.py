"""What moving entries to the trash would break, said before it is done."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from db.models import Entry, Evidence, Link, Meeting, Place, Stage
from db.queries.among import among
from db.queries.references import entry_refs
from db.rows.entries import EntryRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Breaks:
    """What rests on entries about to be trashed: other entries by link, and claims by source."""

    linked: tuple[EntryRef, ...]
    linked_count: int
    claims: int
    """Claims that stand on these entries as sources."""


def breaks(session: Session, entry_ids: Sequence[int], limit: int = 8) -> Breaks:
    """Return what would be left pointing into the trash."""
    these = among(entry_ids)
    pointing = (
        select(Link.subject_id.label("id")).where(
            or_(Link.object_id.in_(these), Link.on_behalf_of_id.in_(these))
        ),
        select(Link.object_id).where(Link.subject_id.in_(these)),
        select(Stage.agreement_id).where(
            or_(
                Stage.meeting_id.in_(these),
                Stage.place_id.in_(these),
                Stage.party_id.in_(these),
            )
        ),
        select(Meeting.id).where(Meeting.place_id.in_(these)),
        select(Place.id).where(Place.parent_id.in_(these)),
    )
    union = pointing[0].union(*pointing[1:]).subquery()
    others = (
        session.execute(
            select(Entry.id)
            .where(Entry.id.in_(select(union.c.id)), Entry.id.not_in(these), ~Entry.trashed)
            .order_by(Entry.kind, Entry.sort_title)
        )
        .scalars()
        .all()
    )
    refs = entry_refs(session, others[:limit])
    claims = session.execute(select(func.count()).where(Evidence.source_id.in_(these))).scalar_one()
    return Breaks(
        linked=tuple(refs[entry] for entry in others[:limit]),
        linked_count=len(others),
        claims=claims,
    )
