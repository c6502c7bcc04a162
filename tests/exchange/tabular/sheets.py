"""Reads XLSX back for tests, by ECMA-376 alone: sheets as names and rows of cells."""

import re
import zipfile
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

from db.exchange.tabular.cells import Cell

_NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_WRITTEN_BY_NUMBER = re.compile("_x([0-9A-Fa-f]{4})_")
_DAY_STYLE = "2"


def sheets_of(path: Path) -> dict[str, list[list[Cell | None]]]:
    """Return each sheet's rows by its name; a missing cell is None."""
    with zipfile.ZipFile(path) as book:
        assert book.testzip() is None
        relations = ET.fromstring(book.read("xl/_rels/workbook.xml.rels"))
        targets = {row.attrib["Id"]: row.attrib["Target"] for row in relations}
        workbook = ET.fromstring(book.read("xl/workbook.xml"))
        return {
            sheet.attrib["name"]: _rows(book.read(f"xl/{targets[sheet.attrib[_REL]]}"))
            for sheet in workbook.iterfind("m:sheets/m:sheet", _NS)
        }


def _rows(content: bytes) -> list[list[Cell | None]]:
    root = ET.fromstring(content)
    assert root.find("m:sheetViews/m:sheetView/m:pane[@state='frozen']", _NS) is not None
    assert list(root.iter(f"{{{_NS['m']}}}f")) == []  # no formula anywhere
    width = len(root.findall("m:cols/m:col", _NS))
    rows: list[list[Cell | None]] = []
    for row in root.iterfind("m:sheetData/m:row", _NS):
        assert int(row.attrib["r"]) == len(rows) + 1
        cells: list[Cell | None] = [None] * width
        for cell in row:
            letters = cell.attrib["r"].removesuffix(row.attrib["r"])
            cells[_column(letters)] = _value(cell)
        rows.append(cells)
    return rows


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _value(cell: ET.Element) -> Cell:
    if cell.attrib.get("t") == "inlineStr":
        text = "".join(part.text or "" for part in cell.iterfind("m:is/m:t", _NS))
        return _WRITTEN_BY_NUMBER.sub(lambda match: chr(int(match[1], 16)), text)
    number = int(cell.findtext("m:v", "", _NS))
    if cell.attrib.get("s") == _DAY_STYLE:
        return date(1899, 12, 30) + timedelta(days=number)
    return number
