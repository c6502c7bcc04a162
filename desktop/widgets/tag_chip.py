"""One tag of an entry, as a chip that can be focused and removed."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from desktop.icons import pixmap
from desktop.theme import colours, gap, icon_size
from desktop.type_scale import cut_text


class TagChip(QPushButton):
    """Show a tag; Delete, Backspace or a click on its cross asks to remove it."""

    remove_requested = Signal()
    step_requested = Signal(int)

    def __init__(self, label: str, colour: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label, self._colour = label, colour
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_tag(label, colour)

    def show_tag(self, label: str, colour: str) -> None:
        """Show another tag's label, and its colour as "#rrggbb" or empty."""
        self._label, self._colour = label, colour
        self.setAccessibleName(self.tr("Tag {0}").format(label))
        self.setAccessibleDescription(self.tr("Delete removes the tag"))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Ask for the room of dot, label and cross."""
        unit = gap(self.font())
        words = self.fontMetrics().horizontalAdvance(self._label)
        width = 2 * unit + unit + words + unit // 2 + self._cross_side() + unit
        return QSize(width, self.fontMetrics().height() + unit // 2 + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        """Give way down to a few letters."""
        least = self.fontMetrics().averageCharWidth() * 10
        return QSize(min(least, self.sizeHint().width()), self.sizeHint().height())

    @override
    def keyPressEvent(self, arg__1: QKeyEvent, /) -> None:
        """Remove on Delete and Backspace, step to the neighbours with the arrows."""
        match arg__1.key():
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.remove_requested.emit()
            case Qt.Key.Key_Left:
                self.step_requested.emit(-1)
            case Qt.Key.Key_Right:
                self.step_requested.emit(1)
            case _:
                super().keyPressEvent(arg__1)

    @override
    def mouseReleaseEvent(self, e: QMouseEvent, /) -> None:
        """Remove where the cross was clicked."""
        super().mouseReleaseEvent(e)
        if self._cross().adjusted(-3, -3, 3, 3).contains(e.position().toPoint()):
            self.remove_requested.emit()

    @override
    def paintEvent(self, arg__1: QPaintEvent, /) -> None:
        """Draw the chip in the pale ground of its colour."""
        look, unit = colours(self), gap(self.font())
        colour = look.fit(QColor(self._colour)) if self._colour else look.accent
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.soft(colour))
        painter.setPen(look.accent if self.hasFocus() else Qt.PenStyle.NoPen)
        box = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = max(2, unit * 2 // 5)
        painter.drawEllipse(QPoint(unit + radius, self.rect().center().y() + 1), radius, radius)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        look, unit, cross = colours(self), gap(self.font()), self._cross()
        room = self.rect().adjusted(unit * 5 // 2, 0, 0, 0)
        room.setRight(cross.left() - 1)
        words = cut_text(self.fontMetrics(), self._label, room.width())
        painter.setPen(look.ink)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        lit = self.underMouse() or self.hasFocus()
        tone = look.ink if lit else look.quiet
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(cross.topLeft(), pixmap("close", cross.width(), tone, ratio=ratio))

    def _cross_side(self) -> int:
        return icon_size(self.font()) * 3 // 5

    def _cross(self) -> QRect:
        side = self._cross_side()
        left = self.width() - gap(self.font()) - side
        return QRect(left, (self.height() - side) // 2, side, side)
