"""The dialogs of the room of a catalogue, each imported and made when it is first needed."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from desktop.actions import ACTIONS
from desktop.dialogs.pasted import Pasted, accept_drop
from desktop.workspace import Workspace


class RoomDialogs(QObject):
    """Opens dialogs over one room and passes on what they lead to."""

    taken_in = Signal(int)
    """A new source, to be worked on."""
    added = Signal(int)
    """A new source, one of several: to be read in the background."""
    open_requested = Signal(int)
    """An entry that is to be shown."""

    def __init__(self, workspace: Workspace, room: QWidget) -> None:
        super().__init__(room)
        self._workspace, self._room = workspace, room

    @Slot()
    def paste_release(self, pasted: Pasted | None = None) -> None:
        """Ask for a release, beginning with what was copied or dropped."""
        from desktop.dialogs.intake import IntakeDialog  # noqa: PLC0415 - not at start

        dialog = IntakeDialog(self._workspace, self._room, pasted=pasted)
        dialog.taken_in.connect(self.taken_in)
        dialog.open_requested.connect(self.open_requested)
        dialog.files_dropped.connect(self.take_files)
        self._open(dialog)

    @Slot()
    def open_releases(self) -> None:
        """Ask for files and take them in."""
        from desktop.dialogs.open_releases import choose_releases  # noqa: PLC0415 - likewise

        choose_releases(self._workspace, self._room, self.take_files)

    def take_files(self, files: Sequence[Path]) -> None:
        """Take files and folders in, showing how far it is."""
        from desktop.dialogs.open_releases import OpenReleasesDialog  # noqa: PLC0415 - likewise

        dialog = OpenReleasesDialog(self._workspace, files, self._room)
        dialog.open_requested.connect(self.taken_in)
        dialog.taken_in.connect(self.added)
        self._open(dialog)

    def accepts(self, mime: QMimeData) -> bool:
        """Tell whether what is dragged can be taken in."""
        return accept_drop(mime) is not None

    def take_drop(self, mime: QMimeData) -> None:
        """Take in what was dropped: files, or a text."""
        dropped = accept_drop(mime)
        if isinstance(dropped, Pasted):
            self.paste_release(dropped)
        elif dropped:
            self.take_files(dropped)

    @Slot()
    def print_report(self, country: str = "") -> None:
        """Ask what report is wanted, and show it."""
        from desktop.dialogs.report import ReportDialog  # noqa: PLC0415 - likewise

        dialog = ReportDialog(self._workspace, self._room, country)
        self._open(dialog)

    @Slot()
    def export_catalogue(self) -> None:
        """Ask as what the catalogue is to go out, and write it."""
        from desktop.dialogs.export_catalogue import ExportCatalogueDialog  # noqa: PLC0415 - likewise

        self._open(ExportCatalogueDialog(self._workspace, self._room))

    @Slot()
    def import_catalogue(self) -> None:
        """Ask what is to be taken in, and show what that would do."""
        from desktop.dialogs.choose_import import ChooseImportDialog  # noqa: PLC0415 - likewise

        self._open(ChooseImportDialog(self._workspace, self._room))

    @Slot(int)
    def show_history(self, act: int = 0) -> None:
        """Show all that was done, and one act of it if one is named."""
        from desktop.dialogs.history import HistoryDialog  # noqa: PLC0415 - likewise

        dialog = HistoryDialog(self._workspace, self._room, act)
        dialog.open_requested.connect(self.open_requested)
        self._open(dialog)

    @Slot()
    def show_preferences(self) -> None:
        """Show the preferences."""
        from desktop.dialogs.preferences import PreferencesDialog  # noqa: PLC0415 - likewise

        self._open(PreferencesDialog(self._workspace, self._room))

    @Slot()
    def show_learnt(self) -> None:
        """Show what the catalogue has learnt from reviewing."""
        from desktop.dialogs.learnt import LearntDialog  # noqa: PLC0415 - likewise

        dialog = LearntDialog(self._workspace, self._room)
        dialog.open_requested.connect(self.open_requested)
        self._open(dialog)

    @Slot()
    def show_keys(self) -> None:
        """Show all keys."""
        from desktop.desk.keys_in_sight import listed_keys  # noqa: PLC0415 - likewise
        from desktop.dialogs.shortcuts import ShortcutsDialog  # noqa: PLC0415 - likewise

        self._open(ShortcutsDialog((*ACTIONS, *listed_keys()), self._room))

    @Slot()
    def show_about(self) -> None:
        """Show what this program is."""
        from desktop.dialogs.about import AboutDialog  # noqa: PLC0415 - likewise

        self._open(AboutDialog(self._room))

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
