"""Leaving a catalogue: a backup first where one is due, shown, and skipped if that is wanted."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from db.backups.facts import Reason
from desktop.window import MainWindow

_SHOW_MS = 300
"""So long a backup may take before anything is shown of it."""


class BackupOnLeaving(QObject):
    """Lets a catalogue be left, by closing the window or for another one, once it is backed up."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._then: Callable[[], object] | None = None
        """What is wanted once the backup is made; None where none is under way."""
        self._is_closing = False

    def holds(self) -> bool:
        """Tell whether the window is to stay for a while; it is closed again once that is over."""
        return not self._is_closing and self._holds_for(self._close)

    def before(self, leave: Callable[[], object]) -> None:
        """Leave the catalogue, at once or when its backup is made; the last wish counts."""
        if not self._holds_for(leave):
            leave()

    def _holds_for(self, then: Callable[[], object]) -> bool:
        if self._then is not None:
            self._then = then
            return True
        if not self._window.is_ready:
            return False
        room = self._window.room
        if not room.backups.backing_up.may_be_due:
            return False
        self._then = then
        room.detail.flush()
        # in turn with what is being saved, so that all of it is in the backup
        room.workspace.operations.keep(
            lambda _session: None, lambda _none: self._begin(), owner=self
        )
        return True

    def _begin(self) -> None:
        backing_up = self._window.room.backups.backing_up
        backing_up.make(Reason.CLOSING)
        if backing_up.work.is_running:
            once = Qt.ConnectionType.SingleShotConnection
            backing_up.work.finished.connect(self._end, once)
            QTimer.singleShot(_SHOW_MS, self, self._show)
        else:
            self._end()

    @Slot()
    def _show(self) -> None:
        from desktop.dialogs.leaving import LeavingDialog  # noqa: PLC0415 - when it is needed

        if self._then is not None:
            backing_up = self._window.room.backups.backing_up
            dialog = LeavingDialog(backing_up, self._window)
            dialog.skipped.connect(backing_up.work.cancel)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    @Slot()
    def _end(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def _close(self) -> None:
        self._is_closing = True
        self._window.close()
