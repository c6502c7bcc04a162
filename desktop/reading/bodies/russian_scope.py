"""A Russian sentence made ready for the finders of bodies and people: words, countries, names."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from desktop.reading.bodies.russian_words import Word, words_of
from desktop.reading.findings import Findings, Found, FoundCountry
from desktop.reading.page import Page, Sentence
from desktop.reading.tagger import Tagged, tag_all


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """A sentence with what is known of its words; places are numbers of words."""

    sentence: Sentence
    words: tuple[Word, ...]
    countries: dict[int, tuple[int, str]] = field(default_factory=dict[int, tuple[int, str]])
    """First word of a country's name to the place after it and its code."""
    nations: dict[int, str] = field(default_factory=dict[int, str])
    """Words that are a country's adjective or people, to its code."""
    cities: dict[int, int] = field(default_factory=dict[int, int])
    """First word of a city's name to the place after it."""
    names: dict[int, int] = field(default_factory=dict[int, int])
    """First word of what the tagger takes for a person, to the place after it."""
    tagged: dict[int, int] = field(default_factory=dict[int, int])
    """First word of what the tagger takes for a body, to the place after it."""

    def offset(self, place: int) -> int:
        """Return where a word starts in the whole text."""
        return self.sentence.start + self.words[place].start

    def end_offset(self, place: int) -> int:
        """Return where the word before a place ends in the whole text."""
        return self.sentence.start + self.words[place - 1].end

    def text(self, start: int, end: int) -> str:
        """Return the words from one place to before another, with single spaces."""
        if end <= start:
            return ""
        words = self.sentence.text[self.words[start].start : self.words[end - 1].end]
        return " ".join(words.split())

    def is_in_name(self, place: int) -> bool:
        """Tell whether a word belongs to what the tagger takes for a person."""
        return any(start <= place < end for start, end in self.names.items())


def scopes(page: Page, found: Findings) -> Iterator[Scope]:
    """Yield the Russian sentences of a page, made ready, in order."""
    sentences = [sentence for _paragraph, sentence in page.sentences("ru")]
    tags = tag_all(tuple(sentence.text for sentence in sentences))
    countries, cities = Along(found.countries), Along(found.cities)
    for sentence, tagged in zip(sentences, tags, strict=True):
        here = [(city.start, city.end) for city in cities.within(sentence.start, sentence.end)]
        there = countries.within(sentence.start, sentence.end)
        yield scope_of(sentence, there, here, tagged)


T = TypeVar("T", bound=Found)


class Along(Generic[T]):
    """Findings in the order of the text, to ask quickly which lie within a stretch."""

    def __init__(self, findings: Iterable[T]) -> None:
        self._findings = sorted(findings, key=lambda finding: finding.start)
        self._starts = [finding.start for finding in self._findings]

    def within(self, start: int, end: int) -> list[T]:
        """Return the findings that start within a stretch of the text, in order."""
        return self._findings[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def scope_of(
    sentence: Sentence,
    countries: list[FoundCountry],
    cities: list[tuple[int, int]],
    tags: tuple[Tagged, ...],
) -> Scope:
    """Make a sentence ready, given the countries and cities in it, by offsets of the text."""
    words = words_of(sentence.text)
    named = [country for country in countries if country.form == "name"]
    spans = [(country.start, country.end, country.code) for country in named]
    return Scope(
        sentence=sentence,
        words=words,
        countries={
            start: (end, code)
            for first, last, code in spans
            for start, end in _places(words, first - sentence.start, last - sentence.start)
        },
        nations={
            start: country.code
            for country in countries
            if country.form in {"adjective", "people"}
            for start, _ in _places(
                words, country.start - sentence.start, country.end - sentence.start
            )
        },
        cities={
            start: end
            for first, last in cities
            for start, end in _places(words, first - sentence.start, last - sentence.start)
        },
        names=_tagged(words, tags, "PER"),
        tagged=_tagged(words, tags, "ORG"),
    )


def _tagged(words: tuple[Word, ...], tags: tuple[Tagged, ...], kind: str) -> dict[int, int]:
    return {
        start: end
        for tagged in tags
        if tagged.kind == kind
        for start, end in _places(words, tagged.start, tagged.end)
    }


def _places(words: tuple[Word, ...], start: int, end: int) -> list[tuple[int, int]]:
    within = [at for at, word in enumerate(words) if word.start < end and start < word.end]
    return [(within[0], within[-1] + 1)] if within else []
