"""The painter of the tree of tags: a dot in the tag's colour, its label, its count."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from typing_extensions import override

from desktop.delegates.count_delegate import CountDelegate
from desktop.delegates.roles import CountRoles
from desktop.delegates.row_painting import paint_dot
from desktop.theme import Palette, gap

_Index = QModelIndex | QPersistentModelIndex


class TagDelegate(CountDelegate):
    """Paint tags as the sidebar paints its rows, with a dot of COLOUR in place of the icon."""

    @override
    def paint_sign(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        look: Palette,
        index: _Index,
    ) -> QRect:
        """Draw the dot, and give the room left."""
        colour = str(index.data(CountRoles.COLOUR) or "")
        if not colour:
            return super().paint_sign(painter, option, room, look, index)
        radius = max(3, gap(option.font) // 2)
        centre = QPoint(room.left() + radius, room.center().y() + 1)
        paint_dot(painter, centre, radius, look.fit(QColor(colour)))
        return room.adjusted(2 * radius + gap(option.font), 0, 0, 0)
