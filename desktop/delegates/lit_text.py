"""Text with found words lit: a soft ground beneath them, and a line for those who see no colour."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter

from desktop.delegates.row_painting import LEFT, paint_text
from desktop.theme import Palette, colours, mix, readable
from desktop.type_scale import cut_text

Stretch = tuple[int, int]


def found_ground(look: Palette) -> QColor:
    """Give the ground of found words, the same in lists, forms and texts."""
    return mix(look.surface, look.good, 0.3 if look.dark else 0.2)


def on_found(colour: QColor, look: Palette) -> QColor:
    """Give a colour of text light or dark enough to be read on found words too."""
    return readable(colour, found_ground(look), look.surface, look.accent_soft)


def paint_lit(
    painter: QPainter,
    rect: QRect,
    text: str,
    lit: Sequence[Stretch],
    colour: QColor,
) -> int:
    """Draw plain text in one line with some of its words lit; give the width drawn.

    Spans are code points of the text, in order; those that are cut off are left out.
    """
    metrics, look = painter.fontMetrics(), colours()
    cut = cut_text(metrics, text, rect.width())
    kept = len(text) if cut == text else max(0, len(cut) - 1)
    top = rect.center().y() - metrics.height() / 2 + 1
    for first, last in lit:
        if first < kept:
            left = rect.left() + metrics.horizontalAdvance(text[:first])
            right = rect.left() + metrics.horizontalAdvance(text[: min(last, kept)])
            _paint_ground(painter, QRectF(left, top, right - left, metrics.height()), look)
    return paint_text(painter, rect, text, colour, LEFT)


def _paint_ground(painter: QPainter, room: QRectF, look: Palette) -> None:
    painter.fillRect(room, found_ground(look))
    painter.fillRect(QRectF(room.left(), room.bottom() - 1, room.width(), 1), look.good)
