"""Exporting a list: where to, how far, what became of it, and the keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.exchange.tabular.formats import CSV, CSV_FOR_EXCEL, TableFormat
from db.rows.lists import ListSpec
from db.terms import EntryKind
from desktop.dialogs.export_list import ExportListDialog, choose_export, file_name
from desktop.list_export import ListExport
from desktop.workspace import Workspace
from tests.desktop.dialogs.conftest import Settle, Show, press
from tests.factories import make_entry

EXPORT = ListExport(
    spec=ListSpec(kind=EntryKind.MEETING), columns=("reference", "title"), title="Meetings"
)
Write = Callable[..., ExportListDialog]


@pytest.fixture(autouse=True)
def meetings(catalogue: Catalogue) -> None:
    for title in ("Talks on rail", "Talks on ports"):
        make_entry(catalogue, EntryKind.MEETING, title)


@pytest.fixture
def write(workspace: Workspace, show: Show, settle: Settle) -> Write:
    def write(path: Path, row: TableFormat = CSV) -> ExportListDialog:
        dialog = ExportListDialog(workspace, EXPORT, path, row)
        show(dialog)
        settle()
        return dialog

    return write


def test_a_list_is_written_and_said_to_be(write: Write, tmp_path: Path) -> None:
    path = tmp_path / "meetings.csv"
    dialog = write(path)
    assert dialog.sentence() == "2 entries are in meetings.csv."
    assert dialog._show_folder.isEnabled()
    assert not dialog.busy.isVisible()
    assert path.read_text("utf-8").splitlines()[1:] == [
        "M-0002,Talks on ports",
        "M-0001,Talks on rail",
    ]


def test_enter_closes_what_is_done(write: Write, tmp_path: Path) -> None:
    dialog = write(tmp_path / "meetings.csv")
    press(Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(
    write: Write, tmp_path: Path
) -> None:
    dialog = write(tmp_path / "nowhere" / "meetings.csv")
    assert "can't be written" in dialog.sentence()
    assert not dialog._show_folder.isEnabled()


def test_escape_stops_it_and_no_file_is_left(
    workspace: Workspace, show: Show, settle: Settle, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    dialog = ExportListDialog(workspace, EXPORT, folder / "meetings.csv", CSV)
    written: list[int] = []
    dialog.written.connect(written.append)
    dialog.reject()  # before the worker's answer can have been heard
    settle()
    assert written == []
    assert dialog.sentence() == ""
    assert not [file for file in folder.iterdir() if file.suffix == ".part"]
    dialog.deleteLater()


def test_how_far_it_is_shows_in_the_bar(write: Write, tmp_path: Path) -> None:
    dialog = write(tmp_path / "meetings.csv")
    dialog._tell(1, 4)
    dialog._look()
    assert (dialog.busy._bar.value(), dialog.busy._bar.maximum()) == (1, 4)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def choose(workspace: Workspace, settle: Settle, window: QWidget) -> Callable[[Path, str], None]:
    """Choose a name under a filter, as in the platform's dialog."""

    def choose(path: Path, words: str) -> None:
        dialog = choose_export(workspace, EXPORT, window)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        chosen = next(one for one in dialog.nameFilters() if one.startswith(words))
        dialog.selectNameFilter(chosen)
        dialog.filterSelected.emit(chosen)  # Qt tells only what a hand has chosen
        line = dialog.findChild(QLineEdit)
        assert line is not None
        line.setText(str(path))
        QTest.keyClick(line, Qt.Key.Key_Return)
        settle()
        (writing,) = window.findChildren(ExportListDialog)
        writing.close()

    return choose


def test_the_folder_and_the_format_are_remembered(
    choose: Callable[[Path, str], None], workspace: Workspace, window: QWidget, tmp_path: Path
) -> None:
    path = tmp_path / "meetings.csv"
    choose(path, "CSV for Excel")
    assert path.read_bytes().startswith("\ufeffReference".encode())
    again = choose_export(workspace, EXPORT, window)
    assert Path(again.directory().path()) == tmp_path
    assert again.selectedNameFilter().startswith("CSV for Excel")
    assert again.defaultSuffix() == CSV_FOR_EXCEL.suffix.removeprefix(".")
    again.close()


def test_a_name_without_a_suffix_gets_that_of_the_filter(
    choose: Callable[[Path, str], None], tmp_path: Path
) -> None:
    choose(tmp_path / "meetings", "CSV for other")
    assert (tmp_path / "meetings.csv").read_bytes().startswith(b"Reference")


def test_the_suffix_that_was_typed_says_more_than_the_filter(
    choose: Callable[[Path, str], None], tmp_path: Path
) -> None:
    path = tmp_path / "meetings.xlsx"
    choose(path, "CSV for other")
    assert path.read_bytes().startswith(b"PK")


def test_a_list_s_name_becomes_a_name_that_file_systems_take() -> None:
    assert file_name("Agreements: AZ/RU?") == "Agreements AZ RU"
    assert file_name("...") == "List"
    assert file_name("Встречи\n2024") == "Встречи 2024"
