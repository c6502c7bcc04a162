"""Reads the links a dossier is written from."""

from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from db.models import Link, Place
from db.queries.among import among
from db.queries.dossier.facts import LinkFact, people_and_bodies
from db.queries.dossier.fetching import date_in, fetched
from db.terms import EntryKind, LinkKind

_PRESIDENCIES = (LinkKind.CHAIRS, LinkKind.CO_CHAIRS)
_KINDS = {str(kind): kind for kind in LinkKind}
_ENTRY_KINDS = {str(kind): kind for kind in EntryKind}
_LINK = Link.__table__.c
_DATES = [
    _LINK[f"{name}_{part}"]
    for name in ("since", "until")
    for part in ("text", "earliest", "latest")
]
_OTHERS = [
    _LINK[name]
    for name in (
        "id", "kind", "subject_id", "object_id", "object_kind", "on_behalf_of_id", "stage_id",
        "named_as", "post_as", "post_id", "acting", "presence", "number", "mode", "note",
    )
]  # fmt: skip
_ORDER = {kind: place for place, kind in enumerate(LinkKind)}


def read_links(
    session: Session, country: str, ids: frozenset[int], led_to: frozenset[int]
) -> list[LinkFact]:
    """Return the links from entries, and those to or for others, in the order they are shown.

    With them come the posts of all people they name, and who presides over the country's bodies.
    """
    near = _select_links(
        session,
        or_(
            Link.subject_id.in_(among(ids)),
            Link.object_id.in_(among(led_to)),
            Link.on_behalf_of_id.in_(among(led_to)),
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
    rows = fetched(
        session, select(*_DATES, *_OTHERS).where(condition).order_by(_LINK.position, _LINK.id)
    )
    return [_link(row) for row in rows]


def _link(row: tuple[Any, ...]) -> LinkFact:
    number, kind, subject, other, other_kind, *rest, note = row[6:]
    since, until = date_in(*row[:3]), date_in(*row[3:6])
    ends = (subject, other, _ENTRY_KINDS[other_kind])
    return LinkFact._make((number, _KINDS[kind], *ends, *rest, since, until, note))
