"""Whose rows they are: from touched rows to the entries they belong to, many at once."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection

from db.history import Image, RowChange, key_columns
from db.models import TARGETS

_OWN_KEY = frozenset({"entry", "source", "agreement", "meeting", "person", "organisation", "place"})
_COLUMNS = {
    "name": ("entry_id",),
    "stage": ("agreement_id", "meeting_id"),
    "link": ("subject_id", "object_id", "on_behalf_of_id"),
    "passage": ("source_id",),
    "decision": ("source_id",),
    "evidence": ("entry_id", "source_id"),
    "point": ("entry_id",),
    "figure": ("entry_id",),
    "figure_member": ("entry_id",),
    "quotation": ("entry_id",),
    "entry_tag": ("entry_id",),
}
_PARENTS = {
    "evidence": tuple((f"{target}_id", target) for target in TARGETS if target != "entry"),
    "figure": (("point_id", "point"),),
    "figure_member": (("figure_id", "figure"),),
    "evidence_passage": (("evidence_id", "evidence"),),
}

_AT_ONCE = 5_000
"""Changes looked at together: an act may touch a million rows."""

Ends = tuple[str, ...]
"""Columns of a row that say whose it is, each beside one entry."""
Owners = tuple[tuple[str, int], ...]
"""Such columns with the entries, each pair once."""
Row = tuple[str, int]
"""A table whose key is an id, and that id."""


@dataclass(frozen=True, slots=True)
class Owned:
    """A change with the entries whose row, or whose children's row, it was."""

    change: RowChange
    ends: Ends
    """By which column of the row it is of each of the entries."""
    entries: tuple[int, ...]


def owned(connection: Connection, changes: Sequence[RowChange]) -> list[Owned]:
    """Return each change with the entries whose row, or whose children's row, it was.

    In a fixed number of queries for some thousand changes.
    """
    return [
        one
        for start in range(0, len(changes), _AT_ONCE)
        for one in _owned(connection, changes[start : start + _AT_ONCE])
    ]


def _owned(connection: Connection, changes: Sequence[RowChange]) -> Iterator[Owned]:
    images = [list(_images(change)) for change in changes]
    _complete(connection, changes, images)
    above = _owners_above(connection, {row for rows in images for row in _rows_above(rows)})
    for change, rows in zip(changes, images, strict=True):
        owners = dict.fromkeys(_owners(rows, above))
        ends = _same(tuple(end for end, _entry in owners))
        yield Owned(change, ends, tuple(entry for _end, entry in owners))


@cache
def _same(ends: Ends) -> Ends:
    """Return ends that are there already, for a million changes have the same."""
    return ends


Images = list[tuple[str, Image]]
"""A table with a row of it, before and after."""


def _images(change: RowChange) -> Iterator[tuple[str, Image]]:
    key = dict(zip(key_columns(change.table), json.loads(change.key), strict=True))
    for image in (change.before, change.after):
        if image is not None:
            yield change.table, {**key, **image}


def _complete(
    connection: Connection, changes: Sequence[RowChange], images: Sequence[Images]
) -> None:
    """Add what an update left as it was, where it says whose row it is; keys are there already."""
    waiting: defaultdict[str, dict[int, Images]] = defaultdict(dict)
    for change, rows in zip(changes, images, strict=True):
        if len(rows) == 2 and not set(_telling(change.table)).issubset(rows[0][1]):
            waiting[change.table][int(rows[0][1]["id"])] = rows
    for table, found in waiting.items():
        for id_, row in _live(connection, table, found).items():
            for _table, image in found[id_]:
                image.update({**row, **image})


def _telling(table: str) -> tuple[str, ...]:
    """Return the columns of a table that say whose its rows are."""
    return (*_COLUMNS.get(table, ()), *(column for column, _above in _PARENTS.get(table, ())))


def _live(connection: Connection, table: str, ids: Iterable[int]) -> dict[int, Image]:
    columns = ("id", *_telling(table))
    rows = connection.exec_driver_sql(
        f"SELECT {', '.join(columns)} FROM {table} WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(ids)),),
    )
    return {row[0]: dict(zip(columns, row, strict=True)) for row in rows}


def _rows_above(rows: Iterable[tuple[str, Mapping[str, Any]]]) -> Iterator[Row]:
    for _end, row in _ends_above(rows):
        yield row


def _ends_above(rows: Iterable[tuple[str, Mapping[str, Any]]]) -> Iterator[tuple[str, Row]]:
    for table, image in rows:
        for column, parent in _PARENTS.get(table, ()):
            if image.get(column) is not None:
                yield column, (parent, int(image[column]))


def _owners_above(connection: Connection, wanted: set[Row]) -> dict[Row, Owners]:
    """Return whose rows are, such as the point of a figure; those no longer there are nobody's."""
    if not wanted:
        return {}
    by_table: defaultdict[str, set[int]] = defaultdict(set)
    for table, id_ in wanted:
        by_table[table].add(id_)
    live = {
        (table, id_): [(table, row)]
        for table, ids in by_table.items()
        for id_, row in _live(connection, table, ids).items()
    }
    above = _owners_above(connection, {row for rows in live.values() for row in _rows_above(rows)})
    return {row: tuple(_owners(rows, above)) for row, rows in live.items()}


def _owners(
    rows: Iterable[tuple[str, Mapping[str, Any]]], above: Mapping[Row, Owners]
) -> Iterator[tuple[str, int]]:
    rows = list(rows)
    for table, image in rows:
        if table in _OWN_KEY:
            yield "id", int(image["id"])
        for column in _COLUMNS.get(table, ()):
            if image.get(column) is not None:
                yield column, int(image[column])
    for end, row in _ends_above(rows):
        for _end, entry in above.get(row, ()):
            yield end, entry
