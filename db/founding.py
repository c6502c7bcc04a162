"""Founding: a new catalogue out of a directory, equal to the one that wrote it, or none at all.

Ids, versions, times and history come as they were; what is derived is made anew.
"""

import contextlib
import json
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from db import derived, schema
from db.commands.importing.whole import Wishes, import_directory
from db.engine import tidy
from db.errors import AlreadyThere
from db.history import key_columns, recorded_columns
from db.models import (
    Entry,
    PrintedReport,
    PrintedReportEntry,
    ReferenceCounter,
    Revision,
    RevisionChange,
    RevisionEntry,
)
from db.pools import writing_engine
from db.rows.incoming import ImportOutcome, Incoming, Located
from db.rows.records.history import ActRecord, ChangeRecord, Image, TouchedRecord
from db.rows.records.vocabularies import PrintedReportRecord
from db.search import index
from db.terms import EntryKind

T = TypeVar("T")
Row = dict[str, Any]
_AT_ONCE = 1_000


def found(
    path: Path, incoming: Incoming, *, tell: Callable[[int], None] = lambda _done: None
) -> ImportOutcome:
    """Make a catalogue of a directory at a path where there is none, and return what it holds.

    ``tell`` is told how many entries were taken in, each twice; what it raises ends the making.

    Raises:
        AlreadyThere: a file of that name exists.
        Unimportable: what is wrong with the directory, by file and line.
        ReadOnlyPlace, DiskFull: why it can't be written.
    """
    if path.exists():
        raise AlreadyThere(path)
    part = path.with_name(f".{path.name}.new")
    with schema.telling(path):
        _clear(part)
        try:
            schema.create(part)
            outcome = _fill(part, incoming, tell)
            tidy(part)
            schema.put_in_place(part, path)
        except FileExistsError:
            raise AlreadyThere(path) from None
        finally:
            _clear(part)
    return outcome


def _fill(part: Path, incoming: Incoming, tell: Callable[[int], None]) -> ImportOutcome:
    engine = writing_engine(part)

    @contextlib.contextmanager
    def step() -> Generator[Session]:
        # committed one by one: nobody sees the file before its last, and the log stays short
        with Session(engine) as session, session.begin():
            yield session

    try:
        with step() as session:
            wishes = Wishes(keep_ids=True)
            outcome = import_directory(session, incoming=incoming, wishes=wishes, tell=tell)
        with step() as session:
            _write_history(session, incoming)
            _write_reports(session, incoming)
            _write_numbers(session, incoming)
        with step() as session:
            derived.rebuild(session.connection())
        with step() as session:
            index.rebuild(session.connection())
    finally:
        engine.dispose()
    return outcome


def _clear(part: Path) -> None:
    for tail in ("", "-wal", "-shm", "-journal"):
        part.with_name(f"{part.name}{tail}").unlink(missing_ok=True)


def _write_history(session: Session, incoming: Incoming) -> None:
    _insert(session, Revision, incoming.records(ActRecord), _act)
    _insert(session, RevisionChange, _known(incoming.records(ChangeRecord)), _change)
    _insert(session, RevisionEntry, incoming.records(TouchedRecord), _touched)


def _insert(
    session: Session, model: type, located: Iterator[Located[T]], row: Callable[[T], Row]
) -> None:
    while batch := list(islice(located, _AT_ONCE)):
        try:
            with session.begin_nested():
                session.execute(insert(model), [row(one.record) for one in batch])
        except IntegrityError as error:
            raise batch[0].refusal("not_whole", detail=error.orig) from error


def _act(act: ActRecord) -> Row:
    return {
        "id": act.id,
        "at": act.at,
        "who": act.who,
        "act": act.act,
        "about": act.about,
        "program": act.program,
        "visit": act.visit,
        "state": act.state,
        "steps_id": act.steps,
    }


def _change(change: ChangeRecord) -> Row:
    return {
        "revision_id": change.act,
        "position": change.position,
        "table_name": change.table,
        "row_key": json.dumps(change.key, separators=(",", ":")),
        "before": _image(change.before),
        "after": _image(change.after),
    }


def _touched(touched: TouchedRecord) -> Row:
    return {"revision_id": touched.act, "entry_id": touched.entry}


def _image(image: Image | None) -> str | None:
    return None if image is None else json.dumps(image, ensure_ascii=False)


def _known(changes: Iterable[Located[ChangeRecord]]) -> Iterator[Located[ChangeRecord]]:
    """Let only changes by that speak of tables and columns there are: undo writes by these names.

    Raises:
        Unimportable: ``cites_outside``.
    """
    columns = {
        table: frozenset(column.name for column in Entry.metadata.tables[table].columns)
        for table in recorded_columns()
    }
    for located in changes:
        change = located.record
        if change.table not in columns:
            raise located.refusal("cites_outside", value=change.table, what="tables")
        named = {*(change.before or {}), *(change.after or {})}
        strange = named - columns[change.table]
        if strange:
            raise located.refusal("cites_outside", value=min(strange), what="columns")
        if len(change.key) != len(key_columns(change.table)):
            raise located.refusal("wrong_type", member="key", wanted=f"key of {change.table}")
        yield located


def _write_reports(session: Session, incoming: Incoming) -> None:
    for located in incoming.records(PrintedReportRecord):
        report = located.record
        try:
            with session.begin_nested():
                session.execute(
                    insert(PrintedReport).values(
                        id=report.id,
                        country=report.country,
                        printed_at=report.printed_at,
                        revision_id=report.act,
                        choices=report.choices,
                    )
                )
                held = [
                    {"report_id": report.id, "reference": one.reference, "version": one.version}
                    for one in report.entries
                ]
                if held:
                    session.execute(insert(PrintedReportEntry), held)
        except IntegrityError as error:
            raise located.refusal("not_whole", detail=error.orig) from error


def _write_numbers(session: Session, incoming: Incoming) -> None:
    """Carry on where the catalogue was: no reference and no id is given a second time."""
    given = {one.of: one.last for one in incoming.about.last_references}
    for kind in EntryKind:
        last = max(given.get(kind.value, 0), incoming.highest(kind))
        if last:
            session.add(ReferenceCounter(kind=kind.value, last=last))
    session.flush()
    _write_last_ids(session, {one.of: one.last for one in incoming.about.last_ids})


def _write_last_ids(session: Session, brought: Mapping[str, int]) -> None:
    connection = session.connection()
    rows = connection.exec_driver_sql("SELECT name, seq FROM sqlite_sequence").all()
    held = {row.name: row.seq for row in rows}
    for table in Entry.metadata.sorted_tables:
        last = brought.get(table.name, 0)
        if table.name == "index_word" or not 0 < last < 2**62:
            continue
        if table.name not in held:
            connection.exec_driver_sql(
                "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table.name, last)
            )
        elif held[table.name] < last:
            connection.exec_driver_sql(
                "UPDATE sqlite_sequence SET seq = ? WHERE name = ?", (last, table.name)
            )
