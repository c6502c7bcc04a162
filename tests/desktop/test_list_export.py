"""A list into a file: its columns, its order, its words, and nothing half done."""

import csv
from datetime import date
from pathlib import Path

import pytest

from db.catalogue import Catalogue
from db.errors import Interrupted, ReadOnlyPlace
from db.exchange.tabular.formats import CSV, TABLE_FORMATS, XLSX, table_format_of
from db.interruption import Interruption
from db.rows.lists import Chosen, ListSpec
from db.terms import EntryKind, LinkKind, StageKind
from desktop.list_export import ListExport, columns_written, write_list
from desktop.models.columns import COLUMNS, column_title
from tests.exchange.tabular.sheets import sheets_of
from tests.factories import make_country, make_entry, make_link, make_stage

AGREEMENTS = ListSpec(kind=EntryKind.AGREEMENT)


def export(columns: tuple[str, ...], **more: object) -> ListExport:
    return ListExport(spec=AGREEMENTS, columns=columns, title="Agreements", **more)  # pyright: ignore[reportArgumentType] - as of ListExport


@pytest.fixture
def agreements(catalogue: Catalogue) -> list[int]:
    """Make two agreements: one with all a list shows, one with a title that is a formula."""
    first = make_entry(
        catalogue, EntryKind.AGREEMENT, "Меморандум о здоровье", agreement_type="memorandum"
    )
    make_stage(catalogue, first, StageKind.SIGNED, date="2021-05-20")
    for code in ("RU", "AZ"):
        make_link(catalogue, LinkKind.PARTY, first, make_country(catalogue, code))
    second = make_entry(catalogue, EntryKind.AGREEMENT, "=HYPERLINK(1)", agreement_type="other")
    make_stage(catalogue, second, StageKind.INITIALLED, date="2021?")
    return [first, second]


def csv_of(catalogue: Catalogue, wanted: ListExport, path: Path) -> list[list[str]]:
    with catalogue.read() as session:
        write_list(session, wanted, path, CSV)
    return list(csv.reader(path.read_text("utf-8").splitlines()))


def test_the_columns_come_in_their_order_in_the_words_of_the_screen(
    catalogue: Catalogue, agreements: list[int], tmp_path: Path
) -> None:
    shown = ("date", "title", "type", "state", "countries", "review", "evidence")
    assert csv_of(catalogue, export(shown), tmp_path / "list.csv") == [
        ["Reference", "Date", "Title", "Type", "Stage", "Countries", "Review", "Evidence"],
        ["A-0002", "2021?", "'=HYPERLINK(1)", "Other", "initialled", "", "draft", "0"],
        [
            "A-0001", "2021-05-20", "Меморандум о здоровье", "Memorandum", "signed", "AZ RU",
            "draft", "0",
        ],
    ]  # fmt: skip


def test_every_column_a_list_can_show_can_be_written(
    catalogue: Catalogue, agreements: list[int], tmp_path: Path
) -> None:
    keys = tuple(column.key for column in COLUMNS)
    head, *found = csv_of(catalogue, export(keys), tmp_path / "list.csv")
    assert head == [column_title(key, EntryKind.AGREEMENT) for key in keys]
    today = [row[head.index("Added")] for row in found]
    assert all(date.fromisoformat(day) for day in today)


def test_the_reference_goes_first_where_the_list_does_not_show_it() -> None:
    assert columns_written(("title", "date")) == ("reference", "title", "date")
    assert columns_written(("title", "reference")) == ("title", "reference")


def test_a_spreadsheet_has_days_as_days_counts_as_numbers_and_formulas_as_text(
    catalogue: Catalogue, agreements: list[int], tmp_path: Path
) -> None:
    path = tmp_path / "list.xlsx"
    with catalogue.read() as session:
        wanted = export(("reference", "title", "date", "gaps"))
        assert write_list(session, wanted, path, XLSX) == 2
    assert sheets_of(path)["Agreements"][1:] == [
        ["A-0002", "=HYPERLINK(1)", "2021?", 1],
        ["A-0001", "Меморандум о здоровье", date(2021, 5, 20), 3],
    ]


def test_what_is_selected_can_be_written_alone(
    catalogue: Catalogue, agreements: list[int], tmp_path: Path
) -> None:
    chosen = Chosen(all_of=AGREEMENTS, ids=(agreements[1],))
    wanted = export(("title",), chosen=chosen)
    assert [row[0] for row in csv_of(catalogue, wanted, tmp_path / "l.csv")[1:]] == ["A-0001"]


def test_how_far_it_is_is_told_from_none_to_all(
    catalogue: Catalogue, agreements: list[int], tmp_path: Path
) -> None:
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> None:
        told.append((done, total))

    with catalogue.read() as session:
        write_list(session, export(("title",)), tmp_path / "l.csv", CSV, tell)
    assert told == [(0, 2), (2, 2)]


@pytest.mark.parametrize("row", TABLE_FORMATS, ids=lambda row: row.key)
def test_what_is_stopped_leaves_no_file(
    catalogue: Catalogue, agreements: list[int], tmp_path: Path, row: object
) -> None:
    folder, interruption = tmp_path / "out", Interruption()
    folder.mkdir()
    (folder / "list").write_text("as it was")

    def stop_at_once(_done: int, _total: int) -> None:
        interruption.interrupt()

    def write() -> None:
        with catalogue.read(interruption) as session:
            write_list(session, export(("title",)), folder / "list", row, stop_at_once)  # pyright: ignore[reportArgumentType] - parametrized

    with pytest.raises(Interrupted):
        write()
    assert [file.read_text() for file in folder.iterdir()] == ["as it was"]


def test_a_folder_that_is_not_there_is_told(
    catalogue: Catalogue, agreements: list[int], tmp_path: Path
) -> None:
    with pytest.raises(ReadOnlyPlace):
        csv_of(catalogue, export(("title",)), tmp_path / "nowhere" / "list.csv")


def test_the_name_of_a_file_chooses_its_format() -> None:
    assert table_format_of(Path("a.XLSX")) is XLSX
    assert table_format_of(Path("a.b.csv")) is CSV
    assert table_format_of(Path("csv")) is None
    assert table_format_of(Path("a.ods")) is None
