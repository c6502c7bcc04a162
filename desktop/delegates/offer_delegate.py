"""The painter of what is offered while typing: a name, what is known of it, and a badge."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop.delegates.roles import OfferRoles
from desktop.delegates.row_painting import (
    RIGHT,
    paint_dot,
    paint_ground,
    paint_icon,
    paint_text,
    split_right,
)
from desktop.theme import Palette, colours, gap, icon_size, small_font

_Index = QModelIndex | QPersistentModelIndex


class OfferDelegate(QStyledItemDelegate):
    """Paint offers from `OfferRoles`, on two lines or (`two_lines=False`) on one."""

    def __init__(self, *, two_lines: bool = True) -> None:
        super().__init__()
        self._two_lines = two_lines

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index, /) -> QSize:
        """Give every row the same height; the width is the popup's."""
        lines = 2 if self._two_lines else 1
        metrics = QFontMetrics(option.font)
        return QSize(metrics.averageCharWidth() * 24, lines * metrics.height() + gap(option.font))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        """Paint one row."""
        painter.save()
        look, unit = colours(), gap(option.font)
        paint_ground(painter, option, look, bar=max(3, unit // 3))
        room = option.rect.adjusted(unit, unit // 2, -unit, -unit // 2)
        painter.setFont(option.font)
        line = QRect(room.left(), room.top(), room.width(), QFontMetrics(option.font).height())
        line = self._paint_sign(painter, line, look, option, index)
        second = QRect(line.left(), line.bottom() + 1, line.width(), line.height())
        line = self._paint_badge(painter, line, look, option, index)
        detail = _text(index, OfferRoles.DETAIL)
        drawn = paint_text(painter, line, _text(index, OfferRoles.TITLE), look.ink)
        beside = line.adjusted(drawn + unit, 0, 0, 0)
        if detail:
            paint_text(painter, second if self._two_lines else beside, detail, look.quiet)
        painter.restore()

    def _paint_sign(
        self,
        painter: QPainter,
        line: QRect,
        look: Palette,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> QRect:
        name, colour = _text(index, OfferRoles.ICON), _text(index, OfferRoles.COLOUR)
        side, unit = icon_size(option.font), gap(option.font)
        if colour:
            centre = QPoint(line.left() + side // 2, line.center().y() + 1)
            paint_dot(painter, centre, max(3, unit // 2), look.fit(QColor(colour)))
        elif name:
            paint_icon(painter, line.topLeft(), side, name, look.kind(name))
        return line.adjusted(side + unit, 0, 0, 0)

    def _paint_badge(
        self,
        painter: QPainter,
        line: QRect,
        look: Palette,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> QRect:
        badge = _text(index, OfferRoles.BADGE)
        if not badge:
            return line
        painter.setFont(small_font(option.font))
        width = painter.fontMetrics().horizontalAdvance(badge)
        line, end = split_right(line, width)
        tone = _text(index, OfferRoles.TONE) or "quiet"
        paint_text(painter, end, badge, look.tone(tone), RIGHT)
        painter.setFont(option.font)
        if tone == "warn":
            side = line.height() * 4 // 5
            line, sign = split_right(line, side + gap(option.font) // 2)
            at = QPoint(sign.left(), sign.center().y() - side // 2)
            paint_icon(painter, at, side, "warning", look.warn)
        return line.adjusted(0, 0, -gap(option.font), 0)


def _text(index: _Index, role: OfferRoles) -> str:
    return str(index.data(role) or "")
