"""The split of the desk: cards beside the text, or beneath it where there is little room."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

from desktop.settings import Settings

NARROW = 92
"""Letters of average width below which the cards go beneath the text."""
_NAMES = {Qt.Orientation.Horizontal: "desk/beside", Qt.Orientation.Vertical: "desk/beneath"}


class DeskSplit(QSplitter):
    """Share the room between text and cards, as it was shared last for each way they can lie."""

    def __init__(self, settings: Settings, text: QWidget, cards: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._settings = settings
        self.addWidget(text)
        self.addWidget(cards)
        self.setStretchFactor(0, 4)
        self.setStretchFactor(1, 3)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._keep)

    @override
    def resizeEvent(self, arg__1: QResizeEvent, /) -> None:
        """Turn where the room has become too narrow, or wide enough again."""
        narrow = self.width() < NARROW * self.fontMetrics().averageCharWidth()
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        turned = wanted != self.orientation()
        if turned:
            self.setOrientation(wanted)
        super().resizeEvent(arg__1)
        if turned or not arg__1.oldSize().isValid():
            self._restore()

    def _restore(self) -> None:
        if not self.restoreState(self._settings.state(_NAMES[self.orientation()])):
            upright = self.orientation() == Qt.Orientation.Vertical
            whole = self.height() if upright else self.width()
            self.setSizes([whole * 4 // 7, whole * 3 // 7])

    @Slot()
    def _keep(self) -> None:
        self._settings.set_state(_NAMES[self.orientation()], self.saveState())
