"""What stands in the window before its room does: where sidebar, list and form will be, drawn."""

from itertools import cycle

from PySide6.QtCore import QByteArray, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.delegates.pale_lines import draw_pale_line
from desktop.theme import colours, gap

_SIZES = (190, 530, 640)
_LIST, _FORM = 1, 2


def arrange(splitter: QSplitter, state: QByteArray) -> None:
    """Give sidebar, list and form the widths kept when a window was closed, else the usual ones."""
    splitter.setOrientation(Qt.Orientation.Horizontal)
    splitter.setChildrenCollapsible(False)
    splitter.setStretchFactor(_LIST, 5)
    splitter.setStretchFactor(_FORM, 6)
    if not splitter.restoreState(state):
        splitter.setSizes(_SIZES)


class Pane(QWidget):
    """An empty pane with pale lines where words will be."""

    def __init__(self, ground: str, widths: tuple[int, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground, self._widths = ground, widths

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Draw the ground and the lines, of the given widths in per cent, round and round."""
        painter, look, unit = QPainter(self), colours(), gap(self.font())
        ground = look.tone(self._ground)
        painter.fillRect(self.rect(), ground)
        room, tops = self.width() - 4 * unit, range(2 * unit, self.height() - 2 * unit, 3 * unit)
        for top, share in zip(tops, cycle(self._widths), strict=False):
            draw_pale_line(painter, QRect(2 * unit, top, room * share // 100, unit), ground, look)


_UNSEEN_MS = 1_000
"""After so long a window that was shown is taken to be out of sight."""


class Skeleton(QFrame):
    """Bar, sidebar, list, form and status line of a room, all still empty."""

    painted = Signal()
    """It has been seen for the first time, or lies out of sight: minimised, or on another desk."""

    def __init__(self, state: QByteArray, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_told = False
        unit = gap(self.font())
        bar, status = Pane("panel", ()), Pane("panel", ())
        bar.setFixedHeight(6 * unit)
        status.setFixedHeight(3 * unit)
        splitter = QSplitter()
        for pane in (
            Pane("sidebar", (62, 48, 70, 55, 40)),
            Pane("surface", (86, 58, 74, 46)),
            Pane("panel", (70, 34, 92, 92, 60)),
        ):
            splitter.addWidget(pane)
        arrange(splitter, state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, stretch in ((bar, 0), (splitter, 1), (status, 0)):
            column.addWidget(widget, stretch)

    @override
    def paintEvent(self, arg__1: QPaintEvent, /) -> None:
        """Tell that the window is seen, as soon as this is done."""
        super().paintEvent(arg__1)
        QTimer.singleShot(0, self, self._tell)

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        """Wait to be seen, but not for ever."""
        super().showEvent(event)
        QTimer.singleShot(_UNSEEN_MS, self, self._tell)

    @Slot()
    def _tell(self) -> None:
        if not self._is_told:
            self._is_told = True
            self.painted.emit()
