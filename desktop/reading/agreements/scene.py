"""A sentence as the finder of agreements sees it: its words, and what else was found in them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from db.terms import MeetingKind
from desktop.reading.findings import (
    Findings,
    Found,
    FoundBody,
    FoundCity,
    FoundCountry,
    FoundDate,
    FoundMeeting,
    FoundPerson,
)
from desktop.reading.page import Page, Paragraph

Span = tuple[int, int]
_LONGEST_QUOTING = 900
_LONGEST_TITLE = 160
_LOOK_BACK = 16
_LONGEST_SENTENCE = 5000
_F = TypeVar("_F", bound=Found)
_QUOTED = re.compile(
    r"«[^«»\n]{3,400}(?:«[^«»\n]{1,200}»[^«»\n]{0,200})?»|[“„][^“”„\n]{3,400}[”“]|"
    r"\"[^\"\n]{3,400}\""
)

# Quoted words with such a verb are speech, not a title
_SPEECH = re.compile(
    r"\b(?:подписа(?:н|на|но|ны|л|ли|ла)|будет|будут|был[аио]?|является|стал[аио]?|мы|нас|нам|\w{3,}(?:ают|яют|уют|ются|ется)|"
    r"is|are|was|were|has|have|had|will|we|our|I)\b"
)
_DASHES = " \t\xa0–—-"
_SAID_BY = re.compile(r"\s*,?\s*(?:[–—-]\s|(?:said|says|told|noted|added)\b)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A sentence with what was found in it; all offsets are those of the whole text."""

    text: str
    start: int
    end: int
    paragraph: Paragraph
    place: int
    """Its number among the sentences that are read."""
    dates: tuple[FoundDate, ...]
    cities: tuple[FoundCity, ...]
    countries: tuple[FoundCountry, ...]
    bodies: tuple[FoundBody, ...]
    earlier: tuple[FoundBody, ...]
    """The last named bodies before it, in order, by their names alone."""
    people: tuple[FoundPerson, ...]
    meetings: tuple[FoundMeeting, ...]
    atoms: tuple[Span, ...]
    """Names and quoted words: no title ends inside one."""

    @property
    def words(self) -> str:
        """Give the words of the sentence."""
        return self.text[self.start : self.end]

    def atom_over(self, offset: int) -> Span | None:
        """Return the name or quoted words that an offset lies in, or None."""
        return next((a for a in self.atoms if a[0] <= offset < a[1]), None)

    def date_at(self, offset: int, reach: int = 5) -> FoundDate | None:
        """Return the date that begins at an offset or within a few characters after it."""
        return next((d for d in self.dates if offset <= d.start <= offset + reach), None)

    def city_at(self, offset: int, reach: int = 5) -> FoundCity | None:
        """Return the city that begins at an offset or within a few characters after it."""
        return next((c for c in self.cities if offset <= c.start <= offset + reach), None)


def scenes(page: Page, found: Findings) -> Iterator[Scene]:
    """Yield the sentences of a page that are read, each with what was found in it."""
    dates, cities = _Sorted(found.dates), _Sorted(found.cities)
    countries, bodies = _Sorted(found.countries), _Sorted(found.bodies)
    people, meetings = _Sorted(found.people), _Sorted(found.meetings)
    for place, (paragraph, start, end) in enumerate(_whole_sentences(page)):
        inside = bodies.within(start, end)
        who = people.within(start, end)
        sessions = meetings.within(start, end)
        yield Scene(
            text=page.text,
            start=start,
            end=end,
            paragraph=paragraph,
            place=place,
            dates=dates.within(start, end),
            cities=cities.within(start, end),
            countries=countries.within(start, end),
            bodies=inside,
            earlier=tuple(b for b in bodies.last(start, _LOOK_BACK) if not b.generic),
            people=who,
            meetings=sessions,
            atoms=_atoms(page.text, (start, end), inside, who, sessions),
        )


def _whole_sentences(page: Page) -> Iterator[tuple[Paragraph, int, int]]:
    """Yield the sentences, those joined that a full stop inside quotes has parted."""
    for paragraph in page.body:
        begin = -1
        for sentence in paragraph.sentences:
            begin = sentence.start if begin < 0 else begin
            words = page.text[begin : sentence.end]
            last = sentence is paragraph.sentences[-1]
            if last or len(words) > _LONGEST_QUOTING or not _is_open(words):
                for start, end in _pieces(page.text, begin, sentence.end):
                    yield paragraph, start, end
                begin = -1


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield a sentence whole; one of no sane length in pieces, so that reading stays linear."""
    while end - start > _LONGEST_SENTENCE:
        space = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        cut = space if space > start else start + _LONGEST_SENTENCE
        yield start, cut
        start = cut
    yield start, end


def _is_open(words: str) -> bool:
    """Tell whether words in quotes begin with a title that has not ended."""
    for opening, closing in ("«»", "“”"):
        if words.count(opening) > words.count(closing):
            return len(words) - words.rfind(opening) < _LONGEST_TITLE
    return False


def _atoms(
    text: str,
    within: Span,
    bodies: Sequence[FoundBody],
    people: Sequence[FoundPerson],
    meetings: Sequence[FoundMeeting],
) -> tuple[Span, ...]:
    spans = [(b.start, b.end) for b in bodies if not b.generic]
    spans += [(p.start, p.end) for p in people]
    spans += [(p.post_start, p.post_end) for p in people if p.post_start >= 0]
    spans += [(m.start, m.end) for m in meetings if m.kind == MeetingKind.SESSION]
    spans += [
        found.span()
        for found in _QUOTED.finditer(text, *within)
        if not (_SPEECH.search(found.group()) or _is_said(text, within, found))
    ]
    return tuple(sorted(spans))


def _is_said(text: str, within: Span, found: re.Match[str]) -> bool:
    """Tell whether quoted words are what somebody said: they open the sentence, a dash follows."""
    opens = not text[within[0] : found.start()].strip(_DASHES)
    return opens and bool(_SAID_BY.match(text, found.end(), within[1]))


class _Sorted(Generic[_F]):
    """Findings in the order of the text, to be asked for those of one sentence."""

    def __init__(self, found: Sequence[_F]) -> None:
        self.found = sorted(found, key=lambda one: one.start)
        self.starts = [one.start for one in self.found]

    def last(self, before: int, count: int) -> tuple[_F, ...]:
        """Return the last few that start before an offset."""
        place = bisect_left(self.starts, before)
        return tuple(self.found[max(0, place - count) : place])

    def within(self, start: int, end: int) -> tuple[_F, ...]:
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return tuple(self.found[first:last])
