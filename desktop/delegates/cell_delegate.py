"""The painter of a list in columns: one line a row, a cell for each column."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import cast

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop.delegates.cut_words import CutWords
from desktop.delegates.lit_text import paint_lit
from desktop.delegates.roles import EntryRoles
from desktop.delegates.row_painting import (
    LEFT,
    RIGHT,
    paint_cell_ground,
    paint_dot,
    paint_icon,
    paint_unread,
)
from desktop.theme import Palette, colours, gap, icon_size

_Index = QModelIndex | QPersistentModelIndex


class Cell(Enum):
    """How the cells of a column are painted."""

    TITLE = auto()
    """The title with found words lit, and the dots of its tags."""
    KIND = auto()
    """The kind's icon and word."""
    STATE = auto()
    """The state in its tone."""
    EVIDENCE = auto()
    """The face of evidence, and how much there is."""
    WORDS = auto()
    NUMBER = auto()


def cell_height(font: QFont) -> int:
    """Give the height of every row in this font: one line, and air around it."""
    return QFontMetrics(font).height() + gap(font) * 3 // 2


class CellDelegate(QStyledItemDelegate):
    """Paint one cell: the title with its tags, kinds with their icons, the rest as words.

    There are hundreds of cells in sight: what is the same for all of them is worked out once, by
    `prepare`, before a view paints. A cell without words, not even empty ones, is not read yet.
    """

    _look: Palette | None = None
    _unit: int
    _icon: int
    _cut: CutWords

    def __init__(self, cells: Sequence[Cell], parent: QObject | None = None) -> None:
        """Paint columns so, from the first on."""
        super().__init__(parent)
        self._cells = tuple(cells)

    def prepare(self, font: QFont) -> None:
        """Work out colours and measures for what is painted next."""
        if self._look is None or font != self._cut.font:
            self._cut, self._unit, self._icon = CutWords(font), gap(font), icon_size(font)
        self._look = colours()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index, /) -> QSize:
        """Give every row the same height; the width is the column's."""
        width = QFontMetrics(option.font).averageCharWidth() * 12
        return QSize(width, cell_height(option.font))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        """Paint one cell."""
        if self._look is None:
            self.prepare(option.font)
        look, cell, rect = cast("Palette", self._look), self._cells[index.column()], option.rect
        paint_cell_ground(painter, option, look)
        painter.setFont(self._cut.font)
        room = rect.adjusted(self._unit, 0, -self._unit, 0)
        said = index.data()
        if said is None:
            painter.save()
            paint_unread(painter, room, look, self._unit, index.row() + index.column())
            painter.restore()
            return
        words = str(said)
        match cell:
            case Cell.TITLE:
                self._paint_title(painter, room, look, index, words)
            case Cell.KIND:
                self._paint_kind(painter, room, look, index, words)
            case Cell.EVIDENCE:
                self._paint_evidence(painter, room, look, index)
            case Cell.STATE:
                tone = look.tone(str(index.data(EntryRoles.STATE_TONE) or "quiet"))
                self._cut.paint(painter, room, words, tone, LEFT)
            case _:
                align = RIGHT if cell is Cell.NUMBER else LEFT
                self._cut.paint(painter, room, words, look.ink, align)

    def _paint_title(
        self, painter: QPainter, room: QRect, look: Palette, index: _Index, title: str
    ) -> None:
        dots = cast("Sequence[str]", index.data(EntryRoles.TAG_COLOURS) or ())
        lit = cast("Sequence[tuple[int, int]]", index.data(EntryRoles.LIT_TITLE) or ())
        words = room.adjusted(0, 0, -self._unit * len(dots), 0)
        if lit:
            drawn = paint_lit(painter, words, title, lit, look.ink)
        else:
            drawn = self._cut.paint(painter, words, title, look.ink, LEFT)
        if not dots:
            return
        painter.save()
        at = QPoint(room.left() + drawn + self._unit, room.center().y() + 1)
        for dot in dots:
            paint_dot(painter, at, max(2, self._unit * 3 // 8), look.fit(QColor(dot)))
            at += QPoint(self._unit, 0)
        painter.restore()

    def _paint_kind(
        self, painter: QPainter, room: QRect, look: Palette, index: _Index, word: str
    ) -> None:
        kind = str(index.data(EntryRoles.ENTRY_KIND) or "")
        if not kind:
            return
        side = min(self._icon, room.height())
        at = QPoint(room.left(), room.center().y() - side // 2)
        paint_icon(painter, at, side, kind, look.kind(kind))
        words = room.adjusted(side + self._unit // 2, 0, 0, 0)
        self._cut.paint(painter, words, word, look.ink, LEFT)

    def _paint_evidence(self, painter: QPainter, room: QRect, look: Palette, index: _Index) -> None:
        count = cast("int | None", index.data(EntryRoles.EVIDENCE_COUNT))
        if count is None:
            return
        name, tone = ("evidence", look.accent) if count else ("evidence-none", look.quiet)
        side = self._icon * 3 // 4
        number = self._cut.paint(painter, room, str(count) if count else "", tone, RIGHT)
        right = room.right() + 1 - max(number, self._cut.width("8"))
        at = QPoint(right - side - 2, room.center().y() - side // 2)
        paint_icon(painter, at, side, name, tone)
