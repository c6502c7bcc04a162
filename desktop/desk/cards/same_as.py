"""Saying that a card is the same as an entry of the catalogue, or that it is a new one."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.desk.cards.card import Card, SameAs
from desktop.desk.cards.card_panel import CardPanel
from desktop.desk.cards.card_words import card_kind, card_title
from desktop.desk.cards.end_edit import EndEdit
from desktop.desk.cards.wording import Wording
from desktop.theme import gap, small_font
from desktop.widgets.enter_key import enter_presses
from desktop.widgets.section_heading import SectionHeading
from desktop.widgets.suggest_edit import DEBOUNCE_MS
from desktop.workspace import Workspace


class SameAsPanel(CardPanel):
    """Look for the entry a card is the same as, by its title first; Escape leaves it as it is."""

    chosen = Signal(object)
    """A `SameAs`."""

    def __init__(
        self,
        workspace: Workspace,
        card: Card,
        wording: Wording,
        *,
        debounce_ms: int = DEBOUNCE_MS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = card_title(card, wording)
        self._picker = EndEdit(
            workspace,
            (card.kind,),
            suggested=self.tr("a name of it"),
            creatable=False,
            debounce_ms=debounce_ms,
        )
        self._new = QPushButton(self.tr("Make a new one"))
        self._build(card)
        self._picker.committed.connect(self._on_committed)
        self._new.clicked.connect(self._on_new)

    def picker(self) -> EndEdit:
        """Give the field in which the entry is looked for."""
        return self._picker

    def new_button(self) -> QPushButton:
        """Give the button that says it is a new one."""
        return self._new

    @override
    def focus_first(self) -> None:
        """Look for the title of the card at once."""
        self._picker.setFocus(Qt.FocusReason.OtherFocusReason)
        self._picker.look_for(self._title)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Take what is picked on Enter; close on Escape."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_committed()
            event.accept()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_committed(self) -> None:
        entry = self._picker.entry()
        if entry is not None:
            self._picker.committed.disconnect(self._on_committed)  # leaving the field says it again
            self.chosen.emit(SameAs(entry=entry))

    @Slot()
    def _on_new(self) -> None:
        self.chosen.emit(SameAs(entry=None))

    def _build(self, card: Card) -> None:
        unit = gap(self.font())
        words = self.tr("{0} · same as…").format(card_kind(card))
        hint = QLabel(self.tr("Enter chooses · Esc leaves it as it is"))
        hint.setFont(small_font(self.font()))
        hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._picker.setAccessibleName(words)
        enter_presses(self._new)
        row = QHBoxLayout()
        row.addWidget(hint, 1)
        row.addWidget(self._new)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * unit // 2, unit // 2, 3 * unit // 2, unit)
        column.setSpacing(unit)
        column.addWidget(SectionHeading(words))
        column.addWidget(self._picker)
        column.addLayout(row)
        column.addStretch(1)
        self.setAccessibleName(words)
