"""The faces of an entry's values: evidence, none yet, not stated, in conflict."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection

from db.queries.values import field_values
from db.rows.faces import FaceRow, Target
from db.terms import EntryKind, Face, How
from db.text.folding import fold

INCOMING = 200
"""Links at whose other end an entry stands that its form shows and its count of evidence takes in:
the newest. A country is party to half of a catalogue."""

_INCOMING = (
    f"SELECT id FROM (SELECT id FROM link WHERE {{}} = :e ORDER BY id DESC LIMIT {INCOMING})"
)
_THINGS = (
    ("name", "SELECT id FROM name WHERE entry_id = :e"),
    ("link", "SELECT id FROM link WHERE subject_id = :e"),
    ("link", _INCOMING.format("object_id")),
    ("link", _INCOMING.format("on_behalf_of_id")),
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
