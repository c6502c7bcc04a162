"""Whether an agreement is in force on a day, and the act that rests on."""

from datetime import date

import pytest

from db.queries.reports import status_on
from db.rows.entries import EntryRef, StageRow
from db.terms import EntryKind, StageKind

PARTY = EntryRef(id=1, kind=EntryKind.PLACE, reference="L-0001", title="Azerbaijan")
DAY = date(2023, 6, 1)


def _life(*acts: tuple[str, str] | tuple[str, str, EntryRef]) -> list[StageRow]:
    return [
        StageRow(
            id=place,
            kind=StageKind(act[0]),
            date=act[1],
            place=None,
            meeting=None,
            party=act[2] if len(act) > 2 else None,
            position=place,
            note="",
        )
        for place, act in enumerate(acts)
    ]


def _rests_on(stages: list[StageRow], day: date, **more: str) -> tuple[str, str]:
    found = status_on(stages, day, covers=more.get("covers", ""))
    return found.in_force, found.rests_on.kind if found.rests_on else ""


@pytest.mark.parametrize(
    "kind", ["signed", "ratified", "acceded", "dated", "amended", "initialled"]
)
def test_no_act_but_entry_into_force_puts_it_in_force(kind: str) -> None:
    found = status_on(_life((kind, "2001-06-18")), DAY)
    assert (found.in_force, found.rests_on, found.latest_stage) == ("not_known", None, kind)


def test_an_agreement_without_acts_is_not_known() -> None:
    found = status_on([], DAY)
    assert (found.in_force, found.rests_on, found.latest_stage) == ("not_known", None, None)


def test_entry_into_force_lasts_until_something_ends_it() -> None:
    life = _life(("signed", "2021-05-20"), ("in_force", "2022-07-01"), ("suspended", "2024"))
    assert _rests_on(life, date(2022, 7, 1)) == ("yes", "in_force")
    assert _rests_on(life, DAY) == ("yes", "in_force")
    assert _rests_on(life, date(2025, 1, 1)) == ("no", "suspended")


@pytest.mark.parametrize("kind", ["suspended", "withdrawn", "expired", "terminated", "replaced"])
def test_what_ends_it_ends_it(kind: str) -> None:
    life = _life(("in_force", "2020"), (kind, "2022-01-01"))
    assert _rests_on(life, DAY) == ("no", kind)
    assert _rests_on(_life((kind, "2022-01-01")), DAY) == ("no", kind)


def test_the_withdrawal_of_one_party_leaves_it_not_known() -> None:
    life = _life(("in_force", "2020"), ("withdrawn", "2022", PARTY))
    assert _rests_on(life, DAY) == ("not_known", "withdrawn")


def test_after_a_suspension_it_may_be_in_force_again() -> None:
    life = _life(("in_force", "2020"), ("suspended", "2021"), ("in_force", "2022"))
    assert _rests_on(life, date(2021, 12, 31)) == ("no", "suspended")
    assert _rests_on(life, DAY) == ("yes", "in_force")


def test_before_it_is_signed_or_in_force_it_is_not() -> None:
    life = _life(("signed", "2021-05-20"), ("in_force", "2022-07-01"))
    assert _rests_on(life, date(2021, 5, 19)) == ("no", "signed")
    assert _rests_on(life, date(2022, 6, 30)) == ("no", "in_force")
    assert _rests_on(_life(("signed", "2021")), date(2020, 12, 31)) == ("no", "signed")


def test_a_day_within_an_uncertain_date_is_not_known() -> None:
    life = _life(("in_force", "2021?"))
    assert _rests_on(life, date(2020, 12, 31)) == ("no", "in_force")
    assert _rests_on(life, date(2021, 6, 1)) == ("not_known", "in_force")
    assert _rests_on(life, date(2021, 12, 31)) == ("yes", "in_force")


def test_an_act_that_may_or_may_not_be_done_only_matters_where_it_changes_the_answer() -> None:
    assert _rests_on(_life(("in_force", "2020"), ("in_force", "2023")), DAY) == ("yes", "in_force")
    assert _rests_on(_life(("in_force", "2020"), ("expired", "2023")), DAY) == (
        "not_known",
        "expired",
    )


def test_an_undated_act_is_done_by_the_day_it_was_known() -> None:
    life = _life(("signed", "2021-05-20"), ("in_force", ""))
    assert status_on(life, DAY).in_force == "not_known"
    assert status_on(life, DAY, known_by=date(2023, 6, 2)).in_force == "not_known"
    assert status_on(life, DAY, known_by=DAY).in_force == "yes"
    assert status_on(life, date(2021, 5, 19), known_by=DAY).in_force == "not_known"


def test_the_end_of_the_period_it_covers_ends_it() -> None:
    life = _life(("in_force", "2021-05-20"))
    assert _rests_on(life, date(2024, 12, 31), covers="2021/2024") == ("yes", "in_force")
    assert _rests_on(life, date(2025, 1, 1), covers="2021/2024") == ("no", "")
    assert _rests_on(life, date(2025, 1, 1), covers="2021/..") == ("yes", "in_force")
    assert _rests_on(_life(("signed", "2021")), date(2025, 1, 1), covers="2021/2024") == ("no", "")


def test_before_the_period_it_covers_it_is_not_in_force() -> None:
    life = _life(("in_force", "2020"))
    assert _rests_on(life, date(2020, 12, 31), covers="2021/2024") == ("no", "")


def test_an_extension_outlives_the_period_it_covers() -> None:
    life = _life(("in_force", "2021"), ("extended", "2024-06-01"))
    assert _rests_on(life, date(2025, 1, 1), covers="2021/2024") == ("yes", "extended")
    doubtful = _life(("in_force", "2021"), ("extended", ""))
    assert _rests_on(doubtful, date(2025, 1, 1), covers="2021/2024") == ("not_known", "extended")


def test_what_ended_it_stays_the_reason_after_the_period() -> None:
    life = _life(("in_force", "2021"), ("terminated", "2022"))
    assert _rests_on(life, date(2025, 1, 1), covers="2021/2024") == ("no", "terminated")


def test_the_latest_stage_is_the_one_reached_by_the_day() -> None:
    life = _life(("signed", "2021"), ("in_force", "2022"), ("expired", "2030"))
    assert status_on(life, DAY).latest_stage == "in_force"
    assert status_on(life, date(2019, 1, 1)).latest_stage is None
