"""A label of one line that gives way: cut with an ellipsis, the rest told as a tooltip."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from desktop.theme import colours
from desktop.type_scale import cut_text


class ElidedLabel(QLabel):
    """Show plain text in one line, in a tone of the palette ("ink", "quiet", "warn" ...)."""

    def __init__(self, text: str = "", *, tone: str = "ink", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_tone(self, tone: str) -> None:
        """Show the text in another tone."""
        self._tone = tone
        self.update()

    def is_elided(self) -> bool:
        """Tell whether part of the text is cut off."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self._text_rect().width()

    @override
    def minimumSizeHint(self) -> QSize:
        """Give way down to a few letters."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), self.fontMetrics().averageCharWidth() * 4), hint.height())

    @override
    def sizeHint(self) -> QSize:
        """Ask for the room of the whole text."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(width, self.fontMetrics().height() + 2 * self.margin())

    @override
    def paintEvent(self, arg__1: QPaintEvent, /) -> None:
        """Draw as much of the text as there is room for."""
        painter = QPainter(self)
        look = colours(self)
        painter.setPen(look.tone(self._tone) if self.isEnabled() else look.quiet)
        rect = self._text_rect()
        text = cut_text(self.fontMetrics(), self.text(), rect.width())
        painter.drawText(rect, self.alignment() | Qt.TextFlag.TextSingleLine, text)

    @override
    def event(self, e: QEvent, /) -> bool:
        """Tell the whole text where part of it is cut off."""
        if isinstance(e, QHelpEvent) and e.type() == QEvent.Type.ToolTip and self.is_elided():
            QToolTip.showText(e.globalPos(), as_plain(self.text()), self)
            return True
        return super().event(e)

    def _text_rect(self) -> QRect:
        margin = self.margin()
        return self.contentsRect().adjusted(margin, margin, -margin, -margin)


def as_plain(text: str) -> str:
    """Keep a tooltip from taking data for rich text, and let it wrap."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<qt>{escaped}</qt>"
