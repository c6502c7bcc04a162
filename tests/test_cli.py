"""The command line, run as a user runs it."""

import importlib.util
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from db.catalogue import Catalogue
from db.engine import connect_raw
from db.queries.reading import progress_of
from db.terms import EntryKind
from desktop.acts.entries import create_entry
from desktop.acts.reading import learn_noise
from desktop.display import why_no_window

ROOT = Path(__file__).parent.parent


def _run(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "200", **environment},
    )


@pytest.mark.parametrize(
    "command", ["open", "sample", "add", "read", "report", "check", "search", "export", "import"]
)
def test_every_command_explains_itself(command: str) -> None:
    done = _run(command, "--help")
    assert done.returncode == 0
    assert command in done.stdout


def test_add_makes_the_catalogue_and_one_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    good, bad, empty = tmp_path / "good.txt", tmp_path / "bad.txt", tmp_path / "empty.txt"
    good.write_text("Министры двух стран встретились в Баку.", encoding="cp1251")
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    empty.write_bytes(b" \n")
    path = tmp_path / "new.chancery"
    done = _run("add", path, bad, empty, good, tmp_path / "nowhere.txt")
    assert done.returncode == 1
    assert f"{good}: taken in as S-0001, " in done.stdout
    for refused in (bad, empty, tmp_path / "nowhere.txt"):
        assert str(refused) in done.stderr
    assert "Traceback" not in done.stderr
    with Catalogue.open(path) as catalogue, catalogue.read() as session:
        titles = session.connection().exec_driver_sql("SELECT title FROM entry").scalars().all()
    assert titles == ["Министры двух стран встретились в Баку."]
    again = _run("add", path, good)
    assert again.returncode == 0
    assert "S-0001" in again.stdout
    assert "--again" in again.stdout


RELEASE = (
    "Ministries sign\n\nOn 4 June 2024 the Ministry of Health of Latvia and the Ministry of "
    "Health of Estonia signed a memorandum of understanding in Riga.\n"
)


def test_add_reads_what_it_takes_in_ready_for_review(tmp_path: Path) -> None:
    file, path = tmp_path / "r.txt", tmp_path / "new.chancery"
    file.write_text(RELEASE, encoding="utf-8")
    done = _run("add", path, file)
    assert done.returncode == 0
    with Catalogue.open(path) as catalogue, catalogue.read() as session:
        (progress,) = progress_of(session, [1]).values()
    assert progress.decided == 0
    assert f"S-0001, {progress.suggested} to decide on." in done.stdout
    assert progress.suggested >= 3


def test_add_takes_in_folders_and_leaves_unread_what_is_to_be_read_later(tmp_path: Path) -> None:
    folder, path = tmp_path / "day", tmp_path / "new.chancery"
    (folder / "evening").mkdir(parents=True)
    (folder / "r.txt").write_text(RELEASE, encoding="utf-8")
    (folder / "evening" / "page.html").write_text("<p>Ports of two seas meet</p>", "utf-8")
    (folder / "style.css").write_text("p {}", encoding="utf-8")
    done = _run("add", path, folder, "--unread")
    assert done.returncode == 0
    assert "page.html: taken in as S-0001.\n" in done.stdout
    assert "r.txt: taken in as S-0002.\n" in done.stdout
    assert "style.css" not in done.stdout + done.stderr
    with Catalogue.open(path) as catalogue, catalogue.read() as session:
        assert progress_of(session, [1, 2]) == {}


def test_add_says_so_where_a_folder_holds_no_release(tmp_path: Path) -> None:
    done = _run("add", tmp_path / "new.chancery", tmp_path)
    assert done.returncode == 1
    assert "no release here" in done.stderr


def _heed_ctrl_c() -> None:
    """Take Ctrl+C as at a terminal: what a shell runs in the background ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_stops_add_and_keeps_what_has_come_in(tmp_path: Path) -> None:
    folder, path = tmp_path / "many", tmp_path / "new.chancery"
    folder.mkdir()
    for number in range(2_000):
        (folder / f"{number}.txt").write_text(f"Talks on subject {number}", encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "add", str(path), str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        preexec_fn=_heed_ctrl_c,  # noqa: PLW1509 - no other thread holds a lock it needs
    ) as running:
        assert running.stderr is not None
        assert "Taking in" in running.stderr.readline()
        running.send_signal(signal.SIGINT)
        told, complained = running.communicate()
    assert running.returncode == 130
    number = len(told.splitlines())
    assert number < 2_000
    assert complained == f"Stopped: {number} of 2000 files were looked at.\n"
    with Catalogue.open(path) as catalogue, catalogue.read() as session:
        kept = session.connection().exec_driver_sql("SELECT count(*) FROM source").scalar()
    assert kept == number


def test_read_prints_what_a_release_speaks_of_as_json(tmp_path: Path) -> None:
    file = tmp_path / "r.txt"
    file.write_text(RELEASE, encoding="utf-8")
    done = _run("read", file, "--json")
    assert done.returncode == 0
    told = json.loads(done.stdout)
    assert told["language"] == "en"
    assert set(told["countries"]) == {"LV", "EE"}
    (agreement,) = told["agreements"]
    assert (agreement["type"], agreement["status"]) == ("memorandum", "signed")
    assert agreement["date"] == "2024-06-04"
    assert RELEASE[agreement["start"] : agreement["end"]].startswith("memorandum")
    assert not any("known" in body for body in told["organisations"])


def test_read_knows_the_entries_and_the_noise_of_a_catalogue(
    tmp_path: Path, template: Path
) -> None:
    file, path = tmp_path / "r.txt", tmp_path / "known.chancery"
    file.write_text(f"Riga is worth a journey\n\n{RELEASE}", encoding="utf-8")
    path.write_bytes(template.read_bytes())
    with Catalogue.open(path) as catalogue:
        body = create_entry(
            EntryKind.ORGANISATION,
            {"title": "Ministry of Health of Latvia", "organisation_kind": "ministry"},
        )
        catalogue.write(body)
        catalogue.write(learn_noise("riga is worth a journey"))
    done = _run("read", file, "--json", "--catalogue", path)
    told = json.loads(done.stdout)
    known = {body["known"] for body in told["organisations"] if "known" in body}
    assert known == {"O-0001"}
    lines = _run("read", file, "--catalogue", path).stdout.splitlines()
    assert any("= O-0001 Ministry of Health of Latvia" in line for line in lines)
    assert any(line.startswith("agreement: Memorandum of understanding") for line in lines)


def test_read_refuses_what_is_no_release_in_one_sentence(tmp_path: Path) -> None:
    done = _run("read", tmp_path / "nowhere.txt", "--json")
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stdout == ""


def test_check_tells_by_its_exit_status(template: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.chancery"
    path.write_bytes(template.read_bytes())
    assert _run("check", path, "--deep").returncode == 0
    raw = connect_raw(path, mode="rw")
    raw.execute("INSERT INTO entry_country VALUES (7, 'AZ', 1, 'source', 0, '')")
    raw.close()
    done = _run("check", path, "--deep")
    assert done.returncode == 1
    assert "BAD  foreign keys" in done.stdout


def test_refusals_are_one_plain_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.chancery"
    path.write_text("something else")
    for words in (("check", path), ("report", path, "AZ", "-o", tmp_path / "az.pdf")):
        done = _run(*words)
        assert done.returncode == 1
        assert done.stderr.strip() == f"{path} is not a Chancery catalogue: choose another file."


def test_a_window_without_a_display_says_what_to_do(tmp_path: Path) -> None:
    done = _run("open", tmp_path, DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "display" in done.stderr or "apt install" in done.stderr


def test_without_its_libraries_it_says_how_to_get_them() -> None:
    done = subprocess.run(
        [sys.executable, "-S", str(ROOT / "main.py"), "check", "a.chancery"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "README.md" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_missing_system_library_is_named_with_the_packages_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "PySide6" / "Qt" / "lib" / "libQt6Widgets.so.6"
    library.parent.mkdir(parents=True)
    library.write_bytes(b"not a library")
    (tmp_path / "PySide6" / "__init__.py").touch()
    spec = importlib.util.spec_from_file_location("PySide6", tmp_path / "PySide6" / "__init__.py")
    monkeypatch.setattr(importlib.util, "find_spec", {"PySide6": spec}.get)
    monkeypatch.setattr(sys, "platform", "linux")
    sentence = why_no_window()
    assert "libQt6Widgets.so.6" in sentence
    assert "apt install" in sentence
    assert "libxcb-cursor0" in sentence
