"""Whatever is damaged, what can be read is saved, what is lost is counted, and the file is kept."""

import random
import shutil
from pathlib import Path

import pytest

from db.backups.watching import Step, Watch
from db.catalogue import Catalogue
from db.check import check
from db.engine import connect_raw
from db.errors import AlreadyThere, Damaged, Interrupted, Missing, NotACatalogue
from db.interruption import Interruption
from db.recovery.pages import PAGE_SIZE
from db.recovery.recovering import Recovered, recover
from db.recovery.salvage import own_tables
from db.terms import EntryKind
from tests.factories import make_entry
from tests.recovery.conftest import counts, page_count, pages_of, spoil
from tests.write_path.acts import content

KEPT = Path(__file__).parent.parent / "migrations" / "kept"


def _recovered(damaged: Path, tmp_path: Path) -> tuple[Recovered, Path]:
    """Recover a file; the new one is sound, and the damaged one is as it was."""
    before, target = damaged.read_bytes(), tmp_path / "recovered.chancery"
    target.unlink(missing_ok=True)
    recovered = recover(damaged, target)
    assert damaged.read_bytes() == before
    assert [finding for finding in check(target) if finding.problems] == []
    assert counts(target, *own_tables()) == recovered.found
    assert not [left for left in tmp_path.iterdir() if left.name.startswith(".chancery-at-work")]
    return recovered, target


def _content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with Catalogue.open(path) as catalogue:
        assert catalogue.read_only_because is None
        return content(catalogue)


def test_a_sound_catalogue_is_recovered_whole(closed: Path, tmp_path: Path) -> None:
    before = _content(closed)
    recovered, target = _recovered(closed, tmp_path)
    assert recovered.is_whole
    assert recovered.remembered == {}
    assert _content(target) == before


@pytest.mark.parametrize("seed", [1, 3, 5, 6, 10])
def test_whatever_pages_are_lost_the_counts_are_true(
    closed: Path, tmp_path: Path, seed: int
) -> None:
    true, whole = counts(closed, *own_tables()), _content(closed)
    chance = random.Random(seed)
    share = chance.choice([0.005, 0.02, 0.1])
    pages = range(2, page_count(closed) + 1)
    spoil(closed, chance.sample(pages, max(1, int(len(pages) * share))), seed=seed)
    recovered, target = _recovered(closed, tmp_path)
    for table in own_tables():
        assert recovered.found[table] + recovered.lost[table] <= true[table]
    assert recovered.found["entry"] >= 0.9 * true["entry"]
    saved = _content(target)
    for table in ("file", "source_text"):
        assert recovered.found[table] + recovered.lost[table] == true[table]
    ids = {row[0]: row for row in whole["entry"]}
    assert all(ids[row[0]] == row for row in saved["entry"])


def test_two_hundred_pages_one_after_another_never_stop_it(closed: Path, tmp_path: Path) -> None:
    chance = random.Random(5)
    pages = chance.sample(range(1, page_count(closed) + 1), min(200, page_count(closed) // 2))
    for number, page in enumerate(pages, 1):
        spoil(closed, [page], seed=number)
        if number in {10, 50, len(pages)}:
            recovered, _target = _recovered(closed, tmp_path)
            assert recovered.found["entry"]


def test_bytes_that_change_within_pages_cost_single_rows(closed: Path, tmp_path: Path) -> None:
    true = counts(closed, *own_tables())
    data, chance = bytearray(closed.read_bytes()), random.Random(3)
    for _ in range(60):
        data[chance.randrange(100, len(data))] ^= 0xFF
    closed.write_bytes(data)
    recovered, _target = _recovered(closed, tmp_path)
    assert recovered.found["entry"] >= true["entry"] - 60
    assert recovered.found["link"] >= 0.9 * true["link"]


@pytest.mark.parametrize("head", [100, PAGE_SIZE])
def test_a_file_without_its_beginning_is_recovered(closed: Path, tmp_path: Path, head: int) -> None:
    before = counts(closed, *own_tables())
    data = bytearray(closed.read_bytes())
    data[:head] = bytes(head)
    closed.write_bytes(data)
    recovered, _target = _recovered(closed, tmp_path)
    assert recovered.found["entry"] == before["entry"]
    if head == 100:
        assert recovered.found == before


@pytest.mark.parametrize("share", [0.5, 0.7, 0.95])
def test_of_a_file_that_is_cut_off_what_stands_before_the_cut_is_saved(
    closed: Path, tmp_path: Path, share: float
) -> None:
    data = closed.read_bytes()
    closed.write_bytes(data[: int(len(data) * share)])
    recovered, _target = _recovered(closed, tmp_path)
    assert recovered.found["entry"]


def test_where_nothing_is_left_it_says_so_and_writes_nothing(closed: Path, tmp_path: Path) -> None:
    closed.write_bytes(closed.read_bytes()[: 20 * PAGE_SIZE])
    with pytest.raises(Damaged):
        recover(closed, tmp_path / "new.chancery")
    assert not (tmp_path / "new.chancery").exists()


def test_what_is_in_the_log_alone_is_recovered_too(sample: Catalogue, tmp_path: Path) -> None:
    make_entry(sample, EntryKind.PERSON, "Only in the log")
    killed = tmp_path / "killed" / "killed.chancery"
    killed.parent.mkdir()
    for log in ("", "-wal"):
        shutil.copyfile(
            sample.path.with_name(sample.path.name + log), killed.with_name(killed.name + log)
        )
    spoil(killed, pages_of(killed, "revision_entry"))
    recovered, target = _recovered(killed, tmp_path)
    with Catalogue.open(target) as saved:
        assert [row for row in content(saved)["entry"] if "Only in the log" in row]
    assert recovered.found["entry"] == len(content(sample)["entry"])


def test_entries_whose_rows_are_lost_are_remembered_from_history(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    for number in range(300):
        make_entry(catalogue, EntryKind.PERSON, f"Person {number} of a catalogue", note="n" * 90)
    catalogue.undo()
    path, before = catalogue.path, content(catalogue)
    catalogue.close()
    spoil(path, pages_of(path, "entry", "person"))
    recovered, target = _recovered(path, tmp_path)
    assert recovered.remembered.get("person", 0) + recovered.remembered.get("entry", 0) > 0
    assert recovered.is_whole
    assert _content(target) == before


def test_what_was_deleted_does_not_come_back(catalogue: Catalogue, tmp_path: Path) -> None:
    for number in range(200):
        make_entry(catalogue, EntryKind.PERSON, f"Person {number}", note="n" * 200)
    for _ in range(150):
        catalogue.undo()
    path, before = catalogue.path, content(catalogue)
    catalogue.close()
    spoil(path, [*pages_of(path, "entry")[:1], *pages_of(path, "name")[:1]])
    _recovered_file, target = _recovered(path, tmp_path)
    assert _content(target) == before


def test_an_id_once_given_is_not_given_again_after_a_recovery(closed: Path, tmp_path: Path) -> None:
    with Catalogue.open(closed) as catalogue:
        gone = make_entry(catalogue, EntryKind.PERSON, "Undone")
        catalogue.undo()
    spoil(closed, pages_of(closed, "name"))
    _recovered_file, target = _recovered(closed, tmp_path)
    with Catalogue.open(target) as saved:
        assert make_entry(saved, EntryKind.PERSON, "After it") > gone


@pytest.mark.parametrize("revision", ["20261122_first", "20261122_reading"])
def test_an_older_catalogue_is_recovered_and_brought_up_to_date(
    tmp_path: Path, revision: str
) -> None:
    import gzip  # noqa: PLC0415 - of this test alone

    path = tmp_path / "old.chancery"
    path.write_bytes(gzip.decompress((KEPT / f"{revision}.chancery.gz").read_bytes()))
    before = counts(path, "entry", "link", "evidence", "passage")
    spoil(path, pages_of(path, "revision_entry"))
    recovered, _target = _recovered(path, tmp_path)
    assert {table: recovered.found[table] for table in before} == before


def test_it_stops_when_asked_and_leaves_nothing(closed: Path, tmp_path: Path) -> None:
    interruption = Interruption()

    def tell(step: Step, done: int, _total: int) -> None:
        if step is Step.RECOVER and done == 5:
            interruption.interrupt()

    target = tmp_path / "new" / "new.chancery"
    target.parent.mkdir()
    with pytest.raises(Interrupted):
        recover(closed, target, watch=Watch(interruption=interruption, tell=tell))
    assert list(target.parent.iterdir()) == []


def test_neither_a_missing_nor_another_file_is_recovered(closed: Path, tmp_path: Path) -> None:
    with pytest.raises(Missing):
        recover(tmp_path / "none.chancery", tmp_path / "new.chancery")
    with pytest.raises(AlreadyThere):
        recover(closed, closed)
    other = tmp_path / "other.chancery"
    other.write_bytes(random.Random(1).randbytes(200_000))
    with pytest.raises(NotACatalogue):
        recover(other, tmp_path / "new.chancery")
    assert not (tmp_path / "new.chancery").exists()


def test_a_text_that_is_not_what_its_hash_says_is_lost_and_counted(
    closed: Path, tmp_path: Path
) -> None:
    raw = connect_raw(closed, mode="rw")
    raw.execute(
        "UPDATE source_text SET text = replace(text, 'a', 'b') WHERE rowid = "
        "(SELECT min(rowid) FROM source_text)"
    )
    raw.close()
    recovered, _target = _recovered(closed, tmp_path)
    assert recovered.lost["source_text"] == 1
    assert recovered.lost["passage"] > 0
    assert recovered.lost["entry"] == 0
