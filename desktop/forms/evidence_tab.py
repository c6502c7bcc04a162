"""All claims an entry stands on, and what has none yet."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from db.queries.evidence import evidence_of_entry
from db.rows.entries import EntrySheet
from db.rows.evidence import EvidenceRow
from desktop.acts.sources import remove_evidence
from desktop.forms.evidence_card import EvidenceCard
from desktop.forms.gaps import gaps
from desktop.forms.wording import target_words
from desktop.theme import gap
from desktop.widgets.link_button import LinkButton
from desktop.widgets.section_heading import SectionHeading
from desktop.workspace import Workspace


class EvidenceTab(QWidget):
    """Show claims as cards, and beneath them the gaps, each a link to where evidence is given."""

    passage_requested = Signal(int, object)
    """A source, and the spans of the passages."""
    evidence_requested = Signal(object)
    """A gap to be closed: a `Target`."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._sheet: EntrySheet | None = None
        self._cards: list[EvidenceCard] = []
        self._gaps: list[LinkButton] = []
        self._build()

    def load(self, sheet: EntrySheet) -> None:
        """Read and show the claims of an entry."""
        self._sheet = sheet
        self._workspace.operations.read(
            partial(evidence_of_entry, entry_id=sheet.id),
            partial(self._show, sheet),
            owner=self,
            lane="evidence",
        )

    def cards(self) -> tuple[EvidenceCard, ...]:
        """Give the cards shown."""
        return tuple(card for card in self._cards if not card.isHidden())

    def gap_words(self) -> list[str]:
        """Give what is listed as having no evidence."""
        return [button.words() for button in self._gaps if not button.isHidden()]

    def focus_first(self) -> None:
        """Put the keyboard on the first claim."""
        for card in self.cards()[:1]:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, sheet: EntrySheet, rows: Sequence[EvidenceRow]) -> None:
        language = self._workspace.settings.language
        while len(self._cards) < len(rows):
            self._add_card()
        for place, card in enumerate(self._cards):
            if place < len(rows):
                about = target_words(sheet, rows[place].target, language)
                card.show_claim(rows[place], about[:1].upper() + about[1:])
            card.setVisible(place < len(rows))
        self._none.setVisible(not rows)
        self._show_gaps(sheet, language)

    def _show_gaps(self, sheet: EntrySheet, language: str) -> None:
        missing = gaps(sheet)
        while len(self._gaps) < len(missing):
            button = LinkButton(strong=False)
            button.clicked.connect(self._on_gap_clicked)
            self._gap_column.addWidget(button)
            self._gaps.append(button)
        for place, button in enumerate(self._gaps):
            if place < len(missing):
                button.set_words(target_words(sheet, missing[place], language), strong=False)
            button.setVisible(place < len(missing))
        self._gap_heading.set_text(self.tr("No evidence yet: {0}").format(len(missing)))
        self._gap_heading.setVisible(bool(missing))

    @Slot()
    def _on_gap_clicked(self) -> None:
        sender = self.sender()
        if self._sheet is not None:
            place = next(n for n, button in enumerate(self._gaps) if button is sender)
            self.evidence_requested.emit(gaps(self._sheet)[place])

    @Slot(object)
    def _on_open_requested(self, row: EvidenceRow) -> None:
        spans = tuple(passage.span for passage in row.passages)
        self.passage_requested.emit(row.source_id, spans)

    @Slot(object)
    def _on_remove_requested(self, row: EvidenceRow) -> None:
        if self._sheet is not None and not self._workspace.read_only:
            act = remove_evidence(row.id, self._sheet.title)
            self._workspace.operations.write(act, owner=self)

    def _add_card(self) -> None:
        card = EvidenceCard(self)
        card.open_requested.connect(self._on_open_requested)
        card.remove_requested.connect(self._on_remove_requested)
        self._card_column.addWidget(card)
        self._cards.append(card)

    def _build(self) -> None:
        unit = gap(self.font())
        self._none = QLabel(self.tr("Nothing here stands on a source yet."))
        self._none.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._none.hide()
        self._gap_heading = SectionHeading("")
        self._gap_heading.hide()
        self._card_column, self._gap_column = QVBoxLayout(), QVBoxLayout()
        self._card_column.setSpacing(unit)
        self._gap_column.setSpacing(unit // 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * unit, unit, 2 * unit, 2 * unit)
        column.addWidget(self._none)
        column.addLayout(self._card_column)
        column.addWidget(self._gap_heading)
        column.addLayout(self._gap_column)
        column.addStretch(1)
