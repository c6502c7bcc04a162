"""One program writes a catalogue; the others are told who, and take over from the dead alone."""

import json
import os
import signal
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.catalogue import Catalogue
from db.engine import connect_raw
from db.errors import LockedBy, NoLocks
from db.locks.claim import STALE, claim_path, find_claim
from db.locks.lock import lock_path
from tests.factories import make_person
from tests.locks.conftest import OtherProgram
from tests.write_path.acts import rows

TITLES = "SELECT title FROM entry ORDER BY id"


@pytest.fixture(params=[True, False], ids=["with locks", "without locks"])
def pair(
    request: pytest.FixtureRequest, programs: Callable[[], OtherProgram]
) -> tuple[OtherProgram, OtherProgram]:
    """Start two programs, on a file system with locks or on one without."""
    two = programs(), programs()
    if not request.param:
        for program in two:
            program.do("without_locks")
    return two


def _age(path: Path) -> None:
    """Let the last sign of life be long ago."""
    found = find_claim(path)
    assert found is not None
    os.utime(found.path, (found.written - 2 * STALE, found.written - 2 * STALE))


def test_a_second_program_reads_and_writes_once_the_first_has_closed(
    path: Path, pair: tuple[OtherProgram, OtherProgram]
) -> None:
    first, second = pair
    assert first.do("open", path) == ""
    assert first.do("write", "Anna") > 0
    assert second.do("open", path) == "LockedBy"
    assert second.do("titles") == ["Anna"]
    assert second.do("write", "Boris") == "LockedBy"
    second.do("close")
    first.do("close")
    assert second.do("open", path) == ""
    assert second.do("write", "Boris") > 0
    second.do("close")
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_the_lock_of_a_killed_program_is_taken_over_at_once(
    path: Path, pair: tuple[OtherProgram, OtherProgram]
) -> None:
    first, second = pair
    first.do("open", path)
    first.do("write", "Anna")
    first.kill()
    assert claim_path(path).exists()
    assert second.do("open", path) == ""
    assert second.do("titles") == ["Anna"]
    second.do("close")
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_it_is_said_who_has_it_and_since_when(path: Path, other: OtherProgram) -> None:
    before = datetime.now(UTC)
    other.do("open", path)
    with Catalogue.open(path) as second:
        reason = second.read_only_because
        assert isinstance(reason, LockedBy)
        assert reason.owner is not None
        assert reason.owner.startswith("Program (")
        assert reason.since is not None
        assert abs(reason.since - before) < timedelta(minutes=1)
        assert not reason.is_elsewhere
    assert other.do("write", "Anna") > 0


def test_a_program_on_another_computer_whose_lock_is_not_seen_here_is_heeded(
    path: Path, other: OtherProgram
) -> None:
    other.do("on_machine", "another")
    other.do("open", path)
    lock_path(path).unlink()  # as a file server does that keeps each computer's locks apart
    with Catalogue.open(path) as second:
        assert isinstance(second.read_only_because, LockedBy)
        assert second.read_only_because.is_elsewhere
    assert other.do("write", "Anna") > 0


def test_who_was_not_heard_of_for_a_minute_writes_no_more_over_who_took_over(
    path: Path, pair: tuple[OtherProgram, OtherProgram]
) -> None:
    first, second = pair
    first.do("beating", 0.05)
    second.do("on_machine", "another")
    first.do("open", path)
    first.do("write", "Anna")
    first.process.send_signal(signal.SIGSTOP)
    lock_path(path).unlink(missing_ok=True)
    _age(path)
    assert second.do("open", path) == ""
    assert second.do("write", "Boris") > 0
    first.process.send_signal(signal.SIGCONT)
    assert first.do("write", "Clara") == "LockedBy"
    first.do("close")
    assert second.do("write", "Dora") > 0
    assert second.do("titles") == ["Anna", "Boris", "Dora"]


def test_a_claim_thrown_away_by_others_is_made_anew(path: Path, other: OtherProgram) -> None:
    other.do("beating", 0.05)
    other.do("open", path)
    found = find_claim(path)
    assert found is not None
    found.path.unlink()
    claim_path(path).rmdir()
    assert other.do("write", "Anna") > 0
    while find_claim(path) is None:
        assert other.do("write", "Anna") > 0


def test_where_sqlite_can_lock_nothing_either_nothing_is_written(
    path: Path, programs: Callable[[], OtherProgram]
) -> None:
    holder = connect_raw(path, mode="rw")
    holder.execute("BEGIN IMMEDIATE")
    program = programs()
    program.do("without_locks")
    assert program.do("open", path) == NoLocks.__name__
    assert program.do("titles") == []
    assert program.do("write", "Anna") == NoLocks.__name__
    holder.close()
    program.do("close")
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_lock_removed_by_hand_lets_nobody_in_while_its_program_lives(
    path: Path, other: OtherProgram
) -> None:
    other.do("open", path)
    lock_path(path).unlink()
    with Catalogue.open(path) as second:
        assert isinstance(second.read_only_because, LockedBy)


def test_what_lies_beside_a_catalogue_has_its_rights(path: Path) -> None:
    path.chmod(0o660)
    with Catalogue.open(path) as catalogue:
        make_person(catalogue, "Anna")
        assert rows(catalogue, TITLES) == [("Anna",)]
        assert lock_path(path).stat().st_mode & 0o777 == 0o660
        assert claim_path(path).stat().st_mode & 0o777 == 0o770
        for file in claim_path(path).iterdir():
            assert file.stat().st_mode & 0o777 == 0o660
            assert json.loads(file.read_bytes())["process"] == os.getpid()


def test_any_number_of_closings_and_openings_at_once_leave_one_writer(
    path: Path, programs: Callable[[], OtherProgram]
) -> None:
    three = [programs() for _ in range(3)]
    for _ in range(10):
        for program in three:
            program.begin("open", path)
        answers = [program.answer() for program in three]
        assert answers.count("") == 1
        assert answers.count("LockedBy") == len(three) - 1
        for program in three:
            program.begin("close")
        assert [program.answer() for program in three] == [None] * len(three)
    assert [file.name for file in path.parent.iterdir()] == [path.name]
