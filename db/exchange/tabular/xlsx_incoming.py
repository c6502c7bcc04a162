"""Reads the first sheet of an XLSX (ECMA-376, SpreadsheetML) as rows of text.

Numbers come as they are written, days as ISO 8601, formulas as the value that was saved with them.
Archives and XML are taken with the same bounds as those of documents.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from db.errors import Unreadable
from db.exchange.archive import Archive
from db.exchange.xml_parts import Element, parse_xml

_SHEETML = re.compile(r"\A\{[^{}]*spreadsheetml[^{}]*\}")
_CELL = re.compile(r"([A-Z]{1,3})[0-9]{1,7}")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_DAY_ZERO, _DAY_ZERO_1904 = date(1899, 12, 30), date(1904, 1, 1)
_DATE_FORMATS = frozenset({*range(14, 18), 22, *range(27, 37), *range(50, 59)})
"""The numbers of formats that are dates without saying so (18.8.30)."""
_DATE_CODE = re.compile(r"[dyДГ]|m{3,}", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_LAST_DAY = 2_958_465
_MOST_BLANK = 500


def xlsx_rows(data: bytes, name: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of the first sheet with their numbers.

    Raises Unreadable: "damaged", "password" or "bomb".
    """
    book = _Book(Archive(data, name), name)
    for place, row in enumerate(_all(book.sheet(), "row"), 1):
        number = row.get("r") or ""
        yield int(number) if number.isascii() and number.isdecimal() else place, book.cells(row)


class _Book:
    def __init__(self, archive: Archive, name: str) -> None:
        self._archive, self._name = archive, name
        workbook = self._part("xl/workbook.xml")
        if workbook is None:
            raise Unreadable(name, "damaged")
        self._strings = self._shared_strings()
        self._dates = self._date_styles()
        is_1904 = any(one.get("date1904") in {"1", "true"} for one in _all(workbook, "workbookPr"))
        self._day_zero = _DAY_ZERO_1904 if is_1904 else _DAY_ZERO
        self._path = self._first_sheet(workbook)

    def sheet(self) -> Element:
        """Return the first sheet."""
        sheet = self._part(self._path)
        if sheet is None:
            raise Unreadable(self._name, "damaged")
        return sheet

    def cells(self, row: Element) -> list[str]:
        """Return the cells of a row, those that are left out as empty text."""
        found: list[str] = []
        for cell in row:
            if _name(cell) != "c":
                continue
            place = _column(cell.get("r"), len(found))
            if place > len(found) + _MOST_BLANK:
                raise Unreadable(self._name, "bomb")
            found.extend("" for _blank in range(place - len(found)))
            found.append(self._text(cell))
        return found

    def _text(self, cell: Element) -> str:
        kind = cell.get("t") or "n"
        if kind == "inlineStr":
            return _unescaped("".join(_texts(cell)))
        value = next((one.text or "" for one in cell if _name(one) == "v"), "")
        if kind == "s":
            return (
                self._strings[int(value)]
                if value.isdecimal() and int(value) < len(self._strings)
                else ""
            )
        if kind == "b":
            return "yes" if value == "1" else "no"
        if kind == "n" and value and cell.get("s") in self._dates:
            return self._day(value)
        return _unescaped(value) if kind == "str" else _number(value)

    def _day(self, value: str) -> str:
        try:
            days = int(float(value))
        except (ValueError, OverflowError):
            return value
        if not 0 < days <= _LAST_DAY:
            return value
        return (self._day_zero + timedelta(days=days)).isoformat()

    def _shared_strings(self) -> Sequence[str]:
        part = self._part("xl/sharedStrings.xml")
        return (
            [] if part is None else [_unescaped("".join(_texts(one))) for one in _all(part, "si")]
        )

    def _date_styles(self) -> frozenset[str | None]:
        styles = self._part("xl/styles.xml")
        if styles is None:
            return frozenset()
        dates = set(map(str, _DATE_FORMATS))
        for one in _all(styles, "numFmt"):
            if _DATE_CODE.search(_QUOTED.sub("", one.get("formatCode") or "")):
                dates.add(one.get("numFmtId") or "")
        looks = next((one for one in _all(styles, "cellXfs")), None)
        formats = [] if looks is None else [one.get("numFmtId") for one in looks]
        return frozenset(str(place) for place, one in enumerate(formats) if one in dates)

    def _first_sheet(self, workbook: Element) -> str:
        relations = self._part("xl/_rels/workbook.xml.rels")
        sheet = next(iter(_all(workbook, "sheet")), None)
        wanted = None if sheet is None else sheet.get("r:id")
        for one in relations.iter() if relations is not None else ():
            if wanted is not None and one.get("Id") == wanted:
                target = (one.get("Target") or "").lstrip("/")
                return target if target.startswith("xl/") else f"xl/{target}"
        return "xl/worksheets/sheet1.xml"

    def _part(self, path: str) -> Element | None:
        content = self._archive.part(path)
        return None if content is None else parse_xml(content, self._name)


def _name(element: Element) -> str:
    return _SHEETML.sub("", element.tag)


def _all(element: Element, name: str) -> Iterator[Element]:
    return (one for one in element.iter() if _name(one) == name)


def _texts(element: Element) -> Iterator[str]:
    """Yield the runs of a text, without how it is to be read aloud (``rPh``)."""
    for one in element:
        if _name(one) == "t":
            yield one.text or ""
        elif _name(one) in {"is", "r"}:
            yield from _texts(one)


def _column(reference: str | None, otherwise: int) -> int:
    found = _CELL.fullmatch(reference or "")
    if found is None:
        return otherwise
    place = 0
    for letter in found[1]:
        place = 26 * place + ord(letter) - 64
    return place - 1


def _number(value: str) -> str:
    """Return a number as people write it: a whole one without a point."""
    try:
        number = float(value)
    except ValueError:
        return value
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else value


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), text)
