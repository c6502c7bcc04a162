"""The heading of a section of a form: small spaced capitals, and room for a button at the end."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from desktop.theme import gap, heading_font
from desktop.widgets.elided_label import ElidedLabel


class SectionHeading(QWidget):
    """Head a section; screen readers hear the words in their own case."""

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = ElidedLabel(text, tone="quiet")
        self._label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label, 1)
        self.setAccessibleName(text)
        self._fit()

    def text(self) -> str:
        """Give the words of the heading."""
        return self._label.text()

    def set_text(self, text: str) -> None:
        """Show other words, a count among them perhaps."""
        self._label.setText(text)
        self.setAccessibleName(text)

    def add_at_end(self, widget: QWidget) -> None:
        """Put a button or a count at the end of the line."""
        self._row.addWidget(widget)

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        """Follow the font of the form."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self._label.setFont(heading_font(self.font()))
        self._row.setContentsMargins(0, gap(self.font()), 0, gap(self.font()) // 3)
