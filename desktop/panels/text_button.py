"""A flat button no wider than its words: many of them fit over a narrow list."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget
from typing_extensions import override

from desktop.theme import gap


class TextButton(QToolButton):
    """Show words alone; Qt's own hint leaves room for an icon and two spaces besides."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)

    @override
    def sizeHint(self) -> QSize:
        """Ask for the words, the frame around them, and the arrow where there is a menu."""
        unit, words = gap(self.font()), self.fontMetrics().horizontalAdvance(self.text())
        has_arrow = self.popupMode() == QToolButton.ToolButtonPopupMode.InstantPopup
        arrow = unit * 3 // 2 if has_arrow else 0
        return QSize(words + 3 * unit + arrow, super().sizeHint().height())
