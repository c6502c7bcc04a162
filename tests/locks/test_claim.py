"""A claim has one holder, and one whose holder is gone stands for nobody."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db.errors import LockedBy
from db.locks import processes
from db.locks.claim import STALE, Claim, claim_path, find_claim, who_has
from db.locks.owner import Owner, this_program
from tests.locks.conftest import OtherProgram

ROUNDS = 60
RACERS = 3


def _leave(path: Path, word: bytes, age: float = 0.0) -> Path:
    """Leave a claim as another program does, so many seconds after its last sign of life."""
    file = claim_path(path) / "0123456789abcdef"
    file.parent.mkdir()
    file.write_bytes(word)
    now = file.stat().st_mtime
    os.utime(file, (now - age, now - age))
    return file


def _far(**changes: object) -> bytes:
    """Return the word of a program on another computer, whose clock is wrong by years."""
    owner = Owner(who="Aygün@baku", since=datetime(2031, 1, 1, tzinfo=UTC), machine="another")
    return replace(owner, **changes).written()  # pyright: ignore[reportArgumentType] - of a test


def _left(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.iterdir() if file != path)


def test_a_claim_leaves_word_and_given_up_leaves_nothing(path: Path) -> None:
    claim = Claim(path, "Anna")
    claim.take(alone=False)
    found = find_claim(path)
    assert found is not None
    assert found.owner is not None
    assert found.owner.who.startswith("Anna (")
    assert found.owner.is_here
    assert who_has(path) is not None
    claim.drop()
    assert who_has(path) is None
    assert _left(path) == []


def test_a_sign_of_life_on_another_computer_keeps_all_others_out(path: Path) -> None:
    file = _leave(path, _far(), age=STALE - 20)
    for alone in (False, True):
        with pytest.raises(LockedBy) as refused:
            Claim(path, "").take(alone=alone)
        assert refused.value.owner == "Aygün@baku"
        assert refused.value.is_elsewhere
    assert who_has(path) is not None
    assert file.read_bytes() == _far()
    assert _left(path) == [claim_path(path).name]


def test_without_a_sign_of_life_for_a_minute_nobody_has_it(path: Path) -> None:
    _leave(path, _far(), age=STALE + 5)
    assert who_has(path) is None
    claim = Claim(path, "")
    claim.take(alone=False)
    assert list(claim_path(path).iterdir()) == [claim.path]


@pytest.mark.parametrize("word", [b"", b'{"who": "An', b"[]", b'{"who": 1}'])
def test_a_word_half_written_counts_by_its_age(path: Path, word: bytes) -> None:
    file = _leave(path, word)
    with pytest.raises(LockedBy):
        Claim(path, "").take(alone=True)
    now = file.stat().st_mtime
    os.utime(file, (now - 2 * STALE, now - 2 * STALE))
    Claim(path, "").take(alone=True)


def test_the_claim_of_a_killed_program_is_nobody_s_at_once(path: Path, other: OtherProgram) -> None:
    assert other.do("claim", path)
    assert who_has(path) is not None
    with pytest.raises(LockedBy) as refused:
        Claim(path, "").take(alone=False)
    assert not refused.value.is_elsewhere
    other.kill()
    assert who_has(path) is None
    Claim(path, "").take(alone=False)


@pytest.mark.skipif(sys.platform != "linux", reason="only there a process tells when it began")
def test_another_process_that_got_the_number_of_a_dead_one_has_no_claim(
    path: Path, other: OtherProgram
) -> None:
    number = other.process.pid
    reused = replace(this_program("Anna"), process=number, began="12")
    file = _leave(path, reused.written())
    assert who_has(path) is None
    file.write_bytes(replace(reused, began=processes.began(number)).written())
    assert who_has(path) is not None
    with pytest.raises(LockedBy):
        Claim(path, "").take(alone=True)
    file.write_bytes(reused.written())
    Claim(path, "").take(alone=False)


def test_this_very_process_holds_what_it_claimed_and_not_what_it_forgot(path: Path) -> None:
    Claim(path, "").take(alone=False)
    with pytest.raises(LockedBy):
        Claim(path, "").take(alone=True)
    found = find_claim(path)
    assert found is not None
    found.path.rename(found.path.with_name("forgotten"))
    Claim(path, "").take(alone=False)


def test_in_another_container_the_system_s_lock_or_a_minute_decides(path: Path) -> None:
    elsewhere = replace(this_program("Anna"), space="pid:[1]")
    file = _leave(path, elsewhere.written())
    assert who_has(path) is not None
    with pytest.raises(LockedBy):
        Claim(path, "").take(alone=False)
    Claim(path, "").take(alone=True)
    assert not file.exists()


def test_an_empty_folder_and_what_killed_takers_left_are_no_claim(path: Path) -> None:
    claim_path(path).mkdir()
    (claim_path(path) / ".nfs0001").touch()
    torn = path.with_name(f"{claim_path(path).name}-feed")
    torn.mkdir()
    os.utime(torn, (1, 1))
    claim = Claim(path, "")
    claim.take(alone=False)
    assert _left(path) == [claim_path(path).name]
    claim.drop()
    assert _left(path) == []


def test_a_claim_that_was_thrown_away_is_made_anew_unless_another_has_it(path: Path) -> None:
    claim = Claim(path, "")
    claim.take(alone=False)
    claim.path.unlink()
    claim.renew()
    assert claim.path.exists()
    claim.path.unlink()
    claim_path(path).rmdir()
    _leave(path, _far())
    with pytest.raises(LockedBy) as lost:
        claim.renew()
    assert lost.value.owner == "Aygün@baku"


def test_a_sign_of_life_makes_a_claim_young_again(path: Path) -> None:
    claim = Claim(path, "")
    claim.take(alone=False)
    os.utime(claim.path, (1, 1))
    claim.renew()
    assert claim.path.stat().st_mtime > 1


def test_of_programs_that_claim_at_the_same_moment_one_wins(
    path: Path, programs: Callable[[], OtherProgram]
) -> None:
    racers = [programs() for _ in range(RACERS)]
    for number in range(ROUNDS):
        if number % 2:
            _leave(path, _far(), age=2 * STALE)
        for racer in racers:
            racer.begin("claim", path)
        assert sorted(racer.answer() for racer in racers) == [False] * (RACERS - 1) + [True]
        for racer in racers:
            racer.do("drop")
        assert _left(path) == []
