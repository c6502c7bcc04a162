"""Pale lines where words will be: in a window before its room, in a row before it is read."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter

from desktop.theme import Palette, mix


def draw_pale_line(painter: QPainter, line: QRect, ground: QColor, look: Palette) -> None:
    """Draw one line on a ground, as a bar with round ends."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mix(ground, look.ink, 0.06))
    painter.drawRoundedRect(line, line.height() / 3, line.height() / 3)
    painter.setBrush(Qt.BrushStyle.NoBrush)
