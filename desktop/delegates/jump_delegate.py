"""The painter of what "Jump to" offers: a caption over each group, names, particulars, keys."""

from collections.abc import Sequence
from enum import IntEnum
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop.delegates.lit_text import Stretch, on_found, paint_lit
from desktop.delegates.row_painting import (
    RIGHT,
    has_state,
    paint_dot,
    paint_icon,
    paint_text,
    split_right,
)
from desktop.theme import Palette, colours, gap, heading_font, icon_size, mix, small_font

_Index = QModelIndex | QPersistentModelIndex
_FIRST = int(Qt.ItemDataRole.UserRole) + 61


class JumpRoles(IntEnum):
    """Roles of a row of "Jump to".

    TITLE, DETAIL, BADGE, ICON, CAPTION (of its group, on the first row of each): str. COLOUR:
    "#rrggbb" of a tag. KEYS: whether the badge is drawn as keys. LIT, DETAIL_LIT: spans in code
    points. Whether a row can be chosen stands in its flags.
    """

    TITLE = _FIRST
    DETAIL = _FIRST + 1
    BADGE = _FIRST + 2
    ICON = _FIRST + 3
    COLOUR = _FIRST + 4
    CAPTION = _FIRST + 5
    KEYS = _FIRST + 6
    LIT = _FIRST + 7
    DETAIL_LIT = _FIRST + 8


class JumpDelegate(QStyledItemDelegate):
    """Paint rows from `JumpRoles`; a row is as high as what it says."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index, /) -> QSize:
        """Give a row its lines, and the first of a group the caption above."""
        metrics, unit = QFontMetrics(option.font), gap(option.font)
        height = metrics.height() + unit * 3 // 2
        if _text(index, JumpRoles.DETAIL):
            height += QFontMetrics(small_font(option.font)).height()
        return QSize(metrics.averageCharWidth() * 24, height + _caption_height(option.font, index))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        """Paint one row."""
        painter.save()
        look, unit = colours(), gap(option.font)
        self._paint_caption(painter, option, look, index)
        row = QStyleOptionViewItem(option)
        above = _caption_height(option.font, index)
        row.rect = option.rect.adjusted(0, above, 0, 0)  # pyright: ignore[reportAttributeAccessIssue] - the stubs lack it
        _paint_ground(painter, row, look, bar=max(3, unit // 3))
        room = row.rect.adjusted(2 * unit, unit * 3 // 4, -2 * unit, -unit // 2)
        line = QRect(room.left(), room.top(), room.width(), QFontMetrics(option.font).height())
        line = self._paint_sign(painter, line, look, option.font, index)
        second = QRect(line.left(), line.bottom() + 1, line.width(), room.bottom() - line.bottom())
        free = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        line = self._paint_badge(painter, line, look, option.font, index)
        painter.setFont(option.font)
        ink = look.ink if free else look.quiet
        title = _text(index, JumpRoles.TITLE)
        paint_lit(painter, line, title, _spans(index, JumpRoles.LIT), ink)
        painter.setFont(small_font(option.font))
        detail = _text(index, JumpRoles.DETAIL)
        lit = _spans(index, JumpRoles.DETAIL_LIT)
        tone = on_found(look.quiet, look) if lit else look.quiet
        paint_lit(painter, second, detail, lit, tone)
        painter.restore()

    def _paint_caption(
        self, painter: QPainter, option: QStyleOptionViewItem, look: Palette, index: _Index
    ) -> None:
        caption, unit = _text(index, JumpRoles.CAPTION), gap(option.font)
        if caption:
            rect: QRect = option.rect
            above = _caption_height(option.font, index)
            painter.setFont(heading_font(option.font))
            at = QRect(rect.left() + 2 * unit, rect.top() + unit, rect.width(), above - unit)
            paint_text(painter, at, caption, look.quiet)

    def _paint_sign(
        self, painter: QPainter, line: QRect, look: Palette, font: QFont, index: _Index
    ) -> QRect:
        side, unit = icon_size(font), gap(font)
        name, colour = _text(index, JumpRoles.ICON), _text(index, JumpRoles.COLOUR)
        if colour:
            centre = QPoint(line.left() + side // 2, line.center().y() + 1)
            paint_dot(painter, centre, max(3, unit // 2), look.fit(QColor(colour)))
        elif name:
            paint_icon(painter, line.topLeft(), side, name, look.kind(name))
        return line.adjusted(side + unit, 0, 0, 0)

    def _paint_badge(
        self, painter: QPainter, line: QRect, look: Palette, font: QFont, index: _Index
    ) -> QRect:
        badge, unit = _text(index, JumpRoles.BADGE), gap(font)
        if not badge:
            return line
        painter.setFont(small_font(font))
        width = painter.fontMetrics().horizontalAdvance(badge)
        if not index.data(JumpRoles.KEYS):
            rest, end = split_right(line, width)
            paint_text(painter, end, badge, look.quiet, RIGHT)
            return rest.adjusted(0, 0, -unit, 0)
        rest, end = split_right(line, width + unit)
        painter.setPen(mix(look.panel, look.ink, 0.24))
        painter.setBrush(look.panel)
        painter.drawRoundedRect(end.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(look.quiet)
        painter.drawText(end, Qt.AlignmentFlag.AlignCenter, badge)
        return rest.adjusted(0, 0, -unit, 0)


def _paint_ground(
    painter: QPainter, option: QStyleOptionViewItem, look: Palette, *, bar: int
) -> None:
    """Fill a row that is chosen or under the mouse; rules between so few rows would be noise."""
    rect: QRect = option.rect
    if has_state(option, QStyle.StateFlag.State_Selected):
        painter.fillRect(rect, look.accent_soft)
        painter.fillRect(QRect(rect.left(), rect.top(), bar, rect.height()), look.accent)
    elif has_state(option, QStyle.StateFlag.State_MouseOver):
        painter.fillRect(rect, mix(look.surface, look.ink, 0.035))


def _caption_height(font: QFont, index: _Index) -> int:
    if not _text(index, JumpRoles.CAPTION):
        return 0
    return QFontMetrics(heading_font(font)).height() + gap(font) * 5 // 4


def _text(index: _Index, role: JumpRoles) -> str:
    return str(index.data(role) or "")


def _spans(index: _Index, role: JumpRoles) -> Sequence[Stretch]:
    return cast("Sequence[Stretch]", index.data(role) or ())
