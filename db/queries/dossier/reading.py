"""Reads the facts of entries and of all they speak of, in a fixed number of statements."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import TypeVar

from sqlalchemy import Text, or_, select, type_coerce
from sqlalchemy.orm import Session

from db.models import Entry, EntryCountry, Meeting, Place, Stage
from db.queries.among import among
from db.queries.dossier.choosing import PARTICIPANTS
from db.queries.dossier.facts import (
    EntryFact,
    Facts,
    PlaceFact,
    StageFact,
    people_and_bodies,
)
from db.queries.dossier.fetching import date_in, fetched
from db.queries.dossier.links import read_links

T = TypeVar("T")


def read_facts(
    session: Session,
    country: str,
    ids: Iterable[int],
    *,
    led_to: frozenset[int] | None = None,
    also: Iterable[int] = (),
) -> Facts:
    """Return the facts of entries; ``also`` are further entries that are only named.

    Links that lead to entries are read of those ``led_to``, of all where nothing is said: a country
    and its ministries have thousands, from entries that a report of one year says nothing of.
    """
    wanted = frozenset(ids)
    links = read_links(session, country, wanted, wanted if led_to is None else led_to)
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
        links_from=grouped(links, attrgetter("subject_id")),
        links_to=grouped(links, attrgetter("object_id")),
        links_for=grouped(links, attrgetter("behalf_id")),
        stages=grouped(stages, attrgetter("agreement_id")),
        link={link.id: link for link in links},
        stage={act.id: act for act in stages},
    )


def grouped(rows: Iterable[T], key: Callable[[T], int | None]) -> dict[int, tuple[T, ...]]:
    """Return rows by a key, in their order; rows whose key is None are left out."""
    found: defaultdict[int | None, list[T]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return {at: tuple(group) for at, group in found.items() if at is not None}


def _stages(session: Session, ids: frozenset[int]) -> list[StageFact]:
    table = Stage.__table__.c
    rows = fetched(
        session,
        select(
            table.date_text,
            table.date_earliest,
            table.date_latest,
            table.id,
            table.agreement_id,
            table.kind,
            table.place_id,
            table.meeting_id,
            table.party_id,
            table.position,
            table.note,
        )
        .where(or_(table.agreement_id.in_(among(ids)), table.meeting_id.in_(among(ids))))
        .order_by(table.agreement_id, table.position, table.id),
    )
    return [
        StageFact(act, agreement, kind, date_in(text, earliest, latest), *rest)
        for text, earliest, latest, act, agreement, kind, *rest in rows
    ]


def _meeting_places(session: Session, ids: frozenset[int]) -> dict[int, int]:
    table = Meeting.__table__.c
    rows = fetched(
        session,
        select(table.id, table.place_id).where(
            table.id.in_(among(ids)), table.place_id.is_not(None)
        ),
    )
    return {row[0]: row[1] for row in rows}


def _places(session: Session, ids: set[int]) -> dict[int, PlaceFact]:
    table = Place.__table__.c
    rows = fetched(
        session,
        select(table.id, table.place_kind, table.code, table.parent_id).where(
            table.id.in_(among(ids))
        ),
    )
    return {row[0]: PlaceFact._make(row) for row in rows}


def read_entries(session: Session, ids: Iterable[int]) -> dict[int, EntryFact]:
    """Return what all entries have, by their ids."""
    table = Entry.__table__.c
    columns = [
        type_coerce(table.changed_at, Text) if name == "changed_at" else table[name]
        for name in EntryFact._fields
    ]
    rows = fetched(session, select(*columns).where(table.id.in_(among(ids))))
    return {row[0]: EntryFact._make(row) for row in rows}


def _codes(session: Session, ids: set[int]) -> Mapping[int, frozenset[str]]:
    found: defaultdict[int, set[str]] = defaultdict(set)
    table = EntryCountry.__table__.c
    rows = fetched(
        session,
        select(table.entry_id, table.code).where(
            table.entry_id.in_(among(ids)), table.kind.in_(PARTICIPANTS)
        ),
    )
    for entry, code in rows:
        found[entry].add(code)
    return {entry: frozenset(codes) for entry, codes in found.items()}
