"""Strokes that the row painters share: grounds, cut text, icons, dots."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop.delegates.pale_lines import draw_pale_line
from desktop.icons import pixmap
from desktop.theme import Palette, gap, mix, small_font
from desktop.type_scale import cut_text

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

_PALE_WIDTHS = (74, 52, 88, 46, 66, 60, 81)
"""Per cent, row after row: lines of one length would look like a table."""
_SINGLE: dict[Qt.AlignmentFlag, int] = {}


def has_state(option: QStyleOptionViewItem, flag: QStyle.StateFlag) -> bool:
    """Tell whether a row is in a state: selected, under the mouse, with the focus."""
    return bool(option.state & flag)


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, look: Palette, bar: int) -> None:
    """Fill a row, soft accent with a bar before it where selected, and rule it off beneath."""
    rect = option.rect
    if has_state(option, QStyle.StateFlag.State_Selected):
        painter.fillRect(rect, look.accent_soft)
        painter.fillRect(QRect(rect.left(), rect.top(), bar, rect.height()), look.accent)
    elif has_state(option, QStyle.StateFlag.State_MouseOver):
        painter.fillRect(rect, mix(look.surface, look.ink, 0.035))
    painter.setPen(look.line)
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def paint_cell_ground(painter: QPainter, option: QStyleOptionViewItem, look: Palette) -> None:
    """Fill a cell of a row, soft accent where selected, and rule it off beneath."""
    rect = option.rect
    if has_state(option, QStyle.StateFlag.State_Selected):
        painter.fillRect(rect, look.accent_soft)
    painter.setPen(look.line)
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def paint_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    colour: QColor,
    align: Qt.AlignmentFlag = LEFT,
) -> int:
    """Draw plain text in one line, cut to the room there is; give the width drawn."""
    metrics = painter.fontMetrics()
    cut = cut_text(metrics, text, rect.width())
    painter.setPen(colour)
    painter.drawText(rect, in_one_line(align), cut)
    return metrics.horizontalAdvance(cut)


def in_one_line(align: Qt.AlignmentFlag) -> int:
    """Give the flags of text in one line; joined anew for each cell they would take long."""
    flags = _SINGLE.get(align)
    if flags is None:
        flags = _SINGLE[align] = align.value | Qt.TextFlag.TextSingleLine.value
    return flags


def paint_icon(painter: QPainter, at: QPoint, side: int, name: str, colour: QColor) -> None:
    """Draw an icon as sharp as the screen allows."""
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(at, pixmap(name, side, colour, ratio=ratio))


def paint_unread(painter: QPainter, room: QRect, look: Palette, unit: int, row: int) -> None:
    """Draw two pale lines in place of the words of a row, or one where there is room for one."""
    first = QRect(room.left(), room.top() + unit // 4, 0, unit)
    second = QRect(room.left(), room.bottom() + 1 - unit * 5 // 4, 0, unit)
    if second.top() < first.bottom() + unit // 2:
        first.moveTop(room.center().y() - unit // 2)
        second = QRect()
    for number, line in enumerate((first, second)):
        share = _PALE_WIDTHS[(2 * row + number) % len(_PALE_WIDTHS)]
        line.setWidth(room.width() * share // (100 if number == 0 else 160))
        if line.height():
            draw_pale_line(painter, line, look.surface, look)


def paint_count(
    painter: QPainter, option: QStyleOptionViewItem, room: QRect, count: int, colour: QColor
) -> QRect:
    """Draw a count in small figures at the end of a row; give the room left."""
    painter.setFont(small_font(option.font))
    words = option.locale.toString(count)
    rest, end = split_right(room, painter.fontMetrics().horizontalAdvance(words))
    paint_text(painter, end, words, colour, RIGHT)
    return rest.adjusted(0, 0, -gap(option.font), 0)


def paint_dot(painter: QPainter, centre: QPoint, radius: int, colour: QColor) -> None:
    """Draw the dot of a tag."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(centre, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def split_right(rect: QRect, width: int) -> tuple[QRect, QRect]:
    """Cut a piece off the right end of a room: what is left, and the piece."""
    edge = rect.right() + 1 - width
    left = QRect(rect.left(), rect.top(), edge - rect.left(), rect.height())
    return left, QRect(edge, rect.top(), width, rect.height())
