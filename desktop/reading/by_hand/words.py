"""Selected words: what is found in them, by themselves and in their place, and around them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from db.rows.evidence import Span
from db.text.cleaning import clean_line
from desktop.reading.findings import Findings, Found
from desktop.reading.layout import lay_out
from desktop.reading.read import find_all
from desktop.reading.records import Records
from desktop.reading.suggest.ends import Ends, country_key

RULE = "selected by hand"
_AROUND = " \t\n\r\xa0.,;:·•–—-«»“”„\"'()[]"
_MOST = 0.6
"""The share of the words that a finding must make up to give them its name."""
_F = TypeVar("_F", bound=Found)


def title_of(words: str) -> str:
    """Return selected words as a title: on one line, without the signs around them."""
    line = clean_line(words)
    bare = line.strip(_AROUND)
    for opening, closing in ("()", "[]", "«»", "“”", "„“"):
        if bare.count(opening) > bare.count(closing):
            bare = line.strip(_AROUND.replace(closing, ""))
    return bare or line


@dataclass(frozen=True)
class Words:
    """The selected words, what is found in them and around them."""

    records: Records
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(first=self.start, last=self.end)

    @cached_property
    def text(self) -> str:
        """The words."""
        return self.records.page.text[self.start : self.end]

    @cached_property
    def alone(self) -> Findings:
        """What the finders make of the words by themselves; offsets count from their start."""
        return find_all(lay_out(self.text))

    @cached_property
    def ends(self) -> Ends:
        """The keys of the release's records."""
        return Ends(self.records)

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of the participants and places of the release."""
        records = self.records
        groups = (records.people, records.bodies, records.countries, records.cities)
        return frozenset(one.key for group in groups for one in group)

    @cached_property
    def sentence(self) -> tuple[int, int]:
        """The sentences the words lie in, the paragraph where none is told."""
        paragraph = self.records.page.paragraph_at(self.start)
        if paragraph is None:
            return self.start, self.end
        met = [s for s in paragraph.sentences if s.start < self.end and self.start < s.end]
        if not met:
            return paragraph.start, paragraph.end
        return min(self.start, met[0].start), max(self.end, met[-1].end)

    def inside(self, found: Sequence[_F]) -> tuple[_F, ...]:
        """Return the findings that lie in the words, or reach into them."""
        return tuple(one for one in found if one.meets(self.start, self.end))

    def around(self, found: Sequence[_F]) -> tuple[_F, ...]:
        """Return the findings of the sentence."""
        return tuple(one for one in found if one.meets(*self.sentence))

    def whole(self, found: Sequence[_F]) -> _F | None:
        """Return the finding that makes up most of the words, among those of the words alone."""
        best = max(found, key=lambda one: one.end - one.start, default=None)
        enough = best is not None and best.end - best.start >= _MOST * len(self.text.strip())
        return best if enough else None

    def country(self) -> str:
        """Return the country the words name, else the only one of their sentence."""
        own = {one.code for one in self.alone.countries}
        codes = own or {one.code for one in self.around(self.records.findings.countries)}
        return codes.pop() if len(codes) == 1 else ""

    def known_country(self) -> str:
        """Return the key of that country where the release has it as a record, or empty."""
        key = country_key(self.country())
        return key if key in self.keys else ""
