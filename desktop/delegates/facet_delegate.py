"""The painter of facets: headings that fold, values with a tick, a count, and a line for it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop.delegates.facet_roles import FacetRoles
from desktop.delegates.row_painting import (
    has_state,
    paint_count,
    paint_dot,
    paint_icon,
    paint_text,
)
from desktop.theme import Palette, bold_font, colours, gap, heading_font, icon_size, mix, small_font

_Index = QModelIndex | QPersistentModelIndex
_SIGNS = {"with": ("check", "accent"), "without": ("close", "bad")}


class FacetDelegate(QStyledItemDelegate):
    """Paint a row from the display role and `FacetRoles`, long labels in one line or in two."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index, /) -> QSize:
        """Give values the height of their lines with little air; headings stand off above."""
        metrics, unit = QFontMetrics(option.font), gap(option.font)
        height = metrics.height() + unit
        if index.data(FacetRoles.HEADING):
            height += unit * 3 // 2
        elif len(self._lines(option, index)) > 1:
            height += metrics.height()
        return QSize(metrics.averageCharWidth() * 12, height)

    def _lines(self, option: QStyleOptionViewItem, index: _Index) -> tuple[str, ...]:
        """Break a label where the rest of it goes into a second line."""
        label, metrics = str(index.data() or ""), QFontMetrics(bold_font(option.font))
        count = option.locale.toString(int(index.data(FacetRoles.COUNT) or 0))
        taken = 4 * gap(option.font) + icon_size(option.font) + metrics.horizontalAdvance(count)
        width = self._view.viewport().width() - taken
        head, *words = label.split(" ")
        if metrics.horizontalAdvance(label) <= width or not words:
            return (label,)
        while len(words) > 1 and metrics.horizontalAdvance(f"{head} {words[0]}") <= width:
            head = f"{head} {words.pop(0)}"
        return head, " ".join(words)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        """Paint one row."""
        painter.save()
        look, unit = colours(), gap(option.font)
        self._paint_ground(painter, option, look, index)
        room = option.rect.adjusted(unit, 0, -unit, 0)
        if index.data(FacetRoles.HEADING):
            self._paint_heading(painter, option, room, look, index)
        elif index.data(FacetRoles.OPENS):
            self._paint_opener(painter, option, room, look, index)
        else:
            self._paint_value(painter, option, room, look, index)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, look: Palette, index: _Index
    ) -> None:
        """Fill the row the keyboard is at, while it is here, and the one under the mouse."""
        if has_state(option, QStyle.StateFlag.State_HasFocus):
            ground = look.accent_soft
        elif has_state(option, QStyle.StateFlag.State_MouseOver):
            ground = mix(look.surface, look.ink, 0.05)
        else:
            return
        above = gap(option.font) if index.data(FacetRoles.HEADING) else 1
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        radius = gap(option.font) / 2
        painter.drawRoundedRect(option.rect.adjusted(2, above, -2, -1), radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_heading(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        look: Palette,
        index: _Index,
    ) -> None:
        unit = gap(option.font)
        low = room.adjusted(0, unit, 0, 0)
        is_open = has_state(option, QStyle.StateFlag.State_Open)
        side = unit * 3 // 2
        at = QPoint(low.right() + 1 - side, low.center().y() - side // 2 + 1)
        paint_icon(painter, at, side, "chevron-down" if is_open else "chevron-right", look.quiet)
        low.setRight(at.x() - unit)
        painter.setFont(heading_font(option.font))
        width = paint_text(painter, low, str(index.data() or ""), look.quiet)
        asked = str(index.data(FacetRoles.ASKED) or "")
        if asked and not is_open:
            painter.setFont(small_font(option.font))
            paint_text(painter, low.adjusted(width + unit, 0, 0, 0), asked, look.accent)

    def _paint_opener(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        look: Palette,
        index: _Index,
    ) -> None:
        painter.setFont(small_font(option.font))
        indent = icon_size(option.font) + gap(option.font) // 2
        paint_text(painter, room.adjusted(indent, 0, 0, 0), str(index.data() or ""), look.accent)

    def _paint_value(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        look: Palette,
        index: _Index,
    ) -> None:
        unit = gap(option.font)
        self._paint_share(painter, option, room, look, index)
        tone = mix(look.surface, look.quiet, 0.5) if index.data(FacetRoles.STALE) else look.quiet
        room = paint_count(painter, option, room, int(index.data(FacetRoles.COUNT) or 0), tone)
        wish = str(index.data(FacetRoles.WISH) or "")
        side = icon_size(option.font)
        if wish:
            name, tone = _SIGNS[wish]
            at = QPoint(room.left(), room.center().y() - side // 2 + 1)
            paint_icon(painter, at, side, name, look.tone(tone))
        room = room.adjusted(side + unit // 2, 0, 0, 0)
        room = _paint_colour(painter, room, unit, look, index)
        painter.setFont(_label_font(option.font, wish))
        lines, height = self._lines(option, index), painter.fontMetrics().height()
        top = room.center().y() - len(lines) * height // 2 + 1
        for number, line in enumerate(lines):
            place = QRect(room.left(), top + number * height, room.width(), height)
            paint_text(painter, place, line, look.quiet if wish == "without" else look.ink)

    def _paint_share(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        look: Palette,
        index: _Index,
    ) -> None:
        """Draw the share of a value as a pale bar behind it, from the label's beginning on."""
        share = float(index.data(FacetRoles.SHARE) or 0.0)
        if not share:
            return
        unit = gap(option.font)
        left = room.left() + icon_size(option.font) + unit // 4
        width = max(2.0, (room.right() + unit // 2 - left) * share)
        bar = QRectF(left, option.rect.top() + 2, width, option.rect.height() - 4)
        strength = 0.04 if index.data(FacetRoles.STALE) else 0.08
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mix(look.surface, look.accent, strength))
        painter.drawRoundedRect(bar, unit / 3, unit / 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def _label_font(base: QFont, wish: str) -> QFont:
    if wish == "with":
        return bold_font(base)
    font = QFont(base)
    font.setStrikeOut(wish == "without")
    return font


def _paint_colour(painter: QPainter, room: QRect, unit: int, look: Palette, index: _Index) -> QRect:
    colour = str(index.data(FacetRoles.COLOUR) or "")
    if not colour:
        return room
    radius = max(3, unit // 2)
    centre = QPoint(room.left() + radius, room.center().y() + 1)
    paint_dot(painter, centre, radius, look.fit(QColor(colour)))
    return room.adjusted(2 * radius + unit // 2, 0, 0, 0)
