"""The same catalogue in another program: what it has written, and whether it still has it.

A window that only reads looks now and then whether it could write, and says so; it never begins to
by itself. One that writes says when another has taken the catalogue from it.
"""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from db.errors import LockedBy
from db.locks.claim import who_has
from desktop.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from db.act import Change

LOOK_MS = 15_000
"""How often it is looked who has the catalogue."""
READ_MS = 4_000
"""How often it is looked whether another program has written."""


class Elsewhere(QObject):
    """Watches one open catalogue for what other programs do with it."""

    held = Signal(object)
    """Another program has it: a `LockedBy`."""
    freed = Signal()
    """No other program has it any more."""
    lost = Signal(object)
    """Another program has taken it from this one: a `LockedBy`."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._operations, self._hub = workspace.operations, workspace.hub
        self._catalogue = workspace.operations.catalogue
        self._reason = self._catalogue.read_only_because
        self._told = _who(self._reason) if isinstance(self._reason, LockedBy) else None
        self._version: int | None = None
        self._revision = 0
        self._look_timer = QTimer(self, interval=LOOK_MS)
        self._read_timer = QTimer(self, interval=READ_MS)
        self._look_timer.timeout.connect(self.look)
        self._read_timer.timeout.connect(self.read)

    def begin(self) -> None:
        """Begin to watch, where there is something to be seen."""
        if isinstance(self._reason, LockedBy):
            self.held.emit(self._reason)
            self._look_timer.start()
            self._read_timer.start()
            self.read()
        elif self._reason is None:
            self._look_timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._look_timer.stop()
        self._read_timer.stop()

    @Slot()
    def look(self) -> None:
        """Look who has the catalogue."""
        if self._reason is None:
            if self._catalogue.lost_to is not None:
                self.stop()
                self.lost.emit(self._catalogue.lost_to)
            return
        path = self._catalogue.path
        self._operations.run(
            lambda: who_has(path), self._tell, owner=self, failed=_overlook, lane="who"
        )

    @Slot()
    def read(self) -> None:
        """Look whether another program has written, and tell of it as of acts of our own."""
        self._operations.run(
            self._catalogue.data_version,
            self._compare,
            owner=self,
            failed=_overlook,
            lane="version",
        )

    def _tell(self, now: LockedBy | None) -> None:
        told, self._told = self._told, _who(now)
        if now is None and told is not None:
            self.freed.emit()
        elif now is not None and self._told != told:
            self.held.emit(now)

    def _compare(self, version: int) -> None:
        before, self._version = self._version, version
        if before is None:
            self._operations.read(_last_revision, self._begin_at, owner=self, lane="change")
        elif version != before:
            revision = self._revision
            self._operations.read(
                lambda session: _change_since(session, revision),
                self._pass_on,
                owner=self,
                lane="change",
                failed=self._read_again,
            )

    def _begin_at(self, revision: int) -> None:
        self._revision = revision

    def _pass_on(self, change: "Change") -> None:
        self._revision = change.revision or 0
        self._hub.changed.emit(change, self)

    def _read_again(self, _error: BaseException) -> None:
        self._version = -1


def _last_revision(session: "Session") -> int:
    from db.elsewhere import last_revision  # noqa: PLC0415 - a session has loaded what it needs

    return last_revision(session)


def _change_since(session: "Session", revision: int) -> "Change":
    from db.elsewhere import change_since  # noqa: PLC0415 - likewise

    return change_since(session, revision)


def _who(locked: LockedBy | None) -> tuple[str | None, datetime | None] | None:
    return None if locked is None else (locked.owner, locked.since)


def _overlook(_error: BaseException) -> None:
    """Leave it to the next look: the folder may be out of reach, or just being written."""
