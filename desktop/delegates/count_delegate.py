"""The painter of the sidebar: a label with its icon, a count at the end, headings between."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop.delegates.roles import CountRoles
from desktop.delegates.row_painting import has_state, paint_count, paint_icon, paint_text
from desktop.theme import Palette, bold_font, colours, gap, heading_font, icon_size, mix

_Index = QModelIndex | QPersistentModelIndex


class CountDelegate(QStyledItemDelegate):
    """Paint one line a row from the display role and `CountRoles`; some are headings."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index, /) -> QSize:
        """Give rows the height of a line with air; headings stand off from what is before them."""
        line, unit = QFontMetrics(option.font).height(), gap(option.font)
        height = line + unit * 3 // 2 + (unit if index.data(CountRoles.HEADING) else 0)
        return QSize(QFontMetrics(option.font).averageCharWidth() * 12, height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        """Paint one row."""
        painter.save()
        look, unit = colours(), gap(option.font)
        room = option.rect.adjusted(unit, 0, -unit, 0)
        if index.data(CountRoles.HEADING):
            self._paint_heading(painter, option, room, look, index)
        else:
            self._paint_pill(painter, option, look)
            count = index.data(CountRoles.COUNT)
            if count is not None:
                room = paint_count(painter, option, room, int(count), look.quiet)
            room = self.paint_sign(painter, option, room, look, index)
            selected = has_state(option, QStyle.StateFlag.State_Selected)
            painter.setFont(bold_font(option.font) if selected else option.font)
            paint_text(painter, room, str(index.data() or ""), look.ink)
        painter.restore()

    def paint_sign(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        look: Palette,
        index: _Index,
    ) -> QRect:
        """Draw what stands before the label, and give the room left."""
        name = str(index.data(CountRoles.ICON) or "")
        if not name:
            return room
        side = icon_size(option.font)
        selected = has_state(option, QStyle.StateFlag.State_Selected)
        at = QPoint(room.left(), room.center().y() - side // 2 + 1)
        paint_icon(painter, at, side, name, look.accent if selected else look.quiet)
        return room.adjusted(side + gap(option.font), 0, 0, 0)

    def _paint_heading(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        look: Palette,
        index: _Index,
    ) -> None:
        painter.setFont(heading_font(option.font))
        low = room.adjusted(0, gap(option.font), 0, 0)
        paint_text(painter, low, str(index.data() or ""), look.quiet)

    def _paint_pill(self, painter: QPainter, option: QStyleOptionViewItem, look: Palette) -> None:
        unit = gap(option.font)
        if has_state(option, QStyle.StateFlag.State_Selected):
            ground = look.accent_soft
        elif has_state(option, QStyle.StateFlag.State_MouseOver):
            ground = mix(look.sidebar, look.ink, 0.05)
        else:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), unit / 2, unit / 2)
        if has_state(option, QStyle.StateFlag.State_Selected):
            bar = QRect(option.rect.left() + 2, option.rect.top() + unit // 2, 3, 0)
            bar.setBottom(option.rect.bottom() - unit // 2)
            painter.setBrush(look.accent)
            painter.drawRoundedRect(bar, 1.5, 1.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
