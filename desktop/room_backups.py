"""Backups and damage in the room of a catalogue: what is shown, and what it leads to."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from db.errors import Damaged
from desktop.backing_up import BackingUp
from desktop.widgets.message_bar import MessageBar, Severity
from desktop.workspace import Workspace


class RoomBackups(QObject):
    """Opens the dialogs of backups and damage over one room, and keeps its backups going."""

    open_requested = Signal(int)
    """An entry that is to be shown."""
    restore_requested = Signal(object)
    """The path of a backup that is to take the place of the catalogue."""
    reopen_requested = Signal()
    """The catalogue is to be closed and opened again, all of it looked at."""
    catalogue_requested = Signal(object)
    """The path of a catalogue that is to be opened in place of this one."""

    def __init__(self, workspace: Workspace, messages: MessageBar, room: QWidget) -> None:
        super().__init__(room)
        self._workspace, self._messages, self._room = workspace, messages, room
        self.backing_up = BackingUp(workspace, self)
        self.backing_up.damage_found.connect(self.tell_damage)
        messages.action_triggered.connect(self._act)
        self._action: Callable[[], object] | None = None
        self._tell_of_opening()

    @Slot()
    def show_backups(self) -> None:
        """Show which backups there are."""
        from desktop.dialogs.backups import BackupsDialog  # noqa: PLC0415 - when it is needed

        dialog = BackupsDialog(self._workspace, self.backing_up, self._room)
        dialog.restore_requested.connect(self.restore_requested)
        dialog.open_requested.connect(self.open_requested)
        self._open(dialog)

    @Slot()
    def show_damage(self) -> None:
        """Show what can be done about the damage."""
        from desktop.dialogs.damage import DamageDialog  # noqa: PLC0415 - seldom needed

        dialog = DamageDialog(self._path, self._workspace.settings, self._room)
        dialog.restore_requested.connect(self.restore_requested)
        dialog.open_requested.connect(self.catalogue_requested)
        self._open(dialog)

    @Slot(str)
    def tell_damage(self, _detail: str = "") -> None:
        """Say that the catalogue was found to be damaged while it is open."""
        self._workspace.settings.note_look(self._path, datetime.now(UTC), sound=False)
        if isinstance(self._workspace.operations.catalogue.read_only_because, Damaged):
            self._tell_read_only()
            return
        self._action = self.reopen_requested.emit
        self._messages.show_message(
            Severity.BAD,
            self.tr(
                "A part of this catalogue's file is damaged. Open it again: a damaged index is "
                "then rebuilt, and of anything else you are told what can be done."
            ),
            action=self.tr("Open again"),
        )

    def close(self) -> None:
        """Stop what is under way."""
        self.backing_up.close()

    @property
    def _path(self) -> Path:
        return self._workspace.operations.catalogue.path

    def _tell_of_opening(self) -> None:
        catalogue = self._workspace.operations.catalogue
        if isinstance(catalogue.read_only_because, Damaged):
            self._tell_read_only()
        elif catalogue.is_mended:
            words = self.tr(
                "The index of this catalogue was damaged and is rebuilt. Nothing is lost."
            )
            self._messages.show_message(Severity.GOOD, words)

    def _tell_read_only(self) -> None:
        self._action = self.show_damage
        self._messages.show_message(
            Severity.BAD,
            self.tr(
                "This catalogue is damaged, and open for reading only. Nothing is changed in it."
            ),
            action=self.tr("What can be done…"),
            closable=False,
        )

    @Slot()
    def _act(self) -> None:
        if self._action is not None:
            self._action()

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
