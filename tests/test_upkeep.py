"""What acts leave to be done later is done, and acts do none of it."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from db import check, upkeep
from db.catalogue import Catalogue
from db.commands.entries import set_field
from db.engine import connect_upkeep, copy_log
from db.terms import EntryKind
from tests.factories import make_entry
from tests.write_path.acts import rows, write


@pytest.fixture
def path(catalogue: Catalogue) -> Path:
    return catalogue.path


@pytest.fixture
def connection(path: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(connect_upkeep(path)) as opened:
        yield opened


def _edit_often(catalogue: Catalogue, times: int) -> None:
    entry = make_entry(catalogue, EntryKind.AGREEMENT, "Agreement")
    for number in range(times):
        value = f"Summary {number}"
        write(catalogue, lambda s, v=value: set_field(s, entry_id=entry, field="summary", value=v))


def _segments(connection: sqlite3.Connection) -> int:
    """Count the pieces of the index by the segments its first pages belong to."""
    counted = "SELECT count(DISTINCT segid) FROM entry_words_idx"
    return int(connection.execute(counted).fetchone()[0])


def _uncopied(connection: sqlite3.Connection) -> int:
    _busy, pages, copied = connection.execute("PRAGMA wal_checkpoint(NOOP)").fetchone()
    return int(pages) - int(copied)


def test_acts_leave_the_pieces_of_the_index_to_be_merged_later(
    catalogue: Catalogue, connection: sqlite3.Connection
) -> None:
    _edit_often(catalogue, 12)
    grown = _segments(connection)
    assert grown >= 12
    while upkeep.merge_some(connection):
        pass
    assert _segments(connection) < grown
    assert [problem for part in check.check(catalogue.path) for problem in part.problems] == []


def test_the_log_is_copied_into_the_file(
    catalogue: Catalogue, connection: sqlite3.Connection
) -> None:
    _edit_often(catalogue, 1)
    assert _uncopied(connection) > 0
    copy_log(connection)
    assert _uncopied(connection) == 0


def test_merging_is_put_off_once_and_the_file_remembers_it(
    catalogue: Catalogue, connection: sqlite3.Connection
) -> None:
    _edit_often(catalogue, 1)
    before = connection.total_changes
    upkeep.put_off_merging(connection)
    assert connection.total_changes == before
    for table in upkeep.FULL_TEXT:
        told = rows(catalogue, f"SELECT v FROM {table}_config WHERE k = 'automerge'")
        assert told == [(0,)]


def test_after_an_act_and_some_quiet_it_is_done_unasked(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = Event()

    def copy_and_tell(one: sqlite3.Connection) -> None:
        copy_log(one)
        if _uncopied(one) == 0:  # else another act came meanwhile, after which it comes again
            copied.set()

    monkeypatch.setattr(upkeep, "copy_log", copy_and_tell)
    monkeypatch.setattr(upkeep, "QUIET", 0.0)
    _edit_often(catalogue, 1)
    assert copied.wait(30)
    catalogue.close()


def test_a_catalogue_closes_at_once_whatever_is_left(catalogue: Catalogue) -> None:
    _edit_often(catalogue, 3)
    catalogue.close()
    assert [problem for part in check.check(catalogue.path) for problem in part.problems] == []
