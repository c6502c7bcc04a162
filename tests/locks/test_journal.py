"""On a network disk acts go into a journal that all computers see, and reads wait for them."""

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from db import schema
from db.backups.archive import unpack
from db.backups.facts import Reason
from db.backups.making import make_backup
from db.backups.watching import Step, Watch
from db.catalogue import Catalogue
from db.check import check
from db.engine import connect_raw
from db.errors import LockedAway, LockedBy
from db.locks.claim import claim_path
from tests.factories import make_person
from tests.locks.conftest import OtherProgram
from tests.write_path.acts import rows

TITLES = "SELECT title FROM entry ORDER BY id"


@pytest.fixture
def shared(path: Path, on_network: Path) -> Iterator[Catalogue]:
    """Give an empty catalogue on a network disk, open for writing."""
    assert on_network.exists()
    with Catalogue.open(path) as opened:
        assert opened.read_only_because is None
        yield opened


def _beside(path: Path) -> set[str]:
    return {file.name.removeprefix(path.name) for file in path.parent.iterdir()}


def _problems(path: Path) -> list[str]:
    return [problem for finding in check(path) for problem in finding.problems]


def test_no_log_is_ever_made_there_and_closing_leaves_one_file(
    shared: Catalogue, path: Path
) -> None:
    make_person(shared, "Anna")
    make_person(shared, "Boris")
    shared.undo()
    assert rows(shared, TITLES) == [("Anna",)]
    assert not {"-wal", "-shm"} & _beside(path)
    shared.close()
    assert _beside(path) == {""}
    assert not schema.is_in_wal_mode(path)
    assert _problems(path) == []


def test_a_catalogue_taken_home_has_its_log_again(
    shared: Catalogue, path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    make_person(shared, "Anna")
    shared.close()
    monkeypatch.setattr("db.network.MOUNTS", tmp_path / "no mounts")
    with Catalogue.open(path) as at_home:
        make_person(at_home, "Boris")
        assert {"-wal", "-shm"} < _beside(path)
        assert rows(at_home, TITLES) == [("Anna",), ("Boris",)]


def test_a_log_that_a_kill_left_at_home_is_brought_in(
    path: Path, other: OtherProgram, mounts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other.do("open", path)
    other.do("write", "Anna")
    other.kill()
    assert "-wal" in _beside(path)
    monkeypatch.setattr("db.network.MOUNTS", mounts)
    with Catalogue.open(path) as opened:
        assert rows(opened, TITLES) == [("Anna",)]
        assert not {"-wal", "-shm"} & _beside(path)


def test_an_act_waits_for_a_read_under_way_and_is_done(shared: Catalogue) -> None:
    make_person(shared, "Anna")
    reading, waited = Event(), Event()

    def read() -> list[str]:
        with shared.read() as session:
            found = session.connection().exec_driver_sql(TITLES)
            first = [str(next(found)[0])]
            reading.set()
            waited.wait(0.3)  # an act can't end meanwhile, whatever it does
            return first + [str(title) for (title,) in found]

    with ThreadPoolExecutor(2) as pool:
        begun = pool.submit(read)
        assert reading.wait(30)
        done = pool.submit(make_person, shared, "Boris")
        assert begun.result() == ["Anna"]
        waited.set()
        assert done.result() > 0
    assert rows(shared, TITLES) == [("Anna",), ("Boris",)]


def test_many_reads_and_acts_at_once_all_come_to_their_end(shared: Catalogue) -> None:
    def read(_number: int) -> int:
        return len(rows(shared, TITLES))

    with ThreadPoolExecutor(5) as pool:
        acts = pool.submit(lambda: [make_person(shared, f"Person {n}") for n in range(25)])
        counts = list(pool.map(read, range(400)))
        assert len(set(acts.result())) == 25
    assert set(counts) <= set(range(26))
    assert read(0) == 25


def test_a_second_program_reads_what_the_first_writes_and_makes_no_file(
    shared: Catalogue, path: Path, other: OtherProgram, mounts: Path
) -> None:
    make_person(shared, "Anna")
    other.do("with_mounts", mounts)
    assert other.do("open", path) == "LockedBy"
    assert other.do("titles") == ["Anna"]
    make_person(shared, "Boris")
    assert other.do("titles") == ["Anna", "Boris"]
    made = {"", "-journal", f".{path.name}.lock", claim_path(path).name}
    assert _beside(path) == made
    other.do("close")
    assert _beside(path) == made


def test_what_another_program_has_written_is_noticed(
    path: Path, other: OtherProgram, mounts: Path, on_network: Path
) -> None:
    assert on_network == mounts
    other.do("with_mounts", mounts)
    other.do("open", path)
    with Catalogue.open(path) as reading:
        assert isinstance(reading.read_only_because, LockedBy)
        before = reading.data_version()
        assert reading.data_version() == before
        other.do("write", "Anna")
        assert reading.data_version() != before


def test_over_the_network_a_log_at_its_holder_s_is_not_read(
    path: Path, other: OtherProgram, on_network: Path
) -> None:
    assert on_network.exists()
    assert other.do("open", path) == ""
    assert other.do("write", "Anna") > 0
    with pytest.raises(LockedAway) as refused:
        Catalogue.open(path)
    assert "Program (" in str(refused.value)
    other.do("close")
    with Catalogue.open(path) as opened:
        assert opened.read_only_because is None
        assert rows(opened, TITLES) == [("Anna",)]


def test_what_a_kill_broke_off_is_taken_back_by_the_next_to_write_and_by_no_reader(
    shared: Catalogue, path: Path
) -> None:
    make_person(shared, "Anna")
    torn = path.with_name("torn.chancery")
    raw = connect_raw(path, mode="rw")
    raw.execute("PRAGMA cache_size=2")
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("UPDATE entry SET title = 'Torn'")
    raw.execute("CREATE TABLE waste AS SELECT zeroblob(100000) FROM entry")
    for tail in ("", "-journal"):  # as they stand in the middle of writing
        shutil.copyfile(path.with_name(path.name + tail), torn.with_name(torn.name + tail))
    raw.rollback()
    raw.close()
    assert schema.journal_of(torn).stat().st_size > 0
    with Catalogue.open(torn) as opened:
        assert opened.read_only_because is None
        assert rows(opened, TITLES) == [("Anna",)]


def test_a_backup_lets_acts_in_and_holds_what_stands_at_its_end(
    shared: Catalogue, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.backups.making._PAGES", 8)
    make_person(shared, "Anna")
    written, begun = list[int](), list[str]()

    def tell(step: Step, done: int, _total: int) -> None:
        if step == Step.COPY and done and not written:
            written.append(make_person(shared, "Boris"))

    watch = Watch(tell=tell)
    made = make_backup(path, reason=Reason.BULK, watch=watch, begun=lambda: begun.append("held"))
    assert (len(written), begun) == (1, ["held"])
    whole = tmp_path / "whole.chancery"
    unpack(made.backup.path, whole, Watch())
    raw = connect_raw(whole, mode="ro", immutable="1")
    assert raw.execute(TITLES).fetchall() == [("Anna",), ("Boris",)]
    raw.close()
