"""How entries stand: the claims behind them, values without any, values in conflict.

Counted for many entries at once. What hangs on an entry as the other end of a link counts up to the
newest ``INCOMING`` links: a country that is party to half the catalogue must not make each edit of
an agreement slow.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from db.queries.faces import INCOMING, face_of
from db.queries.values import values_of
from db.rows.faces import Target
from db.rows.fields import FIELDS
from db.terms import EntryKind, Face

_THESE = "(SELECT value FROM json_each(?1))"
_OWN = (
    ("name", "name t", "t.entry_id"),
    ("link", "link t", "t.subject_id"),
    ("stage", "stage t", "t.agreement_id"),
    ("point", "point t", "t.entry_id"),
    ("figure", "figure t", "t.entry_id"),
    ("figure", "figure t JOIN point p ON p.id = t.point_id", "p.entry_id"),
    ("quotation", "quotation t", "t.entry_id"),
)
_CLAIMS = " UNION ALL ".join(
    [
        "SELECT entry_id AS owner, 'entry' AS thing, entry_id AS target, field, how, value "
        f"FROM evidence WHERE entry_id IN {_THESE}"
    ]
    + [
        f"SELECT {owner}, '{thing}', t.id, v.field, v.how, v.value FROM {things} "
        f"JOIN evidence v ON v.{thing}_id = t.id WHERE {owner} IN {_THESE}"
        for thing, things, owner in _OWN
    ]
)
_EXPECTED = " UNION ALL ".join(
    f"SELECT {owner} AS owner, '{thing}' AS thing, id FROM {thing} WHERE {owner} IN {_THESE}{but}"
    for thing, owner, but in (
        ("link", "subject_id", " AND kind NOT IN ('about', 'text_of')"),
        ("stage", "agreement_id", ""),
        ("point", "entry_id", ""),
        ("figure", "entry_id", ""),
        ("quotation", "entry_id", ""),
    )
)
_INCOMING = "SELECT e.value, " + " + ".join(
    f"(SELECT count(*) FROM (SELECT id FROM link WHERE {end} = e.value ORDER BY id DESC "
    f"LIMIT {INCOMING}) l JOIN evidence v ON v.link_id = l.id)"
    for end in ("object_id", "on_behalf_of_id")
)
_STANDING = (
    ("stage", "date", f"SELECT id, coalesce(date, '') FROM stage WHERE agreement_id IN {_THESE}"),
    ("figure", "number", f"SELECT id, number FROM figure WHERE entry_id IN {_THESE}"),
)

Claims = Mapping[Target, Sequence[tuple[str, str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How one entry stands."""

    evidence: int
    gaps: int
    conflicts: int


def tallies(connection: Connection, kinds: Mapping[int, EntryKind]) -> dict[int, Tally]:
    """Count the claims, gaps and conflicts of entries, in a fixed number of queries."""
    these = (json.dumps(sorted(kinds)),)
    values = values_of(connection, kinds)
    standing = _standing(connection, these)
    claims = _claims(connection, these)
    expected = _expected(connection, these)
    rows = connection.exec_driver_sql(f"{_INCOMING} FROM json_each(?1) e", these)
    incoming = {entry: count for entry, count in rows}  # noqa: C416 - a row is no pair to dict
    return {
        entry: _tally(
            claims[entry],
            [*_own_fields(entry, kind, values[entry]), *expected[entry]],
            {Target("entry", entry, name): value for name, value in values[entry].items()}
            | standing,
            incoming.get(entry, 0),
        )
        for entry, kind in kinds.items()
    }


def _claims(connection: Connection, these: tuple[str]) -> defaultdict[int, Claims]:
    found: defaultdict[int, defaultdict[Target, list[tuple[str, str]]]]
    found = defaultdict(lambda: defaultdict(list))
    for owner, thing, target, field, how, value in connection.exec_driver_sql(_CLAIMS, these):
        found[owner][Target(thing, target, field)].append((how, value))
    return defaultdict(dict, found)


def _expected(connection: Connection, these: tuple[str]) -> defaultdict[int, list[Target]]:
    found: defaultdict[int, list[Target]] = defaultdict(list)
    for owner, thing, target in connection.exec_driver_sql(_EXPECTED, these):
        found[owner].append(Target(thing, target))
    return found


def _standing(connection: Connection, these: tuple[str]) -> dict[Target, str]:
    return {
        Target(thing, target, field): value
        for thing, field, statement in _STANDING
        for target, value in connection.exec_driver_sql(statement, these)
    }


def _own_fields(entry: int, kind: EntryKind, values: Mapping[str, str]) -> Iterable[Target]:
    for field in FIELDS[kind]:
        if field.evidenced and values.get(field.name):
            yield Target("entry", entry, field.name)


def _tally(
    claims: Claims, expected: Iterable[Target], current: Mapping[Target, str], incoming: int
) -> Tally:
    backed = {(target.thing, target.id) for target in claims}
    faces = (face_of(found, current.get(target, "")) for target, found in claims.items())
    return Tally(
        evidence=sum(len(found) for found in claims.values()) + incoming,
        gaps=sum(
            target not in claims if target.field else (target.thing, target.id) not in backed
            for target in expected
        ),
        conflicts=sum(face == Face.CONFLICT for face in faces),
    )
