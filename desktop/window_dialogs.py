"""The dialogs a main window opens, each made when it is first needed."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QMainWindow

from desktop.actions import ACTIONS
from desktop.desk.keys_in_sight import listed_keys
from desktop.dialogs.about import AboutDialog
from desktop.dialogs.intake import IntakeDialog
from desktop.dialogs.learnt import LearntDialog
from desktop.dialogs.open_releases import OpenReleasesDialog, choose_releases
from desktop.dialogs.pasted import Pasted, accept_drop
from desktop.dialogs.preferences import PreferencesDialog
from desktop.dialogs.report import ReportDialog
from desktop.dialogs.shortcuts import ShortcutsDialog
from desktop.workspace import Workspace


class WindowDialogs(QObject):
    """Opens dialogs over one window and passes on what they lead to."""

    taken_in = Signal(int)
    """A new source, to be worked on."""
    added = Signal(int)
    """A new source, one of several: to be read in the background."""
    open_requested = Signal(int)
    """An entry that is to be shown."""
    catalogue_chosen = Signal(object, bool)
    """The path of another catalogue, and whether it is to be made."""

    def __init__(self, workspace: Workspace, window: QMainWindow) -> None:
        super().__init__(window)
        self._workspace, self._window = workspace, window

    @Slot()
    def paste_release(self, pasted: Pasted | None = None) -> None:
        """Ask for a release, beginning with what was copied or dropped."""
        dialog = IntakeDialog(self._workspace, self._window, pasted=pasted)
        dialog.taken_in.connect(self.taken_in)
        dialog.open_requested.connect(self.open_requested)
        dialog.files_dropped.connect(self.take_files)
        self._open(dialog)

    @Slot()
    def open_releases(self) -> None:
        """Ask for files and take them in."""
        choose_releases(self._workspace, self._window, self.take_files)

    def take_files(self, files: Sequence[Path]) -> None:
        """Take files and folders in, showing how far it is."""
        dialog = OpenReleasesDialog(self._workspace, files, self._window)
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
        dialog = ReportDialog(self._workspace, self._window, country)
        self._open(dialog)

    @Slot()
    def open_catalogue(self) -> None:
        """Ask for another catalogue."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open catalogue"), self._folder(), self._filter()
        )
        if name:
            self.catalogue_chosen.emit(Path(name), False)

    @Slot()
    def new_catalogue(self) -> None:
        """Ask where a new catalogue is to be."""
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("New catalogue"), self._folder(), self._filter()
        )
        if name:
            path = Path(name)
            self.catalogue_chosen.emit(path if path.suffix else path.with_suffix(".chancery"), True)

    @Slot()
    def show_preferences(self) -> None:
        """Show the preferences."""
        self._open(PreferencesDialog(self._workspace, self._window))

    @Slot()
    def show_learnt(self) -> None:
        """Show what the catalogue has learnt from reviewing."""
        dialog = LearntDialog(self._workspace, self._window)
        dialog.open_requested.connect(self.open_requested)
        self._open(dialog)

    @Slot()
    def show_keys(self) -> None:
        """Show all keys."""
        self._open(ShortcutsDialog((*ACTIONS, *listed_keys()), self._window))

    @Slot()
    def show_about(self) -> None:
        """Show what this program is."""
        self._open(AboutDialog(self._window))

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _folder(self) -> str:
        return str(self._workspace.operations.catalogue.path.parent)

    def _filter(self) -> str:
        return self.tr("Chancery catalogues (*.chancery);;All files (*)")
