"""Panels laid over a window beneath a line of text, which keeps the keyboard all the while."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget


def lay_below(panel: QWidget, line: QWidget, left: int, width: int, height: int) -> None:
    """Show a panel beneath a line, from ``left`` in the line on, as large as its window lets it.

    A child of the window, not a window: so it can neither take the keyboard nor stay behind.
    """
    window = line.window()
    if panel.parentWidget() is not window:
        panel.setParent(window)
    room = window.rect()
    at = line.mapTo(window, QPoint(left, line.height() + 1))
    width, height = min(width, room.width()), min(height, room.bottom() - at.y())
    panel.setGeometry(QRect(min(at.x(), room.width() - width), at.y(), width, max(0, height)))
    panel.show()
    panel.raise_()
