"""The commands that keep a catalogue from being lost, run as a user runs them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from db.catalogue import Catalogue
from db.check import check
from db.engine import connect_raw
from db.recovery.pages import PAGE_SIZE

ROOT = Path(__file__).parent.parent.parent


def _run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "200"},
    )


def _rename(path: Path, title: str) -> None:
    raw = connect_raw(path, mode="rw")
    raw.execute("UPDATE entry SET title = ?", (title,))
    raw.close()


def _titles(path: Path) -> set[str]:
    raw = connect_raw(path, mode="ro", immutable="1")
    titles = {str(title) for (title,) in raw.execute("SELECT title FROM entry")}
    raw.close()
    return titles


@pytest.mark.parametrize("command", ["backup", "backups", "restore", "recover"])
def test_every_command_explains_itself(command: str) -> None:
    done = _run(command, "--help")
    assert done.returncode == 0
    assert command in done.stdout


def test_a_catalogue_is_backed_up_listed_and_restored(sample: Catalogue) -> None:
    path = sample.path
    assert "no backups" in _run("backups", path).stdout
    made = _run("backup", path)  # while it is open here
    assert (made.returncode, made.stderr) == (0, "")
    backup = Path(made.stdout.partition(".zst:")[0] + ".zst")
    listed = _run("backups", path).stdout
    assert str(backup) in listed
    assert "by hand" in listed
    refused = _run("restore", path, backup)
    assert refused.returncode == 1
    assert "close it there" in refused.stderr
    sample.close()
    before = _titles(path)
    _rename(path, "Spoilt")
    restored = _run("restore", path, backup)
    assert restored.returncode == 0, restored.stderr
    assert _titles(path) == before
    assert len(_run("backups", path).stdout.splitlines()) == 4
    second = path.with_name("second.chancery")
    assert _run("restore", path, backup, "--as", second).returncode == 0
    assert _titles(second) == before


def test_a_backup_goes_into_a_file_of_one_s_own_and_never_over_another(
    sample: Catalogue, tmp_path: Path
) -> None:
    target = tmp_path / "mine.zst"
    assert _run("backup", sample.path, "-o", target).returncode == 0
    assert target.exists()
    again = _run("backup", sample.path, "-o", target)
    assert again.returncode == 1
    assert "already there" in again.stderr


def test_a_damaged_catalogue_is_recovered_and_the_loss_told(
    sample: Catalogue, tmp_path: Path
) -> None:
    sample.close()
    data = bytearray(sample.path.read_bytes())
    raw = connect_raw(sample.path, mode="ro", immutable="1")
    (root,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'evidence'").fetchone()
    raw.close()
    data[(root - 1) * PAGE_SIZE : root * PAGE_SIZE] = bytes(PAGE_SIZE)
    sample.path.write_bytes(data)
    new = tmp_path / "new.chancery"
    done = _run("recover", sample.path, new)
    assert done.returncode in {0, 1}
    assert "entries" in done.stdout
    assert ("lost" in done.stdout) == (done.returncode == 1)
    assert [finding for finding in check(new) if finding.problems] == []
    refused = _run("recover", sample.path, new)
    assert refused.returncode == 1
    assert "already there" in refused.stderr


def test_what_is_no_backup_is_told_in_a_sentence(sample: Catalogue, tmp_path: Path) -> None:
    sample.close()
    other = tmp_path / "other.zst"
    other.write_text("no backup at all")
    done = _run("restore", sample.path, other)
    assert done.returncode == 1
    assert "choose another" in done.stderr
    assert "Traceback" not in done.stderr
