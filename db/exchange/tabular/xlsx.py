"""Writes XLSX (ECMA-376, SpreadsheetML) row by row into its ZIP, so that size costs no memory.

Every text is an inline string, never a formula. Beyond the rows a sheet can hold, or the bytes
that a ZIP holds without its 64-bit extension (which Excel may refuse), further sheets follow.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import IO, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

from db.exchange.tabular import xlsx_parts
from db.exchange.tabular.cells import Cell, Table

LAST_ROW = 1_048_576
"""The rows of a sheet, its heading included."""
LONGEST = 32_767
"""The UTF-16 units of a cell; longer text is cut and ends in an ellipsis."""

_MOST_BYTES = 1_500_000_000
_AT_ONCE = 200
_FIRST_DAY = date(1900, 3, 1)
"""Before it, Excel's days and everybody else's differ by one."""
_DAY_ZERO = date(1899, 12, 30).toordinal()
# a character XML can't hold is written by its number, and so is the mark that begins such a number
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


Sheets = Sequence[tuple[Table, Iterable[Sequence[Cell]]]]
"""Tables with their rows, which are read once and one table after another."""


def write_xlsx(
    file: BinaryIO, table: Table, rows: Iterable[Sequence[Cell]], *, last_row: int = LAST_ROW
) -> None:
    """Write a table into a file that can seek; exact days from 1 March 1900 on become dates."""
    write_book(file, [(table, rows)], last_row=last_row)


def write_book(file: BinaryIO, tables: Sheets, *, last_row: int = LAST_ROW) -> None:
    """Write several tables into one file, each on sheets of its own."""
    names: list[str] = []
    with ZipFile(file, "w", ZIP_DEFLATED) as book:
        for table, rows in tables:
            coming, sheets = _Rows(rows), 0
            while sheets == 0 or coming.has_more():
                sheets += 1
                names.append(xlsx_parts.sheet_name(table.title, sheets))
                with book.open(xlsx_parts.sheet_path(len(names)), "w") as sheet:
                    _write_sheet(sheet, table, coming, last_row)
        for path, content in xlsx_parts.parts(names).items():
            book.writestr(path, content)


class _Rows:
    """Rows to come, of which one can be looked at before it is taken."""

    def __init__(self, rows: Iterable[Sequence[Cell]]) -> None:
        self._rows = iter(rows)
        self._next: list[Sequence[Cell]] = []

    def has_more(self) -> bool:
        """Tell whether a row is left."""
        if not self._next:
            self._next = list(islice(self._rows, 1))
        return bool(self._next)

    def take(self, most: int) -> list[Sequence[Cell]]:
        """Return up to so many rows."""
        taken, self._next = self._next, []
        return [*taken, *islice(self._rows, most - len(taken))]


def _write_sheet(sheet: IO[bytes], table: Table, coming: _Rows, last_row: int) -> None:
    letters = [xlsx_parts.letters(number) for number in range(len(table.columns))]
    written = sheet.write(xlsx_parts.sheet_head([column.width for column in table.columns]))
    headings = [
        _text(letter, 1, c.heading, 1) for letter, c in zip(letters, table.columns, strict=True)
    ]
    sheet.write(_row(1, headings))
    number = 1
    while number < last_row and written < _MOST_BYTES:
        batch = coming.take(min(_AT_ONCE, last_row - number))
        if not batch:
            break
        chunk = b"".join(
            _row(place, _cells(letters, place, row)) for place, row in enumerate(batch, number + 1)
        )
        number += len(batch)
        written += sheet.write(chunk)
    sheet.write(xlsx_parts.SHEET_END)


def _row(number: int, cells: Iterable[str]) -> bytes:
    # a lone surrogate has no UTF-8: a question mark stands for it
    return f'<row r="{number}">{"".join(cells)}</row>'.encode("utf-8", "replace")


def _cells(letters: Sequence[str], number: int, row: Sequence[Cell]) -> Iterator[str]:
    for letter, cell in zip(letters, row, strict=True):
        if isinstance(cell, str):
            if cell:
                yield _text(letter, number, cell)
        elif isinstance(cell, int):
            yield f'<c r="{letter}{number}"><v>{cell}</v></c>'
        elif cell >= _FIRST_DAY:
            days = cell.toordinal() - _DAY_ZERO
            yield f'<c r="{letter}{number}" s="2"><v>{days}</v></c>'
        else:
            yield _text(letter, number, cell.isoformat())


def _text(letter: str, number: int, text: str, style: int = 0) -> str:
    look = f' s="{style}"' if style else ""
    return (
        f'<c r="{letter}{number}"{look} t="inlineStr">'
        f'<is><t xml:space="preserve">{escaped(text)}</t></is></c>'
    )


def escaped(text: str) -> str:
    """Return text as it stands in XML; what XML can't hold becomes ``_xHHHH_`` (ST_Xstring)."""
    if len(text) > LONGEST // 2:
        text = _cut(text)
    text = _UNWRITABLE.sub(lambda match: f"_x{ord(match[0]):04X}_", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _cut(text: str) -> str:
    units = text.encode("utf-16-le", "replace")
    if len(units) <= 2 * LONGEST:
        return text
    return units[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore") + "…"
