"""The handle of a catalogue: it looks without SQLAlchemy, and leaves nothing beside the file."""

import contextlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from db.catalogue import Catalogue
from db.engine import connect_raw
from db.errors import Damaged, ReadOnlyPlace
from db.queries import plain
from db.rows.lists import ListSpec
from db.terms import EntryKind
from desktop.acts.entries import create_entry

ROOT = Path(__file__).parent.parent


def _titles(catalogue: Catalogue) -> list[str]:
    with catalogue.look() as execute:
        ids = plain.first_of_all(execute, ListSpec(), 50).ids
        return [line.title for line in plain.lines_of(execute, ids)]


def test_a_look_sees_what_was_saved_before_it(catalogue: Catalogue) -> None:
    assert _titles(catalogue) == []
    catalogue.write(create_entry(EntryKind.PERSON, {"title": "Murashko"}))
    assert _titles(catalogue) == ["Murashko"]


def test_a_look_can_t_write(catalogue: Catalogue) -> None:
    def look() -> None:
        with catalogue.look() as execute:
            execute("DELETE FROM link_rule", ())

    with pytest.raises(ReadOnlyPlace):
        look()
    assert _titles(catalogue) == []


def test_a_look_at_a_file_that_was_damaged_since_says_so(catalogue: Catalogue) -> None:
    pages = bytearray(catalogue.path.read_bytes())
    pages[4096:] = b"\xff" * (len(pages) - 4096)
    catalogue.path.write_bytes(pages)
    with pytest.raises(Damaged):
        _titles(catalogue)


def test_a_catalogue_that_was_only_looked_at_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "mine.chancery"
    Catalogue.create(path).close()
    with Catalogue.open(path) as catalogue:
        assert _titles(catalogue) == []
    assert sorted(file.name for file in tmp_path.iterdir() if "-" in file.name) == []


def test_opening_and_looking_load_no_sqlalchemy(tmp_path: Path) -> None:
    path = tmp_path / "mine.chancery"
    Catalogue.create(path).close()
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from db.catalogue import Catalogue\n"
        "from db.queries import plain\n"
        "from db.rows.lists import ListSpec\n"
        "with Catalogue.open(Path(sys.argv[1])) as catalogue, catalogue.look() as execute:\n"
        "    assert plain.link_rules(execute)\n"
        "    assert plain.first_of_all(execute, ListSpec(), 50).complete\n"
        "print('sqlalchemy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "False"


def test_what_a_kill_broke_off_outside_the_log_is_taken_back_at_opening(
    template: Path, tmp_path: Path
) -> None:
    written, killed = tmp_path / "written.chancery", tmp_path / "killed.chancery"
    shutil.copyfile(template, written)
    with contextlib.closing(connect_raw(written, mode="rw")) as raw:
        raw.execute("PRAGMA journal_mode=DELETE")
        raw.execute("PRAGMA cache_size=1")
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("CREATE TABLE half (done)")
        raw.execute("INSERT INTO half SELECT zeroblob(9000) FROM link_rule")
        shutil.copyfile(written, killed)
        shutil.copyfile(f"{written}-journal", f"{killed}-journal")
    with Catalogue.open(killed) as catalogue, catalogue.look() as execute:
        assert catalogue.read_only_because is None
        assert [*execute("SELECT name FROM sqlite_schema WHERE name = 'half'", ())] == []
    assert not killed.with_name(f"{killed.name}-journal").exists()
