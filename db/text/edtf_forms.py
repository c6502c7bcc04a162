"""The grammar of one EDTF date (ISO 8601-2): a day, month, year or season, digits unknown or not.

These are the forms that releases force on a catalogue, read here because lists show hundreds of
them and the `edtf` package needs milliseconds for each, an import of its parser apart. It reads
the rest of the standard.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

Bounds = tuple[date | None, date | None]


class DateError(ValueError):
    """What was typed is not understood as a date.

    `reason` is one of: empty, unknown, no_such_day, no_such_month, reversed, ambiguous,
    short_year, time_of_day, out_of_range. `example` is a text that would be understood.
    """

    def __init__(self, reason: str, example: str) -> None:
        super().__init__(f"{reason}: try {example!r}")
        self.reason = reason
        self.example = example


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One EDTF date taken apart: its digits as written, a season's code in place of the month."""

    year: str
    month: str
    day: str
    doubt: str

    @property
    def text(self) -> str:
        """Put the EDTF text together again."""
        return "-".join(filter(None, (self.year, self.month, self.day))) + self.doubt


_MOMENT = re.compile(
    r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX|[0-9]XXX|XXXX)"
    r"(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([?~%]?)",
    re.ASCII,
)
# First month and number of months. Seasons 21 to 28 are the northern ones, 29 to 32 the southern;
# the standard leaves open where a winter lies: here it begins in December of the year it names.
SEASONS = {
    **dict.fromkeys(("21", "25", "31"), (3, 3)),
    **dict.fromkeys(("22", "26", "32"), (6, 3)),
    **dict.fromkeys(("23", "27", "29"), (9, 3)),
    **dict.fromkeys(("24", "28", "30"), (12, 3)),
    **{str(33 + quarter): (1 + 3 * quarter, 3) for quarter in range(4)},
    **{str(37 + third): (1 + 4 * third, 4) for third in range(3)},
    **{str(40 + half): (1 + 6 * half, 6) for half in range(2)},
}


def read_moment(text: str) -> Moment | None:
    """Return an EDTF date taken apart, or None when it has another form; days are not checked."""
    found = _MOMENT.fullmatch(text)
    if not found or text.rstrip("?~%") == "XXXX":
        return None
    year, month, day, doubt = (part or "" for part in found.groups())
    return Moment(year=year, month=month, day=day, doubt=doubt)


def bounds(moment: Moment) -> Bounds:
    """Return the first and last day a date may mean; both None when its year is not known.

    Doubt does not widen them. Raises DateError for days, months and years that do not exist.
    """
    if moment.month in SEASONS and not moment.day:
        return _season_bounds(moment)
    if moment.month not in {"", "XX"} and not 1 <= int(moment.month) <= 12:
        raise DateError("no_such_month", "2021-05")
    first = next(_days(_years(moment.year), moment, 1), None)
    last = next(_days(_years(moment.year), moment, -1), None)
    if not first or not last:
        raise DateError("no_such_day", _last_day_before(moment))
    return (None, None) if moment.year == "XXXX" else (first, last)


def _years(digits: str) -> Sequence[int]:
    if digits == "XXXX":
        return range(2000, 2001)  # a leap year, so that XXXX-02-29 exists
    years = range(int(digits.replace("X", "0")), int(digits.replace("X", "9")) + 1)
    if years[-1] < MINYEAR:
        raise DateError("out_of_range", "2021")
    return range(max(years[0], MINYEAR), years[-1] + 1)


def _days(years: Sequence[int], moment: Moment, step: int) -> Iterator[date]:
    """Go through the days a date may mean, from the first (step 1) or from the last (-1)."""
    months = range(1, 13) if moment.month in {"", "XX"} else range(int(moment.month), 14)[:1]
    for year in years[::step]:
        for month in months[::step]:
            days = range(1, monthrange(year, month)[1] + 1)
            if moment.day not in {"", "XX"}:
                days = [day for day in days if day == int(moment.day)]
            for day in days[::step]:
                yield date(year, month, day)


def _season_bounds(moment: Moment) -> Bounds:
    if "X" in moment.year:
        raise DateError("unknown", "2020-22")
    start, length = SEASONS[moment.month]
    year = int(moment.year)
    end_year, end_month = year + (start + length - 2) // 12, (start + length - 2) % 12 + 1
    if year < MINYEAR or end_year > MAXYEAR:
        raise DateError("out_of_range", "2020-22")
    return date(year, start, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])


def _last_day_before(moment: Moment) -> str:
    if not moment.year.isdigit() or not moment.month.isdigit():
        return "2021-05-20"
    last = monthrange(int(moment.year), int(moment.month))[1]
    return f"{moment.year}-{moment.month}-{last:02}"
