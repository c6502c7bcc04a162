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

from sqlalchemy import Connection, delete, func, insert, select, update

from db.act import Act
from db.base import Base
from db.errors import Refused
from db.models import Revision, RevisionChange, RevisionEntry
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
        for table in Base.metadata.sorted_tables
        if table.name not in OUTSIDE
    }


@cache
def key_columns(table: str) -> tuple[str, ...]:
    """Return the columns of a table's primary key, in their order."""
    return tuple(column.name for column in Base.metadata.tables[table].primary_key.columns)


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
    """Fold successive changes of a row into one; drop what came to nothing."""
    merged: dict[tuple[str, str], RowChange] = {}
    for change in changes:
        place = (change.table, change.key)
        merged[place] = _joined(merged[place], change) if place in merged else change
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
    connection: Connection, act: Act[Any], changes: Sequence[RowChange], *, who: str, program: str
) -> int:
    """Write the revision of an act, or fold it into the last of the same visit; return its id."""
    connection.execute(
        update(Revision)
        .where(Revision.state == RevisionState.UNDONE)
        .values(state=RevisionState.DROPPED)
    )
    last = connection.execute(
        select(Revision.id, Revision.visit, Revision.state).order_by(Revision.id.desc()).limit(1)
    ).first()
    if act.visit and last and (last.visit, last.state) == (act.visit, RevisionState.DONE):
        _store(connection, last.id, merge([*changes_of(connection, last.id), *changes]))
        return int(last.id)
    revision = _new_revision(connection, act, who=who, program=program)
    _store(connection, revision, changes)
    return revision


def _new_revision(
    connection: Connection,
    act: Act[Any],
    *,
    who: str,
    program: str,
    state: RevisionState = RevisionState.DONE,
    steps: int | None = None,
) -> int:
    return connection.execute(
        insert(Revision)
        .values(
            at=datetime.now(UTC),
            who=who,
            act=act.key,
            about=act.about,
            program=program,
            visit=act.visit,
            state=state,
            steps_id=steps,
        )
        .returning(Revision.id)
    ).scalar_one()


def _store(connection: Connection, revision: int, changes: Sequence[RowChange]) -> None:
    connection.execute(delete(RevisionChange).where(RevisionChange.revision_id == revision))
    for start in range(0, len(changes), _AT_ONCE):
        connection.execute(
            insert(RevisionChange),
            [
                {
                    "revision_id": revision,
                    "position": position,
                    "table_name": change.table,
                    "row_key": change.key,
                    "before": _text(change.before),
                    "after": _text(change.after),
                }
                for position, change in enumerate(changes[start : start + _AT_ONCE], start)
            ],
        )


def _text(image: Image | None) -> str | None:
    return None if image is None else json.dumps(image, ensure_ascii=False, sort_keys=True)


def changes_of(connection: Connection, revision: int) -> list[RowChange]:
    """Return the recorded changes of a revision, in order."""
    rows = connection.execute(
        select(
            RevisionChange.table_name,
            RevisionChange.row_key,
            RevisionChange.before,
            RevisionChange.after,
        )
        .where(RevisionChange.revision_id == revision)
        .order_by(RevisionChange.position)
    )
    return [
        RowChange(table=table, key=key, before=_image(before), after=_image(after))
        for table, key, before, after in rows
    ]


def note_entries(connection: Connection, revision: int, entries: Iterable[int]) -> None:
    """Note which entries an act touched."""
    connection.exec_driver_sql(
        "INSERT INTO revision_entry (entry_id, revision_id) SELECT value, ? FROM json_each(?) "
        "WHERE true ON CONFLICT DO NOTHING",
        (revision, json.dumps(sorted(entries))),
    )


def entries_of(connection: Connection, revision: int) -> frozenset[int]:
    """Return the entries a revision touched."""
    return frozenset(
        connection.execute(
            select(RevisionEntry.entry_id).where(RevisionEntry.revision_id == revision)
        ).scalars()
    )


def undo(connection: Connection, *, who: str, program: str) -> int:
    """Take back the last act that stands; return the revision of the undo.

    Raises:
        Refused: ``nothing_to_undo``; ``undo_blocked`` where a row is not as the act left it.
    """
    target = connection.execute(
        select(func.max(Revision.id)).where(Revision.state == RevisionState.DONE)
    ).scalar()
    if target is None:
        raise Refused("nothing_to_undo")
    reverse = [
        RowChange(table=change.table, key=change.key, before=change.after, after=change.before)
        for change in reversed(changes_of(connection, target))
    ]
    return _step(
        connection, target, reverse, "undo", RevisionState.UNDONE, who=who, program=program
    )


def redo(connection: Connection, *, who: str, program: str) -> int:
    """Do again the act that was last undone; return the revision of the redo.

    Raises:
        Refused: ``nothing_to_redo``, or ``undo_blocked``.
    """
    target = connection.execute(
        select(func.min(Revision.id)).where(Revision.state == RevisionState.UNDONE)
    ).scalar()
    if target is None:
        raise Refused("nothing_to_redo")
    changes = changes_of(connection, target)
    return _step(connection, target, changes, "redo", RevisionState.DONE, who=who, program=program)


def _step(
    connection: Connection,
    target: int,
    changes: Sequence[RowChange],
    key: str,
    state: RevisionState,
    *,
    who: str,
    program: str,
) -> int:
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    for statement, alike in groupby(map(_undoing, changes), key=itemgetter(0)):
        values = [values for _statement, values in alike]
        if connection.exec_driver_sql(statement, values).rowcount != len(values):
            raise Refused("undo_blocked")
    connection.execute(update(Revision).where(Revision.id == target).values(state=state))
    about = connection.execute(select(Revision.about).where(Revision.id == target)).scalar_one()
    act: Act[None] = Act(key=key, run=lambda _session: None, about=about)
    return _new_revision(
        connection, act, who=who, program=program, state=RevisionState.STEP, steps=target
    )


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
