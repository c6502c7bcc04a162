"""Linking entries, from either end."""

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.commands.entries import get_entry
from db.commands.parsing import stored_date
from db.errors import Refused
from db.models import Entry, Link, LinkRule, Place, Stage
from db.rows.links import LinkSpec
from db.terms import (
    AGREEMENT_ROLES,
    MEETING_ROLES,
    STAGED_LINKS,
    EntryKind,
    LinkKind,
    PlaceKind,
    Presence,
)
from db.text.cleaning import clean_block, clean_line

_CITY_MAY_BE = frozenset({LinkKind.SEATED_IN, LinkKind.ABOUT, LinkKind.TEXT_OF})


def add_link(session: Session, *, spec: LinkSpec) -> int:
    """Link two entries and return the link's id.

    A signatory, initialler or witness without a stage goes to the agreement's stage of that act,
    where there is exactly one.

    Raises:
        Refused: ``link_ends_do_not_fit``, ``link_exists``, ``city_is_only_where``,
            ``same_entry``, ``entry_missing``, ``date_unreadable``.
    """
    link = Link(position=_next_position(session, spec.subject_id))
    _fill(session, link, spec)
    _refuse_double(session, link)
    session.add(link)
    session.flush()
    return link.id


def ensure_link(session: Session, *, spec: LinkSpec) -> int:
    """Return the link that is just this, made if it is missing.

    Raises:
        Refused: as ``add_link``, but never ``link_exists``.
    """
    wanted = Link(position=_next_position(session, spec.subject_id))
    _fill(session, wanted, spec)
    if wanted.subject_id == wanted.object_id:
        raise Refused("same_entry")
    there = _same_link(session, wanted)
    if there is not None:
        return there
    session.add(wanted)
    session.flush()
    return wanted.id


def change_link(session: Session, *, link_id: int, spec: LinkSpec) -> None:
    """Change a link in place; its evidence stays with it."""
    link = get_link(session, link_id)
    with session.no_autoflush:
        _fill(session, link, spec)
        _refuse_double(session, link, but=link_id)
    session.flush()


def remove_links(session: Session, *, link_ids: Iterable[int]) -> None:
    """Remove links, and the evidence for them."""
    for link_id in link_ids:
        session.delete(get_link(session, link_id))


def move_link(session: Session, *, link_id: int, position: int) -> None:
    """Put a link at another place (from 0) among the links of its kind and subject."""
    link = get_link(session, link_id)
    others = session.scalars(
        select(Link)
        .where(Link.subject_id == link.subject_id, Link.kind == link.kind, Link.id != link_id)
        .order_by(Link.position, Link.id)
    ).all()
    ordered = [*others[:position], link, *others[position:]]
    places = sorted(other.position for other in ordered)
    for other, place in zip(ordered, places, strict=True):
        other.position = place


def get_link(session: Session, link_id: int) -> Link:
    """Return the mapped link.

    Raises:
        Refused: ``link_missing``.
    """
    link = session.get(Link, link_id)
    if link is None:
        raise Refused("link_missing")
    return link


def _fill(session: Session, link: Link, spec: LinkSpec) -> None:
    subject = get_entry(session, spec.subject_id)
    other = get_entry(session, spec.object_id) if spec.object_id is not None else None
    rule = _rule(session, spec.kind, subject.kind, other.kind if other else spec.object_kind)
    _refuse_city(session, spec, other)
    if rule.symmetric and other is not None and other.id < subject.id:
        subject, other = other, subject
    link.kind, link.subject_id, link.subject_kind = spec.kind, subject.id, subject.kind
    link.object_id = other.id if other else None
    link.object_kind = rule.object_kind
    _fill_behalf(session, link, spec)
    link.stage_id = _stage(session, spec)
    link.named_as, link.post_as = clean_line(spec.named_as), clean_line(spec.post_as)
    if other is None and not link.named_as:
        raise Refused("link_needs_an_end")
    link.post_id, link.acting, link.presence = spec.post_id, spec.acting, _presence(spec, other)
    link.number, link.mode, link.note = spec.number, spec.mode, clean_block(spec.note)
    link.since, link.until = stored_date(spec.since), stored_date(spec.until)


def _presence(spec: LinkSpec, other: Entry | None) -> Presence:
    """Return who was there; of participants, only a person can be a named person."""
    takes_part = spec.kind in {*AGREEMENT_ROLES, *MEETING_ROLES}
    if takes_part and other is not None and other.kind != EntryKind.PERSON:
        return Presence.BODY if spec.presence == Presence.NAMED else spec.presence
    return spec.presence


def _rule(session: Session, kind: LinkKind, subject_kind: str, object_kind: str) -> LinkRule:
    rule = session.get(LinkRule, (kind.value, str(subject_kind), str(object_kind)))
    if rule is None:
        raise Refused(
            "link_ends_do_not_fit",
            kind=kind.value,
            subject_kind=str(subject_kind),
            object_kind=str(object_kind),
        )
    return rule


def _refuse_city(session: Session, spec: LinkSpec, other: Entry | None) -> None:
    if other is None or other.kind != EntryKind.PLACE:
        return
    if other.id == spec.subject_id:
        raise Refused("same_entry")
    place = session.get(Place, other.id)
    if place and place.place_kind == PlaceKind.CITY and spec.kind not in _CITY_MAY_BE:
        raise Refused("city_is_only_where", place=other.title)


def _fill_behalf(session: Session, link: Link, spec: LinkSpec) -> None:
    if spec.on_behalf_of_id is None:
        link.on_behalf_of_id, link.on_behalf_of_kind = None, None
        return
    behalf = get_entry(session, spec.on_behalf_of_id)
    if behalf.kind not in {EntryKind.ORGANISATION, EntryKind.PLACE}:
        raise Refused("on_behalf_of_whom", title=behalf.title)
    link.on_behalf_of_id, link.on_behalf_of_kind = behalf.id, behalf.kind


_ACT_OF = {LinkKind.SIGNATORY: "signed", LinkKind.INITIALLED_BY: "initialled"}


def _stage(session: Session, spec: LinkSpec) -> int | None:
    if spec.kind not in STAGED_LINKS:
        return None
    if spec.stage_id is not None:
        return spec.stage_id
    stages = session.scalars(
        select(Stage.id).where(
            Stage.agreement_id == spec.subject_id, Stage.kind == _ACT_OF.get(spec.kind, "signed")
        )
    ).all()
    return stages[0] if len(stages) == 1 else None


def _next_position(session: Session, subject_id: int) -> int:
    last = select(func.max(Link.position)).where(Link.subject_id == subject_id)
    return (session.execute(last).scalar() or 0) + 1


def _refuse_double(session: Session, link: Link, but: int | None = None) -> None:
    if link.subject_id == link.object_id:
        raise Refused("same_entry")
    if _same_link(session, link, but) is not None:
        raise Refused("link_exists")


def _same_link(session: Session, link: Link, but: int | None = None) -> int | None:
    same = select(Link.id).where(
        Link.kind == link.kind,
        Link.subject_id == link.subject_id,
        Link.object_id.is_not_distinct_from(link.object_id),
        Link.on_behalf_of_id.is_not_distinct_from(link.on_behalf_of_id),
        Link.stage_id.is_not_distinct_from(link.stage_id),
        Link.post_as == link.post_as,
        Link.__table__.c.since_text.is_not_distinct_from(link.since.text if link.since else None),
    )
    if link.object_id is None:
        same = same.where(Link.named_as == link.named_as)
    if but is not None:
        same = same.where(Link.id != but)
    with session.no_autoflush:
        return session.execute(same).scalar()
