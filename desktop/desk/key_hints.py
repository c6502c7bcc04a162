"""The keys in sight: each with what it does, to be pressed or clicked."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.theme import colours, gap, mix, small_font
from desktop.widgets.flow_layout import FlowLayout


class KeyHint(QAbstractButton):
    """Show a key as a cap, and beside it what it does; a click is as good as the key."""

    def __init__(self, key: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the key itself is for the keyboard
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Say something else of the same key."""
        self.setText(words)
        self.setAccessibleName(f"{self._key}: {words}")
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        """Ask for the room of the cap and of the words."""
        metrics, unit = QFontMetrics(small_font(self.font())), gap(self.font())
        width = self._cap(metrics) + unit // 2 + metrics.horizontalAdvance(self.text()) + unit
        return QSize(width, metrics.height() + unit // 2 + 2)

    @override
    def paintEvent(self, e: QPaintEvent, /) -> None:
        """Draw the cap raised a little, and paler what can't be done now."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, unit = colours(self), gap(self.font())
        painter.setFont(small_font(self.font()))
        faint = mix(look.quiet, look.panel, 0.35)
        over = self.underMouse() and self.isEnabled()
        cap = QRect(0, 1, self._cap(painter.fontMetrics()), self.height() - 3)
        painter.setPen(look.accent if over else mix(look.panel, look.ink, 0.24))
        painter.setBrush(look.surface if self.isEnabled() else look.panel)
        painter.drawRoundedRect(cap.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(look.ink if self.isEnabled() else faint)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)
        painter.setPen((look.ink if over else look.quiet) if self.isEnabled() else faint)
        rest = self.rect().adjusted(cap.width() + unit // 2, 0, 0, -1)
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, self.text())

    @override
    def event(self, e: QEvent, /) -> bool:
        """Light up under the mouse."""
        if e.type() in {QEvent.Type.Enter, QEvent.Type.Leave}:
            self.update()
        return super().event(e)

    def _cap(self, metrics: QFontMetrics) -> int:
        return max(metrics.height(), metrics.horizontalAdvance(self._key) + gap(self.font()))


class KeyHints(QWidget):
    """Set hints one after another, in as many lines as they need."""

    key_clicked = Signal(str)

    def __init__(self, hints: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints: dict[str, KeyHint] = {}
        self._flow = FlowLayout()
        for key, words in hints:
            hint = KeyHint(key, words, self)
            hint.setObjectName(key)
            hint.clicked.connect(self._on_clicked)
            self._hints[key] = hint
            self._flow.addWidget(hint)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._flow)
        self._fit()

    def hint(self, key: str) -> KeyHint:
        """Give the hint of a key."""
        return self._hints[key]

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        """Follow the font around."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, KeyHint):
            self.key_clicked.emit(sender.objectName())

    def _fit(self) -> None:
        unit = gap(self.font())
        self._column.setContentsMargins(2 * unit, unit // 2, unit, unit // 2)
        self._flow.setSpacing(unit // 2)
