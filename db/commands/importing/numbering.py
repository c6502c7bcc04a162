"""The ids and references that new rows are given: those they bring, or the next that are free."""

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from db.commands.entries import next_references
from db.models import ReferenceCounter
from db.rows.incoming import Incoming
from db.terms import REFERENCE_LETTERS, EntryKind


class Ids:
    """Gives ids to new rows, table by table; an id once given is never given again."""

    def __init__(self, connection: Connection, *, kept: bool) -> None:
        self._connection, self.kept = connection, kept
        self._last: dict[str, int] = {}

    def give(self, table: str, brought: int) -> int:
        """Return the id of a new row: the one it brings where ids are kept, else the next."""
        if self.kept:
            return brought
        self._last[table] = self.last(table) + 1
        return self._last[table]

    def last(self, table: str) -> int:
        """Return the last id a table has given."""
        if table not in self._last:
            self._last[table] = _last_id(self._connection, table)
        return self._last[table]


def _last_id(connection: Connection, table: str) -> int:
    given = connection.exec_driver_sql(
        "SELECT max(seq) FROM sqlite_sequence WHERE name = ?", (table,)
    ).scalar()
    held = connection.exec_driver_sql(f"SELECT max(id) FROM {table}").scalar()
    return max(given or 0, held or 0)


class Numbers:
    """Gives references to new entries: the one they bring, where it was never given here."""

    def __init__(self, session: Session, incoming: Incoming, kind: EntryKind) -> None:
        self._session, self.kind = session, kind
        counter = session.get(ReferenceCounter, kind.value)
        self._last = counter.last if counter else 0
        self._highest = max(self._last, incoming.highest(kind))
        self._counter = counter

    def give(self, brought: str) -> str:
        """Return the reference of a new entry."""
        number = int(brought.partition("-")[2])
        if number > self._last and brought == reference_of(self.kind, number):
            self._raise_to_highest()
            return brought
        self._raise_to_highest()
        return next_references(self._session, self.kind)[0]

    def _raise_to_highest(self) -> None:
        """Let those that are given anew come after all that are brought."""
        if self._counter is None:
            self._counter = ReferenceCounter(kind=self.kind.value, last=self._highest)
            self._session.add(self._counter)
            self._session.flush()
        elif self._counter.last < self._highest:
            self._counter.last = self._highest


def reference_of(kind: EntryKind, number: int) -> str:
    """Return the reference of a number."""
    return f"{REFERENCE_LETTERS[kind]}-{number:04}"
