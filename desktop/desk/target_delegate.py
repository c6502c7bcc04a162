"""The painter of a target: a tick, what it is called, its value, and the face it has now."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from db.terms import Face
from desktop.delegates.row_painting import (
    LEFT,
    RIGHT,
    paint_ground,
    paint_icon,
    paint_text,
    split_right,
)
from desktop.desk.target_model import TARGET_ROLE
from desktop.desk.targets import TargetRow
from desktop.theme import Palette, colours, gap, icon_size, label_width

_Index = QModelIndex | QPersistentModelIndex
_FACES = {
    Face.EVIDENCE: ("evidence", "accent"),
    Face.NONE: ("evidence-none", "quiet"),
    Face.NOT_STATED: ("not-stated", "quiet"),
    Face.CONFLICT: ("conflict", "warn"),
}


class TargetDelegate(QStyledItemDelegate):
    """Paint the rows of a `TargetModel`, one line each."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index, /) -> QSize:
        """Give every row the same height."""
        metrics = QFontMetrics(option.font)
        return QSize(metrics.averageCharWidth() * 30, metrics.height() + gap(option.font))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        """Paint one row."""
        row = index.data(TARGET_ROLE)
        if not isinstance(row, TargetRow):
            return
        painter.save()
        painter.setFont(option.font)
        look, unit = colours(), gap(option.font)
        paint_ground(painter, option, look, bar=max(3, unit // 3))
        room = option.rect.adjusted(unit * 3 // 2, 0, -unit, 0)
        side = icon_size(option.font)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        self._paint_box(painter, room, side, look, ticked=ticked)
        room = room.adjusted(side + unit, 0, 0, 0)
        name, tone = _FACES[row.face]
        room, end = split_right(room, side)
        at = QPoint(end.left(), end.center().y() - side // 2 + 1)
        paint_icon(painter, at, side, name, look.tone(tone))
        self._paint_words(painter, room.adjusted(0, 0, -unit, 0), option.font, row)
        painter.restore()

    def _paint_words(self, painter: QPainter, room: QRect, font: QFont, row: TargetRow) -> None:
        look, unit = colours(), gap(font)
        column = QRect(room)
        column.setWidth(min(label_width(font), room.width() // 2))
        paint_text(painter, column, row.name, look.quiet, RIGHT)
        rest = room.adjusted(column.width() + unit, 0, 0, 0)
        if row.value:
            paint_text(painter, rest, row.value, look.ink)
        else:
            slanted = QFont(font)
            slanted.setItalic(True)
            painter.setFont(slanted)
            paint_text(painter, rest, self.tr("not stated"), look.quiet, LEFT)

    def _paint_box(
        self, painter: QPainter, room: QRect, side: int, look: Palette, *, ticked: bool
    ) -> None:
        top = room.center().y() - side // 2 + 1
        box = QRect(room.left(), top, side, side).toRectF().adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        painter.setPen(look.accent if ticked else look.quiet)
        painter.setBrush(look.accent if ticked else look.surface)
        painter.drawRoundedRect(box, 3, 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if ticked:
            inner = side - 4
            paint_icon(painter, QPoint(room.left() + 2, top + 2), inner, "check", look.surface)
