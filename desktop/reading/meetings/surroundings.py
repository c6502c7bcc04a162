"""Tells when and where a meeting was from what stands around the sentences that name it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from db.terms import How, Standing
from desktop.reading.findings import FoundBody, FoundCity, FoundDate
from desktop.reading.meetings.circumstances import Circumstances, circumstances_of
from desktop.reading.meetings.marks import BODY, CITY, DATE, Chunk, Line
from desktop.reading.meetings.mention import Mention, Weight

_CALENDARS = ("\U0001f4c5", "\U0001f5d3", "\U0001f4c6")
_SITS = re.compile(
    r"[\s,]+(?:which\s+|котор\w+\s+)?(?:ran|met|was held|took place|convened|sat|was convened|"
    r"проход\w+|прош[её]?л\w*|состоял\w+|заседал\w*)\b"
)
_DONE_AT = re.compile(
    r"\b(?:at the (?:close|end|conclusion) of|following|concluding|as a result of|on completion of|"
    r"по (?:итогам|завершении|окончании|результатам)|в рамках|в ходе|на полях)\s+"
    r"(?:the\s+|состоявш\w+\s+|прошедш\w+\s+)?\Z",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"[\s(]*(?:г\.\s*)?(?:\ue003+|\ue004+)(?:[\s,;–—-]*(?:\ue002+|\ue003+|\ue004+))*[\s.)г]*"
)
_FURTHEST, _NEAR, _HEAD, _LAST = 8, 2, 4, 6
_JUST_BEFORE = timedelta(days=10)
_LONGEST_DAY = 60
_DAY = len("2024-05-06")


@dataclass(frozen=True, slots=True)
class Setting:
    """The lines of a text and what dates the whole of it."""

    lines: Sequence[Line]
    published: FoundDate | None = None
    dateline: int = -1
    """The line that begins with a place, with or without a day; -1 where none does."""
    city: FoundCity | None = None
    signed: FoundCity | None = None
    """The city of a last line of nothing but place and day."""


def setting_of(lines: Sequence[Line]) -> Setting:
    """Return the release's own day, and the city it is dated from at its beginning."""
    published = next((d for line in lines for d in _dates(line) if d.published), None)
    signed = _signature(lines)
    for line in lines[:_HEAD]:
        chunk = next((c for c in line.chunks if c.mark == CITY and c.start < _HEAD), None)
        after_day = next((c for c in line.chunks if c.mark == CITY and _behind_day(line, c)), None)
        seen = chunk or after_day
        if seen and isinstance(seen.found, FoundCity) and _is_dateline(line, seen):
            return Setting(lines, published, line.index, seen.found, signed)
    return Setting(lines, published, signed=signed)


def _signature(lines: Sequence[Line]) -> FoundCity | None:
    for line in lines[-_LAST:]:
        cities = [c.found for c in line.chunks if isinstance(c.found, FoundCity)]
        if cities and _CAPTION.fullmatch(line.marked) and next(_dates(line), None):
            return cities[0]
    return None


def _dates(line: Line) -> Iterator[FoundDate]:
    return (c.found for c in line.chunks if c.mark == DATE and isinstance(c.found, FoundDate))


def _behind_day(line: Line, chunk: Chunk) -> bool:
    return chunk.start < _LONGEST_DAY and bool(
        re.fullmatch(r"\ue004+(?: г\.| года)?[,\s|]*(?:г\. ?)?", line.marked[: chunk.start])
    )


def _is_dateline(line: Line, chunk: Chunk) -> bool:
    after = line.marked[chunk.end :]
    return bool(re.match(r"\s*(?:[,.:(/|–—-]|\ue004|\Z)", after))


def filled_in(
    told: Circumstances, body: FoundBody | None, first: Mention, setting: Setting
) -> Circumstances:
    """Return the circumstances with what other sentences tell, each only where none is told."""
    told = _with_sitting(told, body, first, setting)
    lines = setting.lines
    if told.country and not told.city and setting.city and setting.city.code == told.country.code:
        told = replace(told, city=setting.city)
    if not told.date:
        told = replace(told, date=_marked_date(first, lines))
    told = _with_caption(told, first, lines)
    if first.standing is not Standing.HELD or first.other_time or first.background:
        return told
    if not told.date:
        told = replace(told, date=_day_before(first, setting))
    return _from_signature(_from_dateline(told, first, setting), first, setting)


def _with_sitting(
    told: Circumstances, body: FoundBody | None, first: Mention, setting: Setting
) -> Circumstances:
    """Add when a sentence soon after says that the body sat: "The Council met from 1 to 3 May"."""
    if not body or body.generic or (told.date and told.city):
        return told
    for line in setting.lines[first.line : first.line + _FURTHEST]:
        for chunk in line.chunks:
            if chunk.mark != BODY or not _SITS.match(line.marked, chunk.end):
                continue
            if isinstance(chunk.found, FoundBody) and _is_same(body, chunk.found):
                here = circumstances_of(_at(line, chunk, first), line, ())
                return replace(told, date=told.date or here.date, city=told.city or here.city)
    return told


def _is_same(one: FoundBody, other: FoundBody) -> bool:
    forms = {one.name, one.acronym} - {""}
    return other.name in forms or other.acronym in forms or one.name.endswith(f"({other.name})")


def _at(line: Line, chunk: Chunk, first: Mention) -> Mention:
    return replace(
        first, line=line.index, start=line.start + chunk.start, end=line.start + chunk.end,
        weight=Weight.OWN,
    )  # fmt: skip


def _marked_date(first: Mention, lines: Sequence[Line]) -> FoundDate | None:
    """Return the date a calendar sign marks beside the line that names the meeting."""
    for index in (first.line - 1, first.line + 1):
        if 0 <= index < len(lines) and lines[index].text.startswith(_CALENDARS):
            return next(_dates(lines[index]), None)
    return None


def _with_caption(told: Circumstances, first: Mention, lines: Sequence[Line]) -> Circumstances:
    """Add what a line of nothing but place and days says right below the meeting's title."""
    line = lines[first.line + 1] if first.line + 1 < len(lines) else None
    if not line or not _CAPTION.fullmatch(line.marked):
        return told
    city = next((c.found for c in line.chunks if isinstance(c.found, FoundCity)), None)
    return replace(told, date=told.date or next(_dates(line), None), city=told.city or city)


def _day_before(first: Mention, setting: Setting) -> FoundDate | None:
    """Return the one day told just before of what was done at the meeting."""
    lines, line = setting.lines, setting.lines[first.line]
    if not _DONE_AT.search(line.before(first.start - line.start)) or not setting.published:
        return None
    near = lines[max(0, first.line - _NEAR) : first.line + 1]
    days = {d.edtf: d for one in near for d in _dates(one) if _is_recent(d, setting.published)}
    if len(days) != 1:
        return None
    reason = "The day told of what was done at it."
    return replace(*days.values(), how=How.INFERRED, reason=reason, confidence=0.6)


def _is_recent(day: FoundDate, published: FoundDate) -> bool:
    if day.published or len(day.edtf) != _DAY or "X" in day.edtf + published.edtf:
        return False
    away = date.fromisoformat(published.edtf) - date.fromisoformat(day.edtf)
    return timedelta(0) <= away <= _JUST_BEFORE


def _from_dateline(told: Circumstances, first: Mention, setting: Setting) -> Circumstances:
    """Fill in from the dateline above the sentence that names the meeting first."""
    near = setting.dateline >= 0 and 0 <= first.line - setting.dateline <= _NEAR
    if not near or first.video or not setting.city:
        return told
    if not (told.city or told.country or told.venue):
        told = replace(told, city=setting.city)
    here = told.city and told.city.name == setting.city.name
    if told.date or not here or not setting.published:
        return told
    reason = "The day of the release, which is dated from the place of the meeting."
    day = replace(
        setting.published, how=How.INFERRED, reason=reason, confidence=0.5, published=False
    )
    return replace(told, date=day)


def _from_signature(told: Circumstances, first: Mention, setting: Setting) -> Circumstances:
    """Fill in the place a release of the same day is signed from."""
    if told.city or told.country or told.venue or first.video or not setting.signed:
        return told
    same = told.date and setting.published and told.date.edtf == setting.published.edtf
    return replace(told, city=setting.signed) if same else told
