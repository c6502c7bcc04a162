"""The report of a country: choose what it holds, see it, print it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from sqlalchemy.orm import Session

from db.queries.dossier import country_overview
from db.queries.reports import PrintedReportRow, printed_reports
from db.queries.tags import tag_tree
from db.rows.dossier import CountryOverview
from db.rows.entries import TagRow
from desktop.delegates.offer_delegate import OfferDelegate
from desktop.dialogs.country_choice import Country, countries
from desktop.dialogs.report_form import ReportForm
from desktop.dialogs.report_preview import ReportPreview
from desktop.dialogs.report_words import contents, narrowing, nothing, printed_day, printed_line
from desktop.theme import gap
from desktop.widgets.enter_key import enter_presses
from desktop.widgets.message_bar import MessageBar, Severity
from desktop.widgets.section_heading import SectionHeading
from desktop.widgets.suggestion_model import Suggestion, SuggestionModel
from desktop.workspace import Workspace

QUIET_MS = 300


class ReportDialog(QDialog):
    """Choose what a report holds; Ctrl+Enter shows it."""

    kept = Signal(str)
    """A report of this country was printed or saved."""

    def __init__(
        self, workspace: Workspace, parent: QWidget | None = None, country: str = ""
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._wanted = country or workspace.settings.text("report/country")
        self._printed: tuple[PrintedReportRow, ...] = ()
        self.form, self.message = ReportForm(workspace), MessageBar()
        self.printed, self._lines = QListView(), SuggestionModel(self)
        self._contents, self._narrow, self._year = QLabel(), QPushButton(), ""
        self._preview, self._close = QPushButton(), QPushButton()
        self._timer = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._build()
        self._connect()
        workspace.operations.read(_known, self._on_known, owner=self)

    def contents(self) -> str:
        """Give the words that say what the report will hold."""
        return self._contents.text()

    @Slot()
    def preview(self) -> ReportPreview | None:
        """Show the report; None where something is missing or wrong."""
        if self.form.complain():
            return None
        self.form.remember()
        preview = ReportPreview(self._workspace, self.form.choices(), self)
        preview.kept.connect(self._on_kept)
        preview.finished.connect(preview.deleteLater)
        preview.open()
        return preview

    def _on_known(self, known: tuple[tuple[Country, ...], tuple[TagRow, ...]]) -> None:
        self.form.learn(*known)
        self.form.choose_country(self._wanted)

    @Slot(str)
    def _on_country_changed(self, code: str) -> None:
        self._workspace.operations.read(
            lambda session: printed_reports(session, code),
            self._on_printed,
            owner=self,
            lane="printed",
        )

    def _on_printed(self, printed: Sequence[PrintedReportRow]) -> None:
        self._printed = tuple(printed)
        self._lines.offer([_line(row) for row in printed])
        self._heading.set_text(
            self.tr("Printed reports") if printed else self.tr("No report printed yet")
        )
        self.printed.setVisible(bool(printed))
        self._use.setVisible(bool(printed))
        self.form.show_last(printed[0] if printed else None)
        self._ask_contents()

    @Slot()
    def _use_again(self) -> None:
        row = self.printed.currentIndex().row()
        if not 0 <= row < len(self._printed):
            return
        lost = self.form.reuse(self._printed[row].choices)
        if lost:
            words = self.tr("Not in the catalogue any more, and left out: {0}.")
            self.message.show_message(Severity.WARN, words.format(", ".join(lost)))
        self._ask_contents()

    @Slot()
    def _ask_contents(self) -> None:
        self._timer.stop()
        if not self.form.is_sound():
            self._contents.setText("")
            self._narrow.hide()
            return
        choices = self.form.choices()
        self._workspace.operations.read(
            lambda session: country_overview(session, choices),
            self._on_counted,
            owner=self,
            lane="contents",
        )

    def _on_counted(self, overview: CountryOverview) -> None:
        found = contents(overview)
        self._contents.setText(found or nothing(self.form.name(), overview.choices))
        self._year, words = narrowing(overview)
        self._narrow.setText(words)
        self._narrow.setVisible(bool(words))

    @Slot()
    def _narrow_down(self) -> None:
        self.form.begin_with(self._year)

    @Slot(int)
    def _on_kept(self, _report: int) -> None:
        self.kept.emit(self.form.code())
        self._on_country_changed(self.form.code())

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Country report"))
        self._build_printed()
        unit = gap(self.font())
        self._contents.setWordWrap(True)
        self._contents.setTextFormat(Qt.TextFormat.PlainText)
        self._narrow.setProperty("role", "flat")
        self._narrow.hide()
        self._contents.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        column = QVBoxLayout(self)
        column.setSpacing(unit)
        column.addWidget(self.message)
        column.addWidget(self.form)
        column.addWidget(self._contents)
        column.addWidget(self._narrow, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._heading)
        column.addWidget(self.printed, 1)
        column.addStretch(0)
        column.addLayout(self._build_buttons())
        enter_presses(*self.findChildren(QPushButton))  # Enter in a line chooses there
        self.resize(unit * 72, unit * 62)

    def _build_printed(self) -> None:
        self._heading = SectionHeading(self.tr("Printed reports"))
        self._use = QPushButton(self.tr("&Use its choices"))
        self._use.setProperty("role", "flat")
        self._heading.add_at_end(self._use)
        self.printed.setModel(self._lines)
        delegate = OfferDelegate()
        delegate.setParent(self.printed)
        self.printed.setItemDelegate(delegate)
        self.printed.setAccessibleName(self.tr("Printed reports"))
        self.printed.setToolTip(self.tr("Enter uses the choices of that report again"))

    def _build_buttons(self) -> QHBoxLayout:
        self._close.setText(self.tr("Close"))
        self._preview.setText(self.tr("&Preview"))
        self._preview.setProperty("role", "primary")
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self._close, self._preview):
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        self.form.changed.connect(self._timer.start)
        self.form.country_changed.connect(self._on_country_changed)
        self._timer.timeout.connect(self._ask_contents)
        self.printed.activated.connect(self._use_again)
        self._use.clicked.connect(self._use_again)
        self._narrow.clicked.connect(self._narrow_down)
        self._preview.clicked.connect(self.preview)
        self._close.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.preview)


def _known(session: Session) -> tuple[tuple[Country, ...], tuple[TagRow, ...]]:
    return countries(session), tag_tree(session)


def _line(row: PrintedReportRow) -> Suggestion:
    return Suggestion(title=printed_day(row), detail=printed_line(row), icon="report")
