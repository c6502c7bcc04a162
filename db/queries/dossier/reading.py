"""Reads the facts of entries and of all they speak of, in a fixed number of statements."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from db.models import Entry, EntryCountry, Meeting, Place, Stage
from db.queries.among import among
from db.queries.dossier.facts import (
    EntryFact,
    Facts,
    PlaceFact,
    StageFact,
    people_and_bodies,
)
from db.queries.dossier.links import read_links
from db.terms import EntryKind

T = TypeVar("T")

_PARTICIPANTS = (EntryKind.PERSON, EntryKind.ORGANISATION, EntryKind.PLACE)


def read_facts(
    session: Session, country: str, ids: Iterable[int], *, also: Iterable[int] = ()
) -> Facts:
    """Return the facts of entries; ``also`` are further entries that are only named."""
    wanted = frozenset(ids)
    links = read_links(session, country, wanted)
    stages = _stages(session, wanted)
    meeting_places = _meeting_places(session, wanted)
    named = {*wanted, *also, *meeting_places.values()}
    named |= {link.subject_id for link in links} | people_and_bodies(links)
    named |= {
        end
        for act in stages
        for end in (act.agreement_id, act.place_id, act.meeting_id, act.party_id)
        if end is not None
    }
    places = _places(session, named)
    named |= {place.parent_id for place in places.values() if place.parent_id is not None}
    return Facts(
        country=country,
        entries=read_entries(session, named),
        codes=_codes(session, named),
        places=places,
        meeting_places=meeting_places,
        links_from=grouped(links, lambda link: link.subject_id),
        links_to=grouped(links, lambda link: link.object_id),
        links_for=grouped(links, lambda link: link.behalf_id),
        stages=grouped(stages, lambda act: act.agreement_id),
        link={link.id: link for link in links},
        stage={act.id: act for act in stages},
    )


def grouped(rows: Iterable[T], key: Callable[[T], int | None]) -> dict[int, tuple[T, ...]]:
    """Return rows by a key, in their order; rows whose key is None are left out."""
    found: defaultdict[int, list[T]] = defaultdict(list)
    for row in rows:
        at = key(row)
        if at is not None:
            found[at].append(row)
    return {at: tuple(group) for at, group in found.items()}


def _stages(session: Session, ids: frozenset[int]) -> list[StageFact]:
    rows = session.execute(
        select(
            Stage.id,
            Stage.agreement_id,
            Stage.kind,
            Stage.date,
            Stage.place_id,
            Stage.meeting_id,
            Stage.party_id,
            Stage.position,
            Stage.note,
        )
        .where(or_(Stage.agreement_id.in_(among(ids)), Stage.meeting_id.in_(among(ids))))
        .order_by(Stage.agreement_id, Stage.position, Stage.id)
    )
    return [StageFact._make(row) for row in rows]


def _meeting_places(session: Session, ids: frozenset[int]) -> dict[int, int]:
    rows = session.execute(
        select(Meeting.__table__.c.id, Meeting.__table__.c.place_id).where(
            Meeting.__table__.c.id.in_(among(ids)), Meeting.__table__.c.place_id.is_not(None)
        )
    )
    return dict(rows.all())


def _places(session: Session, ids: set[int]) -> dict[int, PlaceFact]:
    table = Place.__table__.c
    rows = session.execute(
        select(table.id, table.place_kind, table.code, table.parent_id).where(
            table.id.in_(among(ids))
        )
    )
    return {row[0]: PlaceFact._make(row) for row in rows}


def read_entries(session: Session, ids: Iterable[int]) -> dict[int, EntryFact]:
    """Return what all entries have, by their ids."""
    rows = session.execute(
        select(*(getattr(Entry, name) for name in EntryFact._fields)).where(
            Entry.id.in_(among(ids))
        )
    )
    return {row[0]: EntryFact._make(row) for row in rows}


def _codes(session: Session, ids: set[int]) -> Mapping[int, frozenset[str]]:
    found: defaultdict[int, set[str]] = defaultdict(set)
    for entry, code in session.execute(
        select(EntryCountry.entry_id, EntryCountry.code).where(
            EntryCountry.entry_id.in_(among(ids)), EntryCountry.kind.in_(_PARTICIPANTS)
        )
    ):
        found[entry].add(code)
    return {entry: frozenset(codes) for entry, codes in found.items()}
