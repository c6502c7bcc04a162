"""Folding: the form of a text under which it is searched, compared and sorted.

Folding drops case, diacritics, typographic quotes and dashes, and surplus space. Letters that one
reader types for another meet: ё and е, ə and e, қ and к. Only й keeps its mark: it is a letter of
its own in every Cyrillic alphabet, and Russian endings hang on it.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_BREVE = "\u0306"
_LETTERS = {
    # Latin letters that NFKD leaves whole
    "ə": "e", "ǝ": "e", "ı": "i", "ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ŧ": "t", "ŋ": "n",
    "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ĸ": "k", "ɣ": "g",
    # Cyrillic letters beside the Russian alphabet
    "ұ": "у", "ү": "у", "қ": "к", "ң": "н", "ө": "о", "ғ": "г", "һ": "х", "і": "и", "ә": "а",
    "ҳ": "х", "ҷ": "ч", "ҹ": "ч", "ҝ": "к", "ґ": "г", "є": "е", "ҙ": "з", "ҫ": "с", "ҡ": "к",
    "ҕ": "г", "ј": "й", "љ": "л", "њ": "н", "ђ": "д", "ћ": "ч", "џ": "ч",
}  # fmt: skip
_MARKS = (
    dict.fromkeys("‘’‚‛′‵ʹʻʼʽˈ`´＇", "'")
    | dict.fromkeys("«»“”„‟″‶〝〞〟‹›＂", '"')
    | dict.fromkeys("‐‑‒–—―−⁃﹘﹣－", "-")
    | {"\u2044": "/"}
)


def _folded_letter(letter: str) -> str:
    if letter in "йЙ":
        return "й"
    if letter in _MARKS:
        return _MARKS[letter]
    if letter.isspace():
        return " "
    plain = unicodedata.normalize("NFKD", letter).casefold()
    return "".join(_folded_piece(piece) for piece in unicodedata.normalize("NFKD", plain))


def _folded_piece(piece: str) -> str:
    if piece.isspace():
        return " "
    if unicodedata.combining(piece) or unicodedata.category(piece) in {"Cc", "Cf", "Cs"}:
        return ""
    return _MARKS.get(piece, _LETTERS.get(piece, piece))


class _Table(dict[int, str]):
    """Fold each code point once; `str.translate` then runs without calling back."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _folded_letter(chr(code))
        return folded


_TABLE = _Table()


def fold(text: str) -> str:
    """Return the form of a text under which it is searched and compared.

    Idempotent. Zero-width and control characters vanish, runs of white space become one space and
    the ends are trimmed.
    """
    if _BREVE in text:
        text = text.replace("и" + _BREVE, "й").replace("И" + _BREVE, "й")
    return " ".join(text.translate(_TABLE).split())


def fold_map(text: str) -> tuple[str, list[int]]:
    """Return the folded text and, for each of its characters, where it came from.

    Offsets are code points of the original; they never fall.
    """
    letters: list[str] = []
    offsets: list[int] = []
    for offset, letter in enumerate(text):
        if letter == _BREVE and offset and text[offset - 1] in "иИ":
            letters[-1] = "й"
            continue
        for piece in _TABLE[ord(letter)]:
            if piece == " " and (not letters or letters[-1] == " "):
                continue
            letters.append(piece)
            offsets.append(offset)
    if letters and letters[-1] == " ":
        letters.pop()
        offsets.pop()
    return "".join(letters), offsets


# A word in the original: letters and digits; marks, invisible characters, apostrophes inside
_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
_INSIDE = rf"[^\W_]|[\u0300-\u036f{_INVISIBLE}]"
_WORD = re.compile(rf"[^\W_](?:{_INSIDE}|['’ʼʻ‘`´](?=[^\W_]))*")


class _Chunks(dict[str, tuple[str, ...]]):
    """Read what stands between two blanks once; the memory is emptied when it is too large."""

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[chunk] = tuple(filter(None, map(_folded_word, _WORD.findall(chunk))))
        return found


_REMEMBERED = 65_536
_CHUNKS = _Chunks()


@lru_cache(maxsize=65536)
def _folded_word(word: str) -> str:
    return "".join(letter for letter in fold(word) if letter.isalnum() or letter == "'").strip("'")


def word_spans(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each word folded, with its start and end in code points of the original.

    A hyphen parts words, an apostrophe inside one does not.
    """
    for found in _WORD.finditer(text):
        word = _folded_word(found.group())
        if word:
            yield word, found.start(), found.end()


def words(text: str) -> list[str]:
    """Return the folded words of a text, in order."""
    return [word for chunk in text.split() for word in _CHUNKS[chunk]]
