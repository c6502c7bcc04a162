"""The painter of a list of entries: two lines a row, all rows of one height."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop.delegates.lit_text import on_found, paint_lit
from desktop.delegates.roles import EntryRoles
from desktop.delegates.row_painting import (
    RIGHT,
    paint_dot,
    paint_ground,
    paint_icon,
    paint_text,
    paint_unread,
    split_right,
)
from desktop.theme import Palette, colours, gap, icon_size, small_font

_Index = QModelIndex | QPersistentModelIndex


def row_height(font: QFont) -> int:
    """Give the height of every row in this font: two lines, and air around them."""
    return 2 * QFontMetrics(font).height() + 3 * gap(font) + gap(font) // 2


class EntryDelegate(QStyledItemDelegate):
    """Paint title and reference, then the quiet second line with state and evidence at its end.

    It reads `EntryRoles` alone. Use it in a view whose rows are all of `row_height`. A row without
    a title is not read yet: pale lines stand for its words.
    """

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index, /) -> QSize:
        """Give every row the same height; the width is the view's."""
        return QSize(QFontMetrics(option.font).averageCharWidth() * 24, row_height(option.font))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        """Paint one row."""
        painter.save()
        look, unit = colours(), gap(option.font)
        paint_ground(painter, option, look, bar=max(3, unit // 3))
        room = option.rect.adjusted(2 * unit, unit * 5 // 4, -2 * unit, -unit * 5 // 4)
        if index.data(EntryRoles.TITLE) is None:
            paint_unread(painter, room, look, unit, index.row())
        else:
            self._paint_lines(painter, room, look, option.font, index)
        painter.restore()

    def _paint_lines(
        self, painter: QPainter, room: QRect, look: Palette, font: QFont, index: _Index
    ) -> None:
        line = QFontMetrics(font).height()
        painter.setFont(font)
        if _text(index, EntryRoles.KIND):
            room = self._paint_kind(painter, room, look, font, index)
        first = QRect(room.left(), room.top(), room.width(), line)
        second = QRect(room.left(), room.bottom() + 1 - line, room.width(), line)
        self._paint_first_line(painter, first, look, font, index)
        self._paint_second_line(painter, second, look, gap(font), index)

    def _paint_kind(
        self, painter: QPainter, room: QRect, look: Palette, font: QFont, index: _Index
    ) -> QRect:
        kind, side = _text(index, EntryRoles.KIND), icon_size(font)
        paint_icon(painter, room.topLeft(), side, kind, look.kind(kind))
        return room.adjusted(side + gap(font), 0, 0, 0)

    def _paint_first_line(
        self, painter: QPainter, room: QRect, look: Palette, font: QFont, index: _Index
    ) -> None:
        reference = _text(index, EntryRoles.REFERENCE)
        if reference:
            painter.setFont(small_font(font))
            width = painter.fontMetrics().horizontalAdvance(reference)
            room, end = split_right(room, width)
            paint_text(painter, end, reference, look.quiet, RIGHT)
            room = room.adjusted(0, 0, -gap(font), 0)
        title = QFont(font)
        title.setItalic(bool(index.data(EntryRoles.DRAFT)))
        painter.setFont(title)
        paint_lit(
            painter,
            room,
            _text(index, EntryRoles.TITLE),
            _spans(index, EntryRoles.LIT_TITLE),
            look.ink,
        )
        painter.setFont(font)

    def _paint_second_line(
        self, painter: QPainter, room: QRect, look: Palette, unit: int, index: _Index
    ) -> None:
        room = self._paint_evidence(painter, room, look, unit, index)
        room = self._paint_state(painter, room, look, unit, index)
        room = self._paint_progress(painter, room, look, unit, index)
        dots = cast("Sequence[str]", index.data(EntryRoles.TAG_COLOURS) or ())
        words = room.adjusted(0, 0, -unit * len(dots), 0)
        lit = _spans(index, EntryRoles.LIT_SUBTITLE)
        drawn = paint_lit(
            painter,
            words,
            _text(index, EntryRoles.SUBTITLE),
            lit,
            on_found(look.quiet, look) if lit else look.quiet,
        )
        at = QPoint(room.left() + drawn + unit + unit // 2, room.center().y() + 1)
        for dot in dots:
            paint_dot(painter, at, max(2, unit * 3 // 8), look.fit(QColor(dot)))
            at += QPoint(unit, 0)

    def _paint_progress(
        self, painter: QPainter, room: QRect, look: Palette, unit: int, index: _Index
    ) -> QRect:
        """Paint a thin bar and the count it stands for, where a source is under review."""
        progress = cast("tuple[int, int] | None", index.data(EntryRoles.PROGRESS))
        if progress is None:
            return room
        done, whole = progress
        words = self.tr("{0} of {1}").format(done, whole)
        rest, end = split_right(room, painter.fontMetrics().horizontalAdvance(words) + 1)
        tone = look.good if done >= whole else look.accent
        paint_text(painter, end, words, tone if done else look.quiet, RIGHT)
        rest, end = split_right(rest.adjusted(0, 0, -unit, 0), 5 * unit)
        bar = QRect(end.left(), end.center().y(), end.width(), max(2, unit // 3))
        painter.fillRect(bar, look.line)
        bar.setWidth(bar.width() * min(done, whole) // whole)
        painter.fillRect(bar, tone)
        return rest.adjusted(0, 0, -unit, 0)

    def _paint_evidence(
        self, painter: QPainter, room: QRect, look: Palette, unit: int, index: _Index
    ) -> QRect:
        count = cast("int | None", index.data(EntryRoles.EVIDENCE_COUNT))
        if count is None:
            return room
        side, digits = room.height() * 3 // 4, painter.fontMetrics().horizontalAdvance("88")
        rest, end = split_right(room, side + digits + 1)
        top = end.top() + (end.height() - side) // 2
        name, colour = ("evidence", look.accent) if count else ("evidence-none", look.quiet)
        paint_icon(painter, QPoint(end.left(), top), side, name, colour)
        if count:
            paint_text(painter, end.adjusted(side + 1, 0, 0, 0), str(min(count, 99)), colour)
        return rest.adjusted(0, 0, -unit, 0)

    def _paint_state(
        self, painter: QPainter, room: QRect, look: Palette, unit: int, index: _Index
    ) -> QRect:
        state = _text(index, EntryRoles.STATE)
        if index.data(EntryRoles.DRAFT):
            draft = self.tr("draft")
            state = f"{draft} · {state}" if state else draft
        if not state:
            return room
        width = min(painter.fontMetrics().horizontalAdvance(state), room.width() // 2)
        rest, end = split_right(room, width)
        tone = look.tone(_text(index, EntryRoles.STATE_TONE) or "quiet")
        paint_text(painter, end, state, tone, RIGHT)
        return rest.adjusted(0, 0, -unit, 0)


def _text(index: _Index, role: EntryRoles) -> str:
    return str(index.data(role) or "")


def _spans(index: _Index, role: EntryRoles) -> Sequence[tuple[int, int]]:
    return cast("Sequence[tuple[int, int]]", index.data(role) or ())
