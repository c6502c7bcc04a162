"""Which of some countries a person's name sounds of: by how the names of each are built.

A weak hint, never a proof: asked only to tell two countries of one text apart.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from db.text.folding import fold
from db.text.scripts import transliterate
from desktop.reading.gazetteers import lines_of

_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*")
_ALIKE = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"cz|(?<=i)c\b", "ch"),
        (r"dzh|zh", "j"),
        (r"kh|gh", "h"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"q|ck|c(?!h)", "k"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"ou|oo", "u"),
        (r"ee|y", "i"),
        (r"([a-z])\1", r"\1"),
    )
)
_GRAM = 3
_SEEN_TOO = 0.2
"""What each run of letters is counted as more than it was met, so that none is impossible."""
_KINDS_OF_GRAM = 4000
_IN_LIST = 2.5
_ENOUGH = 3.0
"""How much likelier, as a logarithm, a name must be in the one country than in the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Culture:
    """How names are built in a culture: the runs of letters met, and the names themselves."""

    grams: Counter[str]
    total: int
    names: frozenset[str]

    def weight(self, word: str) -> float:
        """Return the logarithm of how likely a word is, by its runs of letters."""
        met = sum(
            math.log((self.grams[gram] + _SEEN_TOO) / (self.total + _SEEN_TOO * _KINDS_OF_GRAM))
            for gram in _grams(word)
        )
        return met + (_IN_LIST if word in self.names else 0.0)


def country_of_name(name: str, countries: Sequence[str]) -> str:
    """Return the one of some countries (ISO 3166-1 alpha-2) a name sounds of, or empty.

    Empty too where it would sound as well of another of them, or where too little is known.
    """
    if len(countries) < 2:
        return ""
    words = _plain(name)
    ranked = sorted(((_weight(words, code), code) for code in countries), reverse=True)
    (best, code), (second, _other) = ranked[:2]
    return code if best - second >= _ENOUGH else ""


@lru_cache(maxsize=2048)
def _weight(words: tuple[str, ...], code: str) -> float:
    own = _cultures_of().get(code) or (_all_names(),)
    return max(sum(culture.weight(word) for word in words) for culture in own)


@cache
def _cultures_of() -> dict[str, tuple[Culture, ...]]:
    """Return the cultures of each country that the list knows."""
    found: dict[str, list[Culture]] = {}
    for line in lines_of("name_cultures"):
        _culture, countries, names = line.split("|")
        culture = _built_of(names)
        for code in countries.split():
            found.setdefault(code, []).append(culture)
    return {code: tuple(cultures) for code, cultures in found.items()}


@cache
def _all_names() -> Culture:
    """Return the names of all cultures as one: what a country is measured by without its own."""
    return _built_of(" ".join(line.rsplit("|", 1)[1] for line in lines_of("name_cultures")))


def _built_of(names: str) -> Culture:
    words = frozenset(word for name in names.split() for word in _plain(name))
    grams = Counter(gram for word in words for gram in _grams(word))
    return Culture(grams=grams, total=grams.total(), names=words)


@lru_cache(maxsize=2048)
def _plain(name: str) -> tuple[str, ...]:
    """Return a name's words in plain Latin letters, like-sounding spellings made one."""
    plain = fold(transliterate(name)).replace("-", " ")
    for pattern, sound in _ALIKE:
        plain = pattern.sub(sound, plain)
    return tuple(word for word in _WORD.findall(plain) if len(word) > 1)


def _grams(word: str) -> Iterator[str]:
    whole = f"^{word}$"
    for at in range(len(whole) - _GRAM + 1):
        yield whole[at : at + _GRAM]
