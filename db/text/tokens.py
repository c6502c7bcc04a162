"""Tokens: the one form under which a word of a text and a word of a query meet.

Index, query and lighting all read a text through this module. Case, diacritics, ё and е,
apostrophes and a possessive 's are folded away and endings cut off. What stands between blanks may
be several words: "health-care" is two words in a row, and found as "healthcare" too; after ``co-``,
``re-``, ``pre-`` and ``e-`` a hyphen is only a spelling, so that "co-operation" is cooperation and
holds no operation. Ordinals and Roman numbers below a hundred are plain numbers: 37th, «37-го»,
XXXVII and «ХХХVII» are 37. A Roman number needs capitals, and two letters, or one (V, X) before
another word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from .folding import fold
from .ordinals import from_roman
from .stems import stem_of_folded

Piece = tuple[str, int, int]
"""A word or stem, and where it stands within the run of letters it was read from."""

SEAM: Final = "\ue000"
"""A word nobody can type, which keeps phrases from running over from one name into the next."""

_INVISIBLE = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
_APOSTROPHES = "'’ʼʻ‘`´"
_WORD = rf"[^\W_](?:[^\W_]+|[{_INVISIBLE}]+|[{_APOSTROPHES}](?=[^\W_]))*"
_RUN = re.compile(rf"{_WORD}(?:[-‐‑]{_WORD})*")
_PART = re.compile(_WORD)
_JOINED_PREFIXES = frozenset(("co", "re", "pre", "e"))
_ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th|й|я|е|го|му)")
_ENDINGS = frozenset(
    ("st", "nd", "rd", "th", "й", "я", "е", "ю", "го", "му", "м", "х", "ми", "ти", "ой", "ый", "ий",
     "ая", "ое", "ую", "ые", "ых", "ым", "ого", "ому", "ом")
)  # fmt: skip
_ROMAN_LETTERS = "IVXLCХІС"
_ROMAN = re.compile(rf"[{_ROMAN_LETTERS}]{{2,}}|[\u2160-\u216f]")
_LARGEST = 99
_REMEMBERED = 250_000
_LONE = re.compile(r"(?<![\w.])[VXХ](?=[ \xa0]+[^\W_])")
_LONE_SIGNS: Final = {"V": "\u2164", "X": "\u2169", "Х": "\u2169"}
_LONE_SPACED = tuple(f"{letter}{blank}" for letter in _LONE_SIGNS for blank in " \xa0")


@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """What one run of letters, digits and hyphens is found by; the same run is the same object."""

    run: str
    """As it is written."""
    stems: tuple[Piece, ...]
    """Stems and numbers, in the order of the text: phrases are made of them."""
    further: tuple[Piece, ...]
    """Further stems that find it alone: parts run together, a Roman number as it is spelt."""
    words: tuple[Piece, ...]
    """Folded words as they stand."""
    joined: str
    """Folded words run together where that is another word; empty for a single word."""
    stem_text: str
    further_text: str
    word_text: str


def tokens(text: str) -> Iterator[tuple[Token, int, int]]:
    """Yield each run of a text as a token, with its start and end in code points of the text."""
    for found in _RUN.finditer(with_numerals(text)):
        yield _TOKENS[found.group()], found.start(), found.end()


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of a text, in order."""
    return [_TOKENS[run] for run in _RUN.findall(with_numerals(text))]


def with_numerals(text: str) -> str:
    """Put one sign for each lone V and X that numbers what follows: «V заседание»."""
    if any(spaced in text for spaced in _LONE_SPACED):
        return _LONE.sub(lambda found: _LONE_SIGNS[found.group()], text)
    return text


class _Tokens(dict[str, Token]):
    """Read each run once; the memory is emptied when it has grown too large."""

    def __missing__(self, run: str) -> Token:
        if len(self) >= _REMEMBERED:
            self.clear()
        token = self[run] = _read(run)
        return token


_TOKENS = _Tokens()


def token_of(run: str) -> Token:
    """Return one run as a token, without remembering it: references are all different."""
    return _read(run)


def word_of(part: str) -> str:
    """Return one word folded, without apostrophes and without a possessive 's."""
    folded = "".join(letter for letter in fold(part) if letter.isalnum() or letter == "'")
    if folded.endswith("'s") and len(folded) > 2:
        folded = folded[:-2]
    return folded.replace("'", "")


def runs_of(chunk: str) -> list[str]:
    """Return the runs of what stands between two blanks."""
    return [chunk] if chunk.isalpha() else _RUN.findall(chunk)


def plain_word(run: str) -> str:
    """Return a run folded where it is one plain word, as nearly all are, and no number; or ""."""
    if not run.isalpha() or (run[0] in _ROMAN_LETTERS and _ROMAN.fullmatch(run)):
        return ""
    word = fold(run)
    return word if word.isalpha() else ""


def _read(run: str) -> Token:
    word = plain_word(run)
    if word:
        return _single(run, word)
    parts = [
        (found.group(), word, found.start(), found.end())
        for found in _PART.finditer(run)
        if (word := word_of(found.group()))
    ]
    found_by, spelt = _stems(parts)
    further = list(spelt)
    words = tuple((word, start, end) for _, word, start, end in parts)
    joined = ""
    if len(found_by) > 1 and not spelt and not all(word.isdigit() for word, _, _ in words):
        joined = "".join(word for word, _, _ in words)
        further.append((stem_of_folded(joined), words[0][1], words[-1][2]))
    elif len(words) > len(found_by) and not found_by[0][0].isdigit():
        joined = "".join(word for word, _, _ in words)
    return Token(
        run=run,
        stems=tuple(found_by),
        further=tuple(further),
        words=words,
        joined=joined,
        stem_text=" ".join(text for text, _, _ in found_by),
        further_text=f" {SEAM} ".join(text for text, _, _ in further),
        word_text=" ".join(word for word, _, _ in words),
    )


def _single(run: str, word: str) -> Token:
    found = stem_of_folded(word)
    return Token(
        run=run,
        stems=((found, 0, len(run)),),
        further=(),
        words=((word, 0, len(run)),),
        joined="",
        stem_text=found,
        further_text="",
        word_text=word,
    )


def _stems(parts: list[tuple[str, str, int, int]]) -> tuple[list[Piece], list[Piece]]:
    """Return the stems of a run in order, and how Roman numbers among them are spelt."""
    if len(parts) == 2 and parts[0][1] in _JOINED_PREFIXES and parts[1][1].isalpha():
        return [(stem_of_folded(parts[0][1] + parts[1][1]), parts[0][2], parts[1][3])], []
    found: list[Piece] = []
    spelt: list[Piece] = []
    numbered = False
    for part, word, start, end in parts:
        if numbered and word in _ENDINGS:
            number, began, _ = found[-1]
            found[-1] = (number, began, end)
            numbered = False
            continue
        number = _number(part, word)
        numbered = bool(number)
        found.append((number or stem_of_folded(word), start, end))
        if number and not word[0].isdigit():
            spelt.append((stem_of_folded(word), start, end))
    return found, spelt


def _number(part: str, word: str) -> str:
    """Return the number that a word stands for, in figures; empty where it is none."""
    ordinal = _ORDINAL.fullmatch(word)
    if ordinal:
        return ordinal.group(1)
    if word.isdigit() and len(word) <= 4:
        return word
    if not _ROMAN.fullmatch(part):
        return ""
    value = from_roman(word if part >= "\u2160" and len(part) == 1 else part)
    return str(value) if value and value <= _LARGEST else ""
