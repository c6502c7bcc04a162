"""The keys of the desk: letters and signs, the same on a Latin and on a Russian keyboard."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class DeskKey(StrEnum):
    """What a key asks for while the text of a source has the focus; the value is the key's sign."""

    SENTENCE = "S"
    WORD_MORE = "]"
    WORD_LESS = "["
    START_EARLIER = "{"
    START_LATER = "}"
    PIN = "Enter"
    PIN_MORE = "Ctrl+Enter"
    EVIDENCE = "E"
    AGREEMENT = "A"
    MEETING = "M"
    PERSON = "P"
    ORGANISATION = "O"
    PLACE = "L"
    DATE = "D"
    TAG = "T"
    FIGURE = "F"
    QUOTATION = "Q"
    NOISE = "N"
    HEADING = "H"
    BACK = "Esc"


_RUSSIAN = str.maketrans(
    "йцукенгшщзхъфывапролджэячсмитьХЪ",
    "qwertyuiop[]asdfghjkl;'zxcvbnm{}",
)
_SIGNS = {key.value.lower(): key for key in DeskKey if len(key.value) == 1}
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def desk_key(event: QKeyEvent) -> DeskKey | None:
    """Return what a key press asks for, or None for one that moves the caret or is not ours."""
    modifiers = event.modifiers()
    held = modifiers & ~_PLAIN
    match event.key():
        case Qt.Key.Key_Return | Qt.Key.Key_Enter:
            return _enter(held)
        case Qt.Key.Key_Escape:
            return DeskKey.BACK
        case Qt.Key.Key_Space if not held:
            return DeskKey.SENTENCE
        case _:
            return _sign(event.text(), held)


def _enter(held: Qt.KeyboardModifier) -> DeskKey | None:
    if not held:
        return DeskKey.PIN
    return DeskKey.PIN_MORE if held == Qt.KeyboardModifier.ControlModifier else None


def _sign(typed: str, held: Qt.KeyboardModifier) -> DeskKey | None:
    if typed in {"[", "]", "{", "}"}:  # AltGr is held for these on many keyboards
        return _SIGNS[typed]
    if held:
        return None
    return _SIGNS.get(typed.translate(_RUSSIAN).lower().translate(_RUSSIAN))
