"""Store: the sessions of an open catalogue, and the one write path.

Loaded with the first session: the handle (``db.catalogue``) does without SQLAlchemy until then.
"""

import contextlib
import json
import logging
from collections.abc import Callable, Collection, Generator, Iterable
from pathlib import Path
from time import monotonic
from typing import Any, TypeVar

from sqlalchemy import Connection, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, sessionmaker

from db import derived, history, reversal, schema
from db.act import Act, Change, Written
from db.engine import dbapi2
from db.errors import CatalogueError, Moved, ReadOnly
from db.interruption import Interruption
from db.owners import owned
from db.place import Place, place_of
from db.pools import reading_engine, writing_engine
from db.search import index
from db.search.reworded import reworded
from db.upkeep import Upkeep, put_off_merging

_log = logging.getLogger(__name__)
"""A line an act: its key and its numbers, no word of the catalogue."""

T = TypeVar("T")


class Store:
    """Sessions over one catalogue file: many readers at once, one writer at a time."""

    def __init__(
        self,
        path: Path,
        *,
        place: Place | None,
        immutable: bool,
        read_only_because: CatalogueError | None,
        program: str,
        check: Callable[[], None],
    ) -> None:
        self._path, self._program, self._check = path, program, check
        self._place = place
        self._read_only_because = read_only_because
        self.readers = reading_engine(path, immutable=immutable)
        self._sessions = sessionmaker(self.readers, expire_on_commit=False)
        self._writer = writing_engine(path) if read_only_because is None else None
        self._upkeep = Upkeep(path)
        if self._writer is not None:
            event.listen(self._writer, "connect", _prepare_writer)

    def close(self) -> None:
        """Close all connections."""
        self._upkeep.close()
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

        return self._write(act.key, act.run, record)

    def undo(self, *, who: str) -> Written[None]:
        """Take back the last act that stands."""
        return self._step(history.undo, who)

    def redo(self, *, who: str) -> Written[None]:
        """Do again the act that was last undone."""
        return self._step(history.redo, who)

    def take_back(self, revision: int, *, who: str) -> Written[None]:
        """Take back one past act alone; that is an act of its own, and can be undone.

        Raises:
            Blocked: later acts rest on it.
        """

        def run(session: Session) -> None:
            reversal.take_back(session.connection(), revision)

        def record(connection: Connection, changes: list[history.RowChange]) -> int:
            about = history.about_of(connection, revision)
            act: Act[None] = Act(key=reversal.KEY, run=lambda _session: None, about=about)
            return history.record(
                connection, act, changes, who=who, program=self._program, takes_back=revision
            )

        return self._write(reversal.KEY, run, record)

    def rehearse(self, act: Act[T]) -> T:
        """Carry out an act, take all of it back, and return what its command answered.

        Taken back with the transaction: a savepoint around much work slows all of it down.
        """
        with self._transaction() as session:
            value = act.run(session)
            session.flush()
            session.rollback()
            return value

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

        return self._write(step.__name__, run, lambda _connection, _changes: revisions[0])

    def _write(
        self,
        key: str,
        run: Callable[[Session], T],
        record: Callable[[Connection, list[history.RowChange]], int],
    ) -> Written[T]:
        with _logged(key) as log, self._transaction() as session:
            value = run(session)
            session.flush()
            connection = session.connection()
            changes = history.collect(connection)
            if not changes:
                return Written(value=value)
            revision = record(connection, changes)
            change = _follow(connection, revision, changes)
            log.append(f"revision {revision}, {len(changes)} rows, {len(change.entries)} entries")
            return Written(value=value, change=change)

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
            if place_of(self._path) != self._place:
                raise Moved(self._path)
            self._check()
        self._upkeep.acted()

    @contextlib.contextmanager
    def _told(self) -> Generator[None]:
        try:
            yield
        except DBAPIError as error:
            if not isinstance(error.orig, dbapi2.DatabaseError):
                raise
            if place_of(self._path) != self._place:
                raise Moved(self._path) from error
            with schema.telling_beside(self._path, self._read_only_because):
                if isinstance(schema.told(self._path, error.orig), CatalogueError):
                    raise error.orig from error
            raise


@contextlib.contextmanager
def _logged(key: str) -> Generator[list[str]]:
    """Write a line into the log when an act has ended: what was said of it, or that it failed."""
    begun, said = monotonic(), list[str]()
    try:
        yield said
    except BaseException as error:
        _log.warning("act %s: not done, %s", key, type(error).__name__)
        raise
    what = ", ".join(said) or "nothing changed"
    _log.info("act %s: %s, %.0f ms", key, what, 1000 * (monotonic() - begun))


def _follow(connection: Connection, revision: int, changes: list[history.RowChange]) -> Change:
    """Rewrite all that rests on the changed rows, and say what was touched."""
    owners = owned(connection, changes)
    touched = derived.parts_of(connection, owners)
    rewritten = derived.rewrite(connection, touched)
    derived.facets.write_below(connection, _moved_tags(changes))
    words = reworded(owners)
    if words.entries:
        index.rewrite(connection, words.entries, named=words.named)
    there, kinds = _raise_versions(connection, touched, revision)
    history.note_entries(connection, revision, touched)
    return Change(
        revision=revision,
        entries=rewritten.union(touched),
        kinds=frozenset(kinds.union(_kinds(connection, rewritten - there))),
        tables=frozenset(change.table for change in changes),
        removed=frozenset(touched.keys() - there),
    )


def _moved_tags(changes: list[history.RowChange]) -> list[int]:
    """Return the tags that were moved: all tagged below them now stand under others."""
    return [
        int(key)
        for change in changes
        if change.table == "tag" and change.before and "parent_id" in change.before
        for key in json.loads(change.key)
        if change.after
    ]


def _raise_versions(
    connection: Connection, touched: Iterable[int], revision: int
) -> tuple[set[int], set[str]]:
    """Mark touched entries as changed; return those that are there, and their kinds."""
    rows = connection.exec_driver_sql(
        "UPDATE entry SET version = version + 1, "
        "changed_at = (SELECT at FROM revision WHERE id = ?) "
        "WHERE id IN (SELECT value FROM json_each(?)) RETURNING id, kind",
        (revision, json.dumps(sorted(touched))),
    )
    there, kinds = set[int](), set[str]()
    for entry, kind in rows:
        there.add(entry)
        kinds.add(kind)
    return there, kinds


def _kinds(connection: Connection, entries: Collection[int]) -> Iterable[str]:
    if not entries:
        return ()
    return connection.exec_driver_sql(
        "SELECT DISTINCT kind FROM entry WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(entries)),),
    ).scalars()


def _prepare_writer(connection: Any, _record: object) -> None:  # noqa: ANN401 - a DB-API connection
    put_off_merging(connection)
    for statement in history.trigger_statements():
        connection.execute(statement)
