"""What a table is made of: columns, cells, and text that no spreadsheet takes for a formula."""

import re
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

Cell: TypeAlias = str | int | date

_RISKY = "=+\\-@\t\r\n\0＝＋－＠"
_BEGINS_RISKY = re.compile(f"'*[{_RISKY}]")
_FIRSTS = frozenset("'=+-@\t\r\n\0＝＋－＠")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table; ``width`` is in characters and of use to XLSX alone."""

    heading: str
    width: int = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What a table is called, and its columns."""

    title: str
    columns: tuple[Column, ...]


def harmless(text: str) -> str:
    """Return text as CSV may hold it: an apostrophe goes before what could begin a formula.

    That is ``= + - @``, tab, line ends and NUL, and the wide forms of the first four (OWASP, "CSV
    Injection"; ASVS 1.2.10). Apostrophes that stand before one of them get one more, so that
    taking one away always gives the text back.
    """
    if text and text[0] in _FIRSTS and _BEGINS_RISKY.match(text):
        return f"'{text}"
    return text


def day_or_text(edtf: str) -> date | str:
    """Return an exact day of EDTF level 0 as a date; any other EDTF text comes back as it is."""
    if _DAY.fullmatch(edtf):
        try:
            return date.fromisoformat(edtf)
        except ValueError:
            return edtf
    return edtf
