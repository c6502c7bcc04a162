"""A sentence in which whatever was found before is one mark, so that a grammar can see it whole.

A marked sentence is as long as the sentence: every code point of a finding is replaced by the
letter of its kind, from the private use area. A person's mark runs over name and post together.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter, itemgetter

from desktop.reading.findings import (
    Findings,
    Found,
    FoundBody,
    FoundCity,
    FoundCountry,
    FoundPerson,
)
from desktop.reading.page import Page, Paragraph, Sentence

PERSON, BODY, COUNTRY, CITY, DATE = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
ANY = "\ue000-\ue004"
_OWNER_BEFORE = re.compile(r"(?:['’]s?)?[ \u00a0]+(?:\w+[ \u00a0]+)?\Z")
_OWNER_AFTER = re.compile(r"[ \u00a0]+(?:of (?:the )?)?\Z")
_BACK = 160
_TOKEN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A finding in a sentence; offsets count from the sentence's beginning."""

    start: int
    end: int
    mark: str
    found: Found


@dataclass(frozen=True)
class Line:
    """A sentence with its marks."""

    index: int
    start: int
    text: str
    marked: str
    language: str
    heading: bool
    chunks: tuple[Chunk, ...]
    countries: tuple[FoundCountry, ...] = ()

    @cached_property
    def tokens(self) -> tuple[tuple[int, int], ...]:
        """Give where each run without white space begins and ends."""
        return tuple(m.span() for m in _TOKEN.finditer(self.text))

    def token_after(self, offset: int) -> int:
        """Return the index of the first run that ends after an offset."""
        return bisect_right(self.tokens, offset, key=itemgetter(1))

    def tokens_before(self, offset: int, most: int) -> list[tuple[int, int]]:
        """Return the last runs that begin before an offset."""
        last = bisect_left(self.tokens, offset, key=itemgetter(0))
        return list(self.tokens[max(0, last - most) : last])

    def before(self, offset: int) -> str:
        """Return the words before an offset, as far as a rule may look back."""
        return self.text[max(0, offset - _BACK) : offset]

    def around(self, start: int, end: int) -> str:
        """Return the words of a stretch and those near it."""
        return self.text[max(0, start - _BACK) : end + _BACK]

    def chunk_at(self, offset: int) -> Chunk | None:
        """Return the marked finding that holds an offset, or None."""
        at = bisect_right(self.chunks, offset, key=attrgetter("start")) - 1
        return self.chunks[at] if at >= 0 and offset < self.chunks[at].end else None

    def between(self, start: int, end: int, marks: str = ANY) -> tuple[Chunk, ...]:
        """Return the marked findings of some kinds that lie within a stretch."""
        kinds = marks if marks != ANY else PERSON + BODY + COUNTRY + CITY + DATE
        first = bisect_left(self.chunks, start, key=attrgetter("start"))
        last = bisect_left(self.chunks, end, key=attrgetter("start"))
        return tuple(c for c in self.chunks[first:last] if c.end <= end and c.mark in kinds)

    def countries_in(self, start: int, end: int) -> frozenset[str]:
        """Return the countries named within a stretch, as ISO 3166-1 alpha-2."""
        near, far = self.start + start, self.start + end
        return frozenset(c.code for c in self.countries if near <= c.start and c.end <= far)

    def words(self, start: int, end: int) -> str:
        """Return a stretch of the sentence with its white space made single."""
        return " ".join(self.text[start:end].split())


def lines_of_page(page: Page, found: Findings) -> tuple[Line, ...]:
    """Return the page's sentences that are read, marked, in order."""
    named = sorted((c for c in found.countries if c.form != "flag"), key=lambda c: c.start)
    starts = [c.start for c in named]
    spans = sorted(_spans(page.text, found), key=lambda c: (c.start, -c.end))
    lines: list[Line] = []
    at = 0
    for paragraph, sentence in page.sentences():
        while at < len(spans) and spans[at].end <= sentence.start:
            at += 1
        inside: list[Chunk] = []
        ahead = at
        while ahead < len(spans) and spans[ahead].start < sentence.end:
            inside.append(spans[ahead])
            ahead += 1
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        lines.append(_line(len(lines), sentence, paragraph, inside, tuple(named[first:last])))
    return tuple(lines)


def _line(
    index: int,
    sentence: Sentence,
    paragraph: Paragraph,
    near: list[Chunk],
    countries: tuple[FoundCountry, ...],
) -> Line:
    strength = {PERSON: 0, BODY: 1, DATE: 2, CITY: 3, COUNTRY: 4}
    letters = list(sentence.text)
    taken: list[Chunk] = []
    free = [True] * len(letters)
    for chunk in sorted(near, key=lambda c: (strength[c.mark], c.start - c.end)):
        start, end = chunk.start - sentence.start, chunk.end - sentence.start
        if start < 0 or end > len(letters) or not all(free[start:end]):
            continue
        free[start:end] = [False] * (end - start)
        letters[start:end] = [chunk.mark] * (end - start)
        taken.append(Chunk(start, end, chunk.mark, chunk.found))
    return Line(
        index=index,
        start=sentence.start,
        text=sentence.text,
        marked="".join(letters),
        language=paragraph.language,
        heading=paragraph.heading,
        chunks=tuple(sorted(taken, key=lambda c: c.start)),
        countries=countries,
    )


def _spans(text: str, found: Findings) -> list[Chunk]:
    owners = [c for c in found.countries if c.form != "flag"]
    by_end = {c.end: c for c in owners}
    by_start = {c.start: c for c in owners}
    return [
        *(_person(text, p, by_end, by_start) for p in found.people if not p.byline),
        *(Chunk(b.start, b.end, BODY, b) for b in found.bodies),
        *(Chunk(c.start, c.end, COUNTRY, c) for c in owners),
        *(Chunk(c.start, c.end, CITY, c) for c in found.cities),
        *(Chunk(d.start, d.end, DATE, d) for d in found.dates),
    ]


def _person(
    text: str,
    person: FoundPerson,
    by_end: dict[int, FoundCountry],
    by_start: dict[int, FoundCountry],
) -> Chunk:
    posted = person.post_start >= 0 and _close(person)
    start = min(person.start, person.post_start) if posted else person.start
    end = max(person.end, person.post_end) if posted else person.end
    for back in range(1, 4):
        owner = by_end.get(start - back)
        if owner and _OWNER_BEFORE.match(text[owner.end : start]):
            start = owner.start
            break
    for ahead in range(1, 9):
        owner = by_start.get(end + ahead)
        if owner and _OWNER_AFTER.match(text[end : owner.start]):
            end = owner.end
            break
    return Chunk(start, end, PERSON, person)


def _close(person: FoundPerson) -> bool:
    gap = max(person.post_start - person.end, person.start - person.post_end)
    return gap <= 12


def country_of(found: Found) -> str:
    """Return the country a participant is of, ISO 3166-1 alpha-2, or empty."""
    if isinstance(found, FoundCountry | FoundCity):
        return found.code
    return found.country if isinstance(found, FoundBody | FoundPerson) else ""
