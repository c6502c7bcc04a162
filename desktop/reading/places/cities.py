"""Finds cities: capitals, large towns and seats of diplomacy, English and Russian."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from desktop.reading.findings import FoundCity
from desktop.reading.gazetteers import lines_of
from desktop.reading.morphology import declined
from desktop.reading.page import Page, Sentence
from desktop.reading.places.phrase_table import (
    PhraseTable,
    Word,
    folded_forms,
    plain_words,
    words_of_text,
)

_PREPOSITIONS = frozenset(
    (
        "in", "to", "from", "at", "near", "via", "outside", "visit", "visited", "city", "capital",
        "в", "во", "из", "г", "город", "города", "городе", "городом", "столице", "столица",
    )
)  # fmt: skip
_DATELINE = re.compile(r"[,.]?\s*(?:\d|\(|[–—-]\s|,\s*[A-ZА-Я])")


class _City(NamedTuple):
    name: str
    code: str
    sure: bool


@cache
def _table() -> PhraseTable[_City]:
    table: PhraseTable[_City] = PhraseTable()
    for line in lines_of("cities"):
        english, russian, code = (part.strip() for part in line.split(";"))
        for language, names in (("en", english), ("ru", russian)):
            spellings = [name.strip() for name in names.split("|") if name.strip()]
            for name in spellings:
                bare = name.rstrip("*")
                words = plain_words(bare) if language == "en" else _declined(bare)
                table.add(words, _City(bare, code, sure=name == bare))
    return table


def _declined(name: str) -> tuple[frozenset[str], ...]:
    return folded_forms(declined(name.replace("’", " ")))


def find_cities(page: Page) -> tuple[FoundCity, ...]:
    """Return every mention of a city, in the order of the text, also within names of bodies."""
    return tuple(city for _, sentence in page.sentences() for city in _in_sentence(sentence))


def _in_sentence(sentence: Sentence) -> Iterator[FoundCity]:
    text = sentence.text
    words = words_of_text(text)
    for city, first, last in _table().matches(text, words):
        start, end = words[first].start, words[last].end
        if text[start].isupper() and (city.sure or _is_place(text, words, first, last)):
            yield FoundCity(
                start=sentence.start + start,
                end=sentence.start + end,
                rule="city in the gazetteer",
                confidence=0.95 if city.sure else 0.8,
                name=city.name,
                code=city.code,
            )


def _is_place(text: str, words: Sequence[Word], first: int, last: int) -> bool:
    """Tell whether an ambiguous name stands as a city's: behind a preposition, or as dateline."""
    if first == 0:
        return bool(_DATELINE.match(text, words[last].end))
    return words[first - 1].folded in _PREPOSITIONS
