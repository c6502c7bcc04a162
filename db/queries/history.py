"""What was done: the acts of an entry or of one field, and those undo and redo would take next."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from db.models import Revision, RevisionChange, RevisionEntry
from db.queries.acts import act_row, horizon, with_standing
from db.rows.acts import ActRow, FieldChange
from db.rows.fields import field_of
from db.terms import EntryKind, RevisionState


@dataclass(frozen=True, slots=True, kw_only=True)
class NextSteps:
    """What undo and redo would do now; None where there is nothing."""

    undo: ActRow | None
    redo: ActRow | None


def next_steps(session: Session) -> NextSteps:
    """Return the acts that undo and redo would take next."""
    line = horizon(session)
    undo = session.scalars(
        select(Revision)
        .where(Revision.state == RevisionState.DONE, Revision.id > line)
        .order_by(Revision.id.desc())
        .limit(1)
    ).first()
    redo = session.scalars(
        select(Revision)
        .where(Revision.state == RevisionState.UNDONE, Revision.id > line)
        .order_by(Revision.id)
        .limit(1)
    ).first()
    return NextSteps(undo=act_row(undo) if undo else None, redo=act_row(redo) if redo else None)


def acts_of_entry(session: Session, entry_id: int, limit: int = 200) -> tuple[ActRow, ...]:
    """Return the acts that touched an entry, newest first."""
    rows = session.scalars(_of_entry(entry_id).limit(limit))
    return with_standing(session, [act_row(row) for row in rows])


def acts_on_field(
    session: Session, entry_id: int, kind: EntryKind, field: str, limit: int = 200
) -> tuple[ActRow, ...]:
    """Return the acts that set a field of an entry, or made the entry, newest first."""
    column = _column(kind, field)
    image = func.coalesce(RevisionChange.after, RevisionChange.before)
    touched = (
        select(RevisionChange.position)
        .where(
            RevisionChange.revision_id == Revision.id,
            RevisionChange.table_name.in_(("entry", str(kind))),
            RevisionChange.row_key == json.dumps([entry_id]),
            func.json_type(image, f"$.{column}").is_not(None),
        )
        .exists()
    )
    rows = session.scalars(_of_entry(entry_id).where(touched).limit(limit))
    return with_standing(session, [act_row(row) for row in rows])


def changes_of_field(
    session: Session, revision: int, entry_id: int, kind: EntryKind, field: str
) -> tuple[FieldChange, ...]:
    """Return how an act changed one field of an entry."""
    column = _column(kind, field)
    rows = session.execute(
        select(RevisionChange.table_name, RevisionChange.before, RevisionChange.after).where(
            RevisionChange.revision_id == revision,
            RevisionChange.table_name.in_(("entry", str(kind))),
            RevisionChange.row_key == json.dumps([entry_id]),
        )
    )
    return tuple(one for row in rows for one in _columns(*row) if one.column == column)


def changes_of_act(
    session: Session, revision: int, limit: int | None = None
) -> tuple[FieldChange, ...]:
    """Return what an act changed, column by column, of the first `limit` rows it touched.

    Of an undo or redo it is what that changed in turn.
    """
    state, act, steps = session.execute(
        select(Revision.state, Revision.act, Revision.steps_id).where(Revision.id == revision)
    ).one()
    stepped = steps is not None and state == RevisionState.STEP
    rows = session.execute(
        select(RevisionChange.table_name, RevisionChange.before, RevisionChange.after)
        .where(RevisionChange.revision_id == (steps if stepped else revision))
        .order_by(RevisionChange.position)
        .limit(limit)
    )
    found = tuple(one for row in rows for one in _columns(*row))
    if not (stepped and act == "undo"):
        return found
    return tuple(
        FieldChange(table=x.table, column=x.column, before=x.after, after=x.before) for x in found
    )


def _of_entry(entry_id: int) -> Select[Revision]:
    return (
        select(Revision)
        .join(RevisionEntry, RevisionEntry.revision_id == Revision.id)
        .where(RevisionEntry.entry_id == entry_id)
        .order_by(Revision.id.desc())
    )


def _column(kind: EntryKind, field: str) -> str:
    found = field_of(kind, field)
    return found.attribute if found is not None else field


def _columns(table: str, before: str | None, after: str | None) -> Iterator[FieldChange]:
    old, new = _image(before), _image(after)
    for column in new or old or {}:
        if not column.endswith(("_earliest", "_latest")):
            values = (_text(old, column), _text(new, column))
            yield FieldChange(table=table, column=column, before=values[0], after=values[1])


def _image(text: str | None) -> dict[str, object] | None:
    return None if text is None else json.loads(text)


def _text(image: dict[str, object] | None, column: str) -> str | None:
    value = None if image is None else image.get(column)
    return None if value is None else str(value)
