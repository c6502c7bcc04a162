"""Puts the text of an RTF together: runs to paragraphs, cells to rows, rows to tables."""

from dataclasses import dataclass, field

from db.exchange.decoding import paired
from db.exchange.sheet import BULLET, Cell, Item, Paragraph, Table

_DEEPEST = 6
_DASHES = frozenset("-–—")
_LONGEST_LABEL = 40


@dataclass(slots=True)
class Body:
    """One stream of text: the document itself, a header, a note or a text box."""

    is_in_table: bool = False
    level: int = 0
    depth: int = 0
    label: str = ""
    _line: list[str] = field(default_factory=list[str])
    _items: list[Item] = field(default_factory=list[Item])
    _cell: list[Item] = field(default_factory=list[Item])
    _row: list[Cell] = field(default_factory=list[Cell])
    _rows: list[tuple[Cell, ...]] = field(default_factory=list[tuple[Cell, ...]])
    _boxes: list[Item] = field(default_factory=list[Item])

    def write(self, text: str) -> None:
        """Add to the paragraph in hand."""
        self._line.append(text)

    def add_box(self, items: list[Item]) -> None:
        """Take in a text box; it comes after the paragraph in hand."""
        self._boxes.extend(items)

    def reset(self) -> None:
        """Forget what paragraphs have been told so far, as the word "pard" asks."""
        self.is_in_table, self.level, self.depth = False, 0, 0

    def set_level(self, outline: int) -> None:
        """Make paragraphs headings: levels count from 0, and 9 is none."""
        self.level = min(outline + 1, _DEEPEST) if 0 <= outline < 9 else 0

    def end_paragraph(self) -> None:
        """End the paragraph in hand."""
        text, self._line = paired("".join(self._line)), []
        label, self.label = _shown(self.label), ""
        self._items_in_hand().append(
            Paragraph(text=text, level=self.level, label=label, depth=self.depth if label else 0)
        )
        self._items_in_hand().extend(self._boxes)
        self._boxes = []

    def end_cell(self) -> None:
        """End a cell; that alone makes it one of a table."""
        self.is_in_table = True
        self.end_paragraph()
        self._row.append(tuple(self._cell))
        self._cell = []

    def end_row(self) -> None:
        """End a row of cells."""
        if self._row:
            self._rows.append(tuple(self._row))
        self._row = []

    def finished(self) -> list[Item]:
        """End all that is open, and return what has come together."""
        if self._line or self._boxes:
            self.end_paragraph()
        if self._cell:
            self._row.append(tuple(self._cell))
            self._cell = []
        self.end_row()
        self._end_table()
        return self._items

    def _items_in_hand(self) -> list[Item]:
        if self.is_in_table:
            return self._cell
        if self._rows and not self._row:
            self._end_table()
        return self._items

    def _end_table(self) -> None:
        if self._rows:
            self._items.append(Table(rows=tuple(self._rows)))
        self._rows = []


def _shown(label: str) -> str:
    """Return a label as the other formats have it: "•" for whatever picture marks an item."""
    label = " ".join(label.split())[:_LONGEST_LABEL]
    return label if not label or label in _DASHES or any(map(str.isalnum, label)) else BULLET
