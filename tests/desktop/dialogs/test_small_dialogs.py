"""Preferences, the sheet of keys, and what the program is."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from db.backups.places import folder_beside
from db.terms import EntryKind
from desktop.actions import ACTIONS
from desktop.acts.entries import create_entry
from desktop.dialogs.about import LICENCES, AboutDialog, parts
from desktop.dialogs.preferences import PreferencesDialog
from desktop.dialogs.shortcuts import ShortcutsDialog
from desktop.settings import Settings
from desktop.theme import apply_theme, colours
from desktop.version import VERSION
from desktop.workspace import Workspace
from tests.desktop.dialogs.conftest import Settle, Show, focused, press
from tests.desktop.keyboard import type_text


def test_a_name_is_recorded_from_the_next_change_on(workspace: Workspace, show: Show) -> None:
    dialog = PreferencesDialog(workspace)
    show(dialog)
    assert focused() is dialog.who
    dialog.who.selectAll()
    type_text(dialog.who, "Айсель")
    press(Qt.Key.Key_Tab)
    catalogue = workspace.operations.catalogue
    catalogue.write(create_entry(EntryKind.PERSON, {"title": "Somebody"}))
    assert Settings().who == "Айсель"
    assert catalogue.who == "Айсель"


def test_an_empty_name_falls_back_to_the_login(workspace: Workspace, show: Show) -> None:
    dialog = PreferencesDialog(workspace)
    show(dialog)
    login = dialog.who.value()
    workspace.settings.who = "Somebody"
    dialog._fill()
    dialog.who.selectAll()
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Tab)
    assert dialog.who.value() == login
    assert workspace.operations.catalogue.who == login


def test_colours_change_at_once(workspace: Workspace, show: Show, qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    dialog = PreferencesDialog(workspace)
    show(dialog)
    dialog.scheme.setFocus()
    press(Qt.Key.Key_D)
    assert colours().dark
    assert Settings().scheme == "dark"
    press(Qt.Key.Key_Up)
    assert not colours().dark


def test_the_language_of_labels_is_remembered(workspace: Workspace, show: Show) -> None:
    dialog = PreferencesDialog(workspace)
    show(dialog)
    dialog.language.setFocus()
    press(Qt.Key.Key_R)
    assert Settings().language == "ru"


def test_backups_go_to_the_folder_that_was_chosen(
    workspace: Workspace, show: Show, settle: Settle, tmp_path: Path
) -> None:
    dialog = PreferencesDialog(workspace)
    show(dialog)
    place, catalogue = dialog.backups, workspace.operations.catalogue
    assert place.place.text() == str(folder_beside(catalogue.path))
    assert not place.usual.isEnabled()
    other = tmp_path / "Другой диск"
    other.mkdir()
    place.take(other)
    settle()
    assert Settings().backup_folder == other
    assert place.place.text().startswith(str(other))
    assert "stay where they are" in place.message.sentence()
    place.usual.click()
    assert Settings().backup_folder is None
    assert place.place.text() == str(folder_beside(catalogue.path))


def test_a_folder_that_cannot_be_written_is_refused_for_backups(
    workspace: Workspace, show: Show, settle: Settle, tmp_path: Path
) -> None:
    dialog = PreferencesDialog(workspace)
    show(dialog)
    dialog.backups.take(tmp_path / "gone")
    settle()
    assert "can't be written" in dialog.backups.message.sentence()
    assert Settings().backup_folder is None


def test_every_action_with_keys_is_on_the_sheet(show: Show, qapp: QApplication) -> None:
    dialog = ShortcutsDialog(ACTIONS)
    show(dialog)
    shown = dict(dialog.shown())
    assert len(shown) == sum(bool(action.shortcut) for action in ACTIONS)
    assert shown["Paste release"] == "Ctrl+Shift+V"


def test_the_sheet_is_narrowed_by_words_or_keys(show: Show, qapp: QApplication) -> None:
    dialog = ShortcutsDialog(ACTIONS)
    show(dialog)
    assert focused() is dialog.search
    type_text(dialog.search, "ctrl+p")
    assert dialog.shown() == [("Country report", "Ctrl+P")]
    press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert len(dialog.shown()) > 10
    press(Qt.Key.Key_Down)
    assert focused() is dialog.sheet
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_program_tells_its_version_and_its_parts(show: Show, qapp: QApplication) -> None:
    dialog = AboutDialog()
    show(dialog)
    told = "\n".join(parts())
    assert VERSION
    assert "SQLite 3." in told
    assert "OFL-1.1" in told
    for name, licence in LICENCES:
        line = next(line for line in told.splitlines() if line.startswith(f"{name} "))
        assert line.endswith(licence)
        assert line.count(" · ") == 1
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
