"""Catalogue: the one handle the rest of the program holds.

It looks at the file with plain SQL. What sessions are made of (``db.store``, and SQLAlchemy with
it) is loaded with the first of them.
"""

import contextlib
from collections.abc import Callable, Generator
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Self, TypeVar

from db import schema
from db.act import Act, Written
from db.engine import connect_reader, data_version, dbapi2, tidy
from db.errors import LockedBy
from db.interruption import Interruption
from db.late import LOADING
from db.opening import OpenedFile, Wishes, open_file
from db.place import place_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from db.queries.plain import Execute
    from db.store import Store

T = TypeVar("T")


class Catalogue:
    """One catalogue file, open: many readers at once, one writer at a time."""

    def __init__(
        self,
        path: Path,
        opened: OpenedFile,
        *,
        who: str,
        program: str,
    ) -> None:
        self.path = path
        self.read_only_because = opened.read_only_because
        """Why nothing can be changed here, or None."""
        self.is_mended = opened.is_mended
        """Whether its index or other derived data was damaged, and has been written anew."""
        self.is_immutable = opened.immutable
        """Whether it lies where nothing can be written beside it."""
        self.who = who
        self._program = program
        self._lock = opened.lock
        self._place = place_of(path)  # now: a file put there later is another
        self._store: Store | None = None
        self._plain: dbapi2.Connection | None = None
        self._loading, self._looking = Lock(), Lock()

    @classmethod
    def create(cls, path: Path, *, who: str = "", program: str = "") -> Self:
        """Make a new catalogue and open it.

        Raises:
            AlreadyThere, ReadOnlyPlace, DiskFull: why it could not be made.
        """
        schema.create(path)
        return cls.open(path, who=who, program=program)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        who: str = "",
        program: str = "",
        upgrading: Callable[[], None] | None = None,
        backups: Path | None = None,
        thorough: bool = False,
    ) -> Self:
        """Open a catalogue, upgrading it if it is older, which is told before it begins.

        A backup is made before that, in the folder `backups` if one was chosen.

        One that is open elsewhere, lies where nothing can be written, or is damaged, opens for
        reading only; where the damage spares all but derived data, that is written anew. All pages
        of a small one are looked at, of a large one if that is to be `thorough`.

        Raises:
            Missing, NotACatalogue, Damaged, TooNew: what is wrong; the file is left as it was.
            LockedAway: it is open on the computer that holds its folder: it can't even be read.
        """
        wishes = Wishes(
            who=who, program=program, upgrading=upgrading, backups=backups, thorough=thorough
        )
        return cls(path, open_file(path, wishes), who=who, program=program)

    def close(self) -> None:
        """Close all connections and give the lock back."""
        if self._store is not None:
            self._store.close()
        if self._plain is not None:
            self._plain.close()
            self._plain = None
        if self._lock is not None:
            if self.lost_to is None:
                tidy(self.path)
            self._lock.give_back()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    @property
    def lost_to(self) -> LockedBy | None:
        """Who writes it in place of this program, which was not heard of for too long."""
        return None if self._lock is None else self._lock.lost_to

    @property
    def store(self) -> "Store":
        """The sessions of this catalogue, loaded when first asked for, from any thread."""
        with self._loading:
            if self._store is None:
                with LOADING:
                    from db.store import Store  # noqa: PLC0415 - it brings SQLAlchemy

                self._store = Store(
                    self.path,
                    place=self._place,
                    immutable=self.is_immutable,
                    read_only_because=self.read_only_because,
                    program=self._program,
                    check=self._check_lock,
                )
            return self._store

    @contextlib.contextmanager
    def look(self) -> "Generator[Execute]":
        """Give what carries out plain SQL that reads (``db.queries.plain``), one thread at a time.

        It sees one state of the catalogue, and needs nothing that takes long to load.
        """
        with self._looking, schema.telling_beside(self.path, self.read_only_because):
            if self._plain is None:
                self._plain = connect_reader(self.path, immutable=self.is_immutable)
            self._plain.execute("BEGIN")
            try:
                yield self._plain.execute
            finally:
                self._plain.rollback()

    def data_version(self) -> int:
        """Return a number that is another one whenever another program has written since."""
        with self.look() as execute:
            return data_version(execute)

    def read(
        self, interruption: Interruption | None = None
    ) -> "contextlib.AbstractContextManager[Session]":
        """Give a session that sees one state of the catalogue and can't change it.

        Raises:
            Interrupted: another thread has asked `interruption` to stop this read.
        """
        return self.store.read(interruption)

    def write(self, act: Act[T]) -> Written[T]:
        """Carry out an act: all of it in one transaction, or none of it.

        Raises:
            CatalogueError: why it was not done; nothing has changed then.
        """
        return self.store.write(act, who=self.who)

    def undo(self) -> Written[None]:
        """Take back the last act that stands."""
        return self.store.undo(who=self.who)

    def redo(self) -> Written[None]:
        """Do again the act that was last undone."""
        return self.store.redo(who=self.who)

    def take_back(self, revision: int) -> Written[None]:
        """Take back one past act alone, as an act of its own.

        Raises:
            Blocked: later acts rest on it.
        """
        return self.store.take_back(revision, who=self.who)

    def rehearse(self, act: Act[T]) -> T:
        """Carry out an act, take all of it back, and return what its command answered.

        Raises:
            CatalogueError: why it could not be done.
        """
        return self.store.rehearse(act)

    def keep(self, run: "Callable[[Session], T]") -> T:
        """Write what lies outside history: drafts, printed reports."""
        return self.store.keep(run)

    def _check_lock(self) -> None:
        if self._lock is not None:
            with schema.telling(self.path):
                self._lock.check()
