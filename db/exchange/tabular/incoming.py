"""Reads tables others have made: CSV of any dialect, or the first sheet of XLSX, as rows of text.

A heading row and rows below it; blank rows are left out. Nothing is reckoned: a formula is the
value the spreadsheet last saved for it.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path

from db.errors import Unimportable, Unreadable
from db.exchange.decoding import decode
from db.exchange.tabular.cells import harmless
from db.exchange.tabular.xlsx_incoming import xlsx_rows
from db.rows.incoming_table import IncomingTable

MB = 1_000_000
LARGEST_MB = 100
MOST_ROWS = 500_000
MOST_COLUMNS = 500
LONGEST_CELL = 1_000_000

_DELIMITERS = (",", ";", "\t", "|")
_LOOKED_AT = 20
_BINARY = re.compile("[\x00-\x08]")


def read_table(path: Path) -> IncomingTable:
    """Read a table.

    Raises:
        Unimportable: why it can't be read: ``illegible``, ``long_file``, ``no_table``, ``bomb``,
            ``too_many``, ``long_cell``.
    """
    read = _READERS.get(path.suffix.lower())
    if read is None:
        raise Unimportable("no_table", file=path.name)
    try:
        if path.stat().st_size > LARGEST_MB * MB:
            raise Unimportable("long_file", file=path.name, limit=LARGEST_MB)
        data = path.read_bytes()
    except OSError:
        raise Unimportable("illegible", file=path.name) from None
    try:
        return _table(path.name, read(data, path.name))
    except Unreadable as error:
        reason = "bomb" if error.reason == "bomb" else "no_table"
        raise Unimportable(reason, file=path.name) from error


def _table(name: str, numbered: Iterator[tuple[int, list[str]]]) -> IncomingTable:
    headings: tuple[str, ...] = ()
    rows: list[tuple[str, ...]] = []
    lines: list[int] = []
    for line, cells in numbered:
        _check(name, line, cells)
        row = tuple(cell.strip() for cell in cells)
        if not any(row):
            continue
        if not headings:
            headings = row
            continue
        if len(rows) == MOST_ROWS:
            raise Unimportable(
                "too_many", file=name, line=line, member="the table", limit=MOST_ROWS
            )
        width = len(headings)
        rows.append((*row[:width], *("",) * (width - len(row))))
        lines.append(line)
    if not headings:
        raise Unimportable("no_table", file=name)
    return IncomingTable(name=name, headings=headings, rows=tuple(rows), lines=tuple(lines))


def _check(name: str, line: int, cells: list[str]) -> None:
    if len(cells) > MOST_COLUMNS:
        raise Unimportable("too_many", file=name, line=line, member="the row", limit=MOST_COLUMNS)
    if any(len(cell) > LONGEST_CELL for cell in cells):
        raise Unimportable("long_cell", file=name, line=line, limit=LONGEST_CELL)


def _csv_rows(data: bytes, name: str) -> Iterator[tuple[int, list[str]]]:
    text = decode(data, name=name).text
    if _BINARY.search(text):
        raise Unreadable(name, "binary")
    csv.field_size_limit(LONGEST_CELL + 1)
    # line ends as they are: those inside quotes are part of the cell
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise Unimportable(
                "long_cell", file=name, line=reader.line_num, limit=LONGEST_CELL
            ) from None
        yield reader.line_num, [_as_meant(cell) for cell in cells]


def _delimiter(text: str) -> str:
    """Return what parts the cells of most of the first lines into the same number."""

    def fitness(delimiter: str) -> tuple[int, int]:
        first = islice(io.StringIO(text, newline=""), _LOOKED_AT)
        try:
            widths = [len(row) for row in csv.reader(first, delimiter=delimiter) if row]
        except csv.Error:
            return 0, 0
        if not widths or widths[0] < 2:
            return 0, 0
        return sum(width == widths[0] for width in widths), widths[0]

    return max(_DELIMITERS, key=fitness)


def _as_meant(cell: str) -> str:
    """Return a cell without the apostrophe that kept a spreadsheet from taking it for a formula."""
    return cell[1:] if cell.startswith("'") and harmless(cell[1:]) == cell else cell


_READERS: Mapping[str, Callable[[bytes, str], Iterator[tuple[int, list[str]]]]] = {
    ".csv": _csv_rows,
    ".tsv": _csv_rows,
    ".txt": _csv_rows,
    ".xlsx": xlsx_rows,
}
SUFFIXES = tuple(_READERS)
"""How the names of tables end."""
