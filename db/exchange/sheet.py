"""Sets a written document as plain text, just as `blocks` sets a page.

Readers of DOCX, ODT and RTF turn a document into paragraphs and tables; here these become lines:
paragraphs and headings set off by an empty line, list items below each other with their label as
the document shows it, the cells of a table row set apart by tabs.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_SPACES = re.compile(r"[ \t\n\r\f]+")
_EDGE = " \t\n\r\f"
_MOST_PARAGRAPHS = 2
_MOST_LINES = 4
BULLET = "•"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Hold a paragraph: `level` of a heading or 0, `label` and `depth` (from 0) of a list item."""

    text: str
    level: int = 0
    label: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Hold a table: rows of cells, each a piece of a document."""

    rows: "tuple[tuple[Cell, ...], ...]"


Item = Paragraph | Table
Cell = tuple[Item, ...]


def set_sheet(items: Iterable[Item]) -> str:
    """Set a document as text."""
    pieces: list[str] = []
    was_item = False
    for is_item, lines in _blocks(items):
        if pieces:
            pieces.append("\n" if is_item and was_item else "\n\n")
        pieces.append(lines)
        was_item = is_item
    return "".join(pieces)


def headings(items: Iterable[Item]) -> Iterator[str]:
    """Yield the headings of a document, in their order."""
    for item in items:
        if isinstance(item, Paragraph):
            if item.level and item.text.strip():
                yield item.text
        else:
            yield from headings(piece for row in item.rows for cell in row for piece in cell)


def _blocks(items: Iterable[Item]) -> Iterator[tuple[bool, str]]:
    """Yield each block of lines that stands by itself, and whether it is an item of a list."""
    for item in items:
        if isinstance(item, Paragraph):
            text = item.text.strip(_EDGE)
            if text:
                yield bool(item.label), f"{_margin(item)}{text}"
        elif _lays_out(item):
            yield from _blocks(piece for row in item.rows for cell in row for piece in cell)
        else:
            lines = [line for row in item.rows if (line := _line(row))]
            if lines:
                yield False, "\n".join(lines)


def _margin(item: Paragraph) -> str:
    return f"{'  ' * item.depth}{item.label} " if item.label else ""


def _line(row: tuple[Cell, ...]) -> str:
    cells = [_SPACES.sub(" ", " ".join(_words(cell))).strip() for cell in row]
    return "\t".join(cells).rstrip("\t")


def _words(cell: Cell) -> Iterator[str]:
    return (item.text for item in cell if isinstance(item, Paragraph))


def _lays_out(table: Table) -> bool:
    """Tell whether some cell holds a whole text, so that a line would run its parts together."""
    return any(_is_text(cell) for row in table.rows for cell in row)


def _is_text(cell: Cell) -> bool:
    filled = [item for item in cell if isinstance(item, Table) or item.text.strip(_EDGE)]
    paragraphs = [item for item in filled if isinstance(item, Paragraph)]
    return (
        len(filled) > _MOST_PARAGRAPHS
        or len(paragraphs) < len(filled)
        or any(item.level or item.label for item in paragraphs)
        or sum(item.text.strip(_EDGE).count("\n") for item in paragraphs) > _MOST_LINES
    )
