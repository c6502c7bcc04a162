"""Closing the window: a backup first where one is due, shown, and skipped if that is wanted."""

from PySide6.QtCore import QObject, QTimer, Slot

from db.backups.facts import Reason
from desktop.window import MainWindow

_SHOW_MS = 300
"""So long a backup may take before anything is shown of it."""


class BackupOnClosing(QObject):
    """Holds a window that is about to close until its catalogue is backed up."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._is_under_way = self._is_over = False

    def holds(self) -> bool:
        """Tell whether the window is to stay for a while; it is closed again once that is over."""
        if self._is_under_way:
            return True
        if self._is_over or not self._window.is_ready:
            return False
        room = self._window.room
        if not room.backups.backing_up.may_be_due:
            return False
        self._is_under_way = True
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
            backing_up.work.finished.connect(self._end)
            QTimer.singleShot(_SHOW_MS, self, self._show)
        else:
            self._end()

    @Slot()
    def _show(self) -> None:
        from desktop.dialogs.closing import ClosingDialog  # noqa: PLC0415 - when it is needed

        backing_up = self._window.room.backups.backing_up
        if self._is_under_way and backing_up.work.is_running:
            dialog = ClosingDialog(backing_up, self._window)
            dialog.skipped.connect(backing_up.work.cancel)
            dialog.open()

    @Slot()
    def _end(self) -> None:
        if not self._is_over:
            self._is_over, self._is_under_way = True, False
            self._window.close()
