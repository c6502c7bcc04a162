"""A backup is due when something has changed and the last is an hour old."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.backups.due import is_due, is_kept
from db.backups.facts import Backup, Facts, Reason, as_json, of_json

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def _backup(age: timedelta, last_act: int) -> Backup:
    facts = Facts(
        made_at=NOW - age,
        reason=Reason.CLOSING,
        catalogue="Каталог.chancery",
        schema="s",
        program="p",
        size=5,
        last_act=last_act,
        entries={"agreement": 2},
    )
    return Backup(path=Path("a.zst"), facts=facts, packed_size=1)


@pytest.mark.parametrize(
    ("age", "last_act", "due"),
    [
        (timedelta(minutes=59), 8, False),
        (timedelta(hours=1), 8, True),
        (timedelta(hours=1), 7, False),
        (timedelta(days=40), 7, False),
        (timedelta(days=40), 6, True),
        (-timedelta(days=3), 8, True),
    ],
)
def test_a_backup_is_due_of_what_has_changed_for_an_hour(
    age: timedelta, last_act: int, due: bool
) -> None:
    assert is_due(_backup(age, 7), last_act, NOW) is due


def test_a_catalogue_without_a_backup_is_due_one_once_something_was_done() -> None:
    assert not is_due(None, 0, NOW)
    assert is_due(None, 1, NOW)


def test_a_backup_keeps_all_where_its_last_act_is_the_last() -> None:
    assert is_kept(_backup(timedelta(days=1), 7), 7)
    assert not is_kept(_backup(timedelta(days=1), 7), 8)
    assert not is_kept(None, 0)


def test_facts_come_back_as_they_were_written() -> None:
    facts = _backup(timedelta(), 3).facts
    assert of_json(as_json(facts)) == facts


@pytest.mark.parametrize(
    "text", [b"", b"[]", b"{}", b"\xff\xfe", b'{"made_at": 3}', b"[" * 50_000, b'"x"']
)
def test_what_are_no_facts_is_refused(text: bytes) -> None:
    with pytest.raises(ValueError, match="no facts"):
        of_json(text)
