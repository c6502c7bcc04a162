"""The evidence behind a value: which source says what, in which words, and the archivist's ruling.

Where sources disagree, what they say stands side by side. Choosing a value changes the catalogue;
each piece of evidence keeps what its source says.
"""

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from db.act import Act, Change
from db.rows.evidence import EvidenceRow, EvidenceSpec
from db.rows.faces import Target
from db.terms import How
from desktop.acts import sources
from desktop.acts.entries import set_field
from desktop.acts.links import change_stage
from desktop.desk.claim_card import ClaimCard
from desktop.desk.claim_list import ClaimList
from desktop.desk.claim_page import ClaimPage
from desktop.desk.claims import Claims, claims_query, with_date
from desktop.labels import error_sentence
from desktop.theme import gap, scaled_font
from desktop.widgets.enter_key import enter_presses
from desktop.widgets.message_bar import MessageBar, Severity
from desktop.workspace import Workspace


class EvidenceView(QDialog):
    """Show the claims behind one target; refilled for each, never built anew."""

    passage_requested = Signal(int, object)
    """The id of a source, and a tuple of `Span` to light in it."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._target: Target | None = None
        self._entry: int | None = None
        self._source: int | None = None
        self._language = "en"
        self._behind: Claims | None = None
        self._title, self._bar, self._stack = QLabel(), MessageBar(), QStackedWidget()
        self._list = ClaimList(read_only=workspace.read_only)
        self._page = ClaimPage(workspace)
        self._absent = QPushButton(self.tr("Not stated in…"))
        self._inferred = QPushButton(self.tr("Inferred because…"))
        self._close = QPushButton(self.tr("Close"))
        self._build()
        self._connect()

    def show_target(
        self, target: Target, title: str, language: str = "en", *, entry_id: int | None = None
    ) -> None:
        """Show the claims about a target under a title such as "Covers 2021–2024".

        The entry a stage belongs to is needed for its dates to be ruled on here.
        """
        self._target, self._language = target, language
        self._entry = target.id if target.thing == "entry" else entry_id
        self._title.setText(title)
        self.setWindowTitle(self.tr("Evidence: {0}").format(title))
        self._bar.hide()
        self._behind = None
        self._stack.setCurrentIndex(0)
        self._read()
        self.open()

    def set_current_source(self, source_id: int | None) -> None:
        """Take the source on the desk: the first guess where a claim is added here."""
        self._source = source_id

    def cards(self) -> tuple[ClaimCard, ...]:
        """Give the cards shown."""
        return self._list.cards()

    def page(self) -> ClaimPage:
        """Give the page on which a claim is edited."""
        return self._page

    def message(self) -> MessageBar:
        """Give the bar that tells of disagreement and of refusals."""
        return self._bar

    @override
    def keyPressEvent(self, arg__1: QKeyEvent, /) -> None:
        """Leave on Escape: the page of one claim first, then the dialog."""
        if arg__1.key() == Qt.Key.Key_Escape and self._stack.currentIndex():
            self._back()
        else:
            super().keyPressEvent(arg__1)

    def _build(self) -> None:
        unit = gap(self.font())
        title = scaled_font(self.font(), 1.2)
        title.setBold(True)
        self._title.setFont(title)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._stack.addWidget(self._build_list())
        self._stack.addWidget(self._page)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * unit, 2 * unit, 2 * unit, 2 * unit)
        column.setSpacing(unit)
        column.addWidget(self._title)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)
        letter = self.fontMetrics().averageCharWidth()
        self.resize(letter * 112, self.fontMetrics().height() * 30)

    def _build_list(self) -> QWidget:
        row = QHBoxLayout()
        enter_presses(self._absent, self._inferred, self._close)
        for button in (self._absent, self._inferred, self._close):
            row.addWidget(button)
        row.insertStretch(2, 1)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list, 1)
        column.addLayout(row)
        return page

    def _connect(self) -> None:
        self._list.go_requested.connect(self._go)
        self._list.change_requested.connect(self._change)
        self._list.remove_requested.connect(self._remove)
        self._list.use_requested.connect(self._use)
        self._absent.clicked.connect(self._add_absent)
        self._inferred.clicked.connect(self._add_inferred)
        self._close.clicked.connect(self.reject)
        self._page.saved.connect(self._save)
        self._page.cancelled.connect(self._back)
        self._workspace.hub.changed.connect(self._on_changed)
        enter_presses(*self._bar.findChildren(QPushButton))  # Enter is for the cards and the page
        for button in (self._absent, self._inferred):
            button.setEnabled(not self._workspace.read_only)

    def _read(self) -> None:
        if self._target is not None:
            query = claims_query(self._target, self._entry)
            self._workspace.operations.read(query, self._show, owner=self, lane="claims")

    def _show(self, behind: Claims) -> None:
        first_time = self._behind is None
        self._behind = behind
        on_list = not self._stack.currentIndex()
        self._list.show_claims(behind, self._language, take_focus=first_time and on_list)
        self._tell_conflict(behind)
        if not behind.claims and on_list:
            self._absent.setFocus()

    def _tell_conflict(self, behind: Claims) -> None:
        if not behind.in_conflict:
            self._bar.hide()
            return
        current = behind.shown(behind.current or "", self._language)
        told = (
            self.tr("The sources disagree. The catalogue says “{0}”.").format(current)
            if current
            else self.tr("The sources disagree.")
        )
        self._bar.show_message(Severity.WARN, told, closable=False)

    @Slot(object)
    def _go(self, claim: EvidenceRow) -> None:
        self.accept()
        spans = tuple(passage.span for passage in claim.passages)
        self.passage_requested.emit(claim.source_id, spans)

    @Slot(object)
    def _change(self, claim: EvidenceRow) -> None:
        if self._behind is not None:
            self._stack.setCurrentWidget(self._page)
            self._page.change(claim, self._behind)

    @Slot(object)
    def _remove(self, claim: EvidenceRow) -> None:
        self._write(sources.remove_evidence(claim.id, self._title.text()))

    @Slot(object)
    def _use(self, claim: EvidenceRow) -> None:
        """Let the catalogue say what a source says; no pin is meant, the claim is there already."""
        behind = self._behind
        if behind is None or not behind.can_take(claim) or behind.sheet is None:
            return
        title, stage = behind.sheet.title, behind.stage
        if stage is not None:
            self._write(change_stage(stage.id, with_date(stage, claim.value), title))
        else:
            entry, field = behind.target.id, behind.target.field
            self._write(set_field(entry, field, claim.value, shown=behind.current, about=title))

    @Slot()
    def _add_absent(self) -> None:
        self._add(How.NOT_STATED)

    @Slot()
    def _add_inferred(self) -> None:
        self._add(How.INFERRED)

    def _add(self, how: How) -> None:
        if self._behind is None:
            return
        pin = self._workspace.pinboard.pin
        last = self._behind.claims[-1].source_id if self._behind.claims else None
        self._stack.setCurrentWidget(self._page)
        self._page.begin(how, self._behind, self._source or (pin.source_id if pin else last))

    @Slot(object, object)
    def _save(self, claim_id: int | None, spec: EvidenceSpec) -> None:
        about = self._title.text()
        if claim_id is None:
            self._write(sources.add_evidence((spec,), about), leave=True)
        else:
            self._write(sources.change_evidence(claim_id, spec, about), leave=True)

    def _write(self, act: Act[Any], *, leave: bool = False) -> None:
        def done(_answer: object) -> None:
            if leave:
                self._back()

        self._workspace.operations.write(act, done, owner=self, failed=self._refuse)

    def _refuse(self, error: BaseException) -> None:
        self._bar.show_message(Severity.BAD, error_sentence(error))

    @Slot()
    def _back(self) -> None:
        self._stack.setCurrentIndex(0)
        cards = self._list.cards()
        (cards[0] if cards else self._absent).setFocus()

    @Slot(object, object)
    def _on_changed(self, change: Change, _initiator: QObject | None) -> None:
        if self.isVisible() and self._behind is not None:
            mine = {self._entry, *(claim.source_id for claim in self._behind.claims)}
            if self._entry is None or mine & change.entries:
                self._read()
