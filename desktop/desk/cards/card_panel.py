"""What opens in place of a card: a frame over its row that the list makes room for."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override


class CardPanel(QFrame):
    """Stand in the place of a card until it is closed; Escape closes it and keeps nothing."""

    closed = Signal()
    resized = Signal()
    """The room it wants has changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setProperty("current", True)
        self.setAutoFillBackground(True)

    def focus_first(self) -> None:
        """Put the keyboard where it is wanted."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def wanted_height(self) -> int:
        """Give the height of its fields in the width it has."""
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            return layout.totalHeightForWidth(self.width())
        return self.sizeHint().height()

    def holds(self, widget: QObject | None) -> bool:
        """Tell whether a widget belongs to the panel, its pop-ups included."""
        while widget is not None and widget is not self:
            widget = widget.parent()
        return widget is self

    @override
    def event(self, e: QEvent, /) -> bool:
        """Tell when a field grew or a complaint came."""
        answer = super().event(e)
        if e.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return answer

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Close on Escape; no other key gets through to the cards beneath."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        event.accept()
