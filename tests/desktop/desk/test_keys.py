"""The keys mean the same on a Latin and on a Russian keyboard."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from desktop.desk.keys import DeskKey, desk_key

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT_GR = CTRL | Qt.KeyboardModifier.AltModifier


def _key(text: str, key: int = 0, held: Qt.KeyboardModifier = NONE) -> DeskKey | None:
    return desk_key(QKeyEvent(QEvent.Type.KeyPress, key, held, text))


@pytest.mark.parametrize(
    ("latin", "russian", "key"),
    [
        ("s", "ы", DeskKey.SENTENCE),
        ("e", "у", DeskKey.EVIDENCE),
        ("a", "ф", DeskKey.AGREEMENT),
        ("m", "ь", DeskKey.MEETING),
        ("p", "з", DeskKey.PERSON),
        ("o", "щ", DeskKey.ORGANISATION),
        ("l", "д", DeskKey.PLACE),
        ("d", "в", DeskKey.DATE),
        ("t", "е", DeskKey.TAG),
        ("f", "а", DeskKey.FIGURE),
        ("q", "й", DeskKey.QUOTATION),
        ("n", "т", DeskKey.NOISE),
        ("h", "р", DeskKey.HEADING),
        ("[", "х", DeskKey.WORD_LESS),
        ("]", "ъ", DeskKey.WORD_MORE),
        ("{", "Х", DeskKey.START_EARLIER),
        ("}", "Ъ", DeskKey.START_LATER),
    ],
)
def test_a_letter_and_its_neighbour_on_the_other_keyboard(
    latin: str, russian: str, key: DeskKey
) -> None:
    assert _key(latin) == _key(russian) == _key(latin.upper()) == key


def test_enter_escape_and_space() -> None:
    assert _key("\r", Qt.Key.Key_Return) == _key("\r", Qt.Key.Key_Enter) == DeskKey.PIN
    assert _key("\r", Qt.Key.Key_Return, CTRL) == DeskKey.PIN_MORE
    assert _key("\x1b", Qt.Key.Key_Escape) == DeskKey.BACK
    assert _key(" ", Qt.Key.Key_Space) == DeskKey.SENTENCE


def test_keys_of_the_window_and_of_the_caret_are_left_alone() -> None:
    assert _key("\x01", Qt.Key.Key_A, CTRL) is None
    assert _key("", Qt.Key.Key_Left) is None
    assert _key("b", Qt.Key.Key_B) is None


def test_brackets_are_known_with_alt_gr_held() -> None:
    assert _key("]", Qt.Key.Key_BracketRight, ALT_GR) == DeskKey.WORD_MORE
