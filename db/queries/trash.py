"""What trashing entries would break, and what removing them takes along, said before it is done."""

import json
from collections import Counter
from collections.abc import Collection, Sequence
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


_CLAIMS = """
    SELECT e.source_id, coalesce(
        e.entry_id, n.entry_id, l.subject_id, s.agreement_id,
        coalesce(p.entry_id, f.entry_id, fp.entry_id, q.entry_id)
    ), coalesce(l.object_id, s.party_id)
    FROM evidence e
    LEFT JOIN name n ON n.id = e.name_id
    LEFT JOIN link l ON l.id = e.link_id
    LEFT JOIN stage s ON s.id = e.stage_id
    LEFT JOIN point p ON p.id = e.point_id
    LEFT JOIN figure f ON f.id = e.figure_id
    LEFT JOIN point fp ON fp.id = f.point_id
    LEFT JOIN quotation q ON q.id = e.quotation_id
    WHERE e.source_id IN (SELECT value FROM json_each(?))
"""
"""The claims of sources, each with the entries whose going takes what it is about with them."""


def cited(session: Session, entry_ids: Collection[int]) -> dict[int, int]:
    """Return which of some entries can't be removed, with how many claims stand on their words.

    These are sources of claims about what stays, be it another source that can't be removed.
    """
    rows = session.connection().exec_driver_sql(_CLAIMS, (json.dumps(sorted(entry_ids)),))
    claims = [(source, {of, with_}) for source, of, with_ in rows]
    going, standing = set(entry_ids), Counter[int]()
    while more := Counter(
        source for source, ends in claims if source in going and going.isdisjoint(ends)
    ):
        standing += more
        going -= more.keys()
    return dict(standing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """What removing entries for good would take along."""

    entries: int
    """How many would go."""
    titles: tuple[str, ...]
    """Of the first of them."""
    cited: int
    """Sources that would stay, since claims stand on their words."""
    claims: int
    links: int
    """Links with entries that stay, which would go."""
    linked: tuple[EntryRef, ...]
    """The first of those entries."""
    linked_count: int


def removal(session: Session, entry_ids: Collection[int], limit: int = 8) -> Removal:
    """Return what would go for good, and what would stay."""
    standing = cited(session, entry_ids)
    going = frozenset(entry_ids) - standing.keys()
    these = among(going)
    ends = (
        select(Link.id, Link.subject_id.label("other")).where(
            Link.object_id.in_(these), Link.subject_id.not_in(these)
        ),
        select(Link.id, Link.object_id).where(
            Link.subject_id.in_(these), Link.object_id.not_in(these)
        ),
    )
    links = ends[0].union_all(ends[1]).subquery()
    count, others = session.execute(
        select(func.count(), func.count(links.c.other.distinct())).select_from(links)
    ).one()
    first = session.scalars(
        select(Entry.id)
        .where(Entry.id.in_(select(links.c.other)))
        .order_by(Entry.kind, Entry.sort_title)
        .limit(limit)
    ).all()
    refs = entry_refs(session, first)
    return Removal(
        entries=len(going),
        titles=_titles(session, going),
        cited=len(standing),
        claims=sum(standing.values()),
        links=count,
        linked=tuple(refs[entry] for entry in first),
        linked_count=others,
    )


def _titles(session: Session, entry_ids: Collection[int], limit: int = 3) -> tuple[str, ...]:
    titles = select(Entry.title).where(Entry.id.in_(among(entry_ids))).order_by(Entry.id)
    return tuple(session.scalars(titles.limit(limit)))
