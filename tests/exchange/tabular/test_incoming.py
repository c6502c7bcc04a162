"""Tables others have made, of every dialect, and hostile ones."""

import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.errors import Unimportable
from db.exchange.tabular.cells import Column, Table
from db.exchange.tabular.csv import write_csv
from db.exchange.tabular.incoming import read_table
from db.exchange.tabular.xlsx import write_xlsx

_TABLE = Table(title="T", columns=(Column(heading="Title"), Column(heading="Note")))
_CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20).map(str.strip)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_dialect_of_csv_is_read(tmp_path: Path, encoding: str, delimiter: str) -> None:
    rows = ["Название,Дата,Город", "Переговоры в Баку,2021,Баку", "", "Встреча министров,,Москва"]
    text = "\r\n".join(row.replace(",", delimiter) for row in rows)
    path = tmp_path / "t.csv"
    path.write_bytes(text.encode(encoding))
    table = read_table(path)
    assert table.headings == ("Название", "Дата", "Город")
    assert table.rows == (
        ("Переговоры в Баку", "2021", "Баку"),
        ("Встреча министров", "", "Москва"),
    )
    assert table.lines == (2, 4)


@given(rows=st.lists(st.tuples(_CELLS, _CELLS).filter(any), max_size=5))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_what_was_written_is_read_apostrophes_before_formulas_taken_away(
    tmp_path: Path, rows: list[tuple[str, str]]
) -> None:
    for suffix, write in ((".csv", write_csv), (".xlsx", write_xlsx)):
        path = tmp_path / f"t{suffix}"
        with path.open("wb") as file:
            write(file, _TABLE, rows)
        table = read_table(path)
        assert table.headings == ("Title", "Note")
        assert list(table.rows) == rows


def test_days_and_numbers_of_a_spreadsheet_are_read_as_people_write_them(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    with path.open("wb") as file:
        write_xlsx(file, _TABLE, [[date(2021, 5, 20), 37]])
    assert read_table(path).rows == (("2021-05-20", "37"),)


def _refusal(path: Path) -> str:
    with pytest.raises(Unimportable) as caught:
        read_table(path)
    assert path.name in str(caught.value)
    return caught.value.reason


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n" + bytes(99), b"\n\n", b"PK\x03\x04"])
@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".exe"])
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes, suffix: str) -> None:
    path = tmp_path / f"t{suffix}"
    path.write_bytes(content)
    assert _refusal(path) == "no_table"


def test_a_cell_that_never_ends_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(b'Title\n"' + b"x" * 2_000_000)
    assert _refusal(path) == "long_cell"


def test_a_row_of_countless_cells_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(b"Title\n" + b"," * 100_000)
    assert _refusal(path) == "too_many"


def _book(path: Path, sheet: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", "<workbook/>")
        book.writestr("xl/worksheets/sheet1.xml", sheet)
    return path


_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def test_a_spreadsheet_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    blanks = " " * 40_000_000
    assert _refusal(_book(tmp_path / "t.xlsx", f"<worksheet>{blanks}</worksheet>")) == "bomb"


def test_entities_of_a_spreadsheet_are_refused(tmp_path: Path) -> None:
    sheet = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
    assert _refusal(_book(tmp_path / "t.xlsx", sheet)) == "bomb"


def test_a_cell_far_to_the_right_makes_no_countless_blanks(tmp_path: Path) -> None:
    sheet = (
        f'<worksheet {_MAIN}><sheetData><row><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>'
    )
    assert _refusal(_book(tmp_path / "t.xlsx", sheet)) == "bomb"


def test_a_formula_is_the_value_saved_with_it_and_nothing_is_reckoned(tmp_path: Path) -> None:
    sheet = (
        f'<worksheet {_MAIN}><sheetData><row><c t="inlineStr"><is><t>Title</t></is></c></row>'
        '<row><c t="str"><f>HYPERLINK("http://example.org")</f><v>Talks</v></c></row>'
        "</sheetData></worksheet>"
    )
    assert read_table(_book(tmp_path / "t.xlsx", sheet)).rows == (("Talks",),)
