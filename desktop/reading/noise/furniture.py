"""Tells lines made of nothing but a page's buttons, menus and widgets."""

import re
from collections import Counter
from functools import cache

from db.text.folding import fold
from desktop.reading.gazetteers import lines_of

_LONGEST = 400
_FILLER = "filler"
_SHORT = 3  # a phrase so short must stand as a word of its own; longer ones may be run together


@cache
def _phrases() -> dict[str, str]:
    reasons: dict[str, str] = {}
    for line in lines_of("furniture"):
        reason, _, phrases = line.partition(":")
        for phrase in phrases.split(";"):
            reasons.setdefault(fold(phrase), reason)
    reasons.pop("", None)
    return reasons


@cache
def _phrase() -> re.Pattern[str]:
    """Match one phrase, the longest there is."""
    ordered = sorted(_phrases(), key=len, reverse=True)
    return re.compile("|".join(map(_bounded, ordered)))


def _bounded(phrase: str) -> str:
    words = re.escape(phrase)
    return rf"(?<![^\W_]){words}(?![^\W_])" if len(phrase) <= _SHORT else words


_BETWEEN = re.compile(r"[\W\d_]*")


def furniture_reason(folded: str) -> str:
    """Return what a folded line is, if phrases of page furniture and signs make the whole of it."""
    if len(folded) > _LONGEST:
        return ""
    met: Counter[str] = Counter()
    at = _skip(folded, 0)
    while at < len(folded):
        found = _phrase().match(folded, at)
        if not found:
            return ""
        met[_phrases()[found[0]]] += 1
        at = _skip(folded, found.end())
    del met[_FILLER]
    return met.most_common(1)[0][0] if met else ""


def _skip(folded: str, at: int) -> int:
    # "+ a" and "العربية" begin with what would be skipped or are no letters to skip
    between = _BETWEEN.match(folded, at)
    return between.end() if between else at
