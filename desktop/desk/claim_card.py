"""One claim as a card: what a source says, in which words, and what can be done with it."""

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from db.rows.evidence import EvidenceRow
from desktop.desk.claims import Claims
from desktop.labels import label
from desktop.theme import bold_font, gap, scaled_font, small_font
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.link_button import LinkButton

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}


class ClaimCard(QFrame):
    """Show a claim; Enter goes to its sentence, F2 changes it, Delete removes it, U takes it."""

    go_requested = Signal(object)
    change_requested = Signal(object)
    remove_requested = Signal(object)
    use_requested = Signal(object)
    step_requested = Signal(int)
    """To the card before (-1) or after (1)."""

    def __init__(
        self,
        claim: EvidenceRow,
        behind: Claims,
        language: str,
        *,
        read_only: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._claim, self._behind, self._language = claim, behind, language
        self._can_take = behind.can_take(claim) and not read_only
        self._read_only = read_only
        self._asked: dict[QObject, SignalInstance] = {}
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column = QVBoxLayout(self)
        self._build()

    def claim(self) -> EvidenceRow:
        """Give the claim shown."""
        return self._claim

    def value(self) -> str:
        """Give the value claimed as people read it; empty where the claim is about no field."""
        return self._behind.shown(self._claim.value, self._language)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Go, change, remove or take; the arrows go to another card."""
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step:
            self.step_requested.emit(step)
            return
        keys = {
            Qt.Key.Key_Return: self.go_requested,
            Qt.Key.Key_Enter: self.go_requested,
            Qt.Key.Key_F2: self.change_requested,
            Qt.Key.Key_Delete: self.remove_requested,
            Qt.Key.Key_U: self.use_requested,
        }
        asked = keys.get(Qt.Key(event.key()))
        if event.text().lower() == "г":  # U on a Russian keyboard
            asked = self.use_requested
        if asked is None or not self._may(asked is self.go_requested, asked is self.use_requested):
            super().keyPressEvent(event)
        else:
            asked.emit(self._claim)

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        """Frame the card that has the focus."""
        super().focusInEvent(event)
        self._frame(current=True)

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        """Take the frame away."""
        super().focusOutEvent(event)
        self._frame(current=False)

    @Slot()
    def _on_clicked(self) -> None:
        self._asked[self.sender()].emit(self._claim)

    def _may(self, going: bool, taking: bool) -> bool:  # noqa: FBT001 - both are what was asked
        if going:
            return bool(self._claim.passages)
        return self._can_take if taking else not self._read_only

    def _frame(self, *, current: bool) -> None:
        self.setProperty("current", current)
        self.style().unpolish(self)
        self.style().polish(self)

    def _build(self) -> None:
        unit, claim = gap(self.font()), self._claim
        self._column.setContentsMargins(2 * unit, unit, 2 * unit, unit)
        self._column.setSpacing(unit // 2)
        facts = f"{claim.source_reference} · {claim.source_title}"
        above = QHBoxLayout()
        above.addWidget(ElidedLabel(facts, tone="quiet"), 1)
        above.addWidget(ElidedLabel(label(claim.how), tone="quiet"))
        self._column.addLayout(above)
        if self.value():
            value = self._words(self.value())
            value.setFont(bold_font(scaled_font(self.font(), 1.1)))
        quoted = [f"“{' '.join(passage.words.split())}”" for passage in claim.passages]
        for line in quoted:
            self._words(line)
        for line in self._details():
            detail = self._words(line)
            detail.setFont(small_font(self.font()))
            detail.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._column.addStretch(1)
        self._column.addLayout(self._buttons())
        told = (self.value(), label(claim.how), facts, *quoted, *self._details())
        self.setAccessibleName(". ".join(filter(None, told)))

    def _words(self, words: str) -> QLabel:
        shown = QLabel(words)
        shown.setTextFormat(Qt.TextFormat.PlainText)
        shown.setWordWrap(True)
        self._column.addWidget(shown)
        return shown

    def _details(self) -> list[str]:
        claim = self._claim
        told = (
            (self.tr("as written: {0}"), claim.as_stated),
            (self.tr("according to {0}"), claim.attributed_as or claim.attributed_to),
            (self.tr("that is {0}"), claim.attributed_to if claim.attributed_as else ""),
            (self.tr("because: {0}"), claim.reason),
        )
        return [words.format(value) for words, value in told if value]

    def _buttons(self) -> FlowLayout:
        row = FlowLayout()
        row.setSpacing(gap(self.font()))
        offered = (
            (self.tr("Use this value"), "U", self.use_requested, self._can_take),
            (self.tr("Go to sentence"), "Enter", self.go_requested, bool(self._claim.passages)),
            (self.tr("Change…"), "F2", self.change_requested, not self._read_only),
            (self.tr("Remove"), "Del", self.remove_requested, not self._read_only),
        )
        for words, key, asked, offer in offered:
            if offer:
                button = LinkButton(words, strong=False)
                button.setToolTip(f"{words}  {key}")
                button.setFont(small_font(self.font()))
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                button.clicked.connect(self._on_clicked)
                self._asked[button] = asked
                row.addWidget(button)
        return row
