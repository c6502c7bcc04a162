"""``export`` and ``import`` of whole catalogues and of tables, run as a user runs them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.contents import contents

ROOT = Path(__file__).parent.parent


def _run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "200"},
    )


@pytest.fixture
def path(sample_path: Path, tmp_path: Path) -> Path:
    shutil.copyfile(sample_path, tmp_path / "sample.chancery")
    return tmp_path / "sample.chancery"


def test_a_catalogue_goes_out_into_a_folder_and_comes_in_as_a_new_one(
    path: Path, tmp_path: Path
) -> None:
    out = _run("export", path, tmp_path / "out")
    assert (out.returncode, out.stdout.splitlines()[0]) == (0, f"{tmp_path / 'out'}: 103 entries.")
    again = tmp_path / "again.chancery"
    done = _run("import", again, tmp_path / "out", "--new")
    assert (done.returncode, done.stdout[:11]) == (0, "103 entries")
    assert contents(again) == contents(path)
    assert _run("import", again, tmp_path / "out", "--new").returncode == 1


def test_a_dry_run_says_what_would_be_done_and_does_nothing(path: Path, tmp_path: Path) -> None:
    _run("export", path, tmp_path / "out")
    before = contents(path)
    done = _run("import", path, tmp_path / "out", "--dry-run")
    assert done.returncode == 0
    assert "Nothing was changed. It would be: 103 already here." in done.stdout
    assert contents(path) == before
    assert not list(tmp_path.glob("*.zst"))


def test_a_spoilt_folder_is_refused_with_the_file_and_nothing_is_made(
    path: Path, tmp_path: Path
) -> None:
    _run("export", path, tmp_path / "out")
    (tmp_path / "out/data/texts/S-0001.txt").write_text("forged")
    done = _run("import", tmp_path / "new.chancery", tmp_path / "out", "--new")
    assert done.returncode == 1
    assert "texts/S-0001.txt: " in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "new.chancery").exists()


def test_everything_goes_out_whole_or_as_a_list_but_not_both(path: Path, tmp_path: Path) -> None:
    assert _run("export", path, tmp_path / "out", "tag:health").returncode == 2
    assert _run("export", path, tmp_path / "out.doc").returncode == 2
    assert not (tmp_path / "out").exists()


def test_a_spreadsheet_of_all_entries_comes_in_again(path: Path, tmp_path: Path) -> None:
    assert _run("export", path, tmp_path / "all.xlsx", "--links").returncode == 0
    done = _run("import", tmp_path / "new.chancery", tmp_path / "all.xlsx", "--new")
    assert (done.returncode, done.stderr.count("Row ")) == (0, 0)
    assert "Taken in: 103 new." in done.stdout
    again = _run("import", tmp_path / "new.chancery", tmp_path / "all.xlsx", "--dry-run")
    assert "It would be: 103 already here." in again.stdout


def test_rows_with_a_problem_are_left_out_and_told(path: Path, tmp_path: Path) -> None:
    table = tmp_path / "meetings.csv"
    table.write_text("Title,When,Where\nGood,2021-05,Baku\nBad,someday,Baku\n,2021,Baku\n")
    words = ("import", path, table, "--kind", "meeting", "--column", "When=start")
    done = _run(*words, "--column", "Where=place", "--dry-run")
    assert done.returncode == 1
    assert "Row 3, When: “someday” is no date" in done.stderr
    assert "Row 4, Title: An entry needs a title" in done.stderr
    assert "It would be: 1 new, 2 left out." in done.stdout
    assert _run("import", path, table).returncode == 2
    assert _run("import", path, table, "--kind", "meeting", "--column", "When=x").returncode == 2
