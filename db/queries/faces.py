"""The faces of an entry's values: evidence, none yet, not stated, in conflict."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from db.queries.values import field_values
from db.rows.faces import FaceRow, Target
from db.rows.fields import FIELDS
from db.terms import EntryKind, Face, How
from db.text.folding import fold

_THINGS = (
    ("name", "SELECT id FROM name WHERE entry_id = :e"),
    ("link", "SELECT id FROM link WHERE subject_id = :e"),
    ("link", "SELECT id FROM link WHERE object_id = :e"),
    ("link", "SELECT id FROM link WHERE on_behalf_of_id = :e"),
    ("stage", "SELECT id FROM stage WHERE agreement_id = :e"),
    ("point", "SELECT id FROM point WHERE entry_id = :e"),
    ("figure", "SELECT id FROM figure WHERE entry_id = :e"),
    (
        "figure",
        "SELECT f.id FROM figure f JOIN point p ON p.id = f.point_id WHERE p.entry_id = :e",
    ),
    ("quotation", "SELECT id FROM quotation WHERE entry_id = :e"),
)
_CLAIMS = " UNION ".join(
    ["SELECT id, 'entry', entry_id, field, how, value FROM evidence WHERE entry_id = :e"]
    + [
        f"SELECT id, '{thing}', {thing}_id, field, how, value FROM evidence "
        f"WHERE {thing}_id IN ({things})"
        for thing, things in _THINGS
    ]
)
_EXPECTED = (
    ("link", "SELECT id FROM link WHERE subject_id = ? AND kind NOT IN ('about', 'text_of')"),
    ("stage", "SELECT id FROM stage WHERE agreement_id = ?"),
    ("point", "SELECT id FROM point WHERE entry_id = ?"),
    ("figure", "SELECT id FROM figure WHERE entry_id = ?"),
    ("quotation", "SELECT id FROM quotation WHERE entry_id = ?"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How an entry stands: claims behind it, values without any, values in conflict."""

    evidence: int
    gaps: int
    conflicts: int


def faces(connection: Connection, entry: int, kind: EntryKind) -> dict[Target, FaceRow]:
    """Return the face of every target of an entry that has at least one claim."""
    current = {
        Target("entry", entry, field): value
        for field, value in field_values(connection, entry, kind).items()
    }
    for stage, date in connection.exec_driver_sql(
        "SELECT id, date FROM stage WHERE agreement_id = ?", (entry,)
    ):
        current[Target("stage", stage, "date")] = date or ""
    for figure, number in connection.exec_driver_sql(
        "SELECT id, number FROM figure WHERE entry_id = ?", (entry,)
    ):
        current[Target("figure", figure, "number")] = number
    claims: defaultdict[Target, list[tuple[str, str]]] = defaultdict(list)
    rows = connection.exec_driver_sql(_CLAIMS.replace(":e", "?"), (entry,) * _CLAIMS.count(":e"))
    for _id, thing, target, field, how, value in rows:
        claims[Target(thing, target, field)].append((how, value))
    return {
        target: FaceRow(face=face_of(found, current.get(target, "")), count=len(found))
        for target, found in claims.items()
    }


def face_of(claims: Iterable[tuple[str, str]], current: str) -> Face:
    """Return the face of a value from its claims, each a pair of how and the value claimed."""
    hows = {how for how, _value in claims}
    if not hows:
        return Face.NONE
    if hows == {How.NOT_STATED}:
        return Face.NOT_STATED
    said = {fold(value) for how, value in claims if value and how != How.NOT_STATED}
    if current:
        said.add(fold(current))
    return Face.CONFLICT if len(said) > 1 else Face.EVIDENCE


def tally(connection: Connection, entry: int, kind: EntryKind) -> Tally:
    """Count an entry's claims, gaps and conflicts."""
    found = faces(connection, entry, kind)
    values = field_values(connection, entry, kind)
    expected = [
        Target("entry", entry, field.name)
        for field in FIELDS[kind]
        if field.evidenced and values.get(field.name)
    ]
    for thing, statement in _EXPECTED:
        ids = connection.exec_driver_sql(statement, (entry,)).scalars()
        expected.extend(Target(thing, target) for target in ids)
    return Tally(
        evidence=sum(row.count for row in found.values()),
        gaps=sum(not _is_backed(target, found) for target in expected),
        conflicts=sum(row.face == Face.CONFLICT for row in found.values()),
    )


def _is_backed(target: Target, found: Mapping[Target, FaceRow]) -> bool:
    if target.field:
        return target in found
    return any((target.thing, target.id) == (other.thing, other.id) for other in found)
