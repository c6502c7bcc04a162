"""History as records: acts, the rows they touched, and the entries."""

import json
from collections.abc import Iterator

from sqlalchemy.orm import Session

from db.interruption import check_interrupted
from db.queries.directory.reading import AnyRow, time_of
from db.rows.records.history import ActRecord, ChangeRecord, TouchedRecord
from db.terms import RevisionState

_AT_ONCE = 1_000


def stream_acts(session: Session) -> Iterator[ActRecord]:
    """Yield all acts in the order in which they were done."""
    for row in _stream(session, "SELECT * FROM revision ORDER BY id"):
        yield ActRecord(
            id=row.id,
            at=time_of(row.at),
            who=row.who,
            act=row.act,
            about=row.about,
            program=row.program,
            visit=row.visit,
            state=RevisionState(row.state),
            steps=row.steps_id,
        )


def stream_changes(session: Session) -> Iterator[ChangeRecord]:
    """Yield the rows that were touched, act by act."""
    statement = "SELECT * FROM revision_change ORDER BY revision_id, position"
    for row in _stream(session, statement):
        yield ChangeRecord(
            act=row.revision_id,
            position=row.position,
            table=row.table_name,
            key=tuple(json.loads(row.row_key)),
            before=None if row.before is None else json.loads(row.before),
            after=None if row.after is None else json.loads(row.after),
        )


def stream_touched(session: Session) -> Iterator[TouchedRecord]:
    """Yield which acts touched which entries."""
    statement = "SELECT * FROM revision_entry ORDER BY revision_id, entry_id"
    for row in _stream(session, statement):
        yield TouchedRecord(act=row.revision_id, entry=row.entry_id)


def _stream(session: Session, statement: str) -> Iterator[AnyRow]:
    found = session.connection().exec_driver_sql(statement).yield_per(_AT_ONCE)
    for batch in found.partitions(_AT_ONCE):
        check_interrupted(session)
        yield from batch
