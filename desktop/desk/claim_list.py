"""The claims behind a value as cards: side by side where they disagree, else in one column."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.desk.claim_card import ClaimCard
from desktop.desk.claims import Claims
from desktop.theme import gap
from desktop.widgets.elided_label import ElidedLabel


class ClaimList(QWidget):
    """Show cards, go from one to the next by the arrows, and hand on what is asked of each."""

    go_requested = Signal(object)
    change_requested = Signal(object)
    remove_requested = Signal(object)
    use_requested = Signal(object)

    def __init__(self, *, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read_only = read_only
        self._cards: list[ClaimCard] = []
        self._grid, self._area = QGridLayout(), QScrollArea()
        self._none = QLabel(
            self.tr("No evidence yet. Select words in the text of a source and press E there.")
        )
        self._hint = ElidedLabel(
            self.tr(
                "Enter to the sentence · F2 change · Del remove · U use this value · Esc close"
            ),
            tone="quiet",
        )
        self._build()

    def cards(self) -> tuple[ClaimCard, ...]:
        """Give the cards shown."""
        return tuple(self._cards)

    def show_claims(self, behind: Claims, language: str, *, take_focus: bool) -> None:
        """Show other claims; the focus stays at its place, or is taken by the first card."""
        place = next((at for at, card in enumerate(self._cards) if card.hasFocus()), None)
        self._clear()
        columns = 2 if behind.in_conflict else 1
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)
        for at, claim in enumerate(behind.claims):
            card = ClaimCard(claim, behind, language, read_only=self._read_only)
            self._connect(card)
            self._grid.addWidget(card, at // columns, at % columns)
            card.show()  # now, so that it can take the focus
            self._cards.append(card)
        self._none.setVisible(not self._cards)
        self._hint.setVisible(bool(self._cards))
        if self._cards and (take_focus or place is not None):
            self._cards[min(place or 0, len(self._cards) - 1)].setFocus()

    def _connect(self, card: ClaimCard) -> None:
        card.go_requested.connect(self.go_requested)
        card.change_requested.connect(self.change_requested)
        card.remove_requested.connect(self.remove_requested)
        card.use_requested.connect(self.use_requested)
        card.step_requested.connect(self._step)

    def _clear(self) -> None:
        for card in self._cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = []

    @Slot(int)
    def _step(self, step: int) -> None:
        at = next((n for n, card in enumerate(self._cards) if card.hasFocus()), -1)
        card = self._cards[max(0, min(at + step, len(self._cards) - 1))]
        card.setFocus()
        self._area.ensureWidgetVisible(card)

    def _build(self) -> None:
        self._none.setTextFormat(Qt.TextFormat.PlainText)
        self._none.setWordWrap(True)
        self._none.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._none.hide()
        self._hint.hide()
        self._grid.setSpacing(gap(self.font()))
        inner = QWidget()
        outer = QVBoxLayout(inner)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._none)
        outer.addLayout(self._grid)
        outer.addStretch(1)
        self._area.setWidget(inner)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area, 1)
        column.addWidget(self._hint)
