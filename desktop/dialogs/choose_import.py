"""Asks what is to be imported: a folder that Chancery has written, or a table."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCommandLinkButton, QDialog, QFileDialog, QVBoxLayout, QWidget
from typing_extensions import override

from db.exchange.tabular.incoming import SUFFIXES
from desktop.dialogs.import_directory import ImportDirectoryDialog
from desktop.dialogs.import_table import ImportTableDialog
from desktop.icons import follow
from desktop.theme import gap
from desktop.widgets.enter_key import enter_presses
from desktop.workspace import Workspace

_FOLDER = "import/folder"


class ChooseImportDialog(QDialog):
    """Choose what comes in; the dialog that takes it in follows."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.folder = QCommandLinkButton(
            self.tr("A &folder that Chancery has written"),
            self.tr("A whole catalogue, as Export catalogue makes it: everything it holds."),
        )
        self.table = QCommandLinkButton(
            self.tr("A &table of entries"),
            self.tr("CSV or XLSX: each row becomes an entry, by what you say its columns are."),
        )
        self.setWindowTitle(self.tr("Import"))
        unit = gap(self.font())
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * unit, 2 * unit, 2 * unit, 2 * unit)
        column.addWidget(self.folder)
        column.addWidget(self.table)
        for button, icon in ((self.folder, "open"), (self.table, "book")):
            follow(button, icon)
            enter_presses(button)  # it would be painted as a button of one line
        self.folder.clicked.connect(self._ask_folder)
        self.table.clicked.connect(self._ask_table)
        self.resize(unit * 64, self.sizeHint().height())

    @override
    def keyPressEvent(self, arg__1: QKeyEvent, /) -> None:
        """Take Enter for a click on the one that has the keyboard."""
        focused = self.focusWidget()
        enter = arg__1.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and isinstance(focused, QCommandLinkButton):
            focused.click()
        else:
            super().keyPressEvent(arg__1)

    @Slot()
    def _ask_folder(self) -> None:
        dialog = self._file_dialog()
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.open()

    @Slot()
    def _ask_table(self) -> None:
        dialog = self._file_dialog()
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        dialog.setNameFilters([self.tr("Tables ({0})").format(patterns), self.tr("All files (*)")])
        dialog.open()

    def _file_dialog(self) -> QFileDialog:
        dialog = QFileDialog(self, self.windowTitle())
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog.setDirectory(self._workspace.settings.text(_FOLDER, place))
        dialog.fileSelected.connect(self.take)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    @Slot(str)
    def take(self, name: str) -> QDialog:
        """Open the dialog that takes in what was chosen, in place of this one."""
        path = Path(name)
        self._workspace.settings.set_text(_FOLDER, str(path.parent))
        made = ImportDirectoryDialog if path.is_dir() else ImportTableDialog
        dialog = made(self._workspace, path, self.parentWidget())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        self.accept()
        return dialog
