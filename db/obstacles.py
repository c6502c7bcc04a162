"""What stands in the way of turning rows back: later acts that changed, use or removed them.

An act may have touched a hundred thousand rows: each question here is asked of all of them at once.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from sqlalchemy import Connection

from db.history import OUTSIDE, Image, RowChange, key_columns
from db.models import Revision
from db.terms import RevisionState

_OTHERS = 20
"""How many later acts are named where none alone can be said to stand in the way."""

RowPlace = tuple[str, str]
"""A table, and a row's primary key as a JSON array."""


def acts_in_the_way(
    connection: Connection, revision: int, changes: Sequence[RowChange]
) -> set[int]:
    """Return the standing later acts because of which changes to rows of one cannot be made."""
    used = _used(connection, [one for one in changes if one.after is None])
    missing = _missing(connection, [one for one in changes if one.before is None])
    return {
        *_touching(connection, revision, changes),
        *_makers(connection, revision, used | missing),
    }


def later_of_same_entries(connection: Connection, revision: int) -> tuple[int, ...]:
    """Return the last standing acts that touched the entries of one, the latest first."""
    rows = connection.exec_driver_sql(
        "SELECT DISTINCT l.revision_id FROM revision_entry e "
        "JOIN revision_entry l ON l.entry_id = e.entry_id AND l.revision_id > e.revision_id "
        "JOIN revision r ON r.id = l.revision_id "
        "WHERE e.revision_id = ? AND r.state = ? ORDER BY l.revision_id DESC LIMIT ?",
        (revision, RevisionState.DONE, _OTHERS),
    )
    return tuple(int(later) for (later,) in rows)


def _touching(connection: Connection, revision: int, changes: Sequence[RowChange]) -> Iterator[int]:
    """Give later acts that changed what would be changed back, where that is not as it was."""
    moved = {(one.table, one.key): one for one in _moved(connection, changes)}
    for place, later, image in _later_images(connection, revision, moved):
        change = moved[place]
        if change.after is None or image is None or not image.keys().isdisjoint(change.after):
            yield later


def _moved(connection: Connection, changes: Sequence[RowChange]) -> Iterator[RowChange]:
    """Give the changes whose rows are not as they expect to find them."""
    alike = defaultdict[tuple[str, tuple[str, ...] | None], list[RowChange]](list)
    for one in changes:
        alike[one.table, None if one.before is None else tuple(one.before)].append(one)
    for (table, columns), some in alike.items():
        negated = "" if columns is None else "NOT"
        rows = connection.exec_driver_sql(
            f"SELECT k.key FROM json_each(?) k WHERE {negated} EXISTS "
            f"(SELECT 1 FROM {table} t WHERE {_as_expected(table, columns or ())})",
            (json.dumps([_expected(one) for one in some]),),
        )
        yield from (some[at] for (at,) in rows)


def _as_expected(table: str, columns: Sequence[str]) -> str:
    keys = key_columns(table)
    terms = [f't."{name}" = k.value ->> {at}' for at, name in enumerate(keys)]
    terms += [f't."{name}" IS k.value ->> {at}' for at, name in enumerate(columns, len(keys))]
    return " AND ".join(terms)


def _expected(change: RowChange) -> list[object]:
    return [*json.loads(change.key), *(change.before or {}).values()]


def _later_images(
    connection: Connection, revision: int, places: Iterable[RowPlace]
) -> Iterator[tuple[RowPlace, int, Image | None]]:
    """Give the later standing acts on rows, and what each left of its row."""
    rows = connection.exec_driver_sql(
        "SELECT c.table_name, c.row_key, c.revision_id, c.after FROM revision_change c "
        "JOIN json_each(?) k ON k.value ->> 0 = c.table_name AND k.value ->> 1 = c.row_key "
        "JOIN revision r ON r.id = c.revision_id "
        "WHERE c.revision_id > ? AND r.state = ?",
        (json.dumps([*places]), revision, RevisionState.DONE),
    )
    for table, key, later, after in rows:
        yield (table, key), int(later), None if after is None else json.loads(after)


def _used(connection: Connection, going: Sequence[RowChange]) -> set[RowPlace]:
    """Return the rows that refer to those that would go, and would not go with them."""
    values = defaultdict[str, list[object]](list)
    for one in going:
        values[one.table].append(json.loads(one.key)[0])
    found: set[RowPlace] = set()
    for table, keys in values.items():
        for child, column in _children(table):
            found |= _referring(connection, child, column, keys)
    return found - {(one.table, one.key) for one in going}


def _referring(
    connection: Connection, child: str, column: str, values: Sequence[object]
) -> set[RowPlace]:
    keys = ", ".join(f't."{name}"' for name in key_columns(child))
    rows = connection.exec_driver_sql(
        f'SELECT json_array({keys}) FROM json_each(?) k JOIN {child} t ON t."{column}" = k.value',
        (json.dumps(values),),
    )
    return {(child, str(key)) for (key,) in rows}


def _missing(connection: Connection, coming: Sequence[RowChange]) -> set[RowPlace]:
    """Return the rows that those to come back refer to, and that are gone."""
    wanted = defaultdict[str, set[object]](set)
    for one in coming:
        for column, parent in _parents(one.table):
            value = (one.after or {}).get(column)
            if value is not None:
                wanted[parent].add(value)
    found: set[RowPlace] = set()
    for parent, values in wanted.items():
        rows = connection.exec_driver_sql(
            "SELECT k.value FROM json_each(?) k WHERE NOT EXISTS "
            f'(SELECT 1 FROM {parent} t WHERE t."{key_columns(parent)[0]}" = k.value)',
            (json.dumps([*values]),),
        )
        found |= {(parent, json.dumps([value])) for (value,) in rows}
    return found - {(one.table, one.key) for one in coming}


def _makers(connection: Connection, revision: int, places: set[RowPlace]) -> set[int]:
    """Return the later standing acts that touched rows; where none did, the last of all."""
    if not places:
        return set()
    touched: set[RowPlace] = set()
    found: set[int] = set()
    for place, later, _image in _later_images(connection, revision, places):
        touched.add(place)
        found.add(later)
    if places - touched:
        found.update(later_of_same_entries(connection, revision)[:1])
    return found


@cache
def _children(table: str) -> tuple[tuple[str, str], ...]:
    """Return the recorded tables that refer to one, with the columns that do."""
    return tuple(
        (child.name, constraint.column_keys[0])
        for child in Revision.metadata.sorted_tables
        for constraint in child.foreign_key_constraints
        if constraint.referred_table.name == table and child.name not in OUTSIDE
    )


@cache
def _parents(table: str) -> tuple[tuple[str, str], ...]:
    """Return the columns of a table that refer to others, with those."""
    constraints = Revision.metadata.tables[table].foreign_key_constraints
    return tuple((one.column_keys[0], one.referred_table.name) for one in constraints)
