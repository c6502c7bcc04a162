"""The keys that the desk shows in its last line: those of the text, and those of the cards."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.desk.keys import DeskKey

BY_A_WORD = "[ ]"
CARDS = "Tab"
_OF_CARDS = {
    "↓": Qt.Key.Key_Down,
    "↑": Qt.Key.Key_Up,
    "→": Qt.Key.Key_Right,
    "Space": Qt.Key.Key_Space,
    "Enter": Qt.Key.Key_Return,
    "E": Qt.Key.Key_F2,
    "S": Qt.Key.Key_S,
    "X": Qt.Key.Key_Delete,
    "Backspace": Qt.Key.Key_Backspace,
    "Esc": Qt.Key.Key_Escape,
}


def text_keys() -> list[tuple[str, str]]:
    """Return the keys of the text, each with what it does."""
    return [
        (DeskKey.SENTENCE, _tr("sentence")),
        (BY_A_WORD, _tr("word")),
        (DeskKey.PIN, _tr("pin")),
        (DeskKey.AGREEMENT, _tr("agreement")),
        (DeskKey.MEETING, _tr("meeting")),
        (DeskKey.PERSON, _tr("person")),
        (DeskKey.ORGANISATION, _tr("body")),
        (DeskKey.PLACE, _tr("place")),
        (DeskKey.DATE, _tr("date")),
        (DeskKey.TAG, _tr("tag")),
        (DeskKey.FIGURE, _tr("figure")),
        (DeskKey.QUOTATION, _tr("quote")),
        (DeskKey.NOISE, _tr("noise")),
        (DeskKey.HEADING, _tr("heading")),
        (DeskKey.EVIDENCE, _tr("evidence for…")),
        (CARDS, _tr("cards")),
        (DeskKey.BACK, _tr("back")),
    ]


def card_keys() -> list[tuple[str, str]]:
    """Return the keys of the cards, each with what it does."""
    return [
        ("↓", _tr("next")),
        ("↑", _tr("previous")),
        ("Enter", _tr("take")),
        ("X", _tr("refuse")),
        ("→", _tr("lines")),
        ("Space", _tr("tick")),
        ("E", _tr("edit")),
        ("S", _tr("same as…")),
        ("Backspace", _tr("put back")),
        ("Ctrl+Enter", _tr("checked, next")),
        ("F6", _tr("text")),
        ("Esc", _tr("back")),
    ]


def press_card_key(cards: QWidget, key: str) -> bool:
    """Press a key on the cards for one who clicked it; tell whether it is one of theirs."""
    code = _OF_CARDS.get(key)
    if code is None:
        return False
    cards.setFocus(Qt.FocusReason.OtherFocusReason)
    target = QApplication.focusWidget() or cards
    text = key.lower() if len(key) == 1 and key.isalpha() else ""
    pressed = QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, text)
    QApplication.sendEvent(target, pressed)
    return True


def _tr(words: str) -> str:
    return QCoreApplication.translate("desk", words)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedKey:
    """A key of the desk as the sheet of keys lists it."""

    words: str
    menu: str
    shortcut: str


def listed_keys() -> list[ListedKey]:
    """Return all keys of the desk for the sheet of keys."""
    groups = ((_tr("Text of a release"), text_keys()), (_tr("Cards of a release"), card_keys()))
    return [
        ListedKey(words=words[:1].upper() + words[1:], menu=menu, shortcut=key)
        for menu, keys in groups
        for key, words in keys
    ]
