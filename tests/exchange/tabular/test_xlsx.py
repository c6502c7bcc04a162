"""XLSX: any text comes back as text, days as days, and a sheet that is full makes another."""

import tracemalloc
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from db.exchange.tabular.cells import Cell, Column, Table, day_or_text
from db.exchange.tabular.xlsx import LONGEST, write_xlsx
from db.exchange.tabular.xlsx_parts import letters, sheet_name
from tests.exchange.tabular.sheets import sheets_of

HEADINGS = ("Title", "Date", "Evidence")
TABLE = Table(
    title="Agreements",
    columns=tuple(Column(heading=heading, width=20) for heading in HEADINGS),
)


def written(path: Path, rows: Sequence[Sequence[Cell]], *, last_row: int = 1_000) -> Path:
    with path.open("wb") as file:
        write_xlsx(file, TABLE, rows, last_row=last_row)
    return path


@given(st.lists(st.tuples(st.text(), st.dates(), st.integers(0, 10**9)), max_size=3))
@example([("=1+1", date(1900, 3, 1), 0), ("<r>&</r>", date(1900, 2, 28), 1)])
@example([("_x0041_ \x01\x0b\r\n\t\ufffe\uffff", date(9999, 12, 31), 2)])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_number_and_day_come_back(
    tmp_path: Path, rows: list[tuple[str, date, int]]
) -> None:
    found = sheets_of(written(tmp_path / "list.xlsx", rows))["Agreements"]
    expected = [
        [text or None, day if day >= date(1900, 3, 1) else day.isoformat(), number]
        for text, day, number in rows
    ]
    assert found == [list(HEADINGS), *expected]


def test_a_full_sheet_is_followed_by_another_with_the_headings_again(tmp_path: Path) -> None:
    rows = [[f"Entry {number}", "", number] for number in range(7)]
    sheets = sheets_of(written(tmp_path / "list.xlsx", rows, last_row=4))
    assert list(sheets) == ["Agreements", "Agreements 2", "Agreements 3"]
    assert [len(found) for found in sheets.values()] == [4, 4, 2]
    assert all(found[0] == list(HEADINGS) for found in sheets.values())
    assert [row[2] for found in sheets.values() for row in found[1:]] == list(range(7))


def test_rows_that_just_fill_a_sheet_leave_no_empty_one_behind(tmp_path: Path) -> None:
    rows = [["Entry", "", number] for number in range(3)]
    assert list(sheets_of(written(tmp_path / "list.xlsx", rows, last_row=4))) == ["Agreements"]


def test_no_rows_at_all_make_one_sheet_of_headings(tmp_path: Path) -> None:
    assert sheets_of(written(tmp_path / "list.xlsx", [])) == {"Agreements": [list(HEADINGS)]}


@pytest.mark.parametrize("text", ["x" * (LONGEST + 1), "𝄞" * LONGEST])
def test_text_longer_than_a_cell_is_cut_with_an_ellipsis(tmp_path: Path, text: str) -> None:
    (found,) = sheets_of(written(tmp_path / "list.xlsx", [[text, "", 1]]))["Agreements"][1:]
    cut = str(found[0])
    assert cut.endswith("…")
    assert text.startswith(cut[:-1])
    assert LONGEST - 1 <= len(cut.encode("utf-16-le")) // 2 <= LONGEST


def test_text_that_just_fits_a_cell_is_whole(tmp_path: Path) -> None:
    (found,) = sheets_of(written(tmp_path / "l.xlsx", [["x" * LONGEST, "", 1]]))["Agreements"][1:]
    assert found[0] == "x" * LONGEST


@given(st.text(), st.integers(1, 12))
@example("History", 1)
@example("''", 2)
@example("𝄞" * 40, 11)
def test_sheets_have_names_that_excel_takes(title: str, number: int) -> None:
    name = sheet_name(title, number)
    assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
    assert not set(name) & set("[]:*?/\\")
    assert name[0] != "'"
    assert name[-1] != "'"
    assert name.casefold() != "history"


def test_columns_are_lettered_as_spreadsheets_do() -> None:
    assert [letters(number) for number in (0, 25, 26, 51, 52, 701, 702)] == [
        "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA",
    ]  # fmt: skip


def test_only_exact_days_become_dates() -> None:
    assert day_or_text("2021-05-20") == date(2021, 5, 20)
    for edtf in ("", "2021", "2021-05", "2021-05-20?", "2021/2024", "2021-13-01", "XXXX-07-07"):
        assert day_or_text(edtf) == edtf


def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    def peak(rows: int) -> int:
        with (tmp_path / "list.xlsx").open("wb") as file:
            tracemalloc.start()
            write_xlsx(file, TABLE, (["A title of some length", "", n] for n in range(rows)))
            most = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
        return most

    peak(2_000)  # what is imported and compiled once
    assert peak(20_000) < peak(2_000) * 1.5
