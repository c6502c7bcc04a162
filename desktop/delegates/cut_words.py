"""Words cut to the room there is, measured once: the same few words stand in most cells."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from desktop.delegates.row_painting import in_one_line
from desktop.type_scale import cut_text

_KEPT = 4_000


class CutWords:
    """Cut and draw words in one font, in one line."""

    def __init__(self, font: QFont) -> None:
        self.font = QFont(font)
        self._metrics = QFontMetrics(font)
        self._widths: dict[str, int] = {}
        self._cuts: dict[tuple[str, int], str] = {}

    def width(self, text: str) -> int:
        """Measure a text in device-independent pixels."""
        width = self._widths.get(text)
        if width is None:
            if len(self._widths) >= _KEPT:
                self._widths.clear()
            width = self._widths[text] = self._metrics.horizontalAdvance(text)
        return width

    def paint(
        self, painter: QPainter, rect: QRect, text: str, colour: QColor, align: Qt.AlignmentFlag
    ) -> int:
        """Draw plain text, cut to the room there is; give the width drawn."""
        if not text:
            return 0
        room, width = rect.width(), self.width(text)
        if width > room:
            text = self._cut(text, room)
            width = self.width(text)
        painter.setPen(colour)
        painter.drawText(rect, in_one_line(align), text)
        return width

    def _cut(self, text: str, room: int) -> str:
        cut = self._cuts.get((text, room))
        if cut is None:
            if len(self._cuts) >= _KEPT:
                self._cuts.clear()
            cut = self._cuts[text, room] = cut_text(self._metrics, text, room)
        return cut
