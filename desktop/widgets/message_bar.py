"""A message in its place: one sentence over a list or form, and at most one thing to do."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget
from typing_extensions import override

from desktop.icons import follow, pixmap
from desktop.theme import colours, gap, icon_size
from desktop.widgets.enter_key import enter_presses


class Severity(StrEnum):
    """How grave a message is; each has its own icon, so that colour never speaks alone."""

    INFO = "info"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


_ICONS = {
    Severity.INFO: ("info", "accent"),
    Severity.GOOD: ("check", "good"),
    Severity.WARN: ("warning", "warn"),
    Severity.BAD: ("conflict", "bad"),
}


class MessageBar(QFrame):
    """Show one message at a time, until it is closed or acted on; hidden otherwise."""

    action_triggered = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._severity = Severity.INFO
        self._icon, self._label = QLabel(), QLabel()
        self._action, self._close = QPushButton(), QToolButton()
        enter_presses(self._action)
        self._build_row()
        self._action.clicked.connect(self.action_triggered)
        self._close.clicked.connect(self.dismiss)
        self.hide()

    def show_message(
        self, severity: Severity, sentence: str, *, action: str = "", closable: bool = True
    ) -> None:
        """Show a sentence as plain text, with a button where an action is named."""
        self._severity = severity
        self._label.setText(sentence)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._close.setVisible(closable)
        self.setAccessibleName(sentence)
        self._fit()
        self.show()

    def sentence(self) -> str:
        """Give the sentence shown last."""
        return self._label.text()

    @Slot()
    def dismiss(self) -> None:
        """Put the message away and say so."""
        self.hide()
        self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Close on Escape, where the message may be closed."""
        if event.key() == Qt.Key.Key_Escape and not self._close.isHidden():
            self.dismiss()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, arg__1: QPaintEvent, /) -> None:
        """Draw a pale ground with a bar of the severity's tone before it."""
        painter = QPainter(self)
        look = colours(self)
        tone = look.tone(_ICONS[self._severity][1])
        painter.fillRect(self.rect(), look.soft(tone))
        painter.fillRect(0, 0, max(3, gap(self.font()) // 3), self.height(), tone)

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        """Follow font and palette."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.PaletteChange}:
            self._fit()

    def _build_row(self) -> None:
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.setToolTip(self.tr("Close this message"))
        follow(self._close, "close", tone="quiet")
        row = QHBoxLayout(self)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._label, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)

    def _fit(self) -> None:
        unit, (name, tone) = gap(self.font()), _ICONS[self._severity]
        look, ratio = colours(self), self.devicePixelRatioF()
        side = icon_size(self.font())
        self._close.setIconSize(QSize(side, side) * 4 / 5)
        self._icon.setPixmap(pixmap(name, side, look.tone(tone), ratio=ratio))
        row = self.layout()
        if row is not None:
            row.setContentsMargins(2 * unit, unit // 2, unit // 2, unit // 2)
            row.setSpacing(unit)
