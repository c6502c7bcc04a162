"""Joins words that are broken at the end of a line: does the hyphen belong to the word or not?

A word that stands unbroken elsewhere in the text tells. Russian words are looked up, for there are
many compounds. English ones keep the hyphen where both halves are words of the text.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from typing import Any

from db.exchange.pdf.pages import HYPHEN

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HEAD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*\Z")
_TAIL = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_LEAST_WORD = 3
_COMPOUNDS = frozenset({
    "all", "anti", "co", "cross", "decision", "ex", "five", "four", "full", "half", "high", "inter",
    "large", "long", "low", "medium", "mid", "multi", "non", "one", "part", "policy", "post", "pre",
    "self", "semi", "short", "single", "six", "small", "so", "sub", "ten", "three", "two", "vice",
    "well", "world", "year",
})  # fmt: skip
"""First halves of English compounds that are written with a hyphen as a rule."""

Known = Callable[[str], bool]


def words_of(texts: Iterable[str]) -> set[str]:
    """Return the words of some lines in lower case, without those that lines break."""
    found: set[str] = set()
    for text in texts:
        words = _WORD.findall(text.casefold())
        is_broken = text.endswith(HYPHEN)
        found.update(words[:-1] if is_broken else words)
    return found


def joined(line: str, following: str, words: set[str], known: Known | None = None) -> str:
    """Join two lines of which the first ends in `HYPHEN`; `known` tells Russian words."""
    body = line.removesuffix(HYPHEN)
    head, tail = _HEAD.search(body), _TAIL.match(following)
    if head is None or tail is None:
        return f"{body}-{following}"
    keeps = _keeps_hyphen(head.group(), tail.group(), words, known or is_russian_word)
    return f"{body}{'-' if keeps else ''}{following}"


def _keeps_hyphen(head: str, tail: str, words: set[str], known: Known) -> bool:
    if not tail[0].islower() or (head.isupper() and len(head) > 1):
        return True
    first, second = head.casefold(), tail.casefold()
    if f"{first}-{second}" in words:
        return True
    if f"{first}{second}" in words:
        return False
    last = first.rpartition("-")[2]
    if _CYRILLIC.search(second):
        return not known(f"{last}{second}") and known(second)
    is_both = len(last) >= _LEAST_WORD and last in words and second in words
    return is_both or last in _COMPOUNDS


def is_russian_word(word: str) -> bool:
    """Tell whether the dictionary of Russian forms has a word; without one, none is known."""
    dictionary = _dictionary()
    return bool(dictionary.word_is_known(word)) if dictionary is not None else True


@cache
def _dictionary() -> Any:  # noqa: ANN401 - pymorphy3 has no types
    try:
        return import_module("pymorphy3").MorphAnalyzer(lang="ru")
    except (ImportError, ValueError, OSError):
        return None
