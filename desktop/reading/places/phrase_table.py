"""A table of names of one or more words, and a quick search for all of them in a sentence.

Words are compared folded; a word of a name may have many forms (the Russian cases). The longest
name that fits wins and its words are used up. The time taken grows with the sentence alone.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from db.text.folding import fold

Value = TypeVar("Value")
_WORD = re.compile(r"[^\W\d_][^\W\d_\u0300-\u036f]*")
_GAP = re.compile(r"[\s.'’`&-]{1,3}|\s?[‑–—]\s?")


class Word(NamedTuple):
    """A word of a sentence: folded, and its place there."""

    folded: str
    start: int
    end: int


class Match(NamedTuple):
    """A name found: its value, and its first and last word by their numbers."""

    value: object
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class PhraseTable(Generic[Value]):
    """Names by their first words."""

    entries: dict[str, list[tuple[tuple[frozenset[str], ...], Value]]] = field(
        default_factory=dict[str, list[tuple[tuple[frozenset[str], ...], Value]]]
    )

    def add(self, words: Sequence[frozenset[str]], value: Value) -> None:
        """Add a name: the forms of each of its words, folded."""
        for form in words[0] if words else ():
            known = self.entries.setdefault(form, [])
            known.append((tuple(words), value))
            known.sort(key=lambda entry: -len(entry[0]))

    def matches(self, text: str, words: Sequence[Word]) -> Iterator[tuple[Value, int, int]]:
        """Yield each name in the words of a text: its value, its first and its last word."""
        at = 0
        while at < len(words):
            found = self._at(text, words, at)
            if found:
                yield found[0], at, at + found[1] - 1
            at += found[1] if found else 1

    def _at(self, text: str, words: Sequence[Word], at: int) -> tuple[Value, int] | None:
        for forms, value in self.entries.get(words[at].folded, ()):
            if len(forms) == 1 or _fits(text, words[at : at + len(forms)], forms):
                return value, len(forms)
        return None


def _fits(text: str, words: Sequence[Word], forms: Sequence[frozenset[str]]) -> bool:
    if len(words) < len(forms) or any(
        word.folded not in form for word, form in zip(words, forms, strict=True)
    ):
        return False
    return all(_GAP.fullmatch(text, before.end, after.start) for before, after in pairwise(words))


@lru_cache(maxsize=16384)
def folded(word: str) -> str:
    """Return a word folded, remembered."""
    return fold(word)


def words_of_text(text: str) -> list[Word]:
    """Return the words of a text; hyphens and apostrophes part them, figures are none."""
    return [Word(folded(m[0]), m.start(), m.end()) for m in _WORD.finditer(text)]


def plain_words(name: str) -> tuple[frozenset[str], ...]:
    """Return the words of a name for the table, each in the one form it has."""
    return tuple(frozenset((word.folded,)) for word in words_of_text(name))


def folded_forms(words: Iterable[frozenset[str]]) -> tuple[frozenset[str], ...]:
    """Return the words of a name for the table, every form folded."""
    return tuple(frozenset(map(fold, forms)) for forms in words)
