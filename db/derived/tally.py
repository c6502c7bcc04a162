"""How entries stand: the claims behind them, values without any, values in conflict.

Counted for many entries at once. What hangs on an entry as the other end of a link counts up to the
newest ``INCOMING`` links: a country that is party to half the catalogue must not make each edit of
an agreement slow.
"""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection

from db.derived.stored import Columns
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
_CLAIMS = (
    f"SELECT 'claim', entry_id, 'entry', entry_id, field, how, value "
    f"FROM evidence WHERE entry_id IN {_THESE}",
    *(
        f"SELECT 'claim', {owner}, '{thing}', t.id, v.field, v.how, v.value FROM {things} "
        f"JOIN evidence v ON v.{thing}_id = t.id WHERE {owner} IN {_THESE}"
        for thing, things, owner in _OWN
    ),
)
_EXPECTED = tuple(
    f"SELECT 'expected', {owner}, '{thing}', id, '{said}', '', {value} FROM {thing} "
    f"WHERE {owner} IN {_THESE}{but}"
    for thing, owner, said, value, but in (
        ("link", "subject_id", "", "''", " AND kind NOT IN ('about', 'text_of')"),
        ("stage", "agreement_id", "date", "coalesce(date, '')", ""),
        ("point", "entry_id", "", "''", ""),
        ("figure", "entry_id", "number", "number", ""),
        ("quotation", "entry_id", "", "''", ""),
    )
)
_INCOMING = "SELECT 'incoming', e.value, '', {}, '', '', '' FROM json_each(?1) e".format(
    " + ".join(
        f"(SELECT count(*) FROM (SELECT id FROM link WHERE {end} = e.value ORDER BY id DESC "
        f"LIMIT {INCOMING}) l JOIN evidence v ON v.link_id = l.id)"
        for end in ("object_id", "on_behalf_of_id")
    )
)
_STATEMENT = " UNION ALL ".join((*_CLAIMS, *_EXPECTED, _INCOMING))
"""One statement, for each costs more than what it reads of an entry."""


@dataclass(slots=True)
class _Read:
    """What was read of one entry."""

    claims: defaultdict[Target, list[tuple[str, str]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    expected: list[Target] = field(default_factory=list[Target])
    """What a claim is wanted for."""
    current: dict[Target, str] = field(default_factory=dict[Target, str])
    """What stands."""
    incoming: int = 0


def tallies(connection: Connection, kinds: Mapping[int, EntryKind]) -> dict[int, Columns]:
    """Count the claims, gaps and conflicts of entries, in a fixed number of queries."""
    if not kinds:
        return {}
    found = {entry: _Read() for entry in kinds}
    for entry, values in values_of(connection, kinds).items():
        _add_values(found[entry], entry, kinds[entry], values)
    rows = connection.exec_driver_sql(_STATEMENT, (json.dumps(sorted(kinds)),))
    for part, owner, thing, target, named, how, value in rows:
        read = found[owner]
        if part == "claim":
            read.claims[Target(thing, target, named)].append((how, value))
        elif part == "expected":
            read.expected.append(Target(thing, target))
            read.current[Target(thing, target, named)] = value
        else:
            read.incoming = target
    return {entry: _tally(read) for entry, read in found.items()}


def _add_values(read: _Read, entry: int, kind: EntryKind, values: Mapping[str, str]) -> None:
    for one in FIELDS[kind]:
        value = values.get(one.name, "")
        target = Target("entry", entry, one.name)
        read.current[target] = value
        if one.evidenced and value:
            read.expected.append(target)


def _tally(read: _Read) -> Columns:
    claims = read.claims
    backed = {(target.thing, target.id) for target in claims}
    faces = (face_of(found, read.current.get(target, "")) for target, found in claims.items())
    return {
        "evidence_count": sum(len(found) for found in claims.values()) + read.incoming,
        "gap_count": sum(
            target not in claims if target.field else (target.thing, target.id) not in backed
            for target in read.expected
        ),
        "conflict_count": sum(face == Face.CONFLICT for face in faces),
    }
