"""Importing in the window: shown before it is done, done as one act, refused in a sentence."""

import shutil
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidgetItem
from sqlalchemy import select

from db.catalogue import Catalogue
from db.models import Entry
from db.rows.incoming import ForThoseHere
from db.terms import EntryKind
from desktop.catalogue_export import export_catalogue
from desktop.dialogs.choose_import import ChooseImportDialog
from desktop.dialogs.import_dialog import ImportDialog
from desktop.dialogs.import_directory import ImportDirectoryDialog
from desktop.dialogs.import_table import ImportTableDialog
from desktop.workspace import Workspace
from tests.desktop.dialogs.conftest import Settle, Show, press
from tests.factories import make_agreement, make_country, make_name, make_place


def _titles(catalogue: Catalogue) -> set[str]:
    with catalogue.read() as session:
        return set(session.scalars(select(Entry.title)))


@pytest.fixture
def folder(template: Path, tmp_path: Path) -> Path:
    """Give a directory that another catalogue was written into."""
    path = tmp_path / "other.chancery"
    shutil.copyfile(template, path)
    with Catalogue.open(path) as other:
        agreement = make_agreement(other, "Theirs", parties=[make_country(other, "AZ")])
        make_name(other, agreement, "Ихнее")
        with other.read() as session:
            export_catalogue(session, tmp_path / "theirs")
    return tmp_path / "theirs"


@pytest.fixture
def dialog(
    workspace: Workspace, show: Show, settle: Settle, folder: Path, catalogue: Catalogue
) -> ImportDirectoryDialog:
    make_agreement(catalogue, "Ours", parties=[make_country(catalogue, "AZ")])
    dialog = ImportDirectoryDialog(workspace, folder)
    show(dialog)
    settle()
    return dialog


def _lines(dialog: ImportDirectoryDialog) -> list[str]:
    tree = dialog.tree
    return [
        item.text(0)
        for row in range(tree.topLevelItemCount())
        if (item := tree.topLevelItem(row)) is not None
    ]


def test_what_it_would_do_is_shown_before_anything_is_done(
    dialog: ImportDirectoryDialog, catalogue: Catalogue
) -> None:
    assert dialog.message.sentence() == (
        "Nothing has been changed yet. It would be: 1 new, 1 already here."
    )
    assert _lines(dialog) == [
        "Reference taken: given another  1",
        "Known here by their country code  1",
        "Agreements: new  1",
        "Places: the same here  1",
    ]
    assert _titles(catalogue) == {"Ours", "Azerbaijan"}


def test_enter_takes_it_in_and_one_undo_takes_it_back(
    dialog: ImportDirectoryDialog, settle: Settle, catalogue: Catalogue
) -> None:
    press(Qt.Key.Key_Return)
    settle()
    assert dialog.message.sentence().startswith("Taken in: 1 new")
    assert _titles(catalogue) == {"Ours", "Azerbaijan", "Theirs"}
    catalogue.undo()
    assert _titles(catalogue) == {"Ours", "Azerbaijan"}


def test_a_backup_is_made_before(
    dialog: ImportDirectoryDialog, settle: Settle, catalogue: Catalogue
) -> None:
    from db.backups.listing import backups_of  # noqa: PLC0415 - of another room

    dialog.take_in()
    settle()
    assert [str(one.facts.reason) for one in backups_of(catalogue.path, None)] == ["import"]


def test_escape_changes_nothing(
    dialog: ImportDirectoryDialog, settle: Settle, catalogue: Catalogue
) -> None:
    press(Qt.Key.Key_Escape)
    settle()
    assert not dialog.isVisible()
    assert _titles(catalogue) == {"Ours", "Azerbaijan"}


def test_another_choice_for_those_that_differ_is_tried_out_anew(
    workspace: Workspace, show: Show, settle: Settle, catalogue: Catalogue, tmp_path: Path
) -> None:
    agreement = make_agreement(catalogue, "Ours")
    with catalogue.read() as session:
        export_catalogue(session, tmp_path / "before")
    make_name(catalogue, agreement, "Added since")
    dialog = ImportDirectoryDialog(workspace, tmp_path / "before")
    show(dialog)
    settle()
    assert _lines(dialog) == ["Agreements: differ, and what is missing is added  1"]
    assert dialog.wanted.isVisible()
    dialog.wanted.set_value(ForThoseHere.REPLACE)
    dialog.wanted.activated.emit(dialog.wanted.currentIndex())
    settle()
    assert _lines(dialog) == ["Agreements: differ, and are replaced  1"]


def test_what_is_no_directory_is_refused_in_a_sentence(
    workspace: Workspace, show: Show, settle: Settle, tmp_path: Path
) -> None:
    (tmp_path / "some").mkdir()
    dialog = ImportDirectoryDialog(workspace, tmp_path / "some")
    show(dialog)
    settle()
    assert "has no bagit.txt" in dialog.message.sentence()
    assert not dialog.go.isEnabled()


def _cell(item: QTableWidgetItem | None) -> str:
    return item.text() if item is not None else ""


def test_a_table_is_shown_with_what_its_columns_are_and_taken_in(
    workspace: Workspace, show: Show, settle: Settle, catalogue: Catalogue, tmp_path: Path
) -> None:
    make_place(catalogue, "Баку")
    table = tmp_path / "встречи.csv"
    table.write_text(
        "Название;Дата;Город\nПереговоры;12 мая 2021;Баку\nЕщё;вчера;\n", encoding="cp1251"
    )
    dialog = ImportTableDialog(workspace, table)
    show(dialog)
    settle()
    dialog.kind.set_value(EntryKind.MEETING)
    dialog.kind.activated.emit(dialog.kind.currentIndex())
    settle()
    assert [choice.value() for choice in dialog.columns] == ["title", "start", "place"]
    assert _cell(dialog.grid.item(1, 0)) == "Переговоры"
    assert "1 new, 1 left out" in dialog.message.sentence()
    problem = dialog.problems.item(0)
    assert problem.text().startswith("Row 3, Дата: “вчера” is no date")
    dialog.take_in()
    settle()
    assert dialog.message.sentence().startswith("Taken in: 1 new, 1 left out.")
    assert "Переговоры" in _titles(catalogue)
    catalogue.undo()
    assert "Переговоры" not in _titles(catalogue)


def _table(tmp_path: Path) -> Path:
    table = tmp_path / "people.csv"
    table.write_text("Title\nOne\nTwo\n")
    return table


def _stopped(dialog: ImportDialog, workspace: Workspace, settle: Settle) -> str:
    """Stop what is tried out while it waits for its turn, and return what is said."""
    held = Event()
    workspace.operations.keep(lambda _session: held.wait(), owner=dialog)
    dialog.rehearse()
    dialog.watch.bar.cancel_requested.emit()
    held.set()
    settle()
    assert not dialog.watch.is_under_way
    return dialog.message.sentence()


def test_a_directory_that_is_stopped_says_that_nothing_was_changed(
    dialog: ImportDirectoryDialog, workspace: Workspace, settle: Settle
) -> None:
    assert _stopped(dialog, workspace, settle) == "Stopped: nothing was changed."


def test_a_table_that_is_stopped_says_that_nothing_was_changed(
    workspace: Workspace, show: Show, settle: Settle, tmp_path: Path
) -> None:
    dialog = ImportTableDialog(workspace, _table(tmp_path))
    show(dialog)
    settle()
    assert _stopped(dialog, workspace, settle) == "Stopped: nothing was changed."


def test_a_choice_made_while_another_is_tried_out_is_the_one_that_counts(
    workspace: Workspace, show: Show, settle: Settle, tmp_path: Path
) -> None:
    dialog = ImportTableDialog(workspace, _table(tmp_path))
    show(dialog)
    settle()
    held = Event()
    workspace.operations.keep(lambda _session: held.wait(), owner=dialog)
    dialog.columns[0].set_value("")
    dialog.rehearse()
    dialog.columns[0].set_value("title")
    dialog.rehearse()
    assert dialog.columns[0].isEnabled()
    held.set()
    settle()
    assert "2 new" in dialog.message.sentence()
    assert dialog.go.isEnabled()


def test_what_comes_in_is_asked_and_its_dialog_follows(
    workspace: Workspace, show: Show, settle: Settle, folder: Path, tmp_path: Path
) -> None:
    first = ChooseImportDialog(workspace)
    show(first)
    follows = first.take(str(folder))
    settle()
    assert isinstance(follows, ImportDirectoryDialog)
    follows.reject()
    table = tmp_path / "t.csv"
    table.write_text("Title\nOne\n")
    second = ChooseImportDialog(workspace)
    show(second)
    follows = second.take(str(table))
    settle()
    assert isinstance(follows, ImportTableDialog)
    follows.reject()
