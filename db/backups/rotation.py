"""Which backups are kept: many of late, ever fewer of long ago."""

from collections.abc import Callable, Hashable, Iterable
from datetime import date, datetime, timedelta

from db.backups.facts import Backup, Reason

LAST = 10
"""So many are kept whatever their age."""
DAYS, WEEKS, MONTHS = 14, 8, 24
"""And the last of each day, week (ISO 8601) and month, as far back as this."""


def outdated(backups: Iterable[Backup], now: datetime) -> tuple[Backup, ...]:
    """Return the backups that need not be kept any more, oldest last.

    The newest stays, and so does whatever was made by hand.
    """
    ordered = sorted(backups, key=lambda one: one.facts.made_at, reverse=True)
    rotated = [one for one in ordered if one.facts.reason is not Reason.BY_HAND]
    kept = {one.path for one in (*ordered[:1], *rotated[:LAST])}
    for period, since in (
        (_day, now - timedelta(days=DAYS)),
        (_week, now - timedelta(weeks=WEEKS)),
        (_month, now - timedelta(days=MONTHS * 31)),
    ):
        kept |= _last_of_each(rotated, period, since)
    return tuple(one for one in rotated if one.path not in kept)


def _last_of_each(
    newest_first: Iterable[Backup], period: Callable[[date], Hashable], since: datetime
) -> set[object]:
    last: dict[Hashable, object] = {}
    for one in newest_first:
        if one.facts.made_at >= since:
            last.setdefault(period(one.facts.made_at.date()), one.path)
    return set(last.values())


def _day(day: date) -> Hashable:
    return day


def _week(day: date) -> Hashable:
    return day.isocalendar()[:2]


def _month(day: date) -> Hashable:
    return day.year, day.month
