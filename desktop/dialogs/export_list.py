"""A list into a file: where to, how far it is, and what has become of it."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from db.errors import CatalogueError
from db.exchange.tabular.formats import TABLE_FORMATS, TableFormat, table_format_of
from desktop.country_report import today
from desktop.labels import error_sentence
from desktop.list_export import ListExport, write_list
from desktop.theme import gap
from desktop.widgets.busy_bar import BusyBar
from desktop.widgets.enter_key import enter_presses
from desktop.widgets.message_bar import MessageBar, Severity
from desktop.workspace import Workspace

_FOLDER, _FORMAT = "export/folder", "export/format"
_LOOK_MS = 100


def choose_export(workspace: Workspace, export: ListExport, parent: QWidget) -> QFileDialog:
    """Ask where a list is to go with the platform's dialog, then write it there."""
    dialog = QFileDialog(parent, parent.tr("Export list"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    formats = {_filter(parent, row): row for row in TABLE_FORMATS}
    dialog.setNameFilters(list(formats))

    def filter_chosen(words: str) -> None:
        dialog.setDefaultSuffix(formats[words].suffix.removeprefix("."))

    dialog.filterSelected.connect(filter_chosen)
    last = workspace.settings.text(_FORMAT, TABLE_FORMATS[0].key)
    words = next((words for words, row in formats.items() if row.key == last), next(iter(formats)))
    dialog.selectNameFilter(words)
    filter_chosen(words)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog.setDirectory(workspace.settings.text(_FOLDER, documents))
    dialog.selectFile(f"{file_name(export.title)} {today().isoformat()}")

    def accepted(name: str) -> None:
        path = Path(name)
        chosen = _format(path, formats[dialog.selectedNameFilter()])
        workspace.settings.set_text(_FOLDER, str(path.parent))
        workspace.settings.set_text(_FORMAT, chosen.key)
        writing = ExportListDialog(workspace, export, path, chosen, parent)
        writing.finished.connect(writing.deleteLater)
        writing.open()

    dialog.fileSelected.connect(accepted)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _filter(parent: QWidget, row: TableFormat) -> str:
    words = {
        "xlsx": parent.tr("Spreadsheet for Excel and LibreOffice"),
        "csv_for_excel": parent.tr("CSV for Excel"),
        "csv": parent.tr("CSV for other programs"),
    }
    return f"{words[row.key]} (*{row.suffix})"


def _format(path: Path, chosen: TableFormat) -> TableFormat:
    """The name a user types says more than the filter it was typed under."""
    by_name = table_format_of(path)
    return chosen if by_name is None or by_name.suffix == chosen.suffix else by_name


def file_name(title: str) -> str:
    """Return a list's name without what file systems refuse."""
    kept = "".join(
        " " if letter in '<>:"/\\|?*' or not letter.isprintable() else letter for letter in title
    )
    return " ".join(kept.split()).strip(".")[:80] or "List"


class ExportListDialog(QDialog):
    """Write a list into a file; Escape stops it and leaves nothing behind."""

    written = Signal(int)
    """So many entries are in the file."""

    def __init__(
        self,
        workspace: Workspace,
        export: ListExport,
        path: Path,
        table_format: TableFormat,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._path = workspace, path
        self._far = (0, 0)
        self._shown = 0
        self.busy, self.message = BusyBar(), MessageBar()
        self._show_folder, self._close = QPushButton(), QPushButton()
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._build()
        self._connect()
        self._start(export, table_format)

    def sentence(self) -> str:
        """Give what has become of it, in one sentence."""
        return self.message.sentence()

    @override
    def reject(self) -> None:
        """Close; what is under way stops first and leaves no file."""
        self._workspace.operations.cancel(owner=self)
        super().reject()

    def _start(self, export: ListExport, table_format: TableFormat) -> None:
        self.busy.start(self.tr("Writing {0}…").format(self._path.name))
        self._timer.start()
        self._workspace.operations.read(
            lambda session: write_list(session, export, self._path, table_format, self._tell),
            self._on_written,
            owner=self,
            failed=self._on_failed,
            background=True,
        )

    def _tell(self, done: int, total: int) -> None:
        self._far = (done, total)  # by the worker: looked at, not signalled, a thousand times

    @Slot()
    def _look(self) -> None:
        done, total = self._far
        if total != self._shown:
            self._shown = total
            self.busy.start(self.tr("Writing {0}…").format(self._path.name), steps=total)
        self.busy.advance(done)

    def _on_written(self, entries: int) -> None:
        self._end()
        words = (
            self.tr("1 entry is in {1}.") if entries == 1 else self.tr("{0} entries are in {1}.")
        )
        self.message.show_message(
            Severity.GOOD,
            words.format(self.locale().toString(entries), self._path.name),
            closable=False,
        )
        self._show_folder.setEnabled(True)
        self.written.emit(entries)

    def _on_failed(self, error: BaseException) -> None:
        self._end()
        self.message.show_message(Severity.BAD, error_sentence(error), closable=False)
        if not isinstance(error, CatalogueError):
            self._workspace.operations.failed.emit(error)

    def _end(self) -> None:
        self._timer.stop()
        self.busy.finish()
        self._close.setText(self.tr("Close"))
        self._close.setFocus()

    @Slot()
    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))
        self.accept()

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Export list"))
        self._show_folder.setText(self.tr("&Open folder"))
        self._show_folder.setEnabled(False)
        self._close.setText(self.tr("Cancel"))
        self._close.setDefault(True)
        enter_presses(self._show_folder)
        unit = gap(self.font())
        column = QVBoxLayout(self)
        column.setSpacing(unit)
        column.addWidget(self.busy)
        column.addWidget(self.message)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._show_folder)
        row.addWidget(self._close)
        column.addLayout(row)
        self.resize(unit * 60, unit * 16)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._look)
        self.busy.cancel_requested.connect(self.reject)
        self._show_folder.clicked.connect(self._open_folder)
        self._close.clicked.connect(self.reject)
