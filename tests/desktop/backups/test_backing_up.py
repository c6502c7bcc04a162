"""Backups in the background: when they are due, before what is large, and never in the way."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.backups.archive import unpack
from db.backups.due import LARGE
from db.backups.facts import Backup, Reason
from db.backups.listing import backups_of
from db.backups.making import Made
from db.backups.watching import Watch
from db.catalogue import Catalogue
from db.engine import connect_raw
from db.errors import ReadOnlyPlace
from db.rows.lists import Chosen, ListSpec
from db.terms import EntryKind
from desktop.acts.entries import create_entry, trash
from desktop.backing_up import BackingUp
from desktop.dialogs.taking_in import TakingIn
from desktop.workspace import Workspace
from tests.recovery.conftest import pages_of, spoil


def _reasons(catalogue: Catalogue) -> list[str]:
    return [one.facts.reason.value for one in backups_of(catalogue.path)]


def _make(backing_up: BackingUp, reason: Reason, qtbot: QtBot) -> Made | None:
    answers: list[Made | None] = []
    backing_up.make(reason, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


@pytest.fixture
def large_from_five(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.operations.LARGE", 5)


def test_a_backup_is_made_and_told_of_quietly(
    backing_up: BackingUp, sample: Catalogue, qtbot: QtBot
) -> None:
    said: list[str] = []
    backing_up.said.connect(said.append)
    made = _make(backing_up, Reason.BY_HAND, qtbot)
    assert made is not None
    assert not made.is_elsewhere
    assert _reasons(sample) == ["by_hand"]
    assert said[-1].startswith("Backed up at")


def test_a_backup_goes_where_it_was_last_wanted(
    backing_up: BackingUp, workspace: Workspace, sample: Catalogue, qtbot: QtBot, tmp_path: Path
) -> None:
    workspace.settings.backup_folder = tmp_path / "elsewhere"
    made = _make(backing_up, Reason.BY_HAND, qtbot)
    assert made is not None
    assert not made.is_elsewhere
    assert made.backup.path.is_relative_to(tmp_path / "elsewhere")
    assert _reasons(sample) == []


def test_in_the_quiet_and_on_closing_only_what_is_due_is_made(
    backing_up: BackingUp, sample: Catalogue, qtbot: QtBot
) -> None:
    assert _make(backing_up, Reason.IDLE, qtbot) is not None
    assert _make(backing_up, Reason.CLOSING, qtbot) is None
    assert not backing_up.may_be_due
    assert _reasons(sample) == ["idle"]


def test_what_changed_within_the_hour_is_asked_for_again_later(
    backing_up: BackingUp, workspace: Workspace, qtbot: QtBot, backup: Backup
) -> None:
    assert _make(backing_up, Reason.IDLE, qtbot) is None
    assert not backing_up.may_be_due
    with qtbot.waitSignal(workspace.hub.changed):
        workspace.operations.write(
            create_entry(EntryKind.PERSON, {"title": "New"}), owner=backing_up
        )
    assert backing_up.may_be_due
    assert _make(backing_up, Reason.IDLE, qtbot) is None
    assert backing_up.may_be_due


def test_the_quiet_is_used_for_a_backup_and_then_for_a_look_at_all_pages(
    backing_up: BackingUp,
    workspace: Workspace,
    sample: Catalogue,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    backing_up._look()
    assert not backing_up.work.is_running
    monkeypatch.setattr("desktop.backing_up.QUIET_MS", 0)
    with qtbot.waitSignal(backing_up.work.finished):
        backing_up._look()
    assert _reasons(sample) == ["idle"]
    assert workspace.settings.last_look(sample.path) is None
    with qtbot.waitSignal(backing_up.work.finished):
        backing_up._look()
    qtbot.waitUntil(lambda: workspace.settings.last_look(sample.path) is not None)
    assert not workspace.settings.is_suspect(sample.path)
    backing_up._look()
    assert not backing_up.work.is_running
    week = datetime.now(UTC) - timedelta(days=8)
    workspace.settings.note_look(sample.path, week, sound=True)
    backing_up._look()
    assert backing_up.work.is_running


def test_damage_that_a_look_finds_is_told(
    workspace: Workspace, backing_up: BackingUp, sample: Catalogue, qtbot: QtBot
) -> None:
    raw = connect_raw(sample.path, mode="rw")
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    spoil(sample.path, pages_of(sample.path, "revision_entry"))
    with qtbot.waitSignal(backing_up.damage_found):
        backing_up.look_through()
    assert workspace.settings.is_suspect(sample.path)


@pytest.mark.usefixtures("large_from_five")
def test_a_large_act_waits_until_the_state_before_it_is_held(
    backing_up: BackingUp,
    workspace: Workspace,
    sample: Catalogue,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    done: list[int] = []
    with qtbot.waitSignal(backing_up.made):
        act = trash(Chosen(all_of=ListSpec()))
        workspace.operations.write(act, done.append, owner=backing_up)
    qtbot.waitUntil(lambda: bool(done))
    (backup,) = backups_of(sample.path)
    assert backup.facts.reason is Reason.BULK
    whole = tmp_path / "whole"
    unpack(backup.path, whole, Watch())
    raw = connect_raw(whole, mode="ro", immutable="1")
    assert raw.execute("SELECT count(*) FROM entry WHERE trashed").fetchone() == (0,)
    raw.close()
    assert done[0] == backup.facts.entry_count


@pytest.mark.usefixtures("large_from_five")
def test_before_very_many_files_are_taken_in_a_backup_is_made_once(
    backing_up: BackingUp,
    workspace: Workspace,
    sample: Catalogue,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    files = [tmp_path / f"{name}.txt" for name in range(7)]
    for number, file in enumerate(files):
        file.write_text(f"Release {number}\n\nMinisters met in Baku on day {number}.", "utf-8")
    taking_in = TakingIn(workspace, backing_up)
    with qtbot.waitSignals([taking_in.finished, backing_up.made]):
        taking_in.start(files)
    assert _reasons(sample) == ["bulk"]


def test_a_small_act_waits_for_no_backup(
    backing_up: BackingUp, workspace: Workspace, sample: Catalogue, qtbot: QtBot
) -> None:
    assert LARGE == 1000
    done: list[int] = []
    workspace.operations.write(trash(Chosen(all_of=ListSpec())), done.append, owner=backing_up)
    qtbot.waitUntil(lambda: bool(done))
    assert _reasons(sample) == []


@pytest.mark.usefixtures("large_from_five")
def test_no_second_backup_is_made_before_a_large_act_where_nothing_changed(
    backing_up: BackingUp,
    workspace: Workspace,
    sample: Catalogue,
    qtbot: QtBot,
    backup: Backup,
) -> None:
    done: list[int] = []
    workspace.operations.write(trash(Chosen(all_of=ListSpec())), done.append, owner=backing_up)
    qtbot.waitUntil(lambda: bool(done))
    assert _reasons(sample) == ["by_hand"]


@pytest.mark.usefixtures("large_from_five")
def test_what_can_t_be_backed_up_is_told_and_the_act_goes_on(
    backing_up: BackingUp,
    workspace: Workspace,
    sample: Catalogue,
    qtbot: QtBot,
    data_folder: Path,
) -> None:
    sample.path.with_name("sample backups").write_text("in the way")
    data_folder.write_text("in the way")
    done: list[int] = []
    with qtbot.waitSignal(backing_up.failed) as told:
        act = trash(Chosen(all_of=ListSpec()))
        workspace.operations.write(act, done.append, owner=backing_up)
    assert told.args is not None
    assert isinstance(told.args[0], ReadOnlyPlace)
    qtbot.waitUntil(lambda: bool(done))
    assert done[0] > 5


def test_what_is_stopped_leaves_nothing_and_can_be_begun_again(
    backing_up: BackingUp, sample: Catalogue, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(backing_up.work.finished):
        backing_up.make(Reason.BY_HAND)
        backing_up.work.cancel()
    assert _reasons(sample) == []
    assert _make(backing_up, Reason.BY_HAND, qtbot) is not None
