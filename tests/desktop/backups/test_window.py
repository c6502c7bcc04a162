"""The window around backups: restoring, closing, a damaged catalogue."""

import shutil
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.backups.facts import Backup, Reason
from db.backups.listing import backups_of
from db.catalogue import Catalogue
from db.errors import Damaged
from db.terms import EntryKind
from desktop.acts.entries import create_entry
from desktop.app import Session
from desktop.dialogs.leaving import LeavingDialog
from desktop.window import MainWindow
from tests.desktop.windows import open_in, wait_for
from tests.recovery.conftest import pages_of, spoil
from tests.write_path.acts import rows


def _add(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.workspace.hub.changed):
        act = create_entry(EntryKind.PERSON, {"title": "Somebody new"})
        window.workspace.operations.write(act, owner=window.room)


def _is_there(path: Path) -> bool:
    with Catalogue.open(path) as catalogue:
        return bool(rows(catalogue, "SELECT 1 FROM entry WHERE title = 'Somebody new'"))


def test_a_backup_is_restored_in_the_window_and_today_s_kept(
    session: Session, sample: Catalogue, backup: Backup, qtbot: QtBot
) -> None:
    sample.close()
    window = open_in(session, sample.path, qtbot)
    _add(window, qtbot)
    old = window.room
    window.room.backups.restore_requested.emit(backup.path)
    qtbot.waitUntil(lambda: window.has_room and window.room is not old, timeout=30_000)
    wait_for(window, qtbot)
    assert "is a backup now" in window.room.messages.sentence()
    with window.workspace.operations.catalogue.look() as execute:
        assert not list(execute("SELECT 1 FROM entry WHERE title = 'Somebody new'", ()))
    assert [one.facts.reason for one in backups_of(sample.path)] == [
        Reason.RESTORE,
        Reason.BY_HAND,
    ]


def test_a_backup_that_can_t_be_restored_leaves_the_catalogue_open_as_it_was(
    session: Session, sample: Catalogue, backup: Backup, qtbot: QtBot
) -> None:
    sample.close()
    window = open_in(session, sample.path, qtbot)
    _add(window, qtbot)
    backup.path.write_bytes(backup.path.read_bytes()[:5000])
    old = window.room
    window.room.backups.restore_requested.emit(backup.path)
    qtbot.waitUntil(lambda: window.has_room and window.room is not old, timeout=30_000)
    wait_for(window, qtbot)
    assert "can't be used" in window.room.messages.sentence()
    with window.workspace.operations.catalogue.look() as execute:
        assert list(execute("SELECT 1 FROM entry WHERE title = 'Somebody new'", ()))


def test_closing_makes_a_backup_of_all_that_was_saved(
    session: Session, sample: Catalogue, qtbot: QtBot
) -> None:
    sample.close()
    window = open_in(session, sample.path, qtbot)
    _add(window, qtbot)
    with qtbot.waitSignal(window.closed, timeout=30_000):
        window.close()
    (backup,) = backups_of(sample.path)
    assert backup.facts.reason is Reason.CLOSING
    with Catalogue.open(sample.path) as catalogue, catalogue.look() as execute:
        last = next(iter(execute("SELECT max(id) FROM revision", ())))[0]
    assert backup.facts.last_act == last


def test_another_catalogue_is_opened_when_the_one_before_is_backed_up(
    session: Session, sample: Catalogue, template: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    sample.close()
    other = tmp_path / "other.chancery"
    shutil.copyfile(template, other)
    window = open_in(session, sample.path, qtbot)
    _add(window, qtbot)
    for wanted in (other, sample.path, other):
        old = window.room
        window.catalogue_requested.emit(wanted, False)
        qtbot.waitUntil(lambda old=old: window.room is not old, timeout=30_000)
        wait_for(window, qtbot)
        assert window.workspace.operations.catalogue.path == wanted
    (backup,) = backups_of(sample.path)
    assert backup.facts.reason is Reason.CLOSING
    assert backups_of(other) == []
    assert not window.findChildren(LeavingDialog)


def test_closing_while_a_backup_is_made_for_another_catalogue_closes(
    session: Session, sample: Catalogue, template: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    sample.close()
    other = tmp_path / "other.chancery"
    shutil.copyfile(template, other)
    window = open_in(session, sample.path, qtbot)
    _add(window, qtbot)
    window.catalogue_requested.emit(other, False)
    with qtbot.waitSignal(window.closed, timeout=30_000):
        window.close()
    assert len(backups_of(sample.path)) == 1


def test_closing_without_a_change_since_the_last_backup_waits_for_nothing(
    session: Session, sample: Catalogue, backup: Backup, qtbot: QtBot
) -> None:
    sample.close()
    window = open_in(session, sample.path, qtbot)
    with qtbot.waitSignal(window.closed, timeout=30_000):
        window.close()
    assert [one.path for one in backups_of(sample.path)] == [backup.path]


def test_the_backup_on_closing_can_be_skipped(
    session: Session, sample: Catalogue, qtbot: QtBot
) -> None:
    sample.close()
    window = open_in(session, sample.path, qtbot)
    _add(window, qtbot)
    dialog = LeavingDialog(window.room.backups.backing_up, window)
    dialog.skipped.connect(window.room.backups.backing_up.work.cancel)
    window.room.backups.backing_up.work.advanced.connect(dialog.reject)
    with qtbot.waitSignal(window.closed, timeout=30_000):
        window.close()
    assert _is_there(sample.path)


def test_a_damaged_catalogue_is_shown_and_offers_what_can_be_done(
    session: Session, sample: Catalogue, qtbot: QtBot
) -> None:
    sample.close()
    spoil(sample.path, pages_of(sample.path, "revision_change"))
    before = sample.path.read_bytes()
    window = open_in(session, sample.path, qtbot)
    assert isinstance(window.workspace.operations.catalogue.read_only_because, Damaged)
    assert "open for reading only" in window.room.messages.sentence()
    window.room.messages.action_triggered.emit()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert "is damaged" in dialog.windowTitle()
    dialog.close()
    window.close()
    assert sample.path.read_bytes() == before


def test_a_damaged_index_is_told_as_mended(
    session: Session, sample: Catalogue, qtbot: QtBot
) -> None:
    sample.close()
    spoil(sample.path, pages_of(sample.path, "entry_facets", "exact_words"))
    window = open_in(session, sample.path, qtbot)
    assert "Nothing is lost" in window.room.messages.sentence()
    assert not window.workspace.read_only


def test_damage_found_while_it_is_open_leads_to_opening_it_again(
    session: Session, sample: Catalogue, qtbot: QtBot
) -> None:
    sample.close()
    window = open_in(session, sample.path, qtbot)
    old = window.room
    window.room.show_failure(Damaged(sample.path, "a page"))
    assert window.workspace.settings.is_suspect(sample.path)
    window.room.messages.action_triggered.emit()
    qtbot.waitUntil(lambda: window.has_room and window.room is not old, timeout=30_000)
    wait_for(window, qtbot)
    assert not window.workspace.settings.is_suspect(sample.path)
