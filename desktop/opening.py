"""Opening a catalogue: in a worker, with all that its room needs, while the window answers.

Nothing of the catalogue is imported here before a catalogue is opened: this starts the program.
"""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from db.errors import AlreadyThere, Damaged
from desktop.settings import Settings
from desktop.version import PROGRAM
from desktop.workers import Workers

if TYPE_CHECKING:
    from db.catalogue import Catalogue
    from db.rows.links import RuleRow

Opener = Callable[[Path, str, Callable[[], None]], "Catalogue"]
"""Opens the catalogue at a path in somebody's name, and tells before it upgrades it."""

ROOM = ("desktop.workspace", "desktop.room")
"""What a room is built of, as far as its lists go; loads no SQLAlchemy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An open catalogue, and its rules for links."""

    catalogue: "Catalogue"
    rules: "tuple[RuleRow, ...]"


def upgrading_words() -> str:
    """Say what takes so long when an older catalogue is opened."""
    return QCoreApplication.translate(
        "opening",
        "This catalogue was made by an older Chancery and is being brought up to date, which may "
        "take a minute. It is backed up first.",
    )


def open_old(path: Path, who: str, upgrading: Callable[[], None]) -> "Catalogue":
    """Open a catalogue there is."""
    from db.catalogue import Catalogue  # noqa: PLC0415 - in the worker, not at start

    settings = Settings()
    thorough = settings.is_suspect(path)
    catalogue = Catalogue.open(
        path,
        who=who,
        program=PROGRAM,
        upgrading=upgrading,
        backups=settings.backup_folder,
        thorough=thorough,
    )
    if thorough and not isinstance(catalogue.read_only_because, Damaged):
        settings.note_look(path, datetime.now(UTC), sound=True)
    return catalogue


def make_new(path: Path, who: str, _upgrading: Callable[[], None]) -> "Catalogue":
    """Make a new catalogue and open it."""
    from db.catalogue import Catalogue  # noqa: PLC0415 - likewise

    return Catalogue.create(path, who=who, program=PROGRAM)


def open_sample(path: Path, who: str, upgrading: Callable[[], None]) -> "Catalogue":
    """Open the sample as it has become; build it first where there is none, which takes seconds."""
    from resources.sample.build import write_sample  # noqa: PLC0415 - likewise

    with contextlib.suppress(AlreadyThere):
        write_sample(path)
    return open_old(path, who, upgrading)


class _Attempt:
    """One catalogue on its way; given up, it is closed again, by whoever is the later."""

    def __init__(self, path: Path, who: str, opener: Opener) -> None:
        self._path, self._who, self._opener = path, who, opener
        self._lock = Lock()
        self._is_wanted = True
        self.opened: Opened | None = None

    def carry_out(self, upgrading: Callable[[], None]) -> None:
        """Open the catalogue; in a worker."""
        opened = self._open(upgrading)
        with self._lock:
            if self._is_wanted:
                self.opened = opened
                return
        opened.catalogue.close()

    def give_up(self) -> None:
        """Close it now, or as soon as it is open."""
        with self._lock:
            self._is_wanted = False
        if self.opened is not None:
            self.opened.catalogue.close()

    def _open(self, upgrading: Callable[[], None]) -> Opened:
        from db.queries.plain import link_rules  # noqa: PLC0415 - in the worker, not at start

        catalogue = self._opener(self._path, self._who, upgrading)
        try:
            with catalogue.look() as execute:
                rules = link_rules(execute)
            for module in ROOM:
                import_module(module)
        except BaseException:
            catalogue.close()
            raise
        return Opened(catalogue=catalogue, rules=rules)


class Opening(QObject):
    """Opens one catalogue at a time; of several asked for, the last is told of."""

    opened = Signal(object)
    """An `Opened`, which belongs to whoever takes it."""
    failed = Signal(object)
    """Why it could not be opened: a `CatalogueError`, or a bug."""
    upgrading = Signal()
    """It is older and is being brought up to date, which may take a minute."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = Workers(self, 1)
        self._attempt: _Attempt | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a catalogue is being opened."""
        return self._attempt is not None

    def begin(self, path: Path, who: str, opener: Opener = open_old) -> None:
        """Begin to open a catalogue in somebody's name; one on its way already is given up."""
        self.give_up()
        self._attempt = attempt = _Attempt(path, who, opener)
        open_it = partial(attempt.carry_out, self.upgrading.emit)
        self._workers.start(open_it, partial(self._take, attempt))

    @Slot()
    def give_up(self) -> None:
        """Tell nothing of the catalogue on its way; it is closed again once it is open."""
        if self._attempt is not None:
            self._attempt.give_up()
        self._attempt = None

    def close(self) -> None:
        """Give up, and wait until nothing is under way."""
        self.give_up()
        self._workers.wait()

    def _take(self, attempt: _Attempt, _answer: None, error: Exception | None) -> None:
        if attempt is not self._attempt:
            return
        self._attempt = None
        if attempt.opened is not None:
            self.opened.emit(attempt.opened)
        else:
            self.failed.emit(error)
