"""Taking back one past act alone: what rests on it, and the change that undoes it.

An act can be taken back where each of its rows is still as it left it, and nothing made later
refers to a row that would go. Taking it back is an act like others, recorded by the write path,
and so undone like others.
"""

import json
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, Table
from sqlalchemy.exc import IntegrityError

from db.errors import Blocked, Refused
from db.history import OUTSIDE, RowChange, apply, changes_of, horizon, key_columns
from db.models import Revision
from db.terms import RevisionState

KEY = "undo.alone"
"""The key of the act that takes back another."""
_OTHERS = 20
"""How many later acts are named where none alone can be said to stand in the way."""


def take_back(connection: Connection, revision: int) -> None:
    """Undo an act that stands, whatever was done since.

    Raises:
        Refused: there is no such act, it does not stand, or it lies before the horizon.
        Blocked: later acts rest on it; the error names them. Nothing has changed then.
    """
    _want_standing(connection, revision)
    changes = _reverse(changes_of(connection, revision))
    blocking = _blocking(connection, revision, changes)
    if blocking:
        raise Blocked(by=blocking)
    try:
        apply(connection, changes)
    except (Refused, IntegrityError) as error:
        raise Blocked(by=_later(connection, revision)) from error


def resting_on(connection: Connection, revision: int) -> tuple[int, ...]:
    """Return the later acts that have to be taken back first, the latest first; none if free."""
    _want_standing(connection, revision)
    return _blocking(connection, revision, _reverse(changes_of(connection, revision)))


def _want_standing(connection: Connection, revision: int) -> None:
    state = connection.exec_driver_sql(
        "SELECT state FROM revision WHERE id = ?", (revision,)
    ).scalar()
    if state is None:
        raise Refused("act_missing")
    if state != RevisionState.DONE:
        raise Refused("act_not_standing")
    if revision in _cancelled(connection, revision - 1):
        raise Refused("act_not_standing")
    if revision <= horizon(connection):
        raise Refused("act_before_horizon")


def _reverse(changes: Sequence[RowChange]) -> list[RowChange]:
    return [
        RowChange(table=one.table, key=one.key, before=one.after, after=one.before)
        for one in reversed(changes)
    ]


def _blocking(
    connection: Connection, revision: int, changes: Sequence[RowChange]
) -> tuple[int, ...]:
    """Return the standing later acts in the way of changes, the latest first."""
    in_the_way = {
        *_touching(connection, revision, changes),
        *_referring(connection, revision, changes),
        *_removing(connection, revision, changes),
    }
    return tuple(sorted(in_the_way - _cancelled(connection, revision), reverse=True))


def _cancelled(connection: Connection, revision: int) -> set[int]:
    """Return the acts after one that were taken back alone, with those that did so."""
    pairs = connection.exec_driver_sql(
        "SELECT steps_id, id FROM revision WHERE steps_id > ? AND +state = ? ORDER BY id DESC",
        (revision, RevisionState.DONE),
    )
    found: set[int] = set()
    for taken, taker in pairs:
        if taker not in found:  # else it was itself taken back
            found |= {int(taken), int(taker)}
    return found


def _touching(connection: Connection, revision: int, changes: Sequence[RowChange]) -> Iterator[int]:
    """Give later acts that changed what would be changed back, where that is not as it was."""
    moved = [one for one in changes if not _is_as_before(connection, one)]
    for one, later, image in _later_images(connection, revision, moved):
        if one.after is None or image is None or not image.keys().isdisjoint(one.after):
            yield later


def _is_as_before(connection: Connection, change: RowChange) -> bool:
    """Tell whether a row is as a change expects to find it."""
    names = key_columns(change.table)
    wanted = dict(zip(names, json.loads(change.key), strict=True)) | (change.before or {})
    where = " AND ".join(f'"{name}" IS ?' for name in wanted)
    found = connection.exec_driver_sql(
        f"SELECT 1 FROM {change.table} WHERE {where}", tuple(wanted.values())
    ).first()
    return (found is None) == (change.before is None)


def _later_images(
    connection: Connection, revision: int, changes: Sequence[RowChange]
) -> Iterator[tuple[RowChange, int, dict[str, object] | None]]:
    """Give each change with the later standing acts on its row, and what these left of it."""
    wanted = {(one.table, one.key): one for one in changes}
    rows = connection.exec_driver_sql(
        "SELECT c.table_name, c.row_key, c.revision_id, c.after FROM revision_change c "
        "JOIN json_each(?) k ON k.value ->> 0 = c.table_name AND k.value ->> 1 = c.row_key "
        "JOIN revision r ON r.id = c.revision_id "
        "WHERE c.revision_id > ? AND r.state = ?",
        (json.dumps([*wanted]), revision, RevisionState.DONE),
    )
    for table, key, later, after in rows:
        yield wanted[table, key], int(later), None if after is None else json.loads(after)


def _referring(
    connection: Connection, revision: int, changes: Sequence[RowChange]
) -> Iterator[int]:
    """Give later acts that made rows which refer to those that would go."""
    going = {(one.table, one.key) for one in changes if one.after is None}
    for table, key in going:
        for child, column in _children(table):
            if child.name in OUTSIDE:
                continue
            for child_key in _keys_of(connection, child, column, json.loads(key)[0]):
                if (child.name, child_key) not in going:
                    yield from _makers(connection, revision, child.name, child_key)


def _removing(connection: Connection, revision: int, changes: Sequence[RowChange]) -> Iterator[int]:
    """Give later acts that removed what the rows to come back refer to."""
    coming = {(one.table, one.key) for one in changes if one.before is None}
    for one in changes:
        for column, parent in _parents(one.table):
            value = (one.after or {}).get(column)
            if value is None or (parent, json.dumps([value])) in coming:
                continue
            name = key_columns(parent)[0]
            there = connection.exec_driver_sql(
                f'SELECT 1 FROM {parent} WHERE "{name}" = ?', (value,)
            ).first()
            if there is None:
                yield from _makers(connection, revision, parent, json.dumps([value]))


def _makers(connection: Connection, revision: int, table: str, key: str) -> Iterator[int]:
    """Give the later standing acts that touched a row; the last of all acts where none did."""
    touched = RowChange(table=table, key=key, before=None, after=None)
    found = [later for _one, later, _image in _later_images(connection, revision, [touched])]
    yield from found or _later(connection, revision)[:1]


def _later(connection: Connection, revision: int) -> tuple[int, ...]:
    """Return the last standing acts that touched the same entries, the latest first."""
    rows = connection.exec_driver_sql(
        "SELECT DISTINCT l.revision_id FROM revision_entry e "
        "JOIN revision_entry l ON l.entry_id = e.entry_id AND l.revision_id > e.revision_id "
        "JOIN revision r ON r.id = l.revision_id "
        "WHERE e.revision_id = ? AND r.state = ? ORDER BY l.revision_id DESC LIMIT ?",
        (revision, RevisionState.DONE, _OTHERS),
    )
    return tuple(int(later) for (later,) in rows)


def _tables() -> Iterable[Table]:
    return Revision.metadata.tables.values()


def _children(table: str) -> Iterator[tuple[Table, str]]:
    for child in _tables():
        for constraint in child.foreign_key_constraints:
            if constraint.referred_table.name == table:
                yield child, constraint.column_keys[0]


def _parents(table: str) -> Iterator[tuple[str, str]]:
    for constraint in Revision.metadata.tables[table].foreign_key_constraints:
        yield constraint.column_keys[0], constraint.referred_table.name


def _keys_of(connection: Connection, child: Table, column: str, value: object) -> Iterator[str]:
    keys = ", ".join(f'"{name}"' for name in key_columns(child.name))
    rows = connection.exec_driver_sql(
        f'SELECT json_array({keys}) FROM {child.name} WHERE "{column}" = ?', (value,)
    )
    for (key,) in rows:
        yield str(key)
