"""A note beneath a line of text: what is wrong in it, and what to do."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from desktop.icons import pixmap
from desktop.theme import colours, gap, icon_size
from desktop.widgets.overlay import lay_below

_LETTERS = 78


class NoteBelow(QFrame):
    """Say something quietly; clicks and the keyboard go past it."""

    def __init__(self, line: QWidget) -> None:
        super().__init__(line)
        self._line = line
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.addWidget(self._words, 1)
        self._fit()
        self.hide()

    def words(self) -> str:
        """Give what is said."""
        return self._words.text()

    def say(self, words: str, left: int) -> None:
        """Say something beneath a place of the line; nothing hides the note."""
        self._words.setText(words)
        self.setAccessibleName(words)
        if not words:
            self.hide()
            return
        lay_below(self, self._line, left, 1, 1)  # in the window it has the window's font
        size = self._size()
        lay_below(self, self._line, left, size.width(), size.height())

    @override
    def paintEvent(self, arg__1: QPaintEvent, /) -> None:
        """Draw the sign of a warning before the words."""
        super().paintEvent(arg__1)
        painter = QPainter(self)
        side, unit = icon_size(self.font()), gap(self.font())
        sign = pixmap("warning", side, colours(self).warn, ratio=self.devicePixelRatioF())
        painter.drawPixmap(unit, unit - side // 8, sign)

    @override
    def changeEvent(self, arg__1: QEvent, /) -> None:
        """Follow the font around."""
        super().changeEvent(arg__1)
        if arg__1.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        unit = gap(self.font())
        left = 2 * unit + icon_size(self.font())
        row = self.layout()
        if row is not None:
            row.setContentsMargins(left, unit * 3 // 4, unit, unit * 3 // 4)

    def _size(self) -> QSize:
        metrics, margins = self._words.fontMetrics(), self.contentsMargins()
        row = self.layout()
        around = row.contentsMargins() if row is not None else margins
        sides = around.left() + around.right() + 2 * self.frameWidth() + 4
        longest = max(metrics.horizontalAdvance(line) for line in self.words().splitlines())
        width = min(longest + 4, metrics.averageCharWidth() * _LETTERS)
        height = self._words.heightForWidth(width)
        return QSize(width + sides, height + around.top() + around.bottom() + 4)
