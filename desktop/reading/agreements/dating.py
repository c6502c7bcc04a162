"""On which day something was signed: told at the verb, or inferred from the news around it."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from operator import itemgetter

from db.terms import How
from desktop.reading.agreements.circumstances import is_ending
from desktop.reading.agreements.grammar import Grammar
from desktop.reading.agreements.mention import Mention
from desktop.reading.agreements.scene import Scene
from desktop.reading.findings import FoundDate
from desktop.reading.page import Paragraph

_REACH = 70
_LEAD = 4
_FULL = len("2024-05-14")
_AWAY = re.compile(
    r"[;:]|\b(?:since|until|till|before|force|effect|ratif\w+|enter\w*|comes?|came|extend\w*|"
    r"amend\w*|до|после|с|силу|действие|ратиф\w+|продл\w+)\b",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"[\dX]{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?$")
_OPENED = re.compile(
    r"\b(?:open(?:ed|s)|began|begins|started|открыл\w*|начал(?:ся|ась|ось|ись|[аои])?)\b",
    re.IGNORECASE,
)
_SEEN_BEFORE = "The release tells of this day in the words before."
_UNDER_DATELINE = "Told as news under a dateline of this day."


def signing_date(scene: Scene, start: int, end: int, grammar: Grammar) -> FoundDate | None:
    """Return the date told behind a verb of signing in a stretch of a sentence."""
    for verb in grammar.signed.finditer(scene.text, start, end):
        for date in scene.dates:
            gap = scene.text[verb.end() : date.start]
            if not 0 <= date.start - verb.end() <= _REACH or date.start >= end:
                continue
            if not _AWAY.search(gap) and _PLAIN.match(date.edtf) and not date.published:
                return date
            break
    return None


class Days:
    """The days a release tells of, to date an act that its own sentence leaves undated."""

    def __init__(self) -> None:
        self._days: list[tuple[int, FoundDate]] = []
        """The first day of each sentence that tells one, with the number of the sentence."""
        self._lead: list[Scene] = []
        self._lead_dates: list[FoundDate] = []
        self._dateline: FoundDate | None = None
        self._placed = False
        """Whether the line before is short and names a city, as the first of a dateline."""

    def read(
        self, scene: Scene, taken: Callable[[FoundDate], bool], recalled: re.Pattern[str]
    ) -> None:
        """Note the days of a sentence that are not those of an instrument."""
        if not self._dateline and not self._begun():
            self._dateline = _dateline(scene, placed=self._placed)
        self._placed = bool(scene.cities) and scene.end - scene.start < _REACH
        if scene.paragraph.heading:
            return
        if len(self._lead) < _LEAD:
            self._lead.append(scene)
            self._lead_dates += [
                d for d in scene.dates if not (d.published or taken(d) or is_ending(scene, d))
            ]
        if not (_OPENED.search(scene.words) or recalled.search(scene.words)):
            first = next((d for d in scene.dates if _is_day(d) and not taken(d)), None)
            self._days += [(scene.place, first)] if first else []

    def _begun(self) -> bool:
        """Tell whether the news have begun: a place alone is still the dateline."""
        return any(scene.end - scene.start > _REACH for scene in self._lead)

    def of(self, told: Mention, grammar: Grammar) -> FoundDate | None:
        """Return the day on which what a naming tells was done, inferred; None if nothing says."""
        scene = told.scene
        if told.cited or (told.stage_start < 0 and told.listed < 0) or _is_past(scene, grammar):
            return None
        before = self._before(scene)
        if before:
            return _inferred(before, _SEEN_BEFORE)
        only = self._only()
        if only:
            return _inferred(only, _SEEN_BEFORE)
        near = all(self._is_of_dateline(date) for date in self._lead_dates)
        return _inferred(self._dateline, _UNDER_DATELINE) if self._dateline and near else None

    def _is_of_dateline(self, date: FoundDate) -> bool:
        """Tell whether a date of the first sentences does not speak against the dateline's day."""
        day = self._dateline.edtf if self._dateline else ""
        first, _, last = date.edtf.partition("/")
        return len(first) < _FULL or first <= day <= (last or first)

    def _before(self, scene: Scene) -> FoundDate | None:
        """Return the first day of the nearest sentence before, in the same paragraph."""
        behind = bisect_left(self._days, scene.place, key=itemgetter(0))
        date = self._days[behind - 1][1] if behind else None
        return date if date and date.start >= scene.paragraph.start else None

    def _only(self) -> FoundDate | None:
        """Return the one day the first sentences tell of, None where there are several."""
        if len({date.edtf for date in self._lead_dates if len(date.edtf) > len("2024")}) != 1:
            return None
        days = [date for date in self._lead_dates if _is_day(date)]
        opened = any(_OPENED.search(scene.words) for scene in self._lead if scene.dates)
        return days[0] if days and not opened else None


def _dateline(scene: Scene, *, placed: bool) -> FoundDate | None:
    """Return the date of a dateline, which has its place beside or above it or opens the news."""
    dates = [d for d in scene.dates if d.published and len(d.edtf) == _FULL]
    if not dates:
        return None
    placed = placed or any(abs(city.start - dates[0].start) < _REACH for city in scene.cities)
    within = _first(scene.paragraph, dates[0]) and scene.paragraph.end - dates[0].end > _REACH
    return dates[0] if (placed or within) and not _BY_LINE.search(scene.words) else None


_BY_LINE = re.compile(r"\b(?:posted on|published|опубликовано)\b", re.IGNORECASE)


def _first(paragraph: Paragraph, date: FoundDate) -> bool:
    return date.start - paragraph.start < _REACH


def _is_day(date: FoundDate) -> bool:
    return len(date.edtf) == _FULL and not date.published and date.edtf.replace("-", "").isdigit()


def _is_past(scene: Scene, grammar: Grammar) -> bool:
    """Tell whether a sentence looks back, or has a time of its own."""
    own: Sequence[FoundDate] = [d for d in scene.dates if not d.published]
    return bool(grammar.recalled.search(scene.words)) or any("/" not in d.edtf for d in own)


def _inferred(date: FoundDate, reason: str) -> FoundDate:
    return replace(date, how=How.INFERRED, reason=reason, confidence=0.5, published=False)
