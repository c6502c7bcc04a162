"""Writes CSV (RFC 4180): UTF-8, commas, CRLF, quotes around what needs them."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice
from typing import BinaryIO

from db.exchange.tabular.cells import Cell, Table, harmless

_BOM = b"\xef\xbb\xbf"
_AT_ONCE = 500


def write_csv(
    file: BinaryIO, table: Table, rows: Iterable[Sequence[Cell]], *, bom: bool = False
) -> None:
    """Write a table; days are ISO 8601, and text that could begin a formula is made harmless.

    ``bom`` puts the mark before it by which Excel knows UTF-8.
    """
    if bom:
        file.write(_BOM)
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow([harmless(column.heading) for column in table.columns])
    coming = iter(rows)
    while batch := [[_field(cell) for cell in row] for row in islice(coming, _AT_ONCE)]:
        writer.writerows(batch)
        _empty(buffer, file)
    _empty(buffer, file)


def _field(cell: Cell) -> str | int:
    if isinstance(cell, str):
        return harmless(cell)
    return cell.isoformat() if isinstance(cell, date) else cell


def _empty(buffer: io.StringIO, file: BinaryIO) -> None:
    # a lone surrogate has no UTF-8: a question mark stands for it
    file.write(buffer.getvalue().encode("utf-8", "replace"))
    buffer.seek(0)
    buffer.truncate()
