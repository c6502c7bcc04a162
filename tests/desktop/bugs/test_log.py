"""The log: private, bounded, and read back for the details of a fault."""

import logging
import stat
import sys
from collections.abc import Iterator

import pytest

from desktop.bugs.bug import bug_of
from desktop.bugs.details import details
from desktop.bugs.log import begin_log, complain, end_log, last_lines, log_file, log_folder


@pytest.fixture(autouse=True)
def _log() -> Iterator[None]:
    begin_log()
    yield
    end_log()


def test_lines_of_catalogue_and_desktop_come_into_one_private_file() -> None:
    logging.getLogger("db.store").info("act %s", "entry.create")
    complain("Something odd")
    begin_log()  # once more makes no line come twice
    lines = last_lines(10)
    assert [line.split(" ", 1)[1] for line in lines] == ["act entry.create", "Something odd"]
    if sys.platform != "win32":
        assert stat.S_IMODE(log_file().stat().st_mode) == 0o600


def test_the_log_never_outgrows_a_few_files() -> None:
    for number in range(40_000):
        complain(f"{number:080d}")
    files = sorted(log_folder().iterdir())
    assert 2 <= len(files) <= 5
    assert sum(file.stat().st_size for file in files) <= 2_600_000
    assert last_lines(1)[0].endswith("39999")


def test_details_tell_versions_the_fault_and_the_last_lines() -> None:
    complain("the line before")
    bug = bug_of(IndexError("which"))
    copied = details(bug)
    assert "SQLite 3." in copied
    assert f"fault {bug.code}: IndexError\n" in copied
    assert copied.endswith("the line before\n")


def test_a_folder_that_cannot_be_made_leaves_chancery_without_a_log() -> None:
    end_log()
    log_folder().rename(log_folder().with_name("was"))
    log_folder().write_text("in the way")
    begin_log()
    complain("nobody hears this")
    assert last_lines(5) == []
