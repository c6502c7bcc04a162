"""Reads the links a dossier is written from."""

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from db.models import Link, Place
from db.queries.among import among
from db.queries.dossier.facts import LinkFact, people_and_bodies
from db.terms import EntryKind, LinkKind

_PRESIDENCIES = (LinkKind.CHAIRS, LinkKind.CO_CHAIRS)
_ORDER = {kind: place for place, kind in enumerate(LinkKind)}


def read_links(session: Session, country: str, ids: frozenset[int]) -> list[LinkFact]:
    """Return the links of entries from either end, in the order they are shown.

    With them come the posts of all people they name, and who presides over the country's bodies.
    """
    near = _select_links(
        session,
        or_(
            Link.subject_id.in_(among(ids)),
            Link.object_id.in_(among(ids)),
            Link.on_behalf_of_id.in_(among(ids)),
        ),
    )
    people = people_and_bodies(link for link in near if link.object_kind == EntryKind.PERSON)
    country_itself = select(Place.id).where(Place.code == country)
    presided = select(Link.object_id).where(
        Link.kind.in_(_PRESIDENCIES), Link.subject_id.in_(country_itself)
    )
    far = _select_links(
        session,
        or_(
            and_(Link.kind == LinkKind.HOLDS_POST, Link.subject_id.in_(among(people))),
            and_(Link.kind.in_(_PRESIDENCIES), Link.object_id.in_(presided)),
        ),
    )
    found = {link.id: link for link in (*near, *far)}
    return sorted(found.values(), key=lambda link: _ORDER[link.kind])


def _select_links(session: Session, condition: ColumnElement[bool]) -> list[LinkFact]:
    rows = session.execute(
        select(
            Link.id,
            Link.kind,
            Link.subject_id,
            Link.object_id,
            Link.object_kind,
            Link.on_behalf_of_id,
            Link.stage_id,
            Link.named_as,
            Link.post_as,
            Link.post_id,
            Link.acting,
            Link.presence,
            Link.number,
            Link.mode,
            Link.since,
            Link.until,
            Link.note,
        )
        .where(condition)
        .order_by(Link.position, Link.id)
    )
    return [
        LinkFact(row[0], LinkKind(row[1]), row[2], row[3], EntryKind(row[4]), *row[5:])
        for row in rows
    ]
