"""Slips: what was meant by a word typed wrong, as far as the keys tell.

Keys hit with the other layout on (ЙЦУКЕН, GOST 6431, for QWERTY), letters that look alike in both
scripts, and single letters left out, doubled, changed or swapped.
"""

from collections.abc import Iterator
from typing import Final

_LATIN_KEYS: Final = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_CYRILLIC_KEYS: Final = "йцукенгшщзхъфывапролджэячсмитьбюё"
_TO_CYRILLIC_KEYS = str.maketrans(_LATIN_KEYS, _CYRILLIC_KEYS)
_TO_LATIN_KEYS = str.maketrans(_CYRILLIC_KEYS, _LATIN_KEYS)
_LATIN_LOOKS: Final = "abceihkmoptxys"
_CYRILLIC_LOOKS: Final = "авсеінкмортхуѕ"
_TO_CYRILLIC_LOOKS = str.maketrans(_LATIN_LOOKS, _CYRILLIC_LOOKS)
_TO_LATIN_LOOKS = str.maketrans(_CYRILLIC_LOOKS, _LATIN_LOOKS)
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC: Final = "абвгдежзийклмнопрстуфхцчшщъыьэюя"


def by_other_layout(typed: str) -> tuple[str, ...]:
    """Return what the same keys give with the other layout on, in small letters."""
    small = typed.lower()
    return tuple(
        meant
        for table in (_TO_CYRILLIC_KEYS, _TO_LATIN_KEYS)
        if (meant := small.translate(table)) != small
    )


def by_looks(typed: str) -> tuple[str, ...]:
    """Return the word all in one script, where letters of the other only look like it."""
    small = typed.lower()
    meant = (small.translate(table) for table in (_TO_CYRILLIC_LOOKS, _TO_LATIN_LOOKS))
    return tuple(word for word in meant if word != small and _of_one_script(word))


def _of_one_script(word: str) -> bool:
    return not any(letter in _LATIN for letter in word) or not any(
        letter in _CYRILLIC for letter in word
    )


def one_slip_away(word: str) -> set[str]:
    """Return what a folded word becomes by one letter less, more, other, or two swapped."""
    return {meant for meant in _slips(word) if meant and meant != word}


def _slips(word: str) -> Iterator[str]:
    letters = _CYRILLIC if any(letter in _CYRILLIC for letter in word) else _LATIN
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in letters:
            yield head + letter + tail
            yield head + letter + tail[1:]
