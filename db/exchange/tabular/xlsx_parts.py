"""The parts of an XLSX file around its rows (ECMA-376, Open Packaging and SpreadsheetML)."""

import re
from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SHEETML = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_BOOK = "xl/workbook.xml"
_STYLES_PATH = "xl/styles.xml"

SHEET_END = b"</sheetData></worksheet>"

_STYLES = (
    f'{_XML}<styleSheet xmlns="{_SHEETML}">'
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)
"""The looks of cells: 0 plain, 1 bold, 2 a day."""

_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f\ufffe\uffff\ud800-\udfff]")


def sheet_path(number: int) -> str:
    """Return where in the package a sheet stands, counted from 1."""
    return f"xl/worksheets/sheet{number}.xml"


def letters(column: int) -> str:
    """Return the letters of a column counted from 0: A, Z, AA."""
    before, last = divmod(column, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def sheet_head(widths: Sequence[int]) -> bytes:
    """Return what stands before the rows of a sheet: its first row stays in sight."""
    columns = "".join(
        f'<col min="{place}" max="{place}" width="{width}" customWidth="1"/>'
        for place, width in enumerate(widths, 1)
    )
    return (
        f'{_XML}<worksheet xmlns="{_SHEETML}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>'
        f"<cols>{columns}</cols><sheetData>"
    ).encode()


def parts(names: Sequence[str]) -> dict[str, str]:
    """Return all parts but the sheets, which have these names, by their path in the package."""
    sheets = len(names)
    numbers = range(1, sheets + 1)
    return {
        "[Content_Types].xml": _content_types(numbers),
        "_rels/.rels": _relations([(1, "officeDocument", _BOOK)]),
        _BOOK: _workbook(names),
        "xl/_rels/workbook.xml.rels": _relations(
            [
                *(
                    (number, "worksheet", sheet_path(number).removeprefix("xl/"))
                    for number in numbers
                ),
                (sheets + 1, "styles", _STYLES_PATH.removeprefix("xl/")),
            ]
        ),
        _STYLES_PATH: _STYLES,
    }


def _content_types(numbers: Sequence[int]) -> str:
    named = [(_BOOK, "sheet.main"), (_STYLES_PATH, "styles")]
    named += [(sheet_path(number), "worksheet") for number in numbers]
    overrides = "".join(
        f'<Override PartName="/{path}" ContentType="{_TYPE}.{kind}+xml"/>' for path, kind in named
    )
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(rows: Sequence[tuple[int, str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, kind, target in rows
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _workbook(names: Sequence[str]) -> str:
    sheets = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(names, 1)
    )
    return (
        f'{_XML}<workbook xmlns="{_SHEETML}" xmlns:r="{_OFFICE}"><bookViews><workbookView/>'
        f"</bookViews><sheets>{sheets}</sheets></workbook>"
    )


def sheet_name(title: str, number: int) -> str:
    """Return the name of a sheet: at most 31 UTF-16 units, without what Excel forbids."""
    tail = f" {number}" if number > 1 else ""
    name = " ".join(_NOT_IN_NAMES.sub(" ", title).split()).strip("'")
    units = name.encode("utf-16-le")[: 2 * (31 - len(tail))].decode("utf-16-le", "ignore")
    name = units.strip(" '")
    # "History" is a name Excel keeps for itself
    return f"{name if name and name.casefold() != 'history' else 'List'}{tail}"
