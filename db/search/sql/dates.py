"""Dates: fields whose strict bounds overlap a range of days.

A bound that is NULL is an open end; a date with neither bound lies nowhere and matches nothing.
"""

from sqlalchemy import Column, ColumnElement, Select, Table, and_, case, func, or_, select, true
from sqlalchemy.orm import Session

from db.search.sql.tables import (
    Form,
    agreement,
    entry,
    meeting,
    owned,
    person,
    plain,
    source,
    stage,
)
from db.search.tree import Dates
from db.terms import EntryKind, StageKind

_AFTER_ANY_TIME = "T99"
"""Sorts after each time of its day."""

_STAGES = frozenset(StageKind)
_OF_ONE_ROW = {
    "published": (source, "published"),
    "received": (source, "received"),
    "born": (person, "born"),
    "covers": (agreement, "covers"),
}


_LISTED_BY = {
    "published": (source, "published"),
    "held": (meeting, "start"),
}
"""The fields whose dates lists are sorted by, each with an index of its own."""


def begins_within(dates: Dates) -> Select[int] | None:
    """Return entries with such a date that begins in the range, along an index.

    None where there is no index for it.
    """
    if dates.field in _LISTED_BY:
        table, date = _LISTED_BY[dates.field]
        owner, where = table.c.id, true()
    elif dates.field in _STAGES:
        table, date = stage, "date"
        owner, where = stage.c.agreement_id, stage.c.kind == dates.field
    else:
        return None
    day = _bounds(table, date)[0]
    low = day >= dates.earliest if dates.earliest is not None else true()
    high = day <= dates.latest if dates.latest is not None else true()
    return select(owner).where(where, low, high)


def latest_listed(session: Session, dates: Dates) -> str | None:
    """Return the latest day by which an entry with such a date in the range may be sorted.

    A list is sorted by the first day of a date, and where that is open by the last one. None where
    other dates sort it.
    """
    if dates.latest is None or dates.field not in _LISTED_BY:
        return None
    earliest, latest = _bounds(*_LISTED_BY[dates.field])
    of_open = session.execute(select(func.max(latest)).where(earliest.is_(None))).scalar()
    return max(dates.latest, of_open or "")


def dates_condition(dates: Dates, form: Form) -> ColumnElement[bool]:
    """Ask whether a date of an entry overlaps a range of days."""
    match dates.field:
        case "date":
            return _whichever(dates, form)
        case "held":
            return _held(dates, form)
        case "added":
            return _on_days(dates, entry.c.created_at)
        case "changed":
            return _on_days(dates, entry.c.changed_at)
        case field if field in _OF_ONE_ROW:
            return _of_one_row(dates, form, field)
        case kind:
            return _staged(dates, form, stage.c.kind == kind)


def _whichever(dates: Dates, form: Form) -> ColumnElement[bool]:
    """Ask for the dates a list may show: published, any stage, held, born."""
    return or_(
        and_(entry.c.kind == EntryKind.SOURCE, _of_one_row(dates, form, "published")),
        and_(entry.c.kind == EntryKind.AGREEMENT, _staged(dates, form)),
        and_(entry.c.kind == EntryKind.MEETING, _held(dates, form)),
        and_(entry.c.kind == EntryKind.PERSON, _of_one_row(dates, form, "born")),
    )


def _of_one_row(dates: Dates, form: Form, field: str) -> ColumnElement[bool]:
    table, date = _OF_ONE_ROW[field]
    return owned(form, table.c.id, _overlaps(dates, *_bounds(table, date)))


def _staged(dates: Dates, form: Form, *where: ColumnElement[bool]) -> ColumnElement[bool]:
    overlap = _overlaps(dates, *_bounds(stage, "date"))
    return owned(form, stage.c.agreement_id, *where, overlap)


def _held(dates: Dates, form: Form) -> ColumnElement[bool]:
    """Ask for the days from a meeting's start to its end; where one is missing, the other's."""
    start_from, start_to = _bounds(meeting, "start")
    end_from, end_to = _bounds(meeting, "end")
    begins = case((_dated(start_from, start_to), start_from), else_=end_from)
    ends = case((_dated(end_from, end_to), end_to), else_=start_to)
    known = or_(_dated(start_from, start_to), _dated(end_from, end_to))
    return owned(form, meeting.c.id, known, *_within(dates, begins, ends))


def _bounds(table: Table, date: str) -> tuple[ColumnElement[str], ColumnElement[str]]:
    return plain(table.c[f"{date}_earliest"]), plain(table.c[f"{date}_latest"])


def _dated(earliest: ColumnElement[str], latest: ColumnElement[str]) -> ColumnElement[bool]:
    return or_(earliest.is_not(None), latest.is_not(None))


def _overlaps(
    dates: Dates, earliest: ColumnElement[str], latest: ColumnElement[str]
) -> ColumnElement[bool]:
    return and_(_dated(earliest, latest), *_within(dates, earliest, latest))


def _within(
    dates: Dates, earliest: ColumnElement[str], latest: ColumnElement[str]
) -> list[ColumnElement[bool]]:
    within: list[ColumnElement[bool]] = []
    if dates.latest is not None:
        within.append(or_(earliest.is_(None), earliest <= dates.latest))
    if dates.earliest is not None:
        within.append(or_(latest.is_(None), latest >= dates.earliest))
    return within


def _on_days(dates: Dates, time: Column[object]) -> ColumnElement[bool]:
    """Ask whether a time, stored in UTC, lies on one of the days."""
    at = plain(time)
    within: list[ColumnElement[bool]] = [at != ""]
    if dates.earliest is not None:
        within.append(at >= dates.earliest)
    if dates.latest is not None:
        within.append(at < dates.latest + _AFTER_ANY_TIME)
    return and_(*within)
