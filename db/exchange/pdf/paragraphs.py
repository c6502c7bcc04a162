"""Sets lines as paragraphs: which line goes on in the next, and where a new one begins.

A line ends a paragraph where the next one's first word would still have fitted on it, where a wider
gap or an indent follows, or where the letters change their size. Lines that were broken on purpose
but stand close stay lines of one paragraph.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from db.exchange.pdf.arranging import Flow, Row, is_label
from db.exchange.pdf.hyphens import joined
from db.exchange.pdf.pages import HYPHEN
from db.exchange.pdf.segments import Segment

_WIDER = 1.3
_OTHER_SIZE = 1.08
_INDENT = 1.0
_ENDS_SENTENCE = tuple('.!?:;…»"”')
_SLACK = 0.6


@dataclass(slots=True, kw_only=True)
class Block:
    """Hold a paragraph, a heading or the row of a table while pages are put together.

    `is_full` says that its last line reaches the edge, so that it may go on on the next page;
    `size` is that of its letters, 0 for rows.
    """

    text: str
    size: float = 0
    is_bold: bool = False
    is_full: bool = False
    is_item: bool = False
    is_row: bool = False


def blocks_of(pieces: Sequence[Flow | Row], words: set[str]) -> Iterator[Block]:
    """Yield the blocks of a page."""
    for piece in pieces:
        if isinstance(piece, Flow):
            yield from _paragraphs(piece.lines, words)
        else:
            yield from _row(piece, words)


def leading(lines: Sequence[Segment]) -> float:
    """Return the usual distance of two lines, in lines' heights."""
    steps = Counter(
        round(step, 1) for above, line in pairwise(lines) if 0 < (step := _step(above, line)) < 3
    )
    return steps.most_common(1)[0][0] if steps else 1.5


def go_on(text: str, following: str, words: set[str], *, is_broken: bool = False) -> str:
    """Join a line with the next; `is_broken` keeps the end of the line."""
    if text.endswith(HYPHEN) and following:
        return joined(text, following, words)
    return f"{text}\n{following}" if is_broken else f"{text} {following}"


def _paragraphs(lines: Sequence[Segment], words: set[str]) -> Iterator[Block]:
    right = max(line.right for line in lines)
    usual = leading(lines)
    block: Block | None = None
    for above, line in zip((None, *lines), lines, strict=False):
        is_broken = above is not None and _is_broken(above, line, right)
        if block is None or above is None or _begins(above, line, usual, is_broken=is_broken):
            if block is not None:
                yield block
            block = Block(text=line.text, size=line.size, is_bold=line.is_bold)
            block.is_item = is_label(line.text.split(" ", 1)[0])
        else:
            block.text = go_on(block.text, line.text, words, is_broken=is_broken)
        block.is_full = right - line.right < 3 * line.size
    if block is not None:
        yield block


def _begins(above: Segment, line: Segment, usual: float, *, is_broken: bool) -> bool:
    """Tell whether a line begins a paragraph."""
    step = _step(above, line)
    sizes = sorted((above.size, line.size))
    if step > usual * _WIDER or step < 0 or sizes[1] > sizes[0] * _OTHER_SIZE:
        return True
    if above.ends_in_hyphen:
        return False
    if is_label(line.text.split(" ", 1)[0]) and (is_broken or _ends_sentence(above)):
        return True
    is_indented = line.left - above.left > line.size * _INDENT and not _is_centred(above, line)
    if above.is_bold != line.is_bold and is_broken:
        return True
    if is_indented and not is_label(above.text.split(" ", 1)[0]):
        return is_broken or _ends_sentence(above)
    return is_broken and _ends_sentence(above)


def _step(above: Segment, line: Segment) -> float:
    return (above.base - line.base) / max(above.size, line.size)


def _is_broken(above: Segment, line: Segment, right: float) -> bool:
    """Tell whether the first word of a line would have fitted on the one above."""
    room = right - above.right - above.size * _SLACK
    if _is_centred(above, line):
        room *= 2
    return not above.ends_in_hyphen and line.first_word < room


def _is_centred(above: Segment, line: Segment) -> bool:
    middle = (above.left + above.right) / 2 - (line.left + line.right) / 2
    return abs(middle) < line.size / 2 and abs(above.left - line.left) > line.size


def _ends_sentence(line: Segment) -> bool:
    return line.text.endswith(_ENDS_SENTENCE)


def _row(row: Row, words: set[str]) -> Iterator[Block]:
    cells = [_cell(cell, words) for cell in row.cells]
    size = row.cells[-1][-1].size
    if len(cells) == 2 and is_label(cells[0]):
        last = row.cells[1][-1]
        yield Block(text=f"{cells[0]} {cells[1]}", size=size, is_item=True, is_bold=last.is_bold)
    else:
        yield Block(text="\t".join(cells), is_row=True)


def _cell(lines: Sequence[Segment], words: set[str]) -> str:
    text = lines[0].text
    for line in lines[1:]:
        text = go_on(text, line.text, words)
    return text
