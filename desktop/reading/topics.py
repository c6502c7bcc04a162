"""Proposes the catalogue's own tags for a text that speaks of their subjects.

A tag is met by its English or Russian label, whole or by the parts an "and" joins, and by the words
that ``resources/gazetteers/topics.txt`` keeps under that label, all in any inflection.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from db.text.folding import fold, word_spans
from db.text.stems import stem, stems
from desktop.reading.gazetteers import lines_of
from desktop.reading.page import Page

MOST_TAGS = 6
MOST_WORDS = 3
_OWN = 2  # a tag's own label, or another name of its subject, counts double
_CLEAR = 5  # where a tag is so strong, one passing word calls for no other
_PARTS = re.compile(r"\s*(?:,|/|;|&|\band\b|\bи\b)\s*")
_SHORTEST_PART = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class TagName:
    """A tag of the catalogue: its id and labels, either of which may be empty."""

    id: int
    label_en: str
    label_ru: str


@dataclass(slots=True)
class _Hits:
    strength: int = 0
    spans: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])


def find_topics(page: Page, tags: Sequence[TagName]) -> tuple[tuple[int, int, int], ...]:
    """Return tag id, start and end of words that call for a tag, the strongest tag first.

    At most `MOST_TAGS` tags, each with its first `MOST_WORDS` places in the order of the text.
    """
    phrases = _phrases(tags)
    if not phrases:
        return ()
    hits: dict[int, _Hits] = {}
    for start, end, met in _met(page, phrases):
        for tag, strength in met.items():
            found = hits.setdefault(tag, _Hits())
            found.strength += strength
            found.spans.append((start, end))
    ranked = sorted(hits.items(), key=lambda hit: (-hit[1].strength, hit[1].spans[0]))
    least = 2 if ranked and ranked[0][1].strength >= _CLEAR else 1
    return tuple(
        (tag, start, end)
        for tag, found in ranked[:MOST_TAGS]
        if found.strength >= least
        for start, end in found.spans[:MOST_WORDS]
    )


_Phrases = dict[str, dict[tuple[str, ...], dict[int, int]]]


def _phrases(tags: Iterable[TagName]) -> _Phrases:
    """Return by first stem the stems that call for tags, and how strongly."""
    phrases: _Phrases = {}
    for tag in tags:
        for words, strength in _words_of(tag):
            found = tuple(stems(words).split())
            if found:
                met = phrases.setdefault(found[0], {}).setdefault(found, {})
                met[tag.id] = max(strength, met.get(tag.id, 0))
    return phrases


def _words_of(tag: TagName) -> Iterator[tuple[str, int]]:
    for label in filter(None, (tag.label_en, tag.label_ru)):
        parts = [part for part in _PARTS.split(fold(label)) if len(part) >= _SHORTEST_PART]
        for words in {fold(label), *parts}:
            yield words, _OWN
            yield from _thesaurus().get(stems(words), ())


@cache
def _thesaurus() -> dict[str, tuple[tuple[str, int], ...]]:
    """Return by the stems of each label the words that stand under it, and how strongly."""
    subjects: dict[str, tuple[tuple[str, int], ...]] = {}
    for line in lines_of("topics"):
        labels, _, words = line.partition(";")
        names = _listed(labels)
        further = [*((name, _OWN) for name in names), *((word, 1) for word in _listed(words))]
        for label in names:
            key = stems(label)
            subjects[key] = (*subjects.get(key, ()), *further)
    return subjects


def _listed(words: str) -> list[str]:
    return [word.strip() for word in words.split(",") if word.strip()]


def _met(page: Page, phrases: _Phrases) -> Iterator[tuple[int, int, dict[int, int]]]:
    """Yield each place where words call for tags, the longest phrase there first and alone."""
    for paragraph in page.body:
        spans = [(stem(word), start, end) for word, start, end in word_spans(paragraph.text)]
        place = 0
        while place < len(spans):
            length = 1
            for phrase in sorted(phrases.get(spans[place][0], ()), key=len, reverse=True):
                there = tuple(word for word, _, _ in spans[place : place + len(phrase)])
                if there == phrase:
                    length = len(phrase)
                    start, end = spans[place][1], spans[place + length - 1][2]
                    met = phrases[phrase[0]][phrase]
                    yield paragraph.start + start, paragraph.start + end, met
                    break
            place += length
