"""Catalogue: the one handle the rest of the program holds."""

import contextlib
import json
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any, Self, TypeVar

from sqlalchemy import Connection, Engine, event, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, sessionmaker

from db import derived, history, schema
from db.act import Act, Change, Written
from db.engine import dbapi2, reading_engine, writing_engine
from db.errors import CatalogueError, LockedBy, ReadOnly, ReadOnlyPlace
from db.lock import CatalogueLock
from db.models import Entry
from db.owners import entries_touched
from db.search import index

T = TypeVar("T")


class Catalogue:
    """One catalogue file, open: many readers at once, one writer at a time."""

    def __init__(
        self,
        path: Path,
        *,
        lock: CatalogueLock | None,
        read_only_because: CatalogueError | None,
        who: str,
        program: str,
    ) -> None:
        self.path = path
        self.read_only_because = read_only_because
        """Why nothing can be changed here, or None."""
        self.who = who
        self._program = program
        self._lock = lock
        immutable = isinstance(read_only_because, ReadOnlyPlace)
        self._readers = reading_engine(path, immutable=immutable)
        self._sessions = sessionmaker(self._readers, expire_on_commit=False)
        self._writer: Engine | None = None
        if read_only_because is None:
            self._writer = writing_engine(path)
            event.listen(self._writer, "connect", _install_history)

    @classmethod
    def create(cls, path: Path, *, who: str = "", program: str = "") -> Self:
        """Make a new catalogue and open it.

        Raises:
            AlreadyThere, ReadOnlyPlace, DiskFull: why it could not be made.
        """
        schema.create(path)
        return cls.open(path, who=who, program=program)

    @classmethod
    def open(cls, path: Path, *, who: str = "", program: str = "") -> Self:
        """Open a catalogue, upgrading it if it is older.

        One that is open elsewhere, or lies where nothing can be written, opens for reading only.

        Raises:
            Missing, NotACatalogue, Damaged, TooNew: what is wrong; the file is left as it was.
        """
        revision = schema.inspect(path)
        lock, reason = _take_lock(path)
        try:
            if revision != schema.HEAD:
                _upgrade(path, reason)
            return cls(path, lock=lock, read_only_because=reason, who=who, program=program)
        except BaseException:
            if lock is not None:
                lock.give_back()
            raise

    def close(self) -> None:
        """Close all connections and give the lock back."""
        self._readers.dispose()
        if self._writer is not None:
            # readers can't remove the write-ahead log, so the writer is always the last to close
            with contextlib.suppress(DBAPIError):
                self._writer.connect().close()
            self._writer.dispose()
            self._writer = None
        if self._lock is not None:
            self._lock.give_back()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    @contextlib.contextmanager
    def read(self) -> Generator[Session]:
        """Give a session that sees one state of the catalogue and can't change it."""
        with self._told(), self._sessions() as session:
            yield session

    def write(self, act: Act[T]) -> Written[T]:
        """Carry out an act: all of it in one transaction, or none of it.

        Raises:
            CatalogueError: why it was not done; nothing has changed then.
        """

        def record(connection: Connection, changes: list[history.RowChange]) -> int:
            return history.record(connection, act, changes, who=self.who, program=self._program)

        return self._write(act.run, record)

    def undo(self) -> Written[None]:
        """Take back the last act that stands."""
        return self._step(history.undo)

    def redo(self) -> Written[None]:
        """Do again the act that was last undone."""
        return self._step(history.redo)

    def keep(self, run: Callable[[Session], T]) -> T:
        """Write what lies outside history: drafts, printed reports."""
        with self._transaction() as session:
            value = run(session)
            session.flush()
            if history.collect(session.connection()):
                message = "what belongs to history must be written by write()"
                raise RuntimeError(message)
            return value

    def _step(self, step: Callable[..., int]) -> Written[None]:
        revisions: list[int] = []

        def run(session: Session) -> None:
            connection = session.connection()
            revisions.append(step(connection, who=self.who, program=self._program))

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
            raise self.read_only_because or ReadOnly()
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
                told = schema.told(self.path, error.orig)
                if isinstance(told, CatalogueError):
                    raise told from error
            raise


def _follow(connection: Connection, revision: int, changes: list[history.RowChange]) -> Change:
    """Rewrite all that rests on the changed rows, and say what was touched."""
    touched = entries_touched(connection, changes)
    rewritten = derived.rewrite(connection, touched)
    derived.facets.write_below(connection, _moved_tags(changes))
    index.rewrite(connection, entries_touched(connection, index.with_words(changes)))
    _raise_versions(connection, touched, revision)
    history.note_entries(connection, revision, touched)
    kinds = connection.execute(select(Entry.kind).where(Entry.id.in_(rewritten))).scalars()
    return Change(
        revision=revision,
        entries=touched | rewritten,
        kinds=frozenset(kinds),
        tables=frozenset(change.table for change in changes),
        removed=touched - rewritten,
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


def _fill(connection: Connection) -> None:
    """Fill what an upgrade has added and the migration, which knows nothing of us, left empty."""
    derived.facets.rebuild(connection)
    index.rebuild(connection)


def _raise_versions(connection: Connection, touched: frozenset[int], revision: int) -> None:
    at = connection.exec_driver_sql("SELECT at FROM revision WHERE id = ?", (revision,)).scalar()
    for entry in sorted(touched):
        connection.exec_driver_sql(
            "UPDATE entry SET version = version + 1, changed_at = ? WHERE id = ?", (at, entry)
        )


def _install_history(connection: Any, _record: object) -> None:  # noqa: ANN401 - a DB-API connection
    for statement in history.trigger_statements():
        connection.execute(statement)


def _upgrade(path: Path, reason: CatalogueError | None) -> None:
    if reason is not None:
        raise reason
    schema.upgrade(path, fill=_fill)


def _take_lock(path: Path) -> tuple[CatalogueLock | None, CatalogueError | None]:
    lock = CatalogueLock(path)
    try:
        with schema.telling(path):
            lock.take()
    except (LockedBy, ReadOnlyPlace) as reason:
        return None, reason
    if not _is_writable(path):
        lock.give_back()
        return None, ReadOnlyPlace(path)
    return lock, None


def _is_writable(path: Path) -> bool:
    try:
        with path.open("r+b"):
            return True
    except PermissionError:
        return False
