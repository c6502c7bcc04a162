"""The keys of the cards: what each does now, the same on a Latin and on a Russian keyboard."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from db.terms import EntryKind
from desktop.desk.cards.card import Card, CardState
from desktop.desk.cards.wording import translate


class CardKey(StrEnum):
    """What a key asks for while the cards have the focus."""

    NEXT = "next"
    PREVIOUS = "previous"
    FIRST = "first"
    LAST = "last"
    INTO_LINES = "into_lines"
    OUT_OF_LINES = "out_of_lines"
    TICK = "tick"
    TAKE = "take"
    REFUSE = "refuse"
    EDIT = "edit"
    SAME = "same"
    REOPEN = "reopen"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyWords:
    """A key in sight, and what it does; a click on it is as good."""

    key: CardKey
    cap: str
    text: str


_KEYS = {
    Qt.Key.Key_Down: CardKey.NEXT,
    Qt.Key.Key_Up: CardKey.PREVIOUS,
    Qt.Key.Key_Home: CardKey.FIRST,
    Qt.Key.Key_End: CardKey.LAST,
    Qt.Key.Key_Right: CardKey.INTO_LINES,
    Qt.Key.Key_Left: CardKey.OUT_OF_LINES,
    Qt.Key.Key_Space: CardKey.TICK,
    Qt.Key.Key_Return: CardKey.TAKE,
    Qt.Key.Key_Enter: CardKey.TAKE,
    Qt.Key.Key_Delete: CardKey.REFUSE,
    Qt.Key.Key_Backspace: CardKey.REOPEN,
    Qt.Key.Key_Escape: CardKey.LEAVE,
    Qt.Key.Key_F2: CardKey.EDIT,
}
_LETTERS = {
    CardKey.NEXT: "jо",
    CardKey.PREVIOUS: "kл",
    CardKey.REFUSE: "xч",
    CardKey.EDIT: "eу",
    CardKey.SAME: "sы",
}
_SIGNS = {letter: key for key, letters in _LETTERS.items() for letter in letters}
_HELD = ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)


def card_key(event: QKeyEvent) -> CardKey | None:
    """Return what a key press asks for, or None for one that is not ours."""
    if event.modifiers() & _HELD:
        return None
    return _KEYS.get(Qt.Key(event.key())) or _SIGNS.get(event.text().lower())


def keys_of(card: Card, *, in_lines: bool) -> tuple[KeyWords, ...]:
    """Return the keys that do something on the current card."""
    if not card.is_open:
        return _of_decided(card)
    if in_lines:
        return (
            KeyWords(key=CardKey.TICK, cap="Space", text=translate("cards", "tick")),
            KeyWords(key=CardKey.EDIT, cap="E", text=translate("cards", "edit")),
            KeyWords(key=CardKey.TAKE, cap="Enter", text=translate("cards", "take")),
            KeyWords(key=CardKey.OUT_OF_LINES, cap="←", text=translate("cards", "back")),
        )
    keys = [
        KeyWords(key=CardKey.TAKE, cap="Enter", text=translate("cards", "take")),
        KeyWords(key=CardKey.EDIT, cap="E", text=translate("cards", "edit")),
        KeyWords(key=CardKey.SAME, cap="S", text=translate("cards", "same as…")),
        KeyWords(key=CardKey.REFUSE, cap="Del", text=translate("cards", "refuse")),
        KeyWords(key=CardKey.INTO_LINES, cap="→", text=translate("cards", "lines")),
        KeyWords(key=CardKey.NEXT, cap="↓", text=translate("cards", "next")),
    ]
    return tuple(key for key in keys if _fits(key.key, card))


def can_be_same(card: Card) -> bool:
    """Tell whether a card can be said to be the same as an entry: a country is always itself."""
    return card.kind != EntryKind.SOURCE and not card.is_country


def _fits(key: CardKey, card: Card) -> bool:
    if key == CardKey.SAME:
        return can_be_same(card)
    return bool(card.lines) or key != CardKey.INTO_LINES


def _of_decided(card: Card) -> tuple[KeyWords, ...]:
    back = KeyWords(
        key=CardKey.REOPEN, cap="Backspace", text=translate("cards", "put back among the open")
    )
    following = KeyWords(key=CardKey.NEXT, cap="↓", text=translate("cards", "next"))
    if card.state == CardState.ACCEPTED and card.entry_id is not None:
        opening = KeyWords(key=CardKey.TAKE, cap="Enter", text=translate("cards", "open"))
        return (opening, back, following)
    return (back, following)
