"""The painter of cards: rounded, the kind in small capitals with its icon, lines with ticks."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop.delegates.row_painting import (
    LEFT,
    RIGHT,
    paint_icon,
    paint_text,
    split_right,
)
from desktop.desk.cards.card import Card, CardState
from desktop.desk.cards.card_layout import (
    TITLE_LINES,
    CardLayout,
    LineRoom,
    Shape,
    group_font,
    is_folded,
    lay_out,
    moved,
)
from desktop.desk.cards.card_rows import CardsModel
from desktop.desk.cards.card_words import (
    card_confidence,
    card_kind,
    card_lines,
    card_same,
    card_title,
    decided_words,
    state_word,
)
from desktop.desk.cards.wording import LineWords, Run
from desktop.desk.cards.wrapped import paint_runs, paint_wrapped, wrap
from desktop.theme import Palette, bold_font, colours, gap, icon_size, mix, small_font

_Index = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """Paint the rows of a `CardsModel`; the view says which card is current, and which line."""

    def __init__(self, rows: CardsModel) -> None:
        super().__init__(rows)
        self._rows = rows
        self._heights: dict[str, tuple[Card, Shape, int]] = {}
        self.current = ""
        """The key of the current card."""
        self.line = -1
        """The current line of the current card, -1 where the card itself is."""
        self.room_taken = 0
        """The height of what is open in place of the current card; 0 where nothing is."""
        self.focused = False
        self.width = 0
        """The width of the view."""

    def layout_of(self, row: int, font: QFont, width: int) -> CardLayout:
        """Give where the parts of a card stand, its row beginning at (0, 0)."""
        card = self._rows.card(row)
        return lay_out(card, self._rows.wording(), self._shape(row, card, font, width))

    def height_of(self, row: int, font: QFont, width: int) -> int:
        """Give the height of a row, reckoned once for a card, a width and a font."""
        card = self._rows.card(row)
        shape = self._shape(row, card, font, width)
        if shape.current:
            layout = lay_out(card, self._rows.wording(), shape)
            taken = layout.card.top() + self.room_taken + gap(font)
            return taken if self.room_taken else layout.height
        known = self._heights.get(card.key)
        if known is not None and known[0] is card and known[1] == shape:
            return known[2]
        height = lay_out(card, self._rows.wording(), shape).height
        self._heights[card.key] = (card, shape, height)
        return height

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index, /) -> QSize:
        """Give a card the height of its lines in the width of the view."""
        font = QFont(option.font)  # a copy: the option's own dies with it
        return QSize(self.width, self.height_of(index.row(), font, self.width))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        """Paint one card."""
        row = index.row()
        card = self._rows.card(row)
        shape = self._shape(row, card, QFont(option.font), self.width)
        layout = moved(lay_out(card, self._rows.wording(), shape), option.rect.topLeft())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(option.font)
        look = colours()
        if not layout.group.isEmpty():
            self._paint_group(painter, layout.group, option.font, look)
        if not (shape.current and self.room_taken):
            self._paint_ground(painter, layout.card, card, look, current=shape.current)
            if is_folded(card, shape):
                self._paint_folded(painter, layout.head, card, option.font, look)
            else:
                self._paint_open(painter, layout, card, shape, look)
            self._paint_keys(painter, layout, option.font, look)
        painter.restore()

    def _shape(self, row: int, card: Card, font: QFont, width: int) -> Shape:
        current = card.key == self.current
        return Shape(
            font=font,
            width=width,
            begins_group=self._rows.begins_countries(row),
            current=current,
            in_lines=current and self.line >= 0,
        )

    def _paint_group(self, painter: QPainter, room: QRect, font: QFont, look: Palette) -> None:
        painter.setFont(group_font(font))
        below = room.adjusted(gap(font) // 2, gap(font), 0, 0)
        paint_text(painter, below, self.tr("Countries named"), look.quiet)
        painter.setFont(font)

    def _paint_ground(
        self, painter: QPainter, room: QRect, card: Card, look: Palette, *, current: bool
    ) -> None:
        quiet = not card.is_open or (card.is_country and not current)
        painter.setBrush(look.panel if quiet else look.surface)
        pen = QPen(look.line, 1)
        if current:
            pen = QPen(look.accent if self.focused else mix(look.line, look.accent, 0.5), 2)
        painter.setPen(pen if current or not quiet else Qt.PenStyle.NoPen)
        inset = pen.widthF() / 2
        box = room.toRectF().adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, 6, 6)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_open(
        self, painter: QPainter, layout: CardLayout, card: Card, shape: Shape, look: Palette
    ) -> None:
        font, wording = shape.font, self._rows.wording()
        self._paint_head(painter, layout.head, card, font, look)
        title = wrap(
            (Run(text=card_title(card, wording)),), bold_font(font), layout.title.width(), look
        )
        painter.setPen(look.ink)
        paint_wrapped(painter, title, layout.title, 0 if shape.current else TITLE_LINES)
        painter.setFont(font)
        if not layout.same.isEmpty():
            paint_runs(painter, layout.same, card_same(card), look)
        for at, (room, words) in enumerate(
            zip(layout.lines, card_lines(card, wording), strict=True)
        ):
            if shape.current and at == self.line:
                self._paint_line_ground(painter, room.whole, look)
            ticked = card.is_ticked(room.key)
            self._paint_line(painter, room, words, shape, look, ticked=ticked)

    def _paint_head(
        self, painter: QPainter, room: QRect, card: Card, font: QFont, look: Palette
    ) -> None:
        colour, side = look.kind(card.kind), icon_size(font)
        top = room.center().y() - side // 2 + 1
        paint_icon(painter, QPoint(room.left(), top), side, str(card.kind), colour)
        painter.setFont(small_font(font))
        sure = card_confidence(card)
        room, end = split_right(room, painter.fontMetrics().horizontalAdvance(sure))
        paint_text(painter, end, sure, look.quiet, RIGHT)
        painter.setFont(group_font(font))
        paint_text(painter, room.adjusted(side + gap(font) // 2, 0, 0, 0), card_kind(card), colour)
        painter.setFont(font)

    def _paint_line_ground(self, painter: QPainter, room: QRect, look: Palette) -> None:
        painter.setPen(QPen(look.accent, 1) if self.focused else Qt.PenStyle.NoPen)
        painter.setBrush(look.accent_soft)
        painter.drawRoundedRect(room.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_line(
        self,
        painter: QPainter,
        room: LineRoom,
        words: LineWords,
        shape: Shape,
        look: Palette,
        *,
        ticked: bool,
    ) -> None:
        self._paint_box(painter, room.tick, look, ticked=ticked)
        runs = (
            words.runs if ticked else tuple(Run(text=run.text, tone="quiet") for run in words.runs)
        )
        font = QFont(shape.font)
        font.setStrikeOut(not ticked)
        painter.setFont(shape.font)
        paint_text(painter, room.label, words.label, look.quiet, LEFT)
        painter.setFont(font)
        if shape.current:
            paint_wrapped(painter, wrap(runs, font, room.value.width(), look), room.value)
        else:
            paint_runs(painter, room.value, runs, look)
        painter.setFont(shape.font)

    def _paint_box(self, painter: QPainter, room: QRect, look: Palette, *, ticked: bool) -> None:
        box = room.toRectF().adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(look.accent if ticked else look.quiet)
        painter.setBrush(look.accent if ticked else look.surface)
        painter.drawRoundedRect(box, 3, 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if ticked:
            at = QPoint(room.left() + 2, room.top() + 2)
            paint_icon(painter, at, room.width() - 4, "check", look.surface)

    def _paint_folded(
        self, painter: QPainter, room: QRect, card: Card, font: QFont, look: Palette
    ) -> None:
        side, unit = icon_size(font), gap(font)
        sign, colour = _sign(card, look)
        at = QPoint(room.left(), room.center().y() - side // 2 + 1)
        paint_icon(painter, at, side, sign, colour)
        words = room.adjusted(side + unit * 3 // 4, 0, 0, 0)
        painter.setFont(small_font(font))
        told = state_word(card) or card_confidence(card)
        words, end = split_right(words, painter.fontMetrics().horizontalAdvance(told))
        paint_text(painter, end, told, look.quiet, RIGHT)
        struck = QFont(font)
        struck.setStrikeOut(card.state == CardState.REFUSED)
        painter.setFont(struck)
        words.setRight(words.right() - unit)
        paint_runs(painter, words, self._folded_words(card), look)
        painter.setFont(font)

    def _folded_words(self, card: Card) -> tuple[Run, ...]:
        wording = self._rows.wording()
        if not card.is_open:
            return decided_words(card, wording, self._rows.reference_of(card))
        title = Run(text=f"{card_title(card, wording)}  ")
        return (title, *card_same(card)[:1])

    def _paint_keys(
        self, painter: QPainter, layout: CardLayout, font: QFont, look: Palette
    ) -> None:
        painter.setFont(small_font(font))
        for key in layout.keys:
            painter.setPen(mix(look.panel, look.ink, 0.24))
            painter.setBrush(look.panel)
            painter.drawRoundedRect(key.cap.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(look.quiet)
            painter.drawText(key.cap, Qt.AlignmentFlag.AlignCenter, key.words.cap)
            paint_text(painter, key.text, key.words.text, look.quiet)
        painter.setFont(font)


def _sign(card: Card, look: Palette) -> tuple[str, QColor]:
    if card.state == CardState.ACCEPTED:
        return "check", look.good
    if card.state == CardState.REFUSED:
        return "close", look.quiet
    return str(card.kind), look.kind(card.kind)
