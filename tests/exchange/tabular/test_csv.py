"""CSV: any text comes back, and none of it is a formula on the way."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.exchange.tabular.cells import Cell, Column, Table, harmless
from db.exchange.tabular.csv import write_csv

RISKY = tuple("=+-@\t\r\n\0＝＋－＠")


def table(columns: int) -> Table:
    headings = (f"Column {number}" for number in range(columns))
    return Table(title="List", columns=tuple(Column(heading=heading) for heading in headings))


def written(*rows: Sequence[Cell], bom: bool = False) -> bytes:
    file = io.BytesIO()
    write_csv(file, table(len(rows[0]) if rows else 1), rows, bom=bom)
    return file.getvalue()


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))


def meant(cell: str) -> str:
    """Take the apostrophe away that was put before what could begin a formula."""
    return cell[1:] if re.match(f"'+[{re.escape(''.join(RISKY))}]", cell) else cell


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), max_size=4))
@example([["=1+1", "a\r\nb"], ["'=1", '"quoted", too']])
@example([["\ufeff", "\0"], ["", ""]])
def test_any_text_comes_back_and_none_can_begin_a_formula(rows: list[list[str]]) -> None:
    _head, *found = read(written(*rows) if rows else written())
    assert not any(cell.startswith(RISKY) for row in found for cell in row)
    assert [[meant(cell) for cell in row] for row in found] == rows


@pytest.mark.parametrize("first", RISKY)
def test_an_apostrophe_goes_before_what_could_begin_a_formula(first: str) -> None:
    assert harmless(f"{first}SUM(A1)") == f"'{first}SUM(A1)"


def test_other_text_stays_as_it_is() -> None:
    for text in ("", "Договор", "a=1", "’s-Gravenhage", "'s-Hertogenbosch", " =1"):
        assert harmless(text) == text


def test_lines_end_as_rfc_4180_has_them_and_days_and_numbers_are_plain() -> None:
    content = written(["A-0001", 7, date(2021, 5, 20)], ["two\nlines", 0, date(1066, 10, 14)])
    assert content == (
        b'Column 0,Column 1,Column 2\r\nA-0001,7,2021-05-20\r\n"two\nlines",0,1066-10-14\r\n'
    )


def test_a_heading_is_made_harmless_too() -> None:
    file = io.BytesIO()
    write_csv(file, Table(title="", columns=(Column(heading="=1"),)), [])
    assert file.getvalue() == b"'=1\r\n"


def test_the_mark_for_excel_stands_first_and_only_where_asked() -> None:
    assert written(["Я"], bom=True).startswith("\ufeffColumn 0".encode())
    assert not written(["Я"]).startswith(b"\xef")


def test_rows_are_taken_as_they_come_and_not_gathered() -> None:
    sizes: list[int] = []
    file = io.BytesIO()

    def rows() -> Iterator[list[int]]:
        for number in range(2_000):
            sizes.append(file.tell())
            yield [number]

    write_csv(file, table(1), rows())
    assert sizes[-1] > 0
    assert sizes == sorted(sizes)
