"""The list of cards: gone through, ticked, taken and refused by keys or by mouse."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.desk.cards.card import Card, CardState, taken
from desktop.desk.cards.card_keys import CardKey, can_be_same, card_key
from desktop.desk.cards.card_rows import CardsModel
from desktop.desk.cards.card_view import CardView

_ONCE = frozenset({CardKey.TAKE, CardKey.REFUSE, CardKey.REOPEN, CardKey.TICK, CardKey.LEAVE})
"""Keys that do nothing more while they are held down."""


class CardList(CardView):
    """Carry out the keys of the cards; what is to be written is asked for by signals."""

    take_requested = Signal(object)
    """A `Taken`, of a card that was wholly in sight."""
    refuse_requested = Signal(object)
    reopen_requested = Signal(object)
    same_requested = Signal(object)
    edit_requested = Signal(object)
    """A `Suggestion`, like the three before it."""
    open_requested = Signal(int)
    """The id of the entry an accepted card became."""
    said = Signal(str)
    left = Signal()

    def __init__(
        self, rows: CardsModel, *, read_only: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(rows, parent)
        self._read_only = read_only

    @Slot(object)
    def do(self, key: CardKey) -> None:
        """Carry out a key."""
        card = self.current_card()
        if key == CardKey.LEAVE:
            self._leave()
        elif card is None:
            return
        elif key in {CardKey.NEXT, CardKey.PREVIOUS}:
            self._step(card, 1 if key == CardKey.NEXT else -1)
        elif key in {CardKey.FIRST, CardKey.LAST}:
            self._go_to_row(0 if key == CardKey.FIRST else self._rows.rowCount() - 1)
        elif key == CardKey.INTO_LINES:
            self._enter_lines(card)
        elif key == CardKey.OUT_OF_LINES:
            self._set_line(card, -1)
        elif key == CardKey.TAKE and not card.is_open:
            self._open(card)
        elif self._read_only:
            self.said.emit(self.tr("This catalogue can only be read."))
        else:
            self._decide(key, card)

    def take(self, card: Card) -> None:
        """Take a card, all of which was in sight, and go on to the next open one."""
        following = self._next_open(card.key)
        self._rows.begin(card.key, CardState.ACCEPTED)
        self._go_on(following)
        self.take_requested.emit(taken(card))

    def _decide(self, key: CardKey, card: Card) -> None:
        match key:
            case CardKey.TICK:
                self._tick(card)
            case CardKey.TAKE:
                self._take_or_show(card)
            case CardKey.REFUSE if card.is_open:
                self._refuse(card)
            case CardKey.REOPEN if not card.is_open:
                self._rows.begin(card.key, CardState.OPEN)
                self.set_current(card.key)
                self.reopen_requested.emit(card.suggestion)
            case CardKey.EDIT if card.is_open:
                self.edit_requested.emit(card.suggestion)
            case CardKey.SAME if card.is_open:
                self._ask_same(card)
            case CardKey.EDIT | CardKey.SAME:
                self.said.emit(self.tr("It is decided. Backspace puts it back among the open."))
            case _:
                pass

    def _take_or_show(self, card: Card) -> None:
        self._note_seen()
        card = self._rows.card_of(card.key) or card
        unseen = card.unseen
        if not unseen:
            self.take(card)
            return
        self._painter.line = -1
        self._show_part(unseen)
        self._note_seen()
        words = self.tr("Lines were out of sight: {0}. Look at them, then press Enter again.")
        self.said.emit(words.format(len(unseen)))

    def _refuse(self, card: Card) -> None:
        line = self._painter.line
        if line >= 0:  # within the lines it is the line that is refused
            self._rows.tick(card.key, card.lines[line].key, ticked=False)
            return
        following = self._next_open(card.key)
        self._rows.begin(card.key, CardState.REFUSED)
        self._go_on(following)
        self.refuse_requested.emit(card.suggestion)

    def _ask_same(self, card: Card) -> None:
        if can_be_same(card):
            self.same_requested.emit(card.suggestion)
        else:
            self.said.emit(self.tr("A country or the release itself is always the same."))

    def _tick(self, card: Card) -> None:
        line = self._painter.line
        if not card.is_open or not card.lines:
            return
        if line < 0:
            self._enter_lines(card)
            return
        key = card.lines[line].key
        self._rows.tick(card.key, key, ticked=not card.is_ticked(key))

    def _open(self, card: Card) -> None:
        if card.state == CardState.ACCEPTED and card.entry_id is not None:
            self.open_requested.emit(card.entry_id)

    def _leave(self) -> None:
        card = self.current_card()
        if card is not None and self._painter.line >= 0:
            self._set_line(card, -1)
        else:
            self.left.emit()

    def _step(self, card: Card, by: int) -> None:
        line = self._painter.line + by
        if self._painter.line >= 0 and line < len(card.lines):
            self._set_line(card, line)  # from the first line back to the card itself
            return
        self._go_to_row(self._rows.row_of(card.key) + by)

    def _go_to_row(self, row: int) -> None:
        if 0 <= row < self._rows.rowCount():
            self.set_current(self._rows.keys()[row])

    def _enter_lines(self, card: Card) -> None:
        if card.is_open and card.lines and self._painter.line < 0:
            self._set_line(card, 0)

    def _set_line(self, card: Card, line: int) -> None:
        self.set_current(card.key, line)

    def _next_open(self, key: str) -> str:
        """Return the key of the open card after this one, else of the first; none is empty."""
        keys = [card.key for card in self._rows.all_cards() if card.is_open or card.key == key]
        at = keys.index(key) if key in keys else -1
        return next((other for other in (*keys[at + 1 :], *keys[:at]) if other != key), "")

    def _go_on(self, key: str) -> None:
        if key:
            self.set_current(key)
        elif self.current_card() is None and self._rows.rowCount():
            self._go_to_row(self._rows.rowCount() - 1)
        else:
            self._show_current(self._painter.current)
        if not key:
            self.said.emit(self.tr("Everything in this release is decided."))

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Carry out the keys of the cards; Tab goes into the lines, then on; pages scroll."""
        key = card_key(event)
        page = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()), 0)
        if key is not None and not (event.isAutoRepeat() and key in _ONCE):
            self.do(key)
        elif page:
            bar = self.verticalScrollBar()
            overlap = 3 * self.fontMetrics().height()  # no line is cut at both pages
            bar.setValue(bar.value() + page * max(1, bar.pageStep() - overlap))
        elif key is None:
            event.ignore()

    @override
    def event(self, e: QEvent, /) -> bool:
        """Keep our keys from the shortcuts of the window."""
        asks = e.type() == QEvent.Type.ShortcutOverride
        if asks and isinstance(e, QKeyEvent) and card_key(e) is not None:
            e.accept()
            return True
        return super().event(e)

    @override
    def focusNextPrevChild(self, next: bool, /) -> bool:
        """Let Tab go from the card into its lines and Shift+Tab back, before either leaves."""
        card = self.current_card()
        inside = self._painter.line >= 0
        has_lines = card is not None and card.is_open and bool(card.lines)
        if card is not None and has_lines and self.hasFocus() and next != inside:
            self._set_line(card, 0 if next else -1)
            return True
        return super().focusNextPrevChild(next)

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        """Make a card or line current; tick, or do what the key under the mouse does."""
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        card, at = self._rows.card(index.row()), event.position().toPoint()
        layout = self.layout_at(index.row())
        key = next(
            (one.words.key for one in layout.keys if one.cap.united(one.text).contains(at)), None
        )
        if key is not None:
            self.do(key)
            return
        line = next((n for n, one in enumerate(layout.lines) if one.whole.contains(at)), -1)
        on_tick = line >= 0 and _around(layout.lines[line].tick).contains(at)
        self.set_current(card.key, line)
        if on_tick:
            self.do(CardKey.TICK)

    @override
    def mouseReleaseEvent(self, e: QMouseEvent, /) -> None:
        """Do nothing more: a press has done it."""

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        """Edit the card, where it is not its ticks that are clicked fast."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        if not index.isValid():
            return
        layout = self.layout_at(index.row())
        if any(_around(line.tick).contains(at) for line in layout.lines):
            self.do(CardKey.TICK)
        elif self._rows.card(index.row()).key == self._painter.current:
            self.do(CardKey.EDIT)

    @override
    def mouseMoveEvent(self, e: QMouseEvent, /) -> None:
        """Drag nothing."""


def _around(room: QRect) -> QRect:
    return room.adjusted(-3, -3, 3, 3)
