"""A report as it will be printed: gathered, typeset, shown; then printed or saved."""

import errno
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QStandardPaths, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QPageSize, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from sqlalchemy.orm import Session
from typing_extensions import override

from db.errors import CatalogueError, DiskFull, ReadOnlyPlace
from db.rows.dossier import DossierChoices
from desktop.country_report import Gathered, ReportFailed, gather, keep, today, typeset
from desktop.dialogs.pdf_pane import PdfPane
from desktop.dialogs.printing import PrintRun
from desktop.labels import error_sentence
from desktop.reports.typeset import write_whole
from desktop.theme import gap
from desktop.widgets.busy_bar import BusyBar
from desktop.widgets.message_bar import MessageBar, Severity
from desktop.workspace import Workspace

_FOLDER = "report/folder"
_PAPERS = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}


class ReportPreview(QDialog):
    """Show one report; printing or saving it keeps it, once, in the catalogue."""

    ready = Signal()
    """The pages are shown."""
    kept = Signal(int)
    """The report is kept, by this id."""

    def __init__(
        self, workspace: Workspace, choices: DossierChoices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._choices = choices
        self._gathered: Gathered | None = None
        self._content = b""
        self._is_kept = False
        self._cancelled = Event()
        self._run: PrintRun | None = None
        self.pane, self.message, self.busy = PdfPane(), MessageBar(), BusyBar()
        self._print, self._save, self._close = QPushButton(), QPushButton(), QPushButton()
        self._build()
        self._connect()
        self._gather()

    @property
    def content(self) -> bytes:
        """The PDF, empty until it is typeset."""
        return self._content

    @override
    def reject(self) -> None:
        """Close; stop what is under way."""
        self._cancelled.set()
        if self._run is not None:
            self._run.cancel()
        else:
            super().reject()

    # Making it

    def _gather(self) -> None:
        title = self._workspace.operations.catalogue.path.stem
        self.busy.start(self.tr("Gathering what the catalogue knows…"))
        self._workspace.operations.read(
            partial(_gather, self._choices, title),
            self._typeset,
            owner=self,
            failed=self._on_failed,
        )

    def _typeset(self, gathered: Gathered) -> None:
        self._gathered = gathered
        self.setWindowTitle(self.tr("Report: {0}").format(self._name()))
        if self._cancelled.is_set():
            return
        self.busy.start(self.tr("Typesetting…"))
        self._workspace.operations.run(
            partial(typeset, gathered.dossier, self._cancelled.is_set),
            self._show,
            owner=self,
            failed=self._on_failed,
        )

    def _show(self, content: bytes | None) -> None:
        self.busy.finish()
        if content is None:
            return
        self._content = content
        self.pane.setEnabled(True)
        self.pane.show_pdf(content)
        for button in (self._print, self._save):
            button.setEnabled(True)
        self.pane.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ready.emit()

    def _on_failed(self, error: BaseException) -> None:
        self.busy.finish()
        known = isinstance(error, ReportFailed)
        sentence = str(error) if known else error_sentence(error)
        self.message.show_message(Severity.BAD, sentence, closable=False)
        if not known and not isinstance(error, CatalogueError):
            self._workspace.operations.failed.emit(error)

    # Saving it

    @Slot()
    def save(self) -> QFileDialog | None:
        """Ask where to save the PDF, with the platform's dialog."""
        if not self._content:
            return None
        dialog = QFileDialog(self, self.tr("Save report"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        dialog.setDirectory(self._workspace.settings.text(_FOLDER, documents))
        dialog.selectFile(f"{self._name()} {today().isoformat()}.pdf")
        dialog.fileSelected.connect(self._save_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    @Slot(str)
    def _save_to(self, name: str) -> None:
        path = Path(name)
        self._workspace.settings.set_text(_FOLDER, str(path.parent))
        self._workspace.operations.run(
            partial(_write, path, self._content),
            partial(self._on_saved, path),
            owner=self,
            failed=self._on_failed,
        )

    def _on_saved(self, path: Path, _nothing: None) -> None:
        words = self.tr("Saved as {0}.").format(path)
        self.message.show_message(Severity.GOOD, words)
        self._keep()

    # Printing it

    @Slot()
    def print(self) -> None:
        """Ask for a printer, with the platform's dialog."""
        if not self._content or self._run is not None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(f"{self._name()} {today().isoformat()}")
        printer.setPageSize(QPageSize(_PAPERS[self._choices.paper]))
        printer.setFromTo(1, self.pane.document.pageCount())
        printer.setPrintRange(QPrinter.PrintRange.AllPages)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, self.pane.document.pageCount())
        answer = dialog.exec()  # not open(): Windows shows its own dialog only so
        dialog.deleteLater()
        if answer == QDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print on a printer that is set up."""
        self._run = PrintRun(self.pane.document, printer, self)
        self._run.advanced.connect(self.busy.advance)
        self._run.finished.connect(self._on_printed)
        self.busy.start(self.tr("Printing…"), steps=len(self._run.pages))
        self._run.start()

    @Slot(bool)
    def _on_printed(self, done: bool) -> None:  # noqa: FBT001 - a Qt signal carries it
        if self._run is not None:
            self._run.deleteLater()
        self._run = None
        self.busy.finish()
        if self._cancelled.is_set():
            super().reject()
        elif done:
            self.message.show_message(Severity.GOOD, self.tr("Sent to the printer."))
            self._keep()
        else:
            words = self.tr("The report was not printed: check the printer and try again.")
            self.message.show_message(Severity.BAD, words)

    # Keeping it

    def _keep(self) -> None:
        gathered = self._gathered
        if self._is_kept or self._workspace.read_only or gathered is None:
            return
        self._is_kept = True
        self._workspace.operations.keep(
            lambda session: keep(session, gathered), self.kept.emit, owner=self
        )

    def _name(self) -> str:
        names = self._gathered.dossier.names if self._gathered else ()
        return names[0][1] if names else self._choices.country

    # The window

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Report"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._print.setText(self.tr("&Print…"))
        self._save.setText(self.tr("&Save as PDF…"))
        self._close.setText(self.tr("Close"))
        self._print.setProperty("role", "primary")
        unit = gap(self.font())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.busy, self.message):
            column.addWidget(part)
        column.addWidget(self.pane, 1)
        row = QHBoxLayout()
        row.setContentsMargins(unit, unit, unit, unit)
        row.addStretch(1)
        row.setSpacing(unit)
        for button in (self._close, self._save, self._print):
            row.addWidget(button)
        for button in (self._print, self._save):
            button.setEnabled(False)
        column.addLayout(row)
        self.pane.setEnabled(False)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter in a line goes on there
        self.resize(unit * 128, unit * 104)

    def _connect(self) -> None:
        self.busy.cancel_requested.connect(self.reject)
        self._print.clicked.connect(self.print)
        self._save.clicked.connect(self.save)
        self._close.clicked.connect(self.reject)
        QShortcut(QKeySequence.StandardKey.Print, self).activated.connect(self.print)
        QShortcut(QKeySequence.StandardKey.Save, self).activated.connect(self.save)


def _gather(choices: DossierChoices, title: str, session: Session) -> Gathered:
    return gather(session, choices, title)


def _write(path: Path, content: bytes) -> None:
    try:
        write_whole(path, content)
    except OSError as error:
        kind = DiskFull if error.errno == errno.ENOSPC else ReadOnlyPlace
        raise kind(path) from error
