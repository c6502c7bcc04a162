"""A report as it will be printed: made, shown, by volumes where it is long; printed or saved."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QPageSize, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from db.errors import CatalogueError
from db.rows.dossier import DossierChoices
from desktop.country_report import ReportFailed, keep, names_of, today
from desktop.dialogs.pdf_pane import PdfPane
from desktop.dialogs.printing import PrintRun
from desktop.dialogs.report_run import ReportRun
from desktop.labels import error_sentence
from desktop.theme import gap
from desktop.widgets.busy_bar import BusyBar
from desktop.widgets.choice_edit import ChoiceEdit
from desktop.widgets.enter_key import enter_presses
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
        self._shown = 0
        self._is_kept = False
        self._printing: PrintRun | None = None
        self.pane, self.message, self.busy = PdfPane(), MessageBar(), BusyBar()
        self.volume = ChoiceEdit()
        self.run = ReportRun(workspace, choices, self.busy, self)
        self._print, self._save, self._close = QPushButton(), QPushButton(), QPushButton()
        self._build()
        self._connect()
        self.run.start()

    @property
    def content(self) -> bytes:
        """The PDF of the volume that is shown, empty until it is typeset."""
        shown = self.run.pdfs[self._shown - 1 : self._shown] if self._shown else []
        return shown[0].read_bytes() if shown else b""

    @override
    def reject(self) -> None:
        """Close; stop what is under way."""
        self.run.cancel()
        if self._printing is not None:
            self._printing.cancel()
        else:
            super().reject()

    # Showing it

    @Slot()
    def _on_laid_out(self) -> None:
        self.setWindowTitle(self.tr("Report: {0}").format(self._name()))
        self.volume.setVisible(self._volumes() > 1)

    @Slot(int)
    def _on_volume_ready(self, number: int) -> None:
        words = self.tr("Volume {0} of {1}")
        ready = range(1, number + 1)
        self.volume.set_options([(str(n), words.format(n, self._volumes())) for n in ready])
        if number == 1:
            self.volume.set_value("1")
            self._show(1)
            self.pane.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ready.emit()

    @Slot(str)
    def _on_volume_chosen(self, number: str) -> None:
        self._show(int(number))

    def _show(self, number: int) -> None:
        self._shown = number
        self.pane.setEnabled(True)
        self.pane.show_pdf(self.content)
        self._print.setEnabled(True)

    @Slot()
    def _on_finished(self) -> None:
        self._save.setEnabled(True)

    @Slot(object)
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
        if not self.run.is_whole:
            return None
        count = self._volumes()
        words = self.tr("Save report") if count == 1 else self.tr("Save report in {0} volumes")
        dialog = QFileDialog(self, words.format(count))
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
        taken = [each for each in names_of(path, self._volumes()) if each.exists()]
        if taken and self._volumes() > 1:  # the dialog has asked about the name of one file alone
            words = self.tr("{0} is already there: choose another name.")
            self.message.show_message(Severity.WARN, words.format(taken[0].name))
            return
        self._workspace.settings.set_text(_FOLDER, str(path.parent))
        self._workspace.operations.run(
            self.run.writing(path),
            self._on_saved,
            owner=self,
            failed=self._on_failed,
        )

    def _on_saved(self, files: Sequence[Path]) -> None:
        words = self.tr("Saved as {0}.") if len(files) == 1 else self.tr("Saved as {0} to {1}.")
        self.message.show_message(Severity.GOOD, words.format(files[0], files[-1].name))
        self._keep()

    # Printing it

    @Slot()
    def print(self) -> None:
        """Ask for a printer, with the platform's dialog."""
        if not self._shown or self._printing is not None:
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
        self._printing = PrintRun(self.pane.document, printer, self)
        self._printing.advanced.connect(self.busy.advance)
        self._printing.finished.connect(self._on_printed)
        self.busy.start(self.tr("Printing…"), steps=len(self._printing.pages))
        self._printing.start()

    @Slot(bool)
    def _on_printed(self, done: bool) -> None:  # noqa: FBT001 - a Qt signal carries it
        if self._printing is not None:
            self._printing.deleteLater()
        self._printing = None
        self.busy.finish()
        if self.run.is_cancelled:
            super().reject()
        elif done:
            self.message.show_message(Severity.GOOD, self.tr("Sent to the printer."))
            self._keep()
        else:
            words = self.tr("The report was not printed: check the printer and try again.")
            self.message.show_message(Severity.BAD, words)

    # Keeping it

    def _keep(self) -> None:
        report = self.run.report
        if self._is_kept or self._workspace.read_only or report is None:
            return
        self._is_kept = True
        self._workspace.operations.keep(
            lambda session: keep(session, report.to_keep), self.kept.emit, owner=self
        )

    def _name(self) -> str:
        names = self.run.report.names if self.run.report else ()
        return names[0][1] if names else self._choices.country

    def _volumes(self) -> int:
        return len(self.run.report.volumes) if self.run.report else 1

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
        row.setSpacing(unit)
        row.addWidget(self.volume)
        row.addStretch(1)
        for button in (self._close, self._save, self._print):
            row.addWidget(button)
        for button in (self._print, self._save):
            button.setEnabled(False)
        column.addLayout(row)
        self.pane.setEnabled(False)
        self.volume.setAccessibleName(self.tr("Volume"))
        self.volume.hide()
        enter_presses(*self.findChildren(QPushButton))  # Enter in a line goes on there
        self.resize(unit * 128, unit * 104)

    def _connect(self) -> None:
        self.run.laid_out.connect(self._on_laid_out)
        self.run.volume_ready.connect(self._on_volume_ready)
        self.run.finished.connect(self._on_finished)
        self.run.failed.connect(self._on_failed)
        self.volume.committed.connect(self._on_volume_chosen)
        self.finished.connect(self.run.forget)
        self.busy.cancel_requested.connect(self.reject)
        self._print.clicked.connect(self.print)
        self._save.clicked.connect(self.save)
        self._close.clicked.connect(self.reject)
        QShortcut(QKeySequence.StandardKey.Print, self).activated.connect(self.print)
        QShortcut(QKeySequence.StandardKey.Save, self).activated.connect(self.save)
