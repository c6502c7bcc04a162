"""Exporting a whole catalogue: as a folder or as tables, and what is said of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from db.catalogue import Catalogue
from db.exchange.directory.reading import open_directory
from db.terms import EntryKind
from desktop.dialogs.export_catalogue import (
    DIRECTORY,
    SHEETS,
    TEXTS,
    ExportCatalogueDialog,
)
from desktop.workspace import Workspace
from tests.desktop.dialogs.conftest import Settle, Show, press
from tests.exchange.tabular.sheets import sheets_of
from tests.factories import make_agreement, make_country


@pytest.fixture(autouse=True)
def agreement(catalogue: Catalogue) -> None:
    make_agreement(catalogue, "=Agreement", parties=[make_country(catalogue, "AZ")])


@pytest.fixture
def dialog(workspace: Workspace, show: Show) -> ExportCatalogueDialog:
    dialog = ExportCatalogueDialog(workspace)
    show(dialog)
    return dialog


def test_everything_goes_into_a_folder(
    dialog: ExportCatalogueDialog, settle: Settle, tmp_path: Path
) -> None:
    assert dialog.choices.checkedId() == DIRECTORY
    dialog.write_to(tmp_path / "out")
    settle()
    assert dialog.message.sentence() == "2 entries are in out."
    with open_directory(tmp_path / "out") as directory:
        assert directory.counts() == {EntryKind.AGREEMENT: 1, EntryKind.PLACE: 1}


def test_all_entries_and_links_go_into_one_spreadsheet(
    dialog: ExportCatalogueDialog, settle: Settle, tmp_path: Path
) -> None:
    dialog.choices.button(SHEETS).click()
    dialog.write_to(tmp_path / "out.xlsx")
    settle()
    sheets = sheets_of(tmp_path / "out.xlsx")
    assert list(sheets) == ["Entries", "Links"]
    assert sheets["Entries"][1][:3] == ["A-0001", "agreement", "=Agreement"]
    assert sheets["Links"][1][:4] == ["A-0001", "=Agreement", "party", "L-0001"]


def test_csv_is_two_files_whose_cells_begin_no_formula(
    dialog: ExportCatalogueDialog, settle: Settle, tmp_path: Path
) -> None:
    dialog.choices.button(TEXTS).click()
    dialog.write_to(tmp_path / "out.csv")
    settle()
    assert "A-0001,agreement,'=Agreement," in (tmp_path / "out.csv").read_text("utf-8-sig")
    assert "A-0001,'=Agreement,party" in (tmp_path / "out links.csv").read_text("utf-8-sig")


def test_what_can_not_be_written_is_said_and_can_be_tried_elsewhere(
    dialog: ExportCatalogueDialog, settle: Settle, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    dialog.write_to(tmp_path / "out")
    settle()
    assert "already there" in dialog.message.sentence()
    assert dialog.go.isEnabled()
    dialog.write_to(tmp_path / "elsewhere")
    settle()
    assert dialog.message.sentence() == "2 entries are in elsewhere."


def test_escape_stops_it_and_nothing_is_left(
    dialog: ExportCatalogueDialog, settle: Settle, tmp_path: Path
) -> None:
    place = tmp_path / "place"
    place.mkdir()
    dialog.watch.start("Writing")
    tell = dialog.watch.teller()
    dialog.watch.stop()
    with pytest.raises(Exception, match="stopped"):
        tell(1, 2)
    press(Qt.Key.Key_Escape)
    settle()
    assert not dialog.isVisible()
    assert list(place.iterdir()) == []
