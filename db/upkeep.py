"""Upkeep: what an act leaves to be done once nobody is waiting for it.

Two things are put off, since now and then they would take many times as long as the act itself: the
write-ahead log is copied into the file (https://sqlite.org/wal.html#ckpt), and the pieces in which
the full-text index has grown are merged (https://sqlite.org/fts5.html#the_automerge_configuration_option).
Neither changes what the catalogue says, and if the program ends before it is done nothing is lost.
"""

import contextlib
from collections.abc import Generator
from pathlib import Path
from threading import Condition, Thread
from time import monotonic
from typing import TYPE_CHECKING

from db.engine import connect_upkeep, copy_log, dbapi2

if TYPE_CHECKING:
    import sqlite3

QUIET = 0.5
"""Seconds after an act before anything is done: the next one is not to meet it."""
LATEST = 5.0
"""Seconds after which the log is copied though there is no quiet; that keeps nobody waiting."""
_REST = 0.05
"""Seconds between two pieces of merging."""
_PAGES = 32
"""Pages of the index written at once: some milliseconds."""

FULL_TEXT = ("entry_words", "exact_words", "name_forms", "word_parts")


def put_off_merging(connection: "sqlite3.Connection") -> None:
    """Keep acts from merging the full-text index; the file remembers it."""
    waiting = [table for table in FULL_TEXT if not _is_put_off(connection, table)]
    if waiting:
        with _transaction(connection):
            for table in waiting:
                connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('automerge', 0)")


def _is_put_off(connection: "sqlite3.Connection", table: str) -> bool:
    asked = connection.execute(f"SELECT v FROM {table}_config WHERE k = 'automerge'").fetchone()
    return asked is not None and asked[0] == 0


def merge_some(connection: "sqlite3.Connection") -> bool:
    """Merge a few pages of the full-text index; return whether there was anything to merge."""
    merged = [_merge(connection, table) for table in FULL_TEXT]
    return any(merged)


def _merge(connection: "sqlite3.Connection", table: str) -> bool:
    before = connection.total_changes
    with _transaction(connection):
        connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('merge', {_PAGES})")
    return connection.total_changes - before >= 2  # as FTS5 says that it has done something


@contextlib.contextmanager
def _transaction(connection: "sqlite3.Connection") -> Generator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


class Upkeep:
    """Does what acts have left, in a thread of its own that begins with the first of them."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._said = Condition()
        self._last_act = 0.0
        self._is_waiting = self._is_closed = False
        self._thread: Thread | None = None

    def acted(self) -> None:
        """Say that an act has been done."""
        with self._said:
            self._last_act, self._is_waiting = monotonic(), True
            if self._thread is None:
                self._thread = Thread(target=self._run, name="upkeep", daemon=True)
                self._thread.start()
            self._said.notify()

    def close(self) -> None:
        """Leave the rest undone."""
        with self._said:
            self._is_closed = True
            self._said.notify()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while self._wait():
            with (
                contextlib.suppress(dbapi2.DatabaseError),  # an act is told of it if it lasts
                contextlib.closing(connect_upkeep(self._path)) as connection,
            ):
                copy_log(connection)
                while self._is_quiet() and merge_some(connection):
                    copy_log(connection)

    def _wait(self) -> bool:
        """Wait until there was an act, and then for quiet; return whether to go on."""
        with self._said:
            self._said.wait_for(lambda: self._is_waiting or self._is_closed)
            latest = monotonic() + LATEST
            while not self._is_closed:
                now = monotonic()
                left = min(self._last_act + QUIET, latest) - now
                if left <= 0:
                    break
                self._said.wait(left)
            self._is_waiting = False
            return not self._is_closed

    def _is_quiet(self) -> bool:
        """Rest; return whether no act came meanwhile."""
        with self._said:
            self._said.wait_for(lambda: self._is_waiting or self._is_closed, timeout=_REST)
            return not (self._is_waiting or self._is_closed)
