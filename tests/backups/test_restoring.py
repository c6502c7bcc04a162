"""Restoring puts the old state in place of today's, which is a backup by then."""

import gzip
import shutil
from pathlib import Path

import pytest

from db import schema
from db.backups.archive import unpack
from db.backups.facts import Backup, Reason
from db.backups.listing import backups_of
from db.backups.making import make_backup
from db.backups.restoring import restore, restore_as
from db.backups.watching import Step, Watch
from db.catalogue import Catalogue
from db.check import check
from db.engine import connect_raw
from db.errors import AlreadyThere, BackupUnusable, Interrupted, LockedBy
from db.interruption import Interruption
from db.terms import EntryKind
from tests.factories import make_entry
from tests.write_path.acts import content, rows

KEPT = Path(__file__).parent.parent / "migrations" / "kept"


def _content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with Catalogue.open(path) as catalogue:
        return content(catalogue)


def _beside(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.iterdir() if one.name.startswith(path.name))


def test_a_restored_catalogue_is_as_it_was_then(sample: Catalogue, backup: Backup) -> None:
    before = content(sample)
    make_entry(sample, EntryKind.PERSON, "Somebody new")
    today = content(sample)
    sample.close()
    kept = restore(sample.path, backup.path, program="2").backup
    assert _content(sample.path) == before
    assert _beside(sample.path) == [sample.path.name]
    assert all(not finding.problems for finding in check(sample.path))
    assert kept is not None
    assert (kept.facts.reason, kept.facts.program) == (Reason.RESTORE, "2")
    restore(sample.path, kept.path)
    assert _content(sample.path) == today


def test_a_reference_once_given_is_not_given_again_after_a_restore(
    sample: Catalogue, backup: Backup
) -> None:
    def reference(catalogue: Catalogue) -> tuple[object, ...]:
        made = make_entry(catalogue, EntryKind.PERSON, "Somebody")
        return rows(catalogue, f"SELECT id, reference FROM entry WHERE id = {made}")[0]

    given = [reference(sample) for _ in range(3)]
    sample.close()
    restore(sample.path, backup.path)
    with Catalogue.open(sample.path) as restored:
        given.append(reference(restored))
    assert len({entry for entry, _reference in given}) == 4
    assert len({named for _entry, named in given}) == 4


def test_a_catalogue_that_is_open_is_not_replaced(sample: Catalogue, backup: Backup) -> None:
    before = content(sample)
    with pytest.raises(LockedBy):
        restore(sample.path, backup.path)
    assert content(sample) == before


def test_one_that_somebody_reads_is_not_replaced_either(sample: Catalogue, backup: Backup) -> None:
    before = content(sample)
    sample.close()
    reader = connect_raw(sample.path, mode="ro")
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM entry").fetchone()
    with pytest.raises(LockedBy):
        restore(sample.path, backup.path)
    reader.close()
    assert _content(sample.path) == before


def test_a_damaged_backup_changes_nothing(sample: Catalogue, backup: Backup) -> None:
    before = content(sample)
    sample.close()
    packed = bytearray(backup.path.read_bytes())
    packed[len(packed) // 2] ^= 0xFF
    backup.path.write_bytes(packed)
    with pytest.raises(BackupUnusable):
        restore(sample.path, backup.path)
    assert _content(sample.path) == before


@pytest.mark.parametrize("step", [Step.UNPACK, Step.CHECK, Step.COPY, Step.PACK])
def test_it_can_be_stopped_until_the_file_is_replaced(
    sample: Catalogue, backup: Backup, step: Step
) -> None:
    before = content(sample)
    sample.close()
    interruption = Interruption()

    def tell(at: Step, _done: int, _total: int) -> None:
        if at is step:
            interruption.interrupt()

    watch = Watch(interruption=interruption, tell=tell)
    with pytest.raises(Interrupted):
        restore(sample.path, backup.path, watch=watch)
    assert _content(sample.path) == before
    assert [one.path for one in backups_of(sample.path)] == [backup.path]


def test_a_log_left_by_a_kill_is_in_the_backup_and_not_in_what_is_restored(
    sample: Catalogue, backup: Backup, tmp_path: Path
) -> None:
    before = content(sample)
    make_entry(sample, EntryKind.PERSON, "Not yet in the file itself")
    killed = tmp_path / "killed" / sample.path.name
    killed.parent.mkdir()
    for path in (sample.path, sample.path.with_name(sample.path.name + "-wal")):
        shutil.copyfile(path, killed.parent / path.name)
    today = content(sample)
    assert len(_beside(killed)) == 2
    kept = restore(killed, backup.path).backup
    assert _content(killed) == before
    assert kept is not None
    whole = tmp_path / "whole.chancery"
    unpack(kept.path, whole, Watch())
    assert _content(whole) == today


def test_a_damaged_catalogue_is_copied_as_it_is_before_it_is_replaced(
    sample: Catalogue, backup: Backup
) -> None:
    before = content(sample)
    sample.close()
    damaged = b"\0" * 100 + sample.path.read_bytes()[100:]
    sample.path.write_bytes(damaged)
    kept = restore(sample.path, backup.path)
    assert kept.backup is None
    assert kept.copy is not None
    assert kept.copy.read_bytes() == damaged
    assert _content(sample.path) == before


def test_a_catalogue_that_is_gone_comes_back(sample: Catalogue, backup: Backup) -> None:
    before = content(sample)
    sample.close()
    sample.path.unlink()
    restore(sample.path, backup.path)
    assert _content(sample.path) == before


def test_a_backup_becomes_a_new_file_and_never_in_place_of_another(
    sample: Catalogue, backup: Backup, tmp_path: Path
) -> None:
    target = tmp_path / "second.chancery"
    restore_as(backup.path, target)
    assert _content(target) == content(sample)
    with pytest.raises(AlreadyThere):
        restore_as(backup.path, target)


@pytest.mark.parametrize("revision", schema.EARLIER)
def test_an_older_backup_is_brought_up_to_date_when_it_is_opened(
    tmp_path: Path, revision: str
) -> None:
    path = tmp_path / "old.chancery"
    path.write_bytes(gzip.decompress((KEPT / f"{revision}.chancery.gz").read_bytes()))
    made = make_backup(path, reason=Reason.MIGRATION).backup
    assert made.facts.schema == revision
    with Catalogue.open(path) as upgraded:
        make_entry(upgraded, EntryKind.PERSON, "Somebody new")
    restore(path, made.path)
    assert schema.inspect(path) == revision
    with Catalogue.open(path) as opened:
        assert rows(opened, "SELECT 1 FROM entry WHERE title = 'Somebody new'") == []
    assert schema.inspect(path) == schema.HEAD
