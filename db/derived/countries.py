"""Which countries an entry belongs to, and how strongly (design §2).

Places and bodies have theirs from one another, people have theirs from places and bodies, and all
others from these: whoever comes earlier must be written before. So each reads what it rests on as
it is stored, and a minister with ten thousand signatures costs his agreements nothing.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from db.terms import AGREEMENT_ROLES, MEETING_ROLES, EntryKind, LinkKind, Strength

Strengths = dict[str, Strength]

ROLES = frozenset({*AGREEMENT_ROLES, *MEETING_ROLES})
TURNS: Mapping[EntryKind, int] = {
    EntryKind.PLACE: 0,
    EntryKind.ORGANISATION: 0,
    EntryKind.PERSON: 1,
    EntryKind.AGREEMENT: 2,
    EntryKind.MEETING: 2,
    EntryKind.SOURCE: 2,
}
"""In which turn the countries of each kind are written."""
ACTORS = frozenset({EntryKind.PLACE, EntryKind.ORGANISATION, EntryKind.PERSON})
"""The kinds that others have their countries from."""
_RECORDS = frozenset({EntryKind.AGREEMENT, EntryKind.MEETING})

_REASONS = """
    SELECT subject_id, kind, object_id, object_kind, on_behalf_of_id
    FROM link WHERE subject_id IN (SELECT value FROM json_each(?1))
    UNION ALL SELECT subject_id, kind, object_id, object_kind, NULL
    FROM link WHERE subject_id IN (SELECT value FROM json_each(?2)) AND kind = 'about'
    AND object_kind = 'place'
    UNION ALL SELECT id, 'venue', place_id, 'place', NULL
    FROM meeting WHERE id IN (SELECT value FROM json_each(?1)) AND place_id IS NOT NULL
    UNION ALL SELECT agreement_id, 'venue', place_id, 'place', party_id
    FROM stage WHERE agreement_id IN (SELECT value FROM json_each(?1))
"""
"""What brings countries to agreements and meetings (1), and to sources (2); a stage's party brings
its own as one does on whose behalf somebody acts."""

_REACHED = """
    WITH RECURSIVE reached (root, id, kind) AS (
        SELECT e.id, e.id, e.kind FROM json_each(?) j CROSS JOIN entry e ON e.id = j.value
        WHERE NOT e.trashed
        UNION SELECT r.root, e.id, e.kind FROM reached r
        CROSS JOIN place p ON p.id = r.id CROSS JOIN entry e ON e.id = p.parent_id
        WHERE r.kind = 'place' AND NOT (p.place_kind = 'country' AND p.code <> '')
        AND NOT e.trashed
        UNION SELECT r.root, e.id, e.kind FROM reached r
        CROSS JOIN link l ON l.subject_id = r.id CROSS JOIN entry e ON e.id = l.object_id
        WHERE r.kind = 'organisation' AND l.kind IN ('of_country', 'part_of', 'branch_of')
        AND NOT e.trashed AND (l.kind = 'of_country' OR NOT EXISTS (
            SELECT 1 FROM link s WHERE s.subject_id = r.id AND s.kind = 'of_country'
            AND s.object_id IS NOT NULL
        ))
    )
    SELECT r.root, p.code FROM reached r CROSS JOIN place p ON p.id = r.id
    WHERE r.kind = 'place' AND p.place_kind = 'country' AND p.code <> ''
"""
"""From places and bodies up to countries: the parents of a place; what a body states it is of, or
else what it is part of. What lies in the trash leads nowhere, a circle ends where it closes."""

_ACTS_FOR = """
    SELECT l.subject_id, l.object_id FROM json_each(?1) j CROSS JOIN link l
    ON l.subject_id = j.value JOIN entry e ON e.id = l.subject_id
    WHERE l.kind IN ('of_country', 'holds_post') AND l.object_id IS NOT NULL AND NOT e.trashed
    UNION SELECT l.object_id, l.on_behalf_of_id FROM json_each(?1) j CROSS JOIN link l
    ON l.object_id = j.value JOIN entry e ON e.id = l.object_id
    WHERE l.on_behalf_of_id IS NOT NULL AND NOT e.trashed
"""
"""The places and bodies that people are of, or act for."""

_STORED = (
    "SELECT entry_id, code FROM entry_country "
    f"WHERE entry_id IN (SELECT value FROM json_each(?)) AND strength = {Strength(1):d}"
)


@dataclass(frozen=True, slots=True)
class _Reason:
    """Why an entry may belong to a country: another entry, and somebody acting for a third."""

    entry: int
    kind: str
    other: int | None
    other_kind: str
    behalf: int | None


def strengths_of(connection: Connection, kinds: Mapping[int, EntryKind]) -> dict[int, Strengths]:
    """Return each entry's countries (ISO 3166-1), each with the strongest reason it has.

    The entries are of one turn; the countries of those they rest on must be written.
    """
    found: dict[int, Strengths] = {entry: {} for entry in kinds}
    for entry, code, strength in _brought(connection, kinds):
        strengths = found[entry]
        strengths[code] = min(strength, strengths.get(code, strength))
    return found


def _brought(
    connection: Connection, kinds: Mapping[int, EntryKind]
) -> Iterator[tuple[int, str, Strength]]:
    turns: dict[int, list[int]] = {0: [], 1: [], 2: []}
    for entry, kind in kinds.items():
        turns[TURNS[kind]].append(entry)
    if turns[0]:
        for entry, code in _rows(connection, _REACHED, turns[0]):
            yield entry, code, Strength.PARTY_OR_PARTICIPANT
    if turns[1]:
        acts_for = [tuple(row) for row in _rows(connection, _ACTS_FOR, turns[1])]
        own = _stored(connection, (other for _person, other in acts_for))
        for person, other in acts_for:
            yield from ((person, code, Strength.PARTY_OR_PARTICIPANT) for code in own[other])
    if turns[2]:
        yield from _brought_to_records(connection, kinds, turns[2])


def _brought_to_records(
    connection: Connection, kinds: Mapping[int, EntryKind], entries: Iterable[int]
) -> Iterator[tuple[int, str, Strength]]:
    records = [entry for entry in entries if kinds[entry] in _RECORDS]
    others = [entry for entry in entries if kinds[entry] not in _RECORDS]
    reasons = [_Reason(*row) for row in _rows(connection, _REASONS, records, others)]
    own = _stored(connection, _named_in(reasons))
    for reason in reasons:
        brought = _through if kinds[reason.entry] in _RECORDS else _named
        for code, strength in brought(reason, own):
            yield reason.entry, code, strength


def _named_in(reasons: Iterable[_Reason]) -> Iterator[int]:
    for reason in reasons:
        yield from (one for one in (reason.other, reason.behalf) if one is not None)


def _stored(connection: Connection, actors: Iterable[int]) -> dict[int, list[str]]:
    """Return the countries a place lies in, a body is of, or a person acts for."""
    own: dict[int, list[str]] = {actor: [] for actor in actors}
    if own:
        for actor, code in _rows(connection, _STORED, sorted(own)):
            own[actor].append(code)
    return own


def _rows(connection: Connection, statement: str, *ids: Sequence[int]) -> Sequence[Any]:
    return connection.exec_driver_sql(statement, tuple(map(json.dumps, ids))).all()


def _named(reason: _Reason, own: Mapping[int, Sequence[str]]) -> Iterator[tuple[str, Strength]]:
    if reason.other is not None:
        yield from ((code, Strength.NAMED_ONLY) for code in own[reason.other])


def _through(reason: _Reason, own: Mapping[int, Sequence[str]]) -> Iterator[tuple[str, Strength]]:
    for_others = () if reason.behalf is None else own[reason.behalf]
    yield from ((code, Strength.PARTY_OR_PARTICIPANT) for code in for_others)
    strength = _strength_through(reason.kind, reason.other_kind)
    if reason.other is None or strength is None:
        return
    if for_others and reason.other_kind == EntryKind.PERSON:
        return  # somebody who acts for a country is not counted for his own as well
    yield from ((code, strength) for code in own[reason.other])


def _strength_through(kind: str, object_kind: str) -> Strength | None:
    if kind == LinkKind.VENUE:
        return Strength.PLACE_ONLY
    if kind == LinkKind.SESSION_OF:
        return Strength.PARTY_OR_PARTICIPANT
    if kind not in ROLES:
        return None
    if object_kind == EntryKind.PERSON:
        return Strength.OF_ITS_PEOPLE
    return Strength.PARTY_OR_PARTICIPANT
