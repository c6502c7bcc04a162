"""The head over the cards: how many are left, how many taken, and the decided ones out of sight."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from desktop.theme import bold_font, gap
from desktop.widgets.elided_label import ElidedLabel


class CardsHead(QWidget):
    """Say where the review stands."""

    hide_asked = Signal(bool)
    """Whether decided cards are to be left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = QLabel(self.tr("Suggestions"))
        self._counts = ElidedLabel(tone="quiet")
        self._hide = QToolButton()
        self._hide.setText(self.tr("Hide decided"))
        self._hide.setToolTip(self.tr("Leave out what is taken or refused"))
        self._hide.setCheckable(True)
        self._hide.toggled.connect(self.hide_asked)
        self._counts.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        for widget in (self._name, self._counts, self._hide):
            self._row.addWidget(widget)
        self._fit()

    def words(self) -> str:
        """Give the counts as shown."""
        return self._counts.text()

    def hide_button(self) -> QToolButton:
        """Give the button that leaves decided cards out."""
        return self._hide

    def set_hidden(self, *, hidden: bool) -> None:
        """Show whether decided cards are left out."""
        self._hide.setChecked(hidden)

    def show_counts(self, left: int, accepted: int, refused: int) -> None:
        """Say how many cards are open, taken and refused."""
        parts = [self.tr("{0} left of {1}").format(left, left + accepted + refused)]
        parts.extend([self.tr("{0} taken").format(accepted)] if accepted else [])
        parts.extend([self.tr("{0} refused").format(refused)] if refused else [])
        told = " · ".join(parts) if left or accepted or refused else ""
        self._counts.setText(told)
        self.setAccessibleName(f"{self._name.text()} {told}".strip())
        self._hide.setVisible(bool(accepted or refused))

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        """Follow the font around."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        unit = gap(self.font())
        self._name.setFont(bold_font(self.font()))
        self._name.setForegroundRole(QPalette.ColorRole.WindowText)
        self._row.setContentsMargins(2 * unit, unit // 2, unit, unit // 2)
        self._row.setSpacing(unit)
        self.setMinimumHeight(self.fontMetrics().height() + 2 * unit)
