"""Stepping a date by the arrow keys: the year, month or day under the cursor."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

_DATE = re.compile(r"(?<![0-9X])([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?![0-9X])")


class Stepped(NamedTuple):
    """A text after a step, and where the part that was stepped lies in it (code points)."""

    text: str
    start: int
    length: int


def step_date(text: str, cursor: int, by: int) -> Stepped | None:
    """Step the part of an EDTF date under the cursor; None where there is nothing to step.

    A month keeps its day where it can, else takes its last; days run on into the next month.
    Seasons and the other codes that stand in a month's place (ISO 8601-2) are left alone.
    """
    found = next((m for m in _DATE.finditer(text) if m.start() <= cursor <= m.end()), None)
    if found is None:
        return None
    part = _part_at(found, cursor)
    stepped = _step(found, part, by)
    if stepped is None:
        return None
    start, length = found.start() + (0, 5, 8)[part], (4, 2, 2)[part]
    return Stepped(text[: found.start()] + stepped + text[found.end() :], start, length)


def _part_at(found: re.Match[str], cursor: int) -> int:
    last = found.lastindex or 1
    inside = [n for n in range(1, last + 1) if cursor <= found.end(n)]
    return (inside[0] if inside else last) - 1


def _step(found: re.Match[str], part: int, by: int) -> str | None:
    year, month, day = (int(group) if group else None for group in found.groups())
    try:
        return _stepped(year or 0, month, day, part, by)
    except (ValueError, OverflowError):
        return None  # no such day, or past the years that a calendar counts


def _stepped(year: int, month: int | None, day: int | None, part: int, by: int) -> str:
    if month is None:
        return _checked(year + by).strftime("%Y").zfill(4)
    if part == 2 and day is not None:
        return (date(year, month, day) + timedelta(days=by)).isoformat()
    moved = date(year, month, 1)
    index = moved.year * 12 + moved.month - 1 + by * (12 if part == 0 else 1)
    first = _checked(index // 12).replace(month=index % 12 + 1)
    if day is None:
        return first.isoformat()[:7]
    return first.replace(day=min(day, monthrange(first.year, first.month)[1])).isoformat()


def _checked(year: int) -> date:
    return date(year, 1, 1)
