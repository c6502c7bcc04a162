"""Dates as the sources give them: EDTF (ISO 8601-2) text with the days it strictly lies between.

Level 1 and the parts of level 2 that releases force on us are kept as typed; what archivists type
in English or Russian is turned into EDTF first. `2021?` lies within 2021: doubt is shown, never
widened into the bounds. A season is the northern one, and winter begins in December of its year.
"""

import re
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from functools import lru_cache
from typing import Any, Literal, cast

from .date_words import date_words
from .edtf_forms import Bounds, DateError, bounds, read_moment
from .typed_dates import edtf_from_typed, tidy

__all__ = ["DateError", "EdtfDate", "display_date", "overlaps", "parse_date", "sort_day"]

_LONGEST = 80
_REST_OF_EDTF = re.compile(r"(?=.*[\[{~?%XYES])[0-9XYES\[\]{},.~?%-]{4,60}")


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """An EDTF text with its strict bounds; a bound is None where the interval is open.

    Both are None for a date without a year, which sorts last and matches no range.
    """

    text: str
    earliest: date | None
    latest: date | None


@lru_cache(maxsize=16384)
def parse_date(text: str) -> EdtfDate:
    """Return the date a text means, in EDTF or as typed in English or Russian.

    Raises DateError, with a reason and an example, for anything else.
    """
    typed = tidy(text)
    if not typed:
        raise DateError("empty", "2021-05-20")
    if len(typed) > _LONGEST:
        raise DateError("unknown", "2021-05-20")
    if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}t[0-9]", typed):
        raise DateError("time_of_day", typed[:10])
    return _from_edtf(typed.upper()) or _from_edtf(edtf_from_typed(typed)) or _refuse()


def display_date(date: EdtfDate, language: Literal["en", "ru"]) -> str:
    """Return a date in words: "20 May 2021", «20 мая 2021 г.», "7 July, year not stated".

    A form without words of its own (sets, doubt about one part) is shown as its EDTF text.
    """
    return date_words(date.text, language)


def sort_day(date: EdtfDate | None) -> str:
    """Return the ISO day to sort by, the earliest or else the latest; "" when there is neither."""
    day = date and (date.earliest or date.latest)
    return day.isoformat() if day else ""


def overlaps(date: EdtfDate | None, start: date | None, end: date | None) -> bool:
    """Tell whether a date may lie between two days, both included; None leaves that side open.

    A date without bounds matches no range.
    """
    if date is None or not (date.earliest or date.latest):
        return False
    begins_in_time = end is None or date.earliest is None or date.earliest <= end
    return begins_in_time and (start is None or date.latest is None or date.latest >= start)


def _from_edtf(text: str) -> EdtfDate | None:
    sides = text.split("/")
    if len(sides) > 2 or all(side in {"", ".."} for side in sides):
        return None
    found = [known for known in map(_side_bounds, sides) if known]
    if len(found) < len(sides):
        return None
    earliest, latest = found[0][0], found[-1][1]
    if earliest and latest and earliest > latest:
        raise DateError("reversed", "/".join(reversed(sides)))
    return EdtfDate(text=text, earliest=earliest, latest=latest)


def _side_bounds(text: str) -> Bounds | None:
    if text in {"", ".."}:
        return None, None
    moment = read_moment(text)
    if moment:
        return bounds(moment)
    return _rest_of_edtf(text) if _REST_OF_EDTF.fullmatch(text) else None


def _rest_of_edtf(text: str) -> Bounds | None:
    """Read the rarer forms with the `edtf` package; its strict bounds are right for them."""
    # Imported here: its parser takes longer to load than a window takes to open
    from edtf import EDTFParseException, parse_edtf  # noqa: PLC0415

    try:
        parsed = cast("Any", parse_edtf(text))
        return _day(parsed.lower_strict()), _day(parsed.upper_strict())
    except (EDTFParseException, ValueError, TypeError, AttributeError, OverflowError):
        return None  # the package lets days pass that do not exist, and stumbles over them


def _day(moment: Any) -> date | None:  # noqa: ANN401 - a struct_time, or a float for infinity
    if isinstance(moment, float):
        return None
    if not MINYEAR <= moment.tm_year <= MAXYEAR:
        raise DateError("out_of_range", "2021")
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday)


def _refuse() -> EdtfDate:
    raise DateError("unknown", "20 May 2021")
