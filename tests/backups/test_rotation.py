"""Of many backups those stay that are worth it: a pure function, tried with any dates."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from db.backups.facts import Backup, Facts, Reason
from db.backups.rotation import DAYS, LAST, MONTHS, WEEKS, outdated

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ROTATED = tuple(reason for reason in Reason if reason is not Reason.BY_HAND)


def _backup(number: int, made_at: datetime, reason: Reason = Reason.IDLE) -> Backup:
    facts = Facts(
        made_at=made_at,
        reason=reason,
        catalogue="a.chancery",
        schema="",
        program="",
        size=1,
        last_act=number,
    )
    return Backup(path=Path(f"{number}.zst"), facts=facts, packed_size=1)


ages = st.integers(min_value=-86_400, max_value=86_400 * 900)
backups = st.lists(st.tuples(ages, st.sampled_from(tuple(Reason))), max_size=120).map(
    lambda drawn: [
        _backup(number, NOW - timedelta(seconds=age), reason)
        for number, (age, reason) in enumerate(drawn)
    ]
)


def _kept(all_of_them: Sequence[Backup], now: datetime = NOW) -> list[Backup]:
    gone = {one.path for one in outdated(all_of_them, now)}
    return [one for one in all_of_them if one.path not in gone]


@given(backups)
def test_the_newest_always_stays(there: list[Backup]) -> None:
    if there:
        newest = max(one.facts.made_at for one in there)
        assert newest in {one.facts.made_at for one in _kept(there)}


@given(backups)
def test_what_was_made_by_hand_always_stays(there: list[Backup]) -> None:
    assert all(one.facts.reason is not Reason.BY_HAND for one in outdated(there, NOW))


@given(backups)
def test_the_last_ten_stay_whatever_their_age(there: list[Backup]) -> None:
    rotated = [one for one in there if one.facts.reason in ROTATED]
    rotated.sort(key=lambda one: one.facts.made_at, reverse=True)
    assert set(map(_path, rotated[:LAST])) <= set(map(_path, _kept(there)))


@given(backups)
def test_what_stays_stays_when_asked_again(there: list[Backup]) -> None:
    assert outdated(_kept(there), NOW) == ()


@given(backups)
def test_every_day_week_and_month_that_had_one_still_has_one(there: list[Backup]) -> None:
    kept = _kept(there)
    for length, name in (
        (timedelta(days=DAYS), "%Y-%m-%d"),
        (timedelta(weeks=WEEKS), "%G-%V"),
        (timedelta(days=MONTHS * 31), "%Y-%m"),
    ):
        assert _periods(kept, NOW - length, name) == _periods(there, NOW - length, name)


@given(backups)
def test_there_are_never_many(there: list[Backup]) -> None:
    rotated = [one for one in _kept(there) if one.facts.reason in ROTATED]
    assert len(rotated) <= LAST + (DAYS + 2) + (WEEKS + 2) + (MONTHS + 2) + 2


def test_hourly_backups_over_two_years_leave_a_ladder() -> None:
    there, now = list[Backup](), NOW - timedelta(days=730)
    number = 0
    while now <= NOW:
        there = _kept([*there, _backup(number, now)], now)
        number, now = number + 1, now + timedelta(hours=3)
    ages = sorted((NOW - one.facts.made_at).days for one in there)
    assert ages[:LAST] == [0] * 8 + [1] * 2
    assert max(ages) > 690
    assert all(later - earlier <= 32 for earlier, later in pairwise(ages))


def test_a_backup_that_becomes_one_by_hand_is_no_longer_rotated() -> None:
    there = [_backup(number, NOW - timedelta(minutes=number)) for number in range(30)]
    gone = outdated(there, NOW)
    assert gone
    by_hand = [
        replace(one, facts=replace(one.facts, reason=Reason.BY_HAND)) if one in gone else one
        for one in there
    ]
    assert outdated(by_hand, NOW) == ()


def _path(one: Backup) -> Path:
    return one.path


def _periods(there: Sequence[Backup], since: datetime, name: str) -> set[str]:
    return {
        f"{one.facts.made_at:{name}}"
        for one in there
        if one.facts.made_at >= since and one.facts.reason in ROTATED
    }
