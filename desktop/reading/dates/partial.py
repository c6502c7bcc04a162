"""A date as its own words give it, before the rest of the text fills in what they leave out."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class Moment(NamedTuple):
    """A day, month or year; 0 for what is not told. A month over 12 is a season's EDTF code."""

    year: int = 0
    month: int = 0
    day: int = 0

    @property
    def edtf(self) -> str:
        """Give it as EDTF, the year XXXX where it is not told."""
        year = f"{self.year:04}" if self.year else "XXXX"
        return (
            year
            + (f"-{self.month:02}" if self.month else "")
            + (f"-{self.day:02}" if self.day else "")
        )

    @property
    def exists(self) -> bool:
        """Tell whether there is such a day; without a year, whether there ever is."""
        if not self.day:
            return True
        try:
            date(self.year or 2000, self.month, self.day)
        except ValueError:
            return False
        return True

    @property
    def as_date(self) -> date | None:
        """Give the day as a date, None where a part is not told."""
        return date(*self) if self.year and self.day and self.exists else None


NOTHING = Moment()


@dataclass(frozen=True, slots=True, kw_only=True)
class Partial:
    """A date found, with what its words say of the parts they leave out."""

    start: int
    end: int
    rule: str
    first: Moment = NOTHING
    last: Moment | None = None
    relative: str = ""
    """Which year: ``this last next same``, or empty."""
    weekday: int = -1
    """Monday is 0; -1 where none is told."""
    offset: int | None = None
    """Days from the day of publication: today 0, yesterday -1."""
    later: int = 0
    """Days from the day told before: "a day earlier" -1."""
    months: int | None = None
    """Months from that of publication: "last month" -1."""
    swapped: bool = False
    """Whether day and month may as well be the other way round: 05/06/2022."""
    decade: str = ""
    """A decade in EDTF: 199X."""

    @property
    def whole(self) -> bool:
        """Tell whether its words give year, month and day of a single day."""
        return bool(self.first.year and self.first.day and not self.last)

    @property
    def edtf(self) -> str:
        """Give it as EDTF, as far as it is known."""
        if self.decade:
            return self.decade
        return f"{self.first.edtf}/{self.last.edtf}" if self.last else self.first.edtf
