"""History: records every change, undoes and redoes it.

TEMP triggers, made from the tables' columns when the writing connection opens, note each touched
row with its images. They see ORM, Core, bulk and cascaded writes alike; session events do not.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection

from db.act import Act
from db.base import UtcTime
from db.errors import Refused
from db.models import Revision
from db.rows.acts import HORIZON
from db.terms import RevisionState

Image = dict[str, Any]

_AT_ONCE = 5_000
"""Rows of the record read or written at once: an act may touch a million."""

OUTSIDE = frozenset(
    {
        "draft",
        "entry_country",
        "entry_facets",
        "file",
        "index_word",
        "link_rule",
        "printed_report",
        "printed_report_entry",
        "reference_counter",
        "revision",
        "revision_change",
        "revision_entry",
        "source_reading",
        "source_sketch",
        "source_text",
    }
)
"""Tables history does not record: written once, derived, or never turned back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """One row's changed columns before and after; ``None`` where the row was not there."""

    table: str
    key: str
    before: Image | None
    after: Image | None


@cache
def recorded_columns() -> dict[str, tuple[str, ...]]:
    """Return the recorded columns of each recorded table."""
    return {
        table.name: tuple(
            column.name for column in table.columns if column.info.get("recorded", True)
        )
        for table in Revision.metadata.sorted_tables
        if table.name not in OUTSIDE
    }


@cache
def key_columns(table: str) -> tuple[str, ...]:
    """Return the columns of a table's primary key, in their order."""
    return tuple(column.name for column in Revision.metadata.tables[table].primary_key.columns)


def _object(row: str, columns: Sequence[str]) -> str:
    return "json_object(" + ", ".join(f"'{name}', {row}.\"{name}\"" for name in columns) + ")"


def trigger_statements() -> list[str]:
    """Return the statements that make the noting table and its triggers, for one connection."""
    statements = [
        "CREATE TEMP TABLE IF NOT EXISTS touched ("
        "position INTEGER PRIMARY KEY, name TEXT, row_key TEXT, before TEXT, after TEXT)"
    ]
    for name, columns in recorded_columns().items():
        keys = key_columns(name)
        differs = " OR ".join(f'old."{column}" IS NOT new."{column}"' for column in columns)
        for event, row, before, after, when in (
            ("INSERT", "new", "NULL", _object("new", columns), ""),
            ("UPDATE", "new", _object("old", columns), _object("new", columns), f"WHEN {differs}"),
            ("DELETE", "old", _object("old", columns), "NULL", ""),
        ):
            key = "json_array(" + ", ".join(f'{row}."{column}"' for column in keys) + ")"
            statements.append(
                f"CREATE TEMP TRIGGER note_{event.lower()}_{name} AFTER {event} ON main.{name} "
                f"{when} BEGIN INSERT INTO touched (name, row_key, before, after) "
                f"VALUES ('{name}', {key}, {before}, {after}); END"
            )
    return statements


def collect(connection: Connection) -> list[RowChange]:
    """Return what was touched since the last call, one change a row, and forget it."""
    rows = connection.exec_driver_sql(
        "SELECT name, row_key, before, after FROM temp.touched ORDER BY position"
    ).yield_per(_AT_ONCE)
    changes = merge(
        RowChange(table=name, key=key, before=_image(before), after=_image(after))
        for name, key, before, after in rows
    )
    connection.exec_driver_sql("DELETE FROM temp.touched")
    return changes


def _image(text: str | None) -> Image | None:
    return None if text is None else json.loads(text)


def merge(changes: Iterable[RowChange]) -> list[RowChange]:
    """Fold successive changes of a row into one; drop what came to nothing.

    It stands where the first of them did; but a row that went, where it went: before it others had
    gone that would go with it, and are to be found when all is done again in this order.
    """
    merged: dict[tuple[str, str], RowChange] = {}
    for change in changes:
        place = (change.table, change.key)
        first = merged.get(place) if change.after is not None else merged.pop(place, None)
        merged[place] = change if first is None else _joined(first, change)
    return [slim for change in merged.values() if (slim := _slim(change)) is not None]


def _joined(first: RowChange, then: RowChange) -> RowChange:
    before = first.before
    if before is not None and then.before is not None:
        before = {**then.before, **before}
    after = then.after
    if after is not None and first.after is not None:
        after = {**first.after, **after}
    return RowChange(table=first.table, key=first.key, before=before, after=after)


def _slim(change: RowChange) -> RowChange | None:
    before, after = change.before, change.after
    if before is None and after is None:
        return None
    if before is None or after is None:
        return change
    changed = [name for name in after if name not in before or before[name] != after[name]]
    if not changed:
        return None
    return RowChange(
        table=change.table,
        key=change.key,
        before={name: before[name] for name in changed if name in before},
        after={name: after[name] for name in changed},
    )


def record(
    connection: Connection,
    act: Act[Any],
    changes: Sequence[RowChange],
    *,
    who: str,
    program: str,
    takes_back: int | None = None,
) -> int:
    """Write the revision of an act, or fold it into the last of the same visit; return its id."""
    connection.exec_driver_sql(
        "UPDATE revision SET state = ? WHERE state = ?",
        (RevisionState.DROPPED, RevisionState.UNDONE),
    )
    last = _last_of(connection, act.visit) if act.visit else None
    if last is None:
        revision = _new_revision(connection, act, who=who, program=program, steps=takes_back)
        _store(connection, revision, changes)
        return revision
    after_last = _end_of(connection, last) if all(one.before is None for one in changes) else None
    if after_last is not None:
        _store(connection, last, changes, first=after_last)
        return last
    folded = merge([*changes_of(connection, last), *changes])
    connection.exec_driver_sql("DELETE FROM revision_change WHERE revision_id = ?", (last,))
    _store(connection, last, folded)
    return last


def _last_of(connection: Connection, visit: str) -> int | None:
    """Return the last revision if it is one of this visit, and stands."""
    last = connection.exec_driver_sql(
        "SELECT id, visit, state FROM revision ORDER BY id DESC LIMIT 1"
    ).first()
    if last is None or (last.visit, last.state) != (visit, RevisionState.DONE):
        return None
    return int(last.id)


def _end_of(connection: Connection, revision: int) -> int | None:
    """Return the place after the last change of a revision, or None where it has removed rows.

    Rows made later are new to a revision without those: it need not be read to take them in.
    """
    end, removed = connection.exec_driver_sql(
        "SELECT coalesce(max(position) + 1, 0), count(*) - count(after) FROM revision_change "
        "WHERE revision_id = ?",
        (revision,),
    ).one()
    return None if removed else int(end)


def _new_revision(
    connection: Connection,
    act: Act[Any],
    *,
    who: str,
    program: str,
    state: RevisionState = RevisionState.DONE,
    steps: int | None = None,
) -> int:
    at = UtcTime().process_bind_param(datetime.now(UTC), connection.dialect)
    done = connection.exec_driver_sql(
        "INSERT INTO revision (at, who, act, about, program, visit, state, steps_id) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (at, who, act.key, act.about, program, act.visit, state, steps),
    )
    return int(done.lastrowid)


def _store(
    connection: Connection, revision: int, changes: Sequence[RowChange], *, first: int = 0
) -> None:
    for start in range(0, len(changes), _AT_ONCE):
        rows = [
            (revision, at, one.table, one.key, _text(one.before), _text(one.after))
            for at, one in enumerate(changes[start : start + _AT_ONCE], first + start)
        ]
        connection.exec_driver_sql(
            "INSERT INTO revision_change "
            "(revision_id, position, table_name, row_key, before, after) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            rows,
        )


def _text(image: Image | None) -> str | None:
    return None if image is None else json.dumps(image, ensure_ascii=False, sort_keys=True)


def changes_of(connection: Connection, revision: int) -> list[RowChange]:
    """Return the recorded changes of a revision, in order."""
    rows = connection.exec_driver_sql(
        "SELECT table_name, row_key, before, after FROM revision_change "
        "WHERE revision_id = ? ORDER BY position",
        (revision,),
    )
    return [
        RowChange(table=table, key=key, before=_image(before), after=_image(after))
        for table, key, before, after in rows
    ]


def about_of(connection: Connection, revision: int) -> str:
    """Return the title of what an act was done to."""
    about = connection.exec_driver_sql("SELECT about FROM revision WHERE id = ?", (revision,))
    return str(about.scalar_one())


def note_entries(connection: Connection, revision: int, entries: Iterable[int]) -> None:
    """Note which entries an act touched."""
    connection.exec_driver_sql(
        "INSERT INTO revision_entry (entry_id, revision_id) SELECT value, ? FROM json_each(?) "
        "WHERE true ON CONFLICT DO NOTHING",
        (revision, json.dumps(sorted(entries))),
    )


def undo(connection: Connection, *, who: str, program: str) -> int:
    """Take back the last act that stands; return the revision of the undo.

    Raises:
        Refused: ``nothing_to_undo``; ``undo_blocked`` where a row is not as the act left it.
    """
    target = _target(connection, "DESC", RevisionState.DONE)
    if target is None:
        raise Refused("nothing_to_undo")
    reverse = [
        RowChange(table=change.table, key=change.key, before=change.after, after=change.before)
        for change in reversed(changes_of(connection, target.id))
    ]
    return _step(
        connection, target, reverse, "undo", RevisionState.UNDONE, who=who, program=program
    )


def redo(connection: Connection, *, who: str, program: str) -> int:
    """Do again the act that was last undone; return the revision of the redo.

    Raises:
        Refused: ``nothing_to_redo``, or ``undo_blocked``.
    """
    target = _target(connection, "ASC", RevisionState.UNDONE)
    if target is None:
        raise Refused("nothing_to_redo")
    changes = changes_of(connection, target.id)
    return _step(connection, target, changes, "redo", RevisionState.DONE, who=who, program=program)


def _target(connection: Connection, order: str, state: RevisionState) -> Any:  # noqa: ANN401 - a row
    """Return the last revision of a state, or the first (``ASC``), with what it was about."""
    return connection.exec_driver_sql(
        f"SELECT id, about FROM revision WHERE state = ? AND id > ? ORDER BY id {order} LIMIT 1",
        (state, horizon(connection)),
    ).first()


def _step(
    connection: Connection,
    target: Any,  # noqa: ANN401 - a row
    changes: Sequence[RowChange],
    key: str,
    state: RevisionState,
    *,
    who: str,
    program: str,
) -> int:
    apply(connection, changes)
    connection.exec_driver_sql("UPDATE revision SET state = ? WHERE id = ?", (state, target.id))
    act: Act[None] = Act(key=key, run=lambda _session: None, about=target.about)
    return _new_revision(
        connection, act, who=who, program=program, state=RevisionState.STEP, steps=target.id
    )


def apply(connection: Connection, changes: Iterable[RowChange]) -> None:
    """Make rows as they are after changes, where each is as before its own.

    Raises:
        Refused: ``undo_blocked``, one is not.
    """
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    for statement, alike in groupby(map(_undoing, changes), key=itemgetter(0)):
        values = [values for _statement, values in alike]
        if connection.exec_driver_sql(statement, values).rowcount != len(values):
            raise Refused("undo_blocked")


def horizon(connection: Connection) -> int:
    """Return the last act before which nothing can be undone any more; 0 where all can.

    A migration that alters what history recorded, and does not rewrite it, leaves such a line: a
    step, and of these there are few among a million acts.
    """
    last = connection.exec_driver_sql(
        "SELECT id FROM revision WHERE state = ? AND act = ? ORDER BY id DESC LIMIT 1",
        (RevisionState.STEP, HORIZON),
    )
    return int(last.scalar() or 0)


def _undoing(change: RowChange) -> tuple[str, tuple[object, ...]]:
    """Return the statement that makes a row as it is after a change, if it is as before it."""
    if change.before is None and change.after is not None:
        names = ", ".join(f'"{name}"' for name in change.after)
        marks = ", ".join("?" * len(change.after))
        statement = f"INSERT INTO {change.table} ({names}) VALUES ({marks})"
        return statement, tuple(change.after.values())
    key = dict(zip(key_columns(change.table), json.loads(change.key), strict=True))
    wanted = {**key, **(change.before or {})}
    where = " AND ".join(f'"{name}" IS ?' for name in wanted)
    if change.after is None:
        return f"DELETE FROM {change.table} WHERE {where}", tuple(wanted.values())
    assignments = ", ".join(f'"{name}" = ?' for name in change.after)
    statement = f"UPDATE {change.table} SET {assignments} WHERE {where}"
    return statement, (*change.after.values(), *wanted.values())
