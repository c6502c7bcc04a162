"""A backup is whole, private, of one moment, and leaves nothing else behind."""

import shutil
import stat
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.backups.archive import read_facts, unpack, verify
from db.backups.facts import Backup, Reason
from db.backups.listing import backups_of
from db.backups.making import make_backup, write_backup
from db.backups.places import folder_beside
from db.backups.watching import Step, Watch
from db.catalogue import Catalogue
from db.engine import connect_raw
from db.errors import AlreadyThere, BackupUnusable, Damaged, DiskFull, Interrupted, ReadOnlyPlace
from db.interruption import Interruption
from db.terms import EntryKind
from tests.factories import make_entry
from tests.write_path.acts import content


def _unpacked(backup: Path, tmp_path: Path) -> Path:
    whole = tmp_path / "unpacked.chancery"
    unpack(backup, whole, Watch())
    return whole


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_backup_holds_all_that_the_catalogue_held(
    sample: Catalogue, backup: Backup, tmp_path: Path
) -> None:
    before = content(sample)
    with Catalogue.open(_unpacked(backup.path, tmp_path)) as unpacked:
        assert content(unpacked) == before


def test_a_backup_tells_of_itself(sample: Catalogue, backup: Backup) -> None:
    facts = read_facts(backup.path)
    assert facts == backup.facts
    assert (facts.reason, facts.catalogue, facts.program) == (
        Reason.BY_HAND,
        "sample.chancery",
        "1",
    )
    with sample.look() as execute:
        rows = execute("SELECT kind, count(*) FROM entry GROUP BY kind", ())
        counted = {str(kind): int(count) for kind, count in rows}
        assert facts.entries == counted
        assert facts.entry_count == sum(counted.values())
        assert facts.last_act == next(iter(execute("SELECT max(id) FROM revision", ())))[0]
    assert abs(datetime.now(UTC) - facts.made_at) < timedelta(minutes=5)
    assert backup.packed_size == backup.path.stat().st_size < facts.size


def test_any_program_that_knows_zstandard_unpacks_it(backup: Backup, tmp_path: Path) -> None:
    known = shutil.which("zstd")
    if known is None:
        pytest.skip("there is no zstd here")
    target = tmp_path / "by zstd"
    subprocess.run([known, "-d", "-q", str(backup.path), "-o", str(target)], check=True)
    assert target.read_bytes() == _unpacked(backup.path, tmp_path).read_bytes()


def test_a_backup_and_its_folder_are_its_owners_alone(backup: Backup) -> None:
    if sys.platform == "win32":
        pytest.skip("the rights are those of the folder there")
    assert stat.S_IMODE(backup.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(backup.path.parent.stat().st_mode) == 0o700


def test_it_lies_beside_the_catalogue_and_nothing_else_does(
    sample: Catalogue, backup: Backup
) -> None:
    assert backup.path.parent == folder_beside(sample.path)
    assert _names(backup.path.parent) == [backup.path.name]


def test_what_is_changed_once_it_has_begun_is_not_in_it(sample: Catalogue, tmp_path: Path) -> None:
    before = content(sample)
    made = make_backup(
        sample.path,
        reason=Reason.BULK,
        begun=lambda: _make_many(sample),
    )
    assert content(sample) != before
    with Catalogue.open(_unpacked(made.backup.path, tmp_path)) as unpacked:
        assert content(unpacked) == before


def _make_many(catalogue: Catalogue) -> None:
    for number in range(20):
        make_entry(catalogue, EntryKind.PERSON, f"Person {number}")


def test_writing_while_it_is_copied_neither_fails_nor_gets_in(
    sample: Catalogue, tmp_path: Path
) -> None:
    before, told = content(sample), list[Step]()

    def tell(step: Step, _done: int, _total: int) -> None:
        told.append(step)
        if step is Step.COPY:
            make_entry(sample, EntryKind.PERSON, f"Person {len(told)}")

    made = make_backup(sample.path, reason=Reason.IDLE, watch=Watch(tell=tell))
    assert told.count(Step.COPY) > 1
    with Catalogue.open(_unpacked(made.backup.path, tmp_path)) as unpacked:
        assert content(unpacked) == before


@pytest.mark.parametrize("step", [Step.COPY, Step.CHECK, Step.PACK, Step.UNPACK])
def test_it_stops_at_any_step_and_leaves_nothing(sample: Catalogue, step: Step) -> None:
    interruption = Interruption()

    def tell(at: Step, _done: int, _total: int) -> None:
        if at is step:
            interruption.interrupt()

    with pytest.raises(Interrupted):
        make_backup(
            sample.path, reason=Reason.IDLE, watch=Watch(interruption=interruption, tell=tell)
        )
    assert _names(folder_beside(sample.path)) == []


def test_what_a_killed_program_left_is_tidied_up_by_the_next_backup(sample: Catalogue) -> None:
    code = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from db.backups.facts import Reason\n"
        "from db.backups.making import make_backup\n"
        "from db.backups.watching import Step, Watch\n"
        "def tell(step, done, total):\n"
        "    if step is Step.PACK: os._exit(9)\n"
        "make_backup(Path(sys.argv[1]), reason=Reason.IDLE, watch=Watch(tell=tell))\n"
    )
    root = Path(__file__).parent.parent.parent
    done = subprocess.run([sys.executable, "-c", code, str(sample.path)], cwd=root, check=False)
    assert done.returncode == 9
    folder = folder_beside(sample.path)
    assert len(_names(folder)) == 1
    made = make_backup(sample.path, reason=Reason.IDLE)
    assert _names(folder) == [made.backup.path.name]


def test_a_room_where_somebody_works_is_left_alone(sample: Catalogue) -> None:
    seen = list[int]()

    def tell(step: Step, _done: int, _total: int) -> None:
        if step is Step.PACK and not seen:
            seen.append(1)
            make_backup(sample.path, reason=Reason.IDLE)

    make_backup(sample.path, reason=Reason.CLOSING, watch=Watch(tell=tell))
    assert sorted(one.facts.reason for one in backups_of(sample.path)) == ["closing", "idle"]


def test_a_folder_that_can_t_be_written_sends_it_to_the_user_s_data(
    sample: Catalogue, data_folder: Path
) -> None:
    folder_beside(sample.path).write_text("in the way")
    made = make_backup(sample.path, reason=Reason.IDLE)
    assert made.is_elsewhere
    assert data_folder in made.backup.path.parents
    assert [one.path for one in backups_of(sample.path)] == [made.backup.path]


def test_where_nothing_can_be_written_it_says_so(sample: Catalogue, data_folder: Path) -> None:
    folder_beside(sample.path).write_text("in the way")
    data_folder.write_text("in the way")
    with pytest.raises(ReadOnlyPlace):
        make_backup(sample.path, reason=Reason.IDLE)


def test_a_chosen_folder_holds_those_of_catalogues_of_one_name_apart(
    sample: Catalogue, template: Path, tmp_path: Path
) -> None:
    chosen, other = tmp_path / "chosen", tmp_path / "other" / sample.path.name
    other.parent.mkdir()
    shutil.copyfile(template, other)
    for path in (sample.path, other):
        made = make_backup(path, reason=Reason.IDLE, chosen=chosen)
        assert not made.is_elsewhere
        assert [one.path for one in backups_of(path, chosen)] == [made.backup.path]
    assert len(_names(chosen)) == 2


def test_of_a_damaged_catalogue_no_backup_is_made_and_none_taken_away(
    sample: Catalogue, backup: Backup
) -> None:
    sample.close()
    pages = bytearray(sample.path.read_bytes())
    for page in range(20, len(pages) // 4096, 7):
        pages[page * 4096 : page * 4096 + 200] = b"\xa5" * 200
    sample.path.write_bytes(pages)
    with pytest.raises(Damaged):
        make_backup(sample.path, reason=Reason.IDLE)
    assert [one.path for one in backups_of(sample.path)] == [backup.path]


def test_no_backup_is_begun_without_room_for_it(
    sample: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(sample.path.parent)

    def nearly_full(_folder: Path) -> object:
        return usage._replace(free=4096)

    monkeypatch.setattr(shutil, "disk_usage", nearly_full)
    with pytest.raises(DiskFull):
        make_backup(sample.path, reason=Reason.IDLE)


def test_a_backup_under_a_name_of_one_s_own_takes_the_place_of_nothing(
    sample: Catalogue, tmp_path: Path
) -> None:
    target = tmp_path / "mine.zst"
    assert write_backup(sample.path, target).path == target
    before = target.read_bytes()
    with pytest.raises(AlreadyThere):
        write_backup(sample.path, target)
    assert target.read_bytes() == before


def test_several_in_one_second_have_names_of_their_own(sample: Catalogue) -> None:
    made = {make_backup(sample.path, reason=Reason.BY_HAND).backup.path for _ in range(3)}
    assert len(made) == 3 == len(backups_of(sample.path))


def test_every_byte_of_a_backup_counts(backup: Backup, tmp_path: Path) -> None:
    whole = backup.path.read_bytes()
    behind_facts = 8 + int.from_bytes(whole[4:8], "little")
    for place in range(behind_facts, len(whole), max(1, (len(whole) - behind_facts) // 60)):
        spoilt = bytearray(whole)
        spoilt[place] ^= 0x10
        other = tmp_path / "spoilt.zst"
        other.write_bytes(spoilt)
        try:
            verify(other, Watch())
        except BackupUnusable:
            continue
        other_whole = tmp_path / "whole"
        unpack(other, other_whole, Watch())
        assert other_whole.read_bytes() == _unpacked(backup.path, tmp_path).read_bytes()


@pytest.mark.parametrize("length", [0, 5, 8, 40, 5000])
def test_a_backup_that_was_cut_off_is_refused(backup: Backup, tmp_path: Path, length: int) -> None:
    cut = tmp_path / "cut.zst"
    cut.write_bytes(backup.path.read_bytes()[:length])
    with pytest.raises(BackupUnusable):
        verify(cut, Watch())


def test_a_catalogue_from_a_place_that_can_t_be_written_is_backed_up_too(
    sample: Catalogue, tmp_path: Path
) -> None:
    sample.close()
    made = make_backup(sample.path, reason=Reason.BY_HAND, immutable=True, chosen=tmp_path / "b")
    assert made.backup.facts.entry_count
    assert not sample.path.with_name(sample.path.name + "-wal").exists()


def test_a_backup_of_a_catalogue_that_is_none_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    raw = connect_raw(other, mode="rwc")
    raw.execute("CREATE TABLE t (a)")
    raw.close()
    with pytest.raises(Damaged):
        make_backup(other, reason=Reason.BY_HAND)
