"""Words that open something: a link which can be clicked, focused and cut with an ellipsis."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from desktop.theme import bold_font, colours
from desktop.type_scale import cut_text


class LinkButton(QPushButton):
    """Show plain words as a link; Enter, Space and a click open it.

    A strong link is bold ink, a plain one is in the accent colour; a dead one
    (`setEnabled(False)`) is quiet ink and cannot be focused.
    """

    def __init__(
        self, text: str = "", *, strong: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words, self._strong, self._opens = text, strong, True
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_words(text, strong=strong)

    def words(self) -> str:
        """Give the words shown."""
        return self._words

    def set_words(
        self, words: str, *, strong: bool = True, opens: bool = True, name: str = ""
    ) -> None:
        """Show other words, `&` in them is no shortcut; screen readers may hear a whole name."""
        self._words, self._strong, self._opens = words, strong, opens
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(name or words)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Ask for the room of all the words."""
        metrics = QFontMetrics(self._type())
        return QSize(metrics.horizontalAdvance(self._words) + 4, metrics.height() + 4)

    @override
    def minimumSizeHint(self) -> QSize:
        """Give way down to a few letters."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), self.fontMetrics().averageCharWidth() * 8), hint.height())

    @override
    def keyPressEvent(self, arg__1: QKeyEvent, /) -> None:
        """Open on Enter, wherever the link stands."""
        if arg__1.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(arg__1)

    @override
    def paintEvent(self, arg__1: QPaintEvent, /) -> None:
        """Draw the words, underlined under the mouse, and framed with the focus."""
        painter = QPainter(self)
        look = colours(self)
        lit = self._opens and (self.underMouse() or self.hasFocus())
        font = self._type()
        font.setUnderline(lit)
        painter.setFont(font)
        plain = self._opens and not self._strong
        painter.setPen(look.accent if lit or plain else look.ink)
        room = self.rect().adjusted(2, 0, -2, 0)
        words = cut_text(painter.fontMetrics(), self._words, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)

    def _type(self) -> QFont:
        font = bold_font(self.font()) if self._strong and self._opens else QFont(self.font())
        font.setItalic(not self._opens)
        return font
