"""Backing up in the background: when there is quiet, before what is large, and on closing."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal, Slot

from db.backups.due import is_due, is_kept
from db.backups.facts import Backup, Reason
from db.backups.listing import backups_of
from db.backups.making import Made, last_act, make_backup
from db.backups.watching import Watch
from db.catalogue import Catalogue
from db.engine import connect_reader
from db.recovery.looking import look_through
from desktop.long_work import LongWork
from desktop.version import PROGRAM
from desktop.workspace import Workspace

TICK_MS = 60_000
QUIET_MS = 120_000
"""So long nothing was changed before something is done in the quiet."""
LOOK_APART = timedelta(days=7)
"""The time between two looks at all pages of a catalogue."""


class BackingUp(QObject):
    """Keeps one catalogue in backups, and looks now and then whether it is sound."""

    said = Signal(str)
    """What the status line is to say."""
    failed = Signal(object)
    """Why no backup could be made."""
    damage_found = Signal(str)
    """What is wrong with the catalogue that is open."""
    made = Signal(object)
    """A backup was made: a `Made`."""

    _hold_asked = Signal(object, object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue, self._settings = workspace.operations.catalogue, workspace.settings
        self._read_only = workspace.read_only
        self._has_changed = True
        """Whether something may have been changed since the last backup."""
        self._is_told = self._is_looking = self._is_closed = False
        self.work = LongWork(self)
        self.work.advanced.connect(self._on_advanced)
        self._hold_asked.connect(self._hold)
        self._quiet = QElapsedTimer()
        self._quiet.start()
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._look)
        self._tick.start()
        workspace.hub.changed.connect(self._note)
        workspace.operations.saving_changed.connect(self._make_way)
        workspace.operations.before_large = self.hold_before

    @property
    def may_be_due(self) -> bool:
        """Whether it is worth asking if a backup is due."""
        return self._has_changed and not self._read_only

    def make(
        self, reason: Reason, then: Callable[[Made | None], object] = lambda _made: None
    ) -> None:
        """Make a backup; if it is made in the quiet or on closing, only where it is due."""
        asks = reason in {Reason.IDLE, Reason.CLOSING}
        self._begin(_made_if_due if asks else _made, reason, then)

    def hold_before(self, reason: Reason = Reason.BULK) -> None:
        """Hold the state before something large, from the writer's thread: that alone is awaited.

        The backup itself is made while the act goes on; it sees nothing of it.
        """
        begun = Event()
        self._hold_asked.emit(reason, begun)
        while not begun.wait(_HOLD_S) and not self._is_closed:
            pass

    def look_through(self) -> None:
        """Look at all pages of the catalogue."""
        path, immutable = self._catalogue.path, self._catalogue.is_immutable
        self.work.start(
            lambda watch: look_through(path, immutable=immutable, watch=watch),
            self._on_looked,
            self.failed.emit,
        )
        self._is_looking = True
        self.work.finished.connect(self._end_look, Qt.ConnectionType.SingleShotConnection)

    def close(self) -> None:
        """Stop what is under way, and begin nothing more."""
        self._is_closed = True
        self._tick.stop()
        self.work.close()

    @Slot()
    def _end_look(self) -> None:
        self._is_looking = False

    @Slot(int)
    def _make_way(self, saving: int) -> None:
        """Look another time: where there is no write-ahead log, what is saved would wait for it."""
        if saving and self._is_looking:
            self.work.cancel()

    @Slot(object, object)
    def _hold(self, reason: Reason, begun: Event) -> None:
        if self.work.is_running or self._is_closed:
            begun.set()  # the state it holds is older, but not by much
        else:
            self._begin(partial(_made_unless_kept, begun), reason, lambda _made: None)

    def _begin(self, make: "_Make", reason: Reason, then: Callable[[Made | None], object]) -> None:
        if self.work.is_running or self._is_closed:
            return
        self._has_changed = False
        self._is_told = False
        catalogue, folder = self._catalogue, self._settings.backup_folder
        self.work.start(
            lambda watch: make(catalogue, folder, reason, watch),
            partial(self._on_made, then),
            partial(self._on_failed, then),
        )

    @Slot()
    def _on_advanced(self) -> None:
        if not self._is_told:
            self._is_told = True
            self.said.emit(self.tr("Backing up…"))

    def _on_made(self, then: Callable[[Made | None], object], outcome: "_Outcome") -> None:
        self._has_changed = self._has_changed or not outcome.is_kept
        if outcome.made is not None:
            self.said.emit(self._made_words(outcome.made))
            self.made.emit(outcome.made)
        then(outcome.made)

    def _made_words(self, made: Made) -> str:
        if made.is_elsewhere:
            words = self.tr("Backed up in {0}: the folder of backups can't be written.")
            return words.format(made.backup.path.parent)
        return self.tr("Backed up at {0}").format(f"{datetime.now().astimezone():%H:%M}")

    def _on_failed(self, then: Callable[[Made | None], object], error: Exception) -> None:
        self.said.emit("")
        self.failed.emit(error)
        then(None)

    @Slot()
    def _note(self) -> None:
        self._has_changed = True
        self._quiet.restart()

    @Slot()
    def _look(self) -> None:
        """Use the quiet: for a backup where one may be due, else for a look at all pages."""
        if self.work.is_running or self._quiet.elapsed() < QUIET_MS:
            return
        if self.may_be_due:
            self.make(Reason.IDLE)
        elif not self._read_only and self._is_look_due():
            self.look_through()

    def _is_look_due(self) -> bool:
        last = self._settings.last_look(self._catalogue.path)
        return last is None or datetime.now(UTC) - last >= LOOK_APART

    def _on_looked(self, wrong: str) -> None:
        self._settings.note_look(self._catalogue.path, datetime.now(UTC), sound=not wrong)
        if wrong:
            self.damage_found.emit(wrong)


_HOLD_S = 0.1
"""How often an act that waits for its backup to begin looks whether the window closes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    """The backup that was made, if one was; whether the newest holds all that there is."""

    made: Made | None = None
    is_kept: bool = True


_Make = Callable[[Catalogue, Path | None, Reason, Watch], _Outcome]


def _made(catalogue: Catalogue, folder: Path | None, reason: Reason, watch: Watch) -> _Outcome:
    return _held_and_made(catalogue, folder, reason, watch, None)


def _made_if_due(
    catalogue: Catalogue, folder: Path | None, reason: Reason, watch: Watch
) -> _Outcome:
    newest, last = _newest(catalogue, folder), _last_act(catalogue)
    if not is_due(newest, last, datetime.now(UTC)):
        return _Outcome(is_kept=newest is None or is_kept(newest, last))
    return _made(catalogue, folder, reason, watch)


def _made_unless_kept(
    begun: Event, catalogue: Catalogue, folder: Path | None, reason: Reason, watch: Watch
) -> _Outcome:
    try:
        if is_kept(_newest(catalogue, folder), _last_act(catalogue)):
            return _Outcome()
        return _held_and_made(catalogue, folder, reason, watch, begun.set)
    finally:
        begun.set()


def _held_and_made(
    catalogue: Catalogue,
    folder: Path | None,
    reason: Reason,
    watch: Watch,
    begun: Callable[[], None] | None,
) -> _Outcome:
    made = make_backup(
        catalogue.path,
        reason=reason,
        program=PROGRAM,
        chosen=folder,
        immutable=catalogue.is_immutable,
        watch=watch,
        begun=begun,
    )
    return _Outcome(made=made)


def _newest(catalogue: Catalogue, folder: Path | None) -> Backup | None:
    return next(iter(backups_of(catalogue.path, folder)), None)


def _last_act(catalogue: Catalogue) -> int:
    with contextlib.closing(
        connect_reader(catalogue.path, immutable=catalogue.is_immutable)
    ) as connection:
        return last_act(connection)
