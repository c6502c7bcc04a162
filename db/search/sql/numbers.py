"""Numbers: the year of an entry's date, and the numbers meetings and agreements bear."""

from functools import reduce

from sqlalchemy import ColumnElement, and_, bindparam, false, func, or_, text

from db.search.sql.tables import Form, agreement, entry, meeting, owned
from db.search.tree import Numbers

_LAST_YEAR = 9999
_GREATEST = 2**63 - 1
"""What SQLite can compare; a number with more digits is cut to it."""
_DIGITS = "0123456789"

# The text is cut from its left: signs up to the first digit, then that run of digits, and again.
# Which signs it holds is what is left of it once its digits are taken out.
_NO_DIGITS = reduce(
    lambda rest, digit: f"replace({rest}, '{digit}', '')", _DIGITS, "agreement.number"
)
_NUMBER_WITHIN = f"""EXISTS (
    WITH RECURSIVE run(rest) AS (
        SELECT ltrim(agreement.number, {_NO_DIGITS})
        UNION ALL
        SELECT ltrim(ltrim(rest, '{_DIGITS}'), {_NO_DIGITS}) FROM run WHERE rest <> ''
    )
    SELECT 1 FROM run WHERE rest <> '' AND CAST(
        substr(rest, 1, length(rest) - length(ltrim(rest, '{_DIGITS}'))) AS INTEGER
    ) BETWEEN :low AND :high
)"""


def numbers_condition(numbers: Numbers, form: Form) -> ColumnElement[bool]:
    """Ask whether a number of an entry lies within bounds."""
    if numbers.field == "year":
        return _year(numbers)
    low = -_GREATEST if numbers.low is None else numbers.low
    high = _GREATEST if numbers.high is None else numbers.high
    low, high = max(low, -_GREATEST), min(high, _GREATEST)
    if low > high:
        return false()
    ordinal = owned(form, meeting.c.id, meeting.c.ordinal.between(low, high))
    return or_(ordinal, _number_within(low, high, form))


def _year(numbers: Numbers) -> ColumnElement[bool]:
    """Compare days as text, so that the order of a list can serve as the index."""
    low = max(numbers.low or 0, 0)
    high = _LAST_YEAR if numbers.high is None else numbers.high
    if low > _LAST_YEAR or high < low:
        return false()
    within = and_(entry.c.sort_date >= f"{low:04}", entry.c.sort_date != "")
    if high >= _LAST_YEAR:
        return within
    return and_(within, entry.c.sort_date < f"{high + 1:04}")


def _number_within(low: int, high: int, form: Form) -> ColumnElement[bool]:
    where: list[ColumnElement[bool]] = [agreement.c.number != ""]
    if low == high:
        # most texts are ruled out without cutting them up
        where.append(func.instr(agreement.c.number, str(low)) > 0)
    within = text(_NUMBER_WITHIN).bindparams(
        bindparam("low", low, unique=True), bindparam("high", high, unique=True)
    )
    return owned(form, agreement.c.id, *where, and_(within))
