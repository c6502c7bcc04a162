"""The line of "Jump to": typing stays here, and the keys that move go to the list below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFont, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from desktop.icons import follow
from desktop.theme import gap, scaled_font

_PAGE = 8
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
}


class JumpLine(QLineEdit):
    """Type what is sought; the arrow keys choose among what is found."""

    moved = Signal(int)
    """By how many rows one goes down the list."""
    entered = Signal(Qt.KeyboardModifier)
    """Enter was pressed with these keys held."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Jump to an entry, list, tag or action"))
        self.setAccessibleName(self.tr("Jump to"))
        self.setAccessibleDescription(
            self.tr("Type a name or reference; arrow keys choose, Enter goes there.")
        )
        sign = QAction(self)
        follow(sign, "search", tone="quiet")
        self.addAction(sign, QLineEdit.ActionPosition.LeadingPosition)

    @override
    def keyPressEvent(self, arg__1: QKeyEvent, /) -> None:
        """Hand on what moves and enters; all else is typing."""
        key = Qt.Key(arg__1.key())
        if key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit(arg__1.modifiers())
        else:
            super().keyPressEvent(arg__1)

    def fit(self, base: QFont) -> None:
        """Be larger than the font around."""
        unit = gap(base)
        self.setFont(scaled_font(base, 1.2))
        self.setStyleSheet(
            "QLineEdit { border: none; border-radius: 0; background: transparent;"
            f" padding: {unit}px; }}"
        )
