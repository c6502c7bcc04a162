"""Dates and numbers of a query, with the range they ask for.

A side of a range is a date in EDTF or as people type it, in English or Russian; a comparison
(``>2020``) is a range with one end open.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from db.text.dates import DateError, EdtfDate, parse_date
from db.text.ordinals import parse_ordinal

_COMPARISON = re.compile(r"(>=|<=|≥|≤|>|<|=)\s*(.+)", re.DOTALL)
_SPELT = {"≥": ">=", "≤": "<="}
_YEAR = re.compile(r"[0-9]{1,4}")
_YEARS = re.compile(r"([0-9]{4})\s*[-‐‑‒–—−/]\s*([0-9]{4})")
_LAST_YEAR, _LARGEST = 9_999, 999_999
_SET = re.compile(r"[/\[{]")


class UnclearError(ValueError):
    """What was typed is no range; ``problem`` is one of ``db.search.problems.PROBLEMS``."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRange:
    """The days a date asks for, as ISO text or None for an open end, and how it is printed."""

    earliest: str | None
    latest: str | None
    text: str


def read_dates(typed: str) -> DateRange:
    """Return the range of days that a date, a range or a comparison asks for.

    Raises UnclearError: ``bad_date``, ``date_needs_year`` or ``reversed_range``.
    """
    try:
        found = _range(typed.strip()) or _comparison(typed.strip()) or _single(typed)
    except OverflowError as beyond:
        raise UnclearError("bad_date") from beyond
    earliest, latest, text = found
    if earliest is None and latest is None:
        raise UnclearError("date_needs_year")
    if earliest and latest and earliest > latest:
        raise UnclearError("reversed_range")
    return DateRange(earliest=_iso(earliest), latest=_iso(latest), text=text)


_Found = tuple[date | None, date | None, str]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _date(typed: str) -> EdtfDate:
    try:
        return parse_date(typed)
    except DateError as refusal:
        raise UnclearError(
            "reversed_range" if refusal.reason == "reversed" else "bad_date"
        ) from refusal


def _single(typed: str) -> _Found:
    found = _date(typed)
    return found.earliest, found.latest, found.text


def _range(typed: str) -> _Found | None:
    """Read ``2021..2024``; two dots within EDTF's own intervals and sets are not a range."""
    if ".." not in typed or _SET.search(typed):
        return None
    left, _, right = (side.strip() for side in typed.partition(".."))
    start, end = (_date(side) if side else None for side in (left, right))
    if any(side and _SET.search(side.text) for side in (start, end)):
        raise UnclearError("bad_date")  # a side that is a range itself
    if (start and not start.earliest) or (end and not end.latest):
        raise UnclearError("date_needs_year")
    text = f"{start.text if start else ''}..{end.text if end else ''}"
    return start and start.earliest, end and end.latest, text


def _comparison(typed: str) -> _Found | None:
    found = _COMPARISON.fullmatch(typed)
    if not found:
        return None
    sign, day = _SPELT.get(found[1], found[1]), _date(found[2])
    if sign == "=":
        return day.earliest, day.latest, day.text
    if not day.earliest or not day.latest:
        raise UnclearError("date_needs_year")
    text = sign + day.text
    if sign[0] == ">":
        return (day.earliest if "=" in sign else day.latest + timedelta(days=1)), None, text
    return None, (day.latest if "=" in sign else day.earliest - timedelta(days=1)), text


def read_numbers(typed: str, *, years: bool) -> tuple[int | None, int | None]:
    """Return the lowest and highest number asked for, both included; an open end is None.

    Numbers of meetings may be Roman or words (``XXI``, «двадцать первое»); years are figures.
    Raises UnclearError: ``bad_number`` or ``reversed_range``.
    """
    text = typed.strip()
    spanned = _YEARS.fullmatch(text) if years else None
    if spanned:
        return _in_order(int(spanned[1]), int(spanned[2]))
    if ".." in text:
        left, _, right = (side.strip() for side in text.partition(".."))
        if not left and not right:
            raise UnclearError("bad_number")
        low, high = (_number(side, years=years) if side else None for side in (left, right))
        return _in_order(low, high)
    compared = _COMPARISON.fullmatch(text)
    if not compared:
        number = _number(text, years=years)
        return number, number
    sign, number = _SPELT.get(compared[1], compared[1]), _number(compared[2], years=years)
    low = {">": number + 1, ">=": number, "=": number}.get(sign)
    high = {"<": number - 1, "<=": number, "=": number}.get(sign)
    if (low or 0) > (_LAST_YEAR if years else _LARGEST) or (high or 0) < 0:
        raise UnclearError("bad_number")
    return low, high


def _in_order(low: int | None, high: int | None) -> tuple[int | None, int | None]:
    if low is not None and high is not None and low > high:
        raise UnclearError("reversed_range")
    return low, high


def _number(typed: str, *, years: bool) -> int:
    if years:
        found = int(typed) if _YEAR.fullmatch(typed) else None
    else:
        found = 0 if typed == "0" else parse_ordinal(typed)
    if found is None:
        raise UnclearError("bad_number")
    return found
