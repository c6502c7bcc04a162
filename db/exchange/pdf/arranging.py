"""Tells rows of tables and columns of a page from plain lines, by where segments stand.

Files draw a page mostly in reading order: a table cell by cell along its rows, columns one after
another. So a segment to the right of those just drawn, and no lower, begins another cell or column.
As in pages of the web, cells that hold many lines are no data: they are columns, one text each.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from db.exchange.pdf.segments import Segment

_MOST_LINES = 4
_SLACK = 2.0
_WIDEST_IN_LINE = 1.6
"""How many ems a gap within a justified line may be wide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Hold lines that stand below each other and are read one after another."""

    lines: tuple[Segment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Hold a row of a table: the lines of each cell."""

    cells: tuple[tuple[Segment, ...], ...]


def arranged(segments: Iterable[Segment]) -> list[Flow | Row]:
    """Arrange the segments of a page, in the order they are drawn."""
    arranger = _Arranger()
    for segment in segments:
        arranger.take(segment)
    arranger.end_row()
    arranger.end_flow()
    return _healed(arranger.found)


@dataclass(slots=True)
class _Arranger:
    found: list[Flow | Row] = field(default_factory=list["Flow | Row"])
    lines: list[Segment] = field(default_factory=list[Segment])
    cells: list[list[Segment]] = field(default_factory=list[list[Segment]])

    def take(self, segment: Segment) -> None:
        last = self.cells[-1] if self.cells else self.lines
        if last and _is_beside(last, segment):
            if not self.cells:
                self._begin_row(segment)
            self.cells.append([segment])
        elif self.cells and _goes_on(self.cells, segment):
            self.cells[-1].append(segment)
        else:
            self.end_row()
            self.lines.append(segment)

    def end_row(self) -> None:
        """End a row; what turns out to be columns becomes one text after another."""
        cells, self.cells = self.cells, []
        if not cells:
            return
        self.end_flow()
        label = cells[0][0].text if len(cells) == 2 and len(cells[0]) == 1 else ""
        if any(len(cell) > _MOST_LINES for cell in cells) and not is_label(label):
            self.found.extend(Flow(lines=tuple(cell)) for cell in cells)
        else:
            self.found.append(Row(cells=tuple(map(tuple, cells))))

    def end_flow(self) -> None:
        """End the lines in hand."""
        if self.lines:
            self.found.append(Flow(lines=tuple(self.lines)))
        self.lines = []

    def _begin_row(self, segment: Segment) -> None:
        """Take back the last lines that stand beside a segment: they were the first cell."""
        first: list[Segment] = []
        while self.lines and _stands_left(self.lines[-1], segment):
            first.insert(0, self.lines.pop())
        self.cells = [first]


def _healed(found: Sequence[Flow | Row]) -> list[Flow | Row]:
    """Make lines again of rows that are none: justified lines may have gaps like those of cells."""
    healed: list[Flow | Row] = []
    goes_on = False
    for place, piece in enumerate(found):
        is_line = isinstance(piece, Row) and _is_line(found, place)
        lines = (_merged(piece),) if isinstance(piece, Row) and is_line else ()
        lines = piece.lines if isinstance(piece, Flow) and goes_on else lines
        last = healed[-1] if healed else None
        if lines and isinstance(last, Flow):
            healed[-1] = Flow(lines=(*last.lines, *lines))
        else:
            healed.append(Flow(lines=lines) if lines else piece)
        goes_on = is_line
    return healed


def _is_line(found: Sequence[Flow | Row], place: int) -> bool:
    """Tell whether a row is but a line: no gap is truly wide, and no row beside has its columns."""
    row = found[place]
    if not isinstance(row, Row) or any(len(cell) > 1 for cell in row.cells):
        return False
    line = [cell[0] for cell in row.cells]
    gaps = [after.left - before.right for before, after in pairwise(line)]
    if is_label(line[0].text) or max(gaps) > _WIDEST_IN_LINE * line[0].size:
        return False
    beside = [*found[max(0, place - 1) : place], *found[place + 1 : place + 2]]
    return not any(isinstance(one, Row) and _has_same_columns(row, one) for one in beside)


def _has_same_columns(row: Row, other: Row) -> bool:
    pairs = list(zip(row.cells[1:], other.cells[1:], strict=False))
    slack = row.cells[0][0].size
    return all(
        abs(one[0].left - two[0].left) < slack or abs(one[0].right - two[0].right) < slack
        for one, two in pairs
    )


def _merged(row: Row) -> Segment:
    line = [cell[0] for cell in row.cells]
    return replace(
        line[0],
        text=" ".join(segment.text for segment in line),
        right=line[-1].right,
        bottom=min(segment.bottom for segment in line),
        top=max(segment.top for segment in line),
        is_bold=line[0].is_bold and line[-1].is_bold,
    )


def is_label(text: str) -> bool:
    """Tell whether a text is but the label of a list item: "•", "–", "1.", "2.1", "а)"."""
    kept = text.strip(" .)(")
    if len(text) > 8 or not text:
        return False
    return (
        not any(map(str.isalnum, text))
        or (kept.replace(".", "").isdigit() and len(kept) <= 5 and kept != text)
        or (len(kept) == 1 and kept != text)
    )


def _is_beside(cell: Sequence[Segment], segment: Segment) -> bool:
    """Tell whether a segment stands to the right of a cell, no lower than its last line."""
    last = cell[-1]
    is_level = min(last.top, segment.top) - max(last.bottom, segment.bottom) > 0
    is_higher = segment.bottom >= last.top - _SLACK
    return segment.left > last.right and (is_level or (is_higher and _is_column(cell, segment)))


def _is_column(cell: Sequence[Segment], segment: Segment) -> bool:
    """Tell whether a segment lies beside the whole of a cell or column that was drawn before."""
    beside = [line for line in cell if _stands_left(line, segment)]
    return bool(beside) and beside[-1] is cell[-1]


def _stands_left(line: Segment, segment: Segment) -> bool:
    return line.right < segment.left and line.top <= segment.top + _SLACK


def _goes_on(cells: Sequence[Sequence[Segment]], segment: Segment) -> bool:
    """Tell whether a segment is the next line of the cell drawn last."""
    last = cells[-1][-1]
    before = cells[-2]
    is_below = segment.top <= last.top and last.bottom - segment.top < last.size
    is_right = segment.left > max(line.right for line in before)
    return is_below and is_right and segment.left < last.right
