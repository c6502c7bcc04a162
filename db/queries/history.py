"""What was done: the acts of an entry, and the acts undo and redo would take next."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Revision, RevisionChange, RevisionEntry
from db.terms import RevisionState


@dataclass(frozen=True, slots=True, kw_only=True)
class ActRow:
    """One act, as a list of acts shows it."""

    revision: int
    at: datetime
    who: str
    act: str
    about: str
    state: RevisionState


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One column of one row before and after an act; None where the row was not there."""

    table: str
    column: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextSteps:
    """What undo and redo would do now; None where there is nothing."""

    undo: ActRow | None
    redo: ActRow | None


def next_steps(session: Session) -> NextSteps:
    """Return the acts that undo and redo would take next."""
    undo = session.scalars(
        select(Revision)
        .where(Revision.state == RevisionState.DONE)
        .order_by(Revision.id.desc())
        .limit(1)
    ).first()
    redo = session.scalars(
        select(Revision)
        .where(Revision.state == RevisionState.UNDONE)
        .order_by(Revision.id)
        .limit(1)
    ).first()
    return NextSteps(undo=_row(undo) if undo else None, redo=_row(redo) if redo else None)


def acts_of_entry(session: Session, entry_id: int, limit: int = 200) -> tuple[ActRow, ...]:
    """Return the acts that touched an entry, newest first."""
    rows = session.scalars(
        select(Revision)
        .join(RevisionEntry, RevisionEntry.revision_id == Revision.id)
        .where(RevisionEntry.entry_id == entry_id)
        .order_by(Revision.id.desc())
        .limit(limit)
    )
    return tuple(_row(row) for row in rows)


def changes_of_act(session: Session, revision: int) -> tuple[FieldChange, ...]:
    """Return what an act changed, column by column."""
    rows = session.execute(
        select(RevisionChange.table_name, RevisionChange.before, RevisionChange.after)
        .where(RevisionChange.revision_id == revision)
        .order_by(RevisionChange.position)
    )
    return tuple(
        FieldChange(
            table=table,
            column=column,
            before=_value(before, column),
            after=_value(after, column),
        )
        for table, before, after in rows
        for column in json.loads(after or before or "{}")
        if not column.endswith(("_earliest", "_latest"))
    )


def _value(image: str | None, column: str) -> str | None:
    if image is None:
        return None
    value = json.loads(image).get(column)
    return None if value is None else str(value)


def _row(revision: Revision) -> ActRow:
    return ActRow(
        revision=revision.id,
        at=revision.at,
        who=revision.who,
        act=revision.act,
        about=revision.about,
        state=revision.state,
    )
