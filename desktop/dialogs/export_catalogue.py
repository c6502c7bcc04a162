"""Exporting a whole catalogue: as what, where to, how far it is, and what has become of it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from sqlalchemy.orm import Session
from typing_extensions import override

from db.errors import CatalogueError, Interrupted
from db.exchange.tabular.formats import CSV_FOR_EXCEL, XLSX
from desktop.catalogue_export import export_catalogue
from desktop.country_report import today
from desktop.dialogs.export_list import file_name
from desktop.dialogs.work_watch import Teller, WorkWatch
from desktop.labels import error_sentence
from desktop.table_export import export_tables
from desktop.theme import gap
from desktop.widgets.enter_key import enter_presses
from desktop.widgets.message_bar import MessageBar, Severity
from desktop.workspace import Workspace

_FOLDER = "export/folder"
DIRECTORY, SHEETS, TEXTS = range(3)
"""As what a catalogue goes out: an open directory, a spreadsheet, two files of CSV."""
_SUFFIXES = {DIRECTORY: "", SHEETS: ".xlsx", TEXTS: ".csv"}


class ExportCatalogueDialog(QDialog):
    """Write a whole catalogue; Escape stops it and leaves nothing behind."""

    written = Signal(str)
    """Where to."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._target = Path()
        self.watch, self.message = WorkWatch(self), MessageBar()
        self.choices = QButtonGroup(self)
        self.go, self._show_folder = QPushButton(), QPushButton()
        self._close = QPushButton()
        self._build()
        self._connect()

    @override
    def reject(self) -> None:
        """Close; what is under way stops first and leaves nothing."""
        self.watch.stop()
        self._workspace.operations.cancel(owner=self)
        super().reject()

    @Slot()
    def ask_where(self) -> None:
        """Ask where to with the platform's dialog, then write there."""
        dialog = QFileDialog(self, self.windowTitle())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        suffix = _SUFFIXES[self.choices.checkedId()]
        dialog.setDefaultSuffix(suffix.removeprefix("."))
        if suffix:
            dialog.setNameFilter(f"(*{suffix})")
        else:
            dialog.setLabelText(QFileDialog.DialogLabel.FileName, self.tr("New folder:"))
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog.setDirectory(self._workspace.settings.text(_FOLDER, place))
        stem = file_name(self._workspace.operations.catalogue.path.stem)
        dialog.selectFile(f"{stem} {today().isoformat()}{suffix}")
        dialog.fileSelected.connect(self._on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_to(self, target: Path) -> None:
        """Write the catalogue as what was chosen."""
        self._target = target
        for button in (self.go, *self.choices.buttons()):
            button.setEnabled(False)
        self._close.setText(self.tr("Cancel"))
        self.message.dismiss()
        self.watch.start(self.tr("Writing {0}…").format(target.name))
        self._workspace.operations.read(
            _writing(self.choices.checkedId(), target, self.watch.teller()),
            self._on_written,
            owner=self,
            failed=self._on_failed,
            background=True,
        )

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        target = Path(name)
        self._workspace.settings.set_text(_FOLDER, str(target.parent))
        self.write_to(target)

    def _on_written(self, entries: int) -> None:
        self._end()
        words = (
            self.tr("1 entry is in {1}.") if entries == 1 else self.tr("{0} entries are in {1}.")
        )
        sentence = words.format(self.locale().toString(entries), self._target.name)
        self.message.show_message(Severity.GOOD, sentence, closable=False)
        self._show_folder.setEnabled(True)
        self._close.setFocus()
        self.written.emit(str(self._target))

    def _on_failed(self, error: BaseException) -> None:
        self._end()
        if isinstance(error, Interrupted):
            return
        self.message.show_message(Severity.BAD, error_sentence(error), closable=False)
        if not isinstance(error, CatalogueError):
            self._workspace.operations.failed.emit(error)

    def _end(self) -> None:
        self.watch.finish()
        for button in (self.go, *self.choices.buttons()):
            button.setEnabled(True)
        self._close.setText(self.tr("Close"))

    @Slot()
    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._target.parent)))

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Export catalogue"))
        unit = gap(self.font())
        column = QVBoxLayout(self)
        column.setSpacing(unit)
        column.setContentsMargins(2 * unit, 2 * unit, 2 * unit, 2 * unit)
        for place, words, told in self._offers():
            column.addWidget(self._choice(place, words, told))
            column.addWidget(_told(told, unit))
        self.choices.button(DIRECTORY).setChecked(True)
        column.addWidget(self.watch.bar)
        column.addWidget(self.message)
        column.addStretch(1)
        column.addLayout(self._buttons())
        self.resize(unit * 74, unit * 44)

    def _offers(self) -> tuple[tuple[int, str, str], ...]:
        return (
            (
                DIRECTORY,
                self.tr("&Everything, as a folder of plain files"),
                self.tr(
                    "Entries, links, evidence, history, texts and originals: to deposit, to hand "
                    "to others, or to take in again with Import. Readable without Chancery."
                ),
            ),
            (
                SHEETS,
                self.tr("All entries and all links, as a &spreadsheet"),
                self.tr("Two sheets for Excel and LibreOffice. Texts and evidence stay behind."),
            ),
            (
                TEXTS,
                self.tr("All entries and all links, as &CSV"),
                self.tr("Two files, in UTF-8. Texts and evidence stay behind."),
            ),
        )

    def _choice(self, place: int, words: str, told: str) -> QRadioButton:
        button = QRadioButton(words)
        button.setAccessibleDescription(told)
        self.choices.addButton(button, place)
        return button

    def _buttons(self) -> QHBoxLayout:
        self.go.setText(self.tr("E&xport…"))
        self.go.setDefault(True)
        self._show_folder.setText(self.tr("&Open folder"))
        self._show_folder.setEnabled(False)
        enter_presses(self._show_folder)
        self._close.setText(self.tr("Close"))
        enter_presses(self._close)
        row = QHBoxLayout()
        row.addWidget(self._show_folder)
        row.addStretch(1)
        row.addWidget(self.go)
        row.addWidget(self._close)
        return row

    def _connect(self) -> None:
        self.watch.stopped.connect(self._on_cancel)
        self.go.clicked.connect(self.ask_where)
        self._show_folder.clicked.connect(self._open_folder)
        self._close.clicked.connect(self.reject)

    @Slot()
    def _on_cancel(self) -> None:
        self.watch.stop()


def _told(words: str, unit: int) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    label.setProperty("tone", "quiet")
    label.setContentsMargins(3 * unit, 0, 0, unit)
    return label


def _writing(choice: int, target: Path, tell: Teller) -> Callable[[Session], int]:
    def write(session: Session) -> int:
        if choice == DIRECTORY:
            return sum(export_catalogue(session, target, tell).entries.values())
        table_format = XLSX if choice == SHEETS else CSV_FOR_EXCEL
        return export_tables(session, target, table_format, tell)

    return write
