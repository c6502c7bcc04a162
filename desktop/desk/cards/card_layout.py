"""Where each part of a card stands: one reckoning for painting, clicking and what is in sight."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFont, QFontMetrics

from desktop.desk.cards.card import HEAD, Card
from desktop.desk.cards.card_keys import KeyWords, keys_of
from desktop.desk.cards.card_words import card_lines, card_same, card_title
from desktop.desk.cards.wording import Wording
from desktop.desk.cards.wrapped import height_of, height_of_words, wrap
from desktop.theme import bold_font, gap, heading_font, icon_size, label_width, small_font

TITLE_LINES = 3
"""How many lines of its title a card shows while it is not the current one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRoom:
    """Where one line stands."""

    key: str
    whole: QRect
    tick: QRect
    label: QRect
    value: QRect


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyRoom:
    """Where one key of the current card stands."""

    words: KeyWords
    cap: QRect
    text: QRect


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLayout:
    """Where the parts of a card stand in a row that begins at (0, 0)."""

    card: QRect
    group: QRect
    """The heading of a group above the card; empty where none begins."""
    head: QRect
    title: QRect
    same: QRect
    lines: tuple[LineRoom, ...]
    keys: tuple[KeyRoom, ...]
    height: int
    """Of the whole row, with the space around the card."""

    @property
    def parts(self) -> tuple[tuple[str, QRect], ...]:
        """Each part that has to be seen, by the key of its line."""
        top = self.head.united(self.title).united(self.same)
        return ((HEAD, top), *((line.key, line.whole) for line in self.lines))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What a layout depends on besides the card."""

    font: QFont
    width: int
    begins_group: bool = False
    current: bool = False
    in_lines: bool = False


def is_folded(card: Card, shape: Shape) -> bool:
    """Tell whether a card takes one line: decided ones do, and countries out of the way."""
    return not card.is_open or (card.is_country and not shape.current)


def lay_out(card: Card, wording: Wording, shape: Shape) -> CardLayout:
    """Reckon where the parts of a card stand."""
    unit, line = gap(shape.font), QFontMetrics(shape.font).height()
    room = QRect(unit, 0, shape.width - 2 * unit, 0)
    group = QRect()
    if shape.begins_group:
        group = QRect(room.left(), unit // 2, room.width(), line + unit)
        room.moveTop(group.bottom() + 1)
    if is_folded(card, shape):
        return _folded(card, shape, room, group)
    inner = QRect(room.left() + 3 * unit // 2, 0, room.width() - 3 * unit, line)
    inner.moveTop(room.top() + unit)
    head = QRect(inner)
    title = QRect(inner.left(), head.bottom() + 1 + unit // 3, inner.width(), 0)
    title.setHeight(_title_height(card, wording, shape, title.width()))
    top = title.bottom() + 1
    same = QRect(inner.left(), top, inner.width(), line if card_same(card) else 0)
    top = same.bottom() + 1 + (unit // 2 if card.lines else 0)
    lines = _lines(card, wording, shape, QRect(inner.left(), top, inner.width(), 0))
    top = lines[-1].whole.bottom() + 1 if lines else top
    keys = _keys(card, shape, QPoint(inner.left(), top + unit // 2), inner.width())
    bottom = keys[-1].cap.bottom() + 1 if keys else top
    whole = QRect(room.left(), room.top(), room.width(), bottom + unit * 3 // 4 - room.top())
    return CardLayout(
        card=whole,
        group=group,
        head=head,
        title=title,
        same=same,
        lines=lines,
        keys=keys,
        height=whole.bottom() + 1 + unit,
    )


def moved(layout: CardLayout, by: QPoint) -> CardLayout:
    """Return a layout whose row begins elsewhere."""
    return replace(
        layout,
        card=layout.card.translated(by),
        group=layout.group.translated(by),
        head=layout.head.translated(by),
        title=layout.title.translated(by),
        same=layout.same.translated(by),
        lines=tuple(
            replace(
                line,
                whole=line.whole.translated(by),
                tick=line.tick.translated(by),
                label=line.label.translated(by),
                value=line.value.translated(by),
            )
            for line in layout.lines
        ),
        keys=tuple(
            replace(key, cap=key.cap.translated(by), text=key.text.translated(by))
            for key in layout.keys
        ),
    )


def column_width(font: QFont, width: int) -> int:
    """Return the width of the labels beside the ticks."""
    return min(label_width(font), width * 2 // 5)


def _folded(card: Card, shape: Shape, room: QRect, group: QRect) -> CardLayout:
    unit, line = gap(shape.font), QFontMetrics(shape.font).height()
    inner = QRect(room.left() + 3 * unit // 2, room.top() + unit // 2, 0, line)
    inner.setWidth(room.width() - 3 * unit)
    keys = _keys(card, shape, QPoint(inner.left(), inner.bottom() + 1 + unit // 2), inner.width())
    bottom = keys[-1].cap.bottom() + 1 if keys else inner.bottom() + 1
    whole = QRect(room.left(), room.top(), room.width(), bottom + unit // 2 - room.top())
    return CardLayout(
        card=whole,
        group=group,
        head=inner,
        title=QRect(),
        same=QRect(),
        lines=(),
        keys=keys,
        height=whole.bottom() + 1 + unit * 3 // 4,
    )


def _title_height(card: Card, wording: Wording, shape: Shape, width: int) -> int:
    most = 0 if shape.current else TITLE_LINES
    return height_of_words(card_title(card, wording), bold_font(shape.font), width, most)


def _lines(card: Card, wording: Wording, shape: Shape, room: QRect) -> tuple[LineRoom, ...]:
    unit, line = gap(shape.font), QFontMetrics(shape.font).height()
    side, column = icon_size(shape.font), column_width(shape.font, room.width())
    indent = side + unit * 3 // 4
    value_left = room.left() + indent + column + unit // 2
    width = room.right() + 1 - value_left
    words = card_lines(card, wording) if shape.current else ()
    rooms: list[LineRoom] = []
    top = room.top()
    for at, key in enumerate(one.key for one in card.lines):
        tall = line
        if shape.current:
            tall = max(line, height_of(wrap(words[at].runs, shape.font, width)))
        whole = QRect(room.left() - unit // 2, top, room.width() + unit, tall + unit // 2 + 2)
        down = unit // 4 + 1
        tick = QRect(room.left(), top + down + (line - side) // 2, side, side)
        label = QRect(room.left() + indent, top + down, column, line)
        value = QRect(value_left, top + down, width, tall)
        rooms.append(LineRoom(key=key, whole=whole, tick=tick, label=label, value=value))
        top = whole.bottom() + 1
    return tuple(rooms)


def _keys(card: Card, shape: Shape, at: QPoint, width: int) -> tuple[KeyRoom, ...]:
    if not shape.current:
        return ()
    metrics, unit = QFontMetrics(small_font(shape.font)), gap(shape.font)
    height = metrics.height() + 2
    rooms: list[KeyRoom] = []
    left, top = at.x(), at.y()
    for words in keys_of(card, in_lines=shape.in_lines):
        cap = max(height, metrics.horizontalAdvance(words.cap) + unit)
        text = metrics.horizontalAdvance(words.text)
        if left > at.x() and left + cap + unit // 2 + text > at.x() + width:
            left, top = at.x(), top + height + unit // 3
        cap_room = QRect(left, top, cap, height)
        text_room = QRect(cap_room.right() + 1 + unit // 2, top, text, height)
        rooms.append(KeyRoom(words=words, cap=cap_room, text=text_room))
        left = text_room.right() + 1 + unit
    return tuple(rooms)


def group_font(font: QFont) -> QFont:
    """Return the font of the heading of a group, and of the kind of a card."""
    return heading_font(font)
