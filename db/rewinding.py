"""Rewinding rows: what was recorded since a moment is taken off them again, in memory alone."""

import json
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from sqlalchemy import Connection

from db.history import Image, RowChange, key_columns, recorded_columns
from db.models import TARGETS, Revision
from db.terms import EntryKind, RevisionState

Place = tuple[str, str]
"""A table, and a row's key as history writes it."""
Rewound = dict[Place, Image | None]
"""Rows as they stood; None where there was none."""

_LINKS = 10_000
"""As many links to an entry are looked at, the newest: a form shows and counts no more."""
_AT_ONCE = 5_000
_NAMED = frozenset({"tag", "post", "passage"})
_OWNERS: dict[str, tuple[tuple[str, str], ...]] = {
    "name": (("entry_id", "entry"),),
    "stage": (("agreement_id", "entry"),),
    "link": (("subject_id", "entry"), ("object_id", "entry"), ("on_behalf_of_id", "entry")),
    "point": (("entry_id", "entry"),),
    "figure": (("entry_id", "entry"), ("point_id", "point")),
    "figure_member": (("figure_id", "figure"),),
    "quotation": (("entry_id", "entry"),),
    "entry_tag": (("entry_id", "entry"),),
    "evidence": tuple((f"{target}_id", target) for target in TARGETS),
    "evidence_passage": (("evidence_id", "evidence"),),
}
"""By which columns a row belongs to a row of another table; each table after those it needs."""


class _Event(NamedTuple):
    """What happened to rows: an act, or an undo or redo, which has the changes of its act."""

    revision: int
    changes: int
    is_undo: bool
    """Then it went against the changes, and to reverse it is to do them again."""


def rewind(connection: Connection, entry: int, revision: int) -> Rewound:
    """Return the rows of an entry as they stood once an act was done."""
    rows = _rows_of(connection, entry)
    for event in _events(connection, [entry], revision):
        for change in _of_rows(connection, event, rows):
            place = (change.table, change.key)
            if place not in rows:
                rows[place] = _row_after(connection, event, change)
            _take_off(rows, change, event)
    return rows


def rewind_named(
    connection: Connection, rows: Rewound, entries: Collection[int], revision: int
) -> None:
    """Add what rows name, as it stood then: entries, and the passages of sources.

    Posts, and tags nobody removed since, as they are today.
    """
    wanted = [("entry", json.dumps([entry])) for entry in entries]
    wanted += [place for place in _named(rows) if place[0] != "entry"]
    fresh = [place for place in wanted if place not in rows]
    for place in fresh:
        rows[place] = _row(connection, place)
    keys = json.dumps(fresh)
    for event in _events(connection, entries, revision):
        for change in _changes(connection, event, keys):
            _take_off(rows, change, event)
    for place in fresh:
        if rows[place] is None and place[0] in _NAMED:
            rows[place] = _made_up_to(connection, place, revision)


def _made_up_to(connection: Connection, place: Place, revision: int) -> Image | None:
    """Return a row that no entry owns and that is gone, from what was done to it up to an act."""
    found = connection.exec_driver_sql(
        "SELECT after FROM revision_change WHERE table_name = ? AND row_key = ? "
        "AND revision_id <= ? ORDER BY revision_id",
        (*place, revision),
    )
    row: Image = {}
    for (after,) in found:
        row |= _today(place[0], _image(after) or {})
    return row or None


def entries_named(rows: Rewound) -> set[int]:
    """Return the entries that rows point to."""
    return {json.loads(key)[0] for table, key in _named(rows) if table == "entry"}


def _named(rows: Rewound) -> set[Place]:
    return {
        (parent, json.dumps([row[column]]))
        for (table, _key), row in rows.items()
        if row is not None
        for column, parent in _parents(table)
        if row.get(column) is not None
    }


@cache
def _parents(table: str) -> tuple[tuple[str, str], ...]:
    """Return the columns by which a row points to others; kinds of entries count as entries."""
    kinds = {str(kind) for kind in EntryKind}
    return tuple(
        (constraint.column_keys[0], "entry" if parent in kinds else parent)
        for constraint in Revision.metadata.tables[table].foreign_key_constraints
        if (parent := constraint.referred_table.name) in {*kinds, "entry", *_NAMED}
        and constraint.column_keys[0] != "id"
    )


def _rows_of(connection: Connection, entry: int) -> Rewound:
    """Return the rows of an entry as they are today."""
    key = json.dumps([entry])
    rows: Rewound = {}
    for table in ("entry", *map(str, EntryKind)):
        rows[table, key] = _row(connection, (table, key))
    for table, owners in _OWNERS.items():
        for column, parent in owners:
            ids = [json.loads(k)[0] for (t, k), row in rows.items() if t == parent and row]
            rows |= _children(connection, table, column, ids)
    return rows


def _children(connection: Connection, table: str, column: str, ids: Collection[int]) -> Rewound:
    columns = recorded_columns()[table]
    listed = ", ".join(f'"{name}"' for name in columns)
    found = connection.exec_driver_sql(
        f'SELECT {listed} FROM {table} WHERE "{column}" IN (SELECT value FROM json_each(?)) '
        "ORDER BY rowid DESC LIMIT ?",
        (json.dumps(sorted(ids)), _LINKS),
    )
    rows = (dict(zip(columns, values, strict=True)) for values in found)
    return {(table, _key(table, row)): row for row in rows}


def _key(table: str, row: Image) -> str:
    return json.dumps([row[name] for name in key_columns(table)], separators=(",", ":"))


def _row(connection: Connection, place: Place) -> Image | None:
    table, key = place
    columns = recorded_columns()[table]
    where = " AND ".join(f'"{name}" = ?' for name in key_columns(table))
    listed = ", ".join(f'"{name}"' for name in columns)
    found = connection.exec_driver_sql(
        f"SELECT {listed} FROM {table} WHERE {where}", tuple(json.loads(key))
    ).first()
    return None if found is None else dict(zip(columns, found, strict=True))


def _row_after(connection: Connection, event: _Event, change: RowChange) -> Image | None:
    """Return a row as an event left it, after which it belonged to other entries alone."""
    place = (change.table, change.key)
    rows = {place: _row(connection, place)}
    images = (rows[place], change.before, change.after)
    others = {
        int(image[column])
        for column, parent in _OWNERS.get(change.table, ())
        for image in images
        if parent == "entry" and image is not None and image.get(column) is not None
    }
    for later in _events(connection, others, event.revision):
        for one in _changes(connection, later, json.dumps([place])):
            _take_off(rows, one, later)
    return rows[place]


def _events(connection: Connection, entries: Collection[int], revision: int) -> list[_Event]:
    """Return what touched entries after an act, the latest first."""
    rows = connection.exec_driver_sql(
        "SELECT DISTINCT r.id, r.state, r.act, r.steps_id FROM revision_entry e "
        "JOIN revision r ON r.id = e.revision_id "
        "WHERE e.entry_id IN (SELECT value FROM json_each(?)) AND r.id > ? ORDER BY r.id DESC",
        (json.dumps(sorted(entries)), revision),
    )
    return [
        _Event(event, steps, act == "undo")
        if state == RevisionState.STEP and steps
        else _Event(event, event, is_undo=False)
        for event, state, act, steps in rows
    ]


def _of_rows(connection: Connection, event: _Event, rows: Rewound) -> list[RowChange]:
    """Return the changes of an act that concern rows, and those that belong to them.

    An act that touched a million rows is read in passes, and only what is wanted of it is kept:
    what belongs to a row may stand before it.
    """
    found: dict[Place, RowChange] = {}
    known = {(table, json.loads(key)[0]) for table, key in rows}
    grown = True
    while grown:
        grown = False
        for change in _changes(connection, event):
            place = (change.table, change.key)
            if place in found:
                continue
            if place in rows or _belongs(change, known):
                found[place] = change
                known.add((change.table, json.loads(change.key)[0]))
                grown = True
    return list(found.values())


def _belongs(change: RowChange, known: Collection[tuple[str, int]]) -> bool:
    images = [image for image in (change.before, change.after) if image is not None]
    return any(
        (parent, image.get(column)) in known
        for column, parent in _OWNERS.get(change.table, ())
        for image in images
    )


def _changes(connection: Connection, event: _Event, keys: str = "") -> Iterator[RowChange]:
    """Give the changes of an act, or those of some rows, a JSON list of tables and keys."""
    among = (
        " AND EXISTS (SELECT 1 FROM json_each(?) k WHERE k.value ->> 0 = table_name "
        "AND k.value ->> 1 = row_key)"
        if keys
        else ""
    )
    rows = connection.exec_driver_sql(
        "SELECT table_name, row_key, before, after FROM revision_change "
        f"WHERE revision_id = ?{among} ORDER BY position",
        (event.changes, keys) if keys else (event.changes,),
    ).yield_per(_AT_ONCE)
    for table, key, before, after in rows:
        yield RowChange(table=table, key=key, before=_image(before), after=_image(after))


def _image(text: str | None) -> Image | None:
    return None if text is None else json.loads(text)


def _take_off(rows: Rewound, change: RowChange, event: _Event) -> None:
    """Make a row as it was before an event."""
    place = (change.table, change.key)
    image = change.after if event.is_undo else change.before
    rows[place] = None if image is None else {**(rows[place] or {}), **_today(change.table, image)}


def _today(table: str, image: Image) -> Image:
    """Return what of an image is still a column."""
    columns = recorded_columns()[table]
    return {name: value for name, value in image.items() if name in columns}
