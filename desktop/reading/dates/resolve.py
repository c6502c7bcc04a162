"""Fills in what a date leaves out, from the day of publication and from fuller mentions."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from db.terms import How
from desktop.reading.dates import english, russian
from desktop.reading.dates.partial import Moment, Partial

_YEARS = {"this": 0, "last": -1, "next": 1}
_FAR, _RECENT, _JUST_NOW, _FORTNIGHT, _A_YEAR = 182, 200, 30, 14, 365
_OPENING = 24
_WILL = re.compile(
    r"\b(?:will|shall|begins|is to|are to|plans? to"
    r"|(?:is|are) (?:due|expected|scheduled|planned|set))\b"
    r"|(?i:\b(?:будет|будут|состоится|состоятся|пройд[её]т|пройдут|планиру[ею]|намеч|посетит|отправится"
    r"|откроется|начн[её]тся|запланирован|ожидае))"
)
HERE = "\0"
"""Where the date stands in the words around it."""


class Resolved(NamedTuple):
    """A date filled in: EDTF, how it is known, and from what."""

    edtf: str
    how: How
    reason: str
    confidence: float


class Known(NamedTuple):
    """What the whole text says of its time."""

    published: Moment
    full: Mapping[tuple[int, int], int]
    """The year of each month and day that is named with it somewhere."""
    bare: frozenset[tuple[int, int]] = frozenset()
    """The months and days that are named without a year."""

    @property
    def day(self) -> date | None:
        """Give the day of publication, None where its year is not known."""
        return self.published.as_date


def full_mentions(dates: Sequence[Partial]) -> dict[tuple[int, int], int]:
    """Return the year of each month and day that is named together with one."""
    return {
        (moment.month, moment.day): moment.year
        for partial in dates
        if not partial.swapped
        for moment in (partial.first, partial.last)
        if moment and moment.year and moment.day
    }


def bare_mentions(dates: Sequence[Partial]) -> frozenset[tuple[int, int]]:
    """Return each month and day that is named without a year."""
    return frozenset(
        (moment.month, moment.day)
        for partial in dates
        for moment in (partial.first, partial.last)
        if moment and moment.day and not moment.year
    )


def resolve(partial: Partial, known: Known, words: str, before: Moment) -> Resolved | None:
    """Return a date filled in, or None where it stays too vague to be one.

    `words` around it, with HERE in its place, tell whether a coming day is meant; `before` is
    the date named before.
    """
    if partial.swapped:
        return _unswapped(partial, known)
    if partial.decade or (partial.first.year and not partial.relative):
        return Resolved(partial.edtf, How.STATED, "", 0.95)
    if partial.offset is not None or partial.later or partial.months is not None:
        return _counted(partial, known, before)
    if not partial.first.month:
        return _weekday(partial, known, words) if partial.weekday >= 0 else _year(partial, known)
    return _dated(partial, known, words, before)


def _counted(partial: Partial, known: Known, before: Moment) -> Resolved | None:
    """Count from the day or month of publication, or from the day told before."""
    if partial.later:
        return _from_that(before.as_date or known.day, partial.later)
    if partial.offset is not None:
        return _from_day(known, partial.offset)
    return _from_month(known, partial.months or 0)


def _dated(partial: Partial, known: Known, words: str, before: Moment) -> Resolved | None:
    year, source, confidence = _year_from(partial, known, words, before)
    if year:
        return _inferred(partial, year, source, confidence)
    if not partial.first.day:
        return None  # a month of some year tells nothing
    return Resolved(partial.edtf, How.STATED, "", 0.8)


def _year_from(
    partial: Partial, known: Known, words: str, before: Moment
) -> tuple[int, str, float]:
    """Return the year, what it was inferred from and how surely; 0 where nothing tells."""
    if partial.relative == "same":
        return before.year, "that of the date before", 0.8
    if partial.relative in _YEARS:
        year = known.published.year + _YEARS[partial.relative] if known.published.year else 0
        year -= bool(year) and _told_after_new_year(partial, known, words)
        return year, f"“{partial.relative} year” seen from the day of publication", 0.85
    year = known.full.get(partial.first[1:], 0) if partial.first.day else 0
    if year:
        return year, "the same day is named with its year elsewhere", 0.85
    year = _nearest(partial, known.day, words) if known.day else 0
    return year, "the one nearest the day of publication", 0.8


def _told_after_new_year(partial: Partial, known: Known, words: str) -> bool:
    """Tell whether "August of this year" is printed in January of the next."""
    return (
        partial.relative == "this"
        and known.published.month <= 2
        and partial.first.month > known.published.month + 3
        and not _looks_ahead(words)
    )


def _inferred(partial: Partial, year: int, source: str, confidence: float) -> Resolved | None:
    first = partial.first._replace(year=year)
    last = partial.last and partial.last._replace(
        year=year + (partial.first[1:] > partial.last[1:])
    )
    filled = replace(partial, first=first, last=last)
    if not first.exists or (last and not last.exists):
        return None
    return Resolved(filled.edtf, How.INFERRED, f"Year not in these words: {source}.", confidence)


def _nearest(partial: Partial, published: date, words: str) -> int:
    """Choose the year: that of publication, unless the day would then lie too far off."""
    this_year = date(
        published.year, _first_month(partial.first.month), min(partial.first.day or 1, 28)
    )
    ahead = (this_year - published).days
    if partial.relative == "past":
        return published.year - (ahead > 0)
    if partial.relative == "coming":
        return published.year + (ahead < 0)
    forward = _is_ahead(words)
    if ahead > 0:
        return published.year - (ahead > (_FAR if partial.first.day else 0) and not forward)
    return published.year + (forward and -ahead > _JUST_NOW)


def _first_month(month: int) -> int:
    return {21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10, 40: 1, 41: 7}.get(
        month, month
    )


def _is_ahead(words: str) -> bool:
    """Tell whether the words before a day are of what is to come, or those after one they open."""
    before, _, after = words.partition(HERE)
    if _looks_ahead(before) or any(one.TO_BE_DONE.search(before) for one in (english, russian)):
        return True
    return len(before) <= _OPENING and bool(_WILL.search(after))


def _looks_ahead(words: str) -> bool:
    return bool(english.FUTURE.search(words) or russian.FUTURE.search(words))


def _from_day(known: Known, offset: int) -> Resolved | None:
    if not known.day:
        return None
    day = known.day + timedelta(days=offset)
    return Resolved(day.isoformat(), How.INFERRED, "Counted from the day of publication.", 0.85)


def _from_that(day: date | None, days: int) -> Resolved | None:
    if not day:
        return None
    reason = "Counted from the day told before it."
    return Resolved((day + timedelta(days=days)).isoformat(), How.INFERRED, reason, 0.75)


def _from_month(known: Known, months: int) -> Resolved | None:
    if not known.published.year:
        return None
    count = known.published.year * 12 + known.published.month - 1 + months
    edtf = Moment(count // 12, count % 12 + 1).edtf
    return Resolved(edtf, How.INFERRED, "Counted from the month of publication.", 0.6)


def _year(partial: Partial, known: Known) -> Resolved | None:
    if not known.published.year or partial.relative not in _YEARS:
        return None
    year = known.published.year + _YEARS[partial.relative]
    return Resolved(f"{year:04}", How.INFERRED, "Counted from the year of publication.", 0.7)


def _weekday(partial: Partial, known: Known, words: str) -> Resolved | None:
    if not known.day:
        return None
    back = (known.day.weekday() - partial.weekday) % 7
    forward = partial.relative == "coming" or (partial.relative != "past" and _looks_ahead(words))
    ahead = (partial.weekday - known.day.weekday()) % 7
    days = ahead if forward else -(back or (7 if partial.relative == "past" else 0))
    day = known.day + timedelta(days=days)
    side = "on or after" if forward else "on or before"
    reason = f"The nearest such weekday {side} the day of publication."
    return Resolved(day.isoformat(), How.INFERRED, reason, 0.8)


def _unswapped(partial: Partial, known: Known) -> Resolved:
    """Choose between day/month and month/day: by the weekday, a fuller mention, else day first."""
    first = partial.first
    other = Moment(first.year, first.day, first.month)
    for moment in (first, other):
        day = moment.as_date
        if day and partial.weekday == day.weekday():
            return Resolved(moment.edtf, How.STATED, "", 0.9)
    for moment in (first, other):
        if known.full.get((moment.month, moment.day)) == moment.year:
            return Resolved(moment.edtf, How.STATED, "", 0.85)
    for moment in (first, other):
        if (moment.month, moment.day) in known.bare:
            return Resolved(moment.edtf, How.STATED, "", 0.85)
    reason = "Day and month are told by figures alone: read day first."
    return Resolved(first.edtf, How.INFERRED, reason, 0.6)


def dateline_year(dateline: Partial, dates: Sequence[Partial], text: str) -> int:
    """Return the year of a dateline without one: that of the months just before it, or 0.

    Its latest day lies within two weeks before it, or its latest month within half a year and the
    text speaks of "this year"; or within a year, and what is planned begins in that year.
    """
    within = _RECENT if _THIS_YEAR.search(text) else _FORTNIGHT
    ends = [_end(moment) for p in dates for moment in (p.last or p.first,) if _end(moment)]
    latest = max((end for end in ends if end), default=None)
    if latest is None:
        return 0
    year = latest.year
    month, day = dateline.first.month, min(dateline.first.day, 28)
    if date(year, month, day) < latest:
        year += 1
    plans = any(p.rule == "years" and p.first.year == year for p in dates)
    away = (date(year, month, day) - latest).days
    return year if away <= (_A_YEAR if plans else within) else 0


_THIS_YEAR = re.compile(
    r"(?i:\bthis year\b|current year|(?:этого|текущего|нынешнего) года|этом году)"
)
_LAST_MONTH = {21: 5, 22: 8, 23: 11, 33: 3, 34: 6, 35: 9, 36: 12, 40: 6, 41: 12}


def _end(moment: Moment) -> date | None:
    if not moment.year or not moment.month:
        return None
    month = _LAST_MONTH.get(moment.month, moment.month)
    return date(moment.year, month, min(moment.day or 28, 28)) if month <= 12 else None
