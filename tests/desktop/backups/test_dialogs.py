"""The window of backups: making, comparing, bringing back; all by keyboard."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.backups.facts import Backup, Reason
from db.backups.listing import backups_of
from db.backups.making import make_backup
from db.catalogue import Catalogue
from db.check import check
from db.terms import EntryKind
from desktop.acts.entries import create_entry, set_field, trash
from desktop.backing_up import BackingUp
from desktop.dialogs.backups import BackupsDialog
from desktop.dialogs.comparison import ComparisonDialog
from desktop.dialogs.damage import DamageDialog
from desktop.models.differences import DifferencesModel
from desktop.settings import Settings
from desktop.workspace import Workspace
from tests.recovery.conftest import pages_of, spoil
from tests.write_path.acts import rows


def _button(dialog: QWidget, words: str) -> QPushButton:
    return next(
        one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == words
    )


def _shown(qtbot: QtBot, dialog: QWidget, is_there: Callable[[], bool]) -> None:
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(is_there)


def test_without_backups_it_says_when_they_are_made_and_makes_one_now(
    workspace: Workspace, backing_up: BackingUp, sample: Catalogue, qtbot: QtBot
) -> None:
    dialog = BackupsDialog(workspace, backing_up)
    _shown(qtbot, dialog, lambda: workspace.operations.is_idle)
    assert not dialog.list.isVisible()
    assert not _button(dialog, "Restore…").isEnabled()
    _button(dialog, "Make one now").click()
    assert dialog.busy.isVisible()
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == 1)
    assert dialog.list.isVisible()
    assert "was checked" in dialog.message.sentence()
    assert not dialog.busy.isVisible()
    assert len(backups_of(sample.path)) == 1
    item = dialog.list.topLevelItem(0)
    assert item is not None
    assert item.text(1) == "by hand, kept for good"
    assert item.text(3) == str(backups_of(sample.path)[0].facts.entry_count)


def test_making_one_can_be_cancelled(
    workspace: Workspace, backing_up: BackingUp, sample: Catalogue, qtbot: QtBot
) -> None:
    dialog = BackupsDialog(workspace, backing_up)
    _shown(qtbot, dialog, lambda: workspace.operations.is_idle)
    with qtbot.waitSignal(backing_up.work.finished):
        _button(dialog, "Make one now").click()
        _button(dialog, "Cancel").click()
    assert backups_of(sample.path) == []
    assert _button(dialog, "Make one now").isEnabled()


def test_restoring_asks_first_and_cancel_is_the_safe_answer(
    workspace: Workspace, backing_up: BackingUp, backup: Backup, qtbot: QtBot
) -> None:
    dialog = BackupsDialog(workspace, backing_up)
    _shown(qtbot, dialog, lambda: dialog.list.topLevelItemCount() == 1)
    asked_for: list[Path] = []
    dialog.restore_requested.connect(asked_for.append)
    _button(dialog, "Restore…").click()
    (asked,) = dialog.findChildren(QMessageBox)
    assert "becomes a backup first" in asked.informativeText()
    default = asked.defaultButton()
    assert default is not None
    assert asked.standardButton(default) == QMessageBox.StandardButton.Cancel
    default.click()
    assert asked_for == []
    assert dialog.isVisible()
    _button(dialog, "Restore…").click()
    asked = dialog.findChildren(QMessageBox)[-1]
    _button(asked, "Restore").click()
    assert asked_for == [backup.path]


def _compared(
    workspace: Workspace, backup: Backup, qtbot: QtBot, *, only_lost: bool = False
) -> ComparisonDialog:
    dialog = ComparisonDialog(workspace, backup, only_lost=only_lost)
    _shown(qtbot, dialog, lambda: bool(dialog.summary()))
    return dialog


def _write(workspace: Workspace, owner: QWidget | BackingUp, qtbot: QtBot, act: object) -> None:
    with qtbot.waitSignal(workspace.hub.changed):
        workspace.operations.write(act, owner=owner)  # pyright: ignore[reportArgumentType] - any act


def test_a_comparison_counts_and_lists_and_brings_back_what_is_selected(
    workspace: Workspace, backing_up: BackingUp, sample: Catalogue, backup: Backup, qtbot: QtBot
) -> None:
    first, second = (
        int(str(row[0]))
        for row in rows(sample, "SELECT id FROM entry WHERE kind = 'agreement' LIMIT 2")
    )
    title = rows(sample, f"SELECT title FROM entry WHERE id = {second}")[0][0]
    _write(workspace, backing_up, qtbot, trash([first]))
    _write(workspace, backing_up, qtbot, set_field(second, "title", "Other", shown=None))
    _write(workspace, backing_up, qtbot, create_entry(EntryKind.PERSON, {"title": "New"}))
    dialog = _compared(workspace, backup, qtbot)
    QAbstractItemModelTester(dialog.model)
    assert "In the trash: 1 agreement." in dialog.summary()
    assert "Added since: 1 person." in dialog.summary()
    assert [dialog.model.difference(row).how.value for row in range(3)] == [
        "trashed",
        "changed",
        "added",
    ]
    selection = dialog.table.selectionModel()
    selection.select(
        dialog.model.index(1, 0),
        QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
    )
    with qtbot.waitSignal(workspace.hub.changed):
        _button(dialog, "Bring back selected").click()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 2)
    assert "1 entry is as it was." in dialog.message.sentence()
    assert rows(sample, f"SELECT title FROM entry WHERE id = {second}") == [(title,)]
    with qtbot.waitSignal(workspace.hub.changed):
        qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 3)
    assert rows(sample, f"SELECT title FROM entry WHERE id = {second}") == [("Other",)]
    dialog.reject()
    qtbot.waitUntil(lambda: workspace.operations.is_idle)
    assert [path.name for path in backup.path.parent.iterdir()] == [backup.path.name]


def test_what_was_added_since_can_t_be_brought_back(
    workspace: Workspace, backing_up: BackingUp, backup: Backup, qtbot: QtBot
) -> None:
    _write(workspace, backing_up, qtbot, create_entry(EntryKind.PERSON, {"title": "New"}))
    dialog = _compared(workspace, backup, qtbot)
    assert dialog.model.rowCount() == 1
    assert not _button(dialog, "Bring back selected").isEnabled()
    lost = _compared(workspace, backup, qtbot, only_lost=True)
    assert lost.model.rowCount() == 0
    for one in (dialog, lost):
        one.reject()


def test_a_comparison_without_differences_says_so_and_enter_shows_an_entry(
    workspace: Workspace, backing_up: BackingUp, backup: Backup, qtbot: QtBot
) -> None:
    dialog = _compared(workspace, backup, qtbot)
    assert "is as this backup has it" in dialog.summary()
    dialog.reject()
    _write(workspace, backing_up, qtbot, create_entry(EntryKind.PERSON, {"title": "New"}))
    again = _compared(workspace, backup, qtbot)
    shown: list[int] = []
    again.open_requested.connect(shown.append)
    qtbot.keyClick(again.table, Qt.Key.Key_Return)
    assert len(shown) == 1


def test_a_comparison_can_be_stopped_and_closed_at_once(
    workspace: Workspace, backup: Backup, qtbot: QtBot
) -> None:
    dialog = ComparisonDialog(workspace, backup)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.reject()
    qtbot.waitUntil(lambda: workspace.operations.is_idle)
    assert [path.name for path in backup.path.parent.iterdir()] == [backup.path.name]


def test_an_empty_table_of_differences_is_a_model_too(qapp: QApplication) -> None:
    model = DifferencesModel()
    QAbstractItemModelTester(model)
    assert (model.rowCount(), model.columnCount()) == (0, 4)


def test_a_damaged_catalogue_is_recovered_into_a_new_file_and_the_loss_counted(
    sample: Catalogue, tmp_path: Path, qtbot: QtBot
) -> None:
    made = make_backup(sample.path, reason=Reason.IDLE).backup
    sample.close()
    spoil(sample.path, pages_of(sample.path, "revision_entry"))
    before, new = sample.path.read_bytes(), tmp_path / "new.chancery"
    dialog = DamageDialog(sample.path, Settings())
    _shown(qtbot, dialog, lambda: dialog.list.topLevelItemCount() == 1)
    current = dialog.list.current()
    assert current is not None
    assert current.path == made.path
    chooser = dialog.choose_new()
    assert isinstance(chooser, QFileDialog)
    with qtbot.waitSignal(dialog.work.finished, timeout=60_000):
        chooser.fileSelected.emit(str(new))
    chooser.reject()
    qtbot.waitUntil(lambda: _button(dialog, "Open the new catalogue").isVisible())
    assert "Entries: " in dialog.told()
    assert "0 lost" in dialog.told()
    opened: list[Path] = []
    dialog.open_requested.connect(opened.append)
    _button(dialog, "Open the new catalogue").click()
    assert opened == [new]
    assert [finding for finding in check(new) if finding.problems] == []
    assert sample.path.read_bytes() == before


def test_a_damaged_catalogue_can_be_replaced_by_a_backup(sample: Catalogue, qtbot: QtBot) -> None:
    made = make_backup(sample.path, reason=Reason.IDLE).backup
    dialog = DamageDialog(sample.path, Settings())
    _shown(qtbot, dialog, lambda: dialog.list.topLevelItemCount() == 1)
    asked: list[Path] = []
    dialog.restore_requested.connect(asked.append)
    _button(dialog, "Restore this backup").click()
    assert asked == [made.path]
