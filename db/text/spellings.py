"""Spellings: the ways in which the words of a query may stand in a text.

The index is asked for every one of them, and all of them are lit.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, product

from .ordinals import from_roman
from .stems import script_of_stem, sound_of, stem_of_folded
from .tokens import Token

_MOST = 8
_SHORTEST_SOUND = 4
_SHORTEST_ROMAN = 3
_LARGEST_ROMAN = 99


@dataclass(frozen=True, slots=True)
class Sought:
    """One word that is looked for: its stem, or a number."""

    stem: str
    sound: str = ""
    """How it sounds, by which a word of the other script is found too; empty for short words."""

    def sounds_like(self, other: str) -> bool:
        """Tell whether a stem of the other script sounds the same."""
        return (
            bool(self.sound)
            and script_of_stem(other) != script_of_stem(self.stem)
            and sound_of(other) == self.sound
        )


Spelling = tuple[Sought, ...]


def spellings(tokens: Sequence[Token]) -> list[Spelling]:
    """Return the spellings of words in a row, the plainest first, at most eight."""
    ways = [_ways(token) for token in tokens if token.words]
    return [tuple(one for way in row for one in way) for row in islice(product(*ways), _MOST)]


def beginnings(tokens: Sequence[Token]) -> list[tuple[Spelling, str]]:
    """Return words in a row of which the last, given folded, may go on."""
    *before, last = [token for token in tokens if token.words]
    head = tuple(one for token in before for one in _ways(token)[0])
    within = tuple(Sought(stem_of_folded(word)) for word, _, _ in last.words[:-1])
    found = [((*head, *within), last.words[-1][0])]
    if last.joined:
        found.append((head, last.joined))
    return found


def _ways(token: Token) -> list[Spelling]:
    ways: list[Spelling] = [tuple(_sought(found, end - start) for found, start, end in token.stems)]
    if token.joined and len(token.stems) > 1:
        ways.append((_sought(stem_of_folded(token.joined), len(token.joined)),))
    number = _small_roman(token)
    if number:
        ways.append((Sought(number),))
    return ways


def _sought(found: str, length: int) -> Sought:
    return Sought(found, sound_of(found) if length >= _SHORTEST_SOUND else "")


def _small_roman(token: Token) -> str:
    """Return the number of a Roman one typed in small letters, where it can hardly be a word."""
    if len(token.words) != 1 or any(found.isdigit() for found, _, _ in token.stems):
        return ""
    word = token.words[0][0]
    value = from_roman(word) if len(word) >= _SHORTEST_ROMAN else None
    return str(value) if value and value <= _LARGEST_ROMAN else ""
