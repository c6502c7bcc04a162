"""Store: the sessions of an open catalogue, and the one write path.

Loaded with the first session: the handle (``db.catalogue``) does without SQLAlchemy until then.
"""

import contextlib
import json
from collections.abc import Callable, Generator, Iterable
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, event, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, sessionmaker

from db import derived, history, schema
from db.act import Act, Change, Written
from db.engine import dbapi2
from db.errors import CatalogueError, ReadOnly
from db.interruption import Interruption
from db.models import Entry
from db.owners import Owners, owned
from db.pools import reading_engine, writing_engine
from db.queries.among import among
from db.search import index

T = TypeVar("T")


class Store:
    """Sessions over one catalogue file: many readers at once, one writer at a time."""

    def __init__(
        self,
        path: Path,
        *,
        immutable: bool,
        read_only_because: CatalogueError | None,
        program: str,
    ) -> None:
        self._path, self._program = path, program
        self._read_only_because = read_only_because
        self.readers = reading_engine(path, immutable=immutable)
        self._sessions = sessionmaker(self.readers, expire_on_commit=False)
        self._writer = writing_engine(path) if read_only_because is None else None
        if self._writer is not None:
            event.listen(self._writer, "connect", _install_history)

    def close(self) -> None:
        """Close all connections."""
        self.readers.dispose()
        if self._writer is not None:
            self._writer.dispose()
            self._writer = None

    @contextlib.contextmanager
    def read(self, interruption: Interruption | None = None) -> Generator[Session]:
        """Give a session that sees one state of the catalogue and can't change it.

        Raises:
            Interrupted: another thread has asked `interruption` to stop this read.
        """
        with (
            self._told(),
            self.readers.connect() as connection,  # one and the same until the end
            self._sessions(bind=connection) as session,
            interruption.watch(session) if interruption else contextlib.nullcontext(),
        ):
            yield session

    def write(self, act: Act[T], *, who: str) -> Written[T]:
        """Carry out an act in somebody's name: all of it in one transaction, or none of it.

        Raises:
            CatalogueError: why it was not done; nothing has changed then.
        """

        def record(connection: Connection, changes: list[history.RowChange]) -> int:
            return history.record(connection, act, changes, who=who, program=self._program)

        return self._write(act.run, record)

    def undo(self, *, who: str) -> Written[None]:
        """Take back the last act that stands."""
        return self._step(history.undo, who)

    def redo(self, *, who: str) -> Written[None]:
        """Do again the act that was last undone."""
        return self._step(history.redo, who)

    def keep(self, run: Callable[[Session], T]) -> T:
        """Write what lies outside history: drafts, printed reports."""
        with self._transaction() as session:
            value = run(session)
            session.flush()
            if history.collect(session.connection()):
                message = "what belongs to history must be written by write()"
                raise RuntimeError(message)
            return value

    def _step(self, step: Callable[..., int], who: str) -> Written[None]:
        revisions: list[int] = []

        def run(session: Session) -> None:
            connection = session.connection()
            revisions.append(step(connection, who=who, program=self._program))

        return self._write(run, lambda _connection, _changes: revisions[0])

    def _write(
        self,
        run: Callable[[Session], T],
        record: Callable[[Connection, list[history.RowChange]], int],
    ) -> Written[T]:
        with self._transaction() as session:
            value = run(session)
            session.flush()
            connection = session.connection()
            changes = history.collect(connection)
            if not changes:
                return Written(value=value)
            revision = record(connection, changes)
            return Written(value=value, change=_follow(connection, revision, changes))

    @contextlib.contextmanager
    def _transaction(self) -> Generator[Session]:
        if self._writer is None:
            raise self._read_only_because or ReadOnly()
        with (
            self._told(),
            Session(self._writer, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session

    @contextlib.contextmanager
    def _told(self) -> Generator[None]:
        try:
            yield
        except DBAPIError as error:
            if isinstance(error.orig, dbapi2.DatabaseError):
                told = schema.told(self._path, error.orig)
                if isinstance(told, CatalogueError):
                    raise told from error
            raise


def _follow(connection: Connection, revision: int, changes: list[history.RowChange]) -> Change:
    """Rewrite all that rests on the changed rows, and say what was touched."""
    owners = owned(connection, changes)
    touched = _entries(owners)
    deep = derived.deep_entries(connection, owners)
    rewritten = derived.rewrite(connection, deep)
    derived.rewrite_lightly(connection, touched - deep)
    derived.facets.write_below(connection, _moved_tags(changes))
    index.rewrite(connection, _entries(pair for pair in owners if index.with_words(pair[:1])))
    _raise_versions(connection, touched, revision)
    history.note_entries(connection, revision, touched)
    there = touched - (deep - rewritten) | rewritten
    kinds = select(Entry.kind).where(Entry.id.in_(among(there))).distinct()
    return Change(
        revision=revision,
        entries=touched | rewritten,
        kinds=frozenset(connection.execute(kinds).scalars()),
        tables=frozenset(change.table for change in changes),
        removed=touched - there,
    )


def _entries(owners: Iterable[tuple[history.RowChange, Owners]]) -> frozenset[int]:
    return frozenset(entry for _change, entries in owners for entry in entries)


def _moved_tags(changes: list[history.RowChange]) -> list[int]:
    """Return the tags that were moved: all tagged below them now stand under others."""
    return [
        int(key)
        for change in changes
        if change.table == "tag" and change.before and "parent_id" in change.before
        for key in json.loads(change.key)
        if change.after
    ]


def _raise_versions(connection: Connection, touched: frozenset[int], revision: int) -> None:
    at = connection.exec_driver_sql("SELECT at FROM revision WHERE id = ?", (revision,)).scalar()
    connection.exec_driver_sql(
        "UPDATE entry SET version = version + 1, changed_at = ? "
        "WHERE id IN (SELECT value FROM json_each(?))",
        (at, json.dumps(sorted(touched))),
    )


def _install_history(connection: Any, _record: object) -> None:  # noqa: ANN401 - a DB-API connection
    for statement in history.trigger_statements():
        connection.execute(statement)
