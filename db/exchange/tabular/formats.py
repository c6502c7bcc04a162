"""The formats a table may go out in, a row each; the file's name chooses."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from db.exchange.tabular.cells import Cell, Table
from db.exchange.tabular.csv import write_csv
from db.exchange.tabular.xlsx import write_xlsx


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFormat:
    """Hold a row of the table; ``label`` is the name users know the format by."""

    key: str
    suffix: str
    label: str
    write: Callable[[BinaryIO, Table, Iterable[Sequence[Cell]]], None]


XLSX = TableFormat(key="xlsx", suffix=".xlsx", label="Excel, LibreOffice", write=write_xlsx)
CSV = TableFormat(key="csv", suffix=".csv", label="CSV", write=write_csv)
CSV_FOR_EXCEL = TableFormat(
    key="csv_for_excel",
    suffix=".csv",
    label="CSV that Excel opens",
    write=partial(write_csv, bom=True),
)

TABLE_FORMATS = (XLSX, CSV, CSV_FOR_EXCEL)


def table_format_of(path: Path) -> TableFormat | None:
    """Return the first format whose suffix a file's name has, None where there is none."""
    suffix = path.suffix.lower()
    return next((row for row in TABLE_FORMATS if row.suffix == suffix), None)
