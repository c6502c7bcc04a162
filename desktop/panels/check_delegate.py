"""The painter of a choice that is on, off or on in part: a box, a dot of its colour, its label."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop.delegates.roles import CountRoles
from desktop.delegates.row_painting import (
    RIGHT,
    has_state,
    paint_dot,
    paint_icon,
    paint_text,
    split_right,
)
from desktop.theme import Palette, colours, gap, icon_size, small_font

_Index = QModelIndex | QPersistentModelIndex


class CheckDelegate(QStyledItemDelegate):
    """Paint the rows of `CheckRowsModel`."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index, /) -> QSize:
        """Give every row the same height; the width is the popup's."""
        metrics = QFontMetrics(option.font)
        return QSize(metrics.averageCharWidth() * 20, metrics.height() + gap(option.font))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        """Paint one row."""
        painter.save()
        look, unit = colours(), gap(option.font)
        if has_state(option, QStyle.StateFlag.State_Selected):
            painter.fillRect(option.rect, look.accent_soft)
        room = option.rect.adjusted(unit, 0, -unit, 0)
        side = icon_size(option.font) * 9 // 10
        box = QRect(room.left(), room.center().y() - side // 2 + 1, side, side)
        state: object = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            paint_icon(painter, box.topLeft(), side, "new", look.accent)
        else:
            _paint_box(painter, box, Qt.CheckState(state), look)
        room = _paint_dot(painter, room.adjusted(side + unit, 0, 0, 0), unit, look, index)
        room = _paint_end(painter, room, option, look, index)
        painter.setFont(option.font)
        paint_text(painter, room, str(index.data() or ""), look.ink)
        painter.restore()


def _paint_box(painter: QPainter, box: QRect, state: Qt.CheckState, look: Palette) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    frame = box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
    checked = state == Qt.CheckState.Checked
    painter.setPen(look.quiet if state == Qt.CheckState.Unchecked else look.accent)
    painter.setBrush(look.accent if checked else look.surface)
    painter.drawRoundedRect(frame, box.width() / 5, box.width() / 5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if checked:
        inset = max(1, box.width() // 10)
        at = box.topLeft() + QPoint(inset, inset)
        paint_icon(painter, at, box.width() - 2 * inset, "check", look.surface)
    elif state == Qt.CheckState.PartiallyChecked:
        quarter = box.width() // 4
        bar = QRect(box.left() + quarter, box.center().y(), box.width() - 2 * quarter, 2)
        painter.fillRect(bar, look.accent)


def _paint_dot(painter: QPainter, room: QRect, unit: int, look: Palette, index: _Index) -> QRect:
    colour = str(index.data(CountRoles.COLOUR) or "")
    if not colour:
        return room
    radius = max(3, unit // 2)
    centre = QPoint(room.left() + radius, room.center().y() + 1)
    paint_dot(painter, centre, radius, look.fit(QColor(colour)))
    return room.adjusted(2 * radius + unit, 0, 0, 0)


def _paint_end(
    painter: QPainter, room: QRect, option: QStyleOptionViewItem, look: Palette, index: _Index
) -> QRect:
    count: object = index.data(CountRoles.COUNT)
    words = str(index.data(Qt.ItemDataRole.UserRole) or "")
    if isinstance(count, int):
        words = option.locale.toString(count)
    if not words:
        return room
    painter.setFont(small_font(option.font))
    rest, end = split_right(room, painter.fontMetrics().horizontalAdvance(words))
    paint_text(painter, end, words, look.quiet, RIGHT)
    return rest.adjusted(0, 0, -gap(option.font), 0)
