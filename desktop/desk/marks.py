"""The marks of a text: which words carry which, and how each looks without colour too."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import pairwise

from PySide6.QtGui import QColor, QTextCharFormat

from db.rows.evidence import PassageRow, Span
from db.terms import EntryKind, PassageKind
from desktop.delegates.lit_text import found_ground
from desktop.theme import Palette, mix

Stretch = tuple[int, int]


class Mark(IntEnum):
    """What words are marked as; where several meet, the ground is that of the greatest.

    Of suggestions, those that lie within others are greater: a body within a treaty's title.
    """

    HEADING = 1
    NOISE = 2
    PASSED_OVER = 3
    DECIDED = 4
    EVIDENCE = 5
    AGREEMENT = 6
    MEETING = 7
    PLACE = 8
    ORGANISATION = 9
    PERSON = 10
    DATE = 11
    FOUND = 12
    PINNED = 13
    LIT = 14


OF_KIND = {
    EntryKind.AGREEMENT: Mark.AGREEMENT,
    EntryKind.MEETING: Mark.MEETING,
    EntryKind.PERSON: Mark.PERSON,
    EntryKind.ORGANISATION: Mark.ORGANISATION,
    EntryKind.PLACE: Mark.PLACE,
    EntryKind.SOURCE: Mark.DATE,
}
"""What the words of a suggestion are marked as that is not decided yet."""

_OF_PASSAGE = {
    PassageKind.EVIDENCE: Mark.EVIDENCE,
    PassageKind.HEADING: Mark.HEADING,
    PassageKind.NOISE: Mark.NOISE,
}
_Line = QTextCharFormat.UnderlineStyle
_LINES = {
    Mark.DECIDED: _Line.DotLine,
    Mark.EVIDENCE: _Line.SingleUnderline,
    Mark.AGREEMENT: _Line.SingleUnderline,
    Mark.MEETING: _Line.DashUnderline,
    Mark.PLACE: _Line.DashDotDotLine,
    Mark.ORGANISATION: _Line.DashDotLine,
    Mark.PERSON: _Line.DotLine,
    Mark.DATE: _Line.WaveUnderline,
    Mark.FOUND: _Line.DotLine,
    Mark.PINNED: _Line.DashUnderline,
    Mark.LIT: _Line.SingleUnderline,
}
_QUIET = frozenset({Mark.DECIDED, Mark.EVIDENCE, Mark.PLACE})
_OVER = frozenset({Mark.FOUND, Mark.PINNED})
_NOISE = frozenset({Mark.NOISE, Mark.PASSED_OVER})
_COLOURS = {
    Mark.AGREEMENT: "agreement",
    Mark.MEETING: "meeting",
    Mark.PLACE: "place",
    Mark.ORGANISATION: "organisation",
    Mark.PERSON: "person",
    Mark.DATE: "date",
}
"""The names of the colours in the palette."""


class Marks:
    """The marked spans of one text, in code points."""

    def __init__(self) -> None:
        self._spans: dict[Mark, list[Stretch]] = {mark: [] for mark in Mark}
        self._longest: dict[Mark, int] = dict.fromkeys(Mark, 0)

    def set_passages(self, passages: Iterable[PassageRow]) -> None:
        """Take the passages of a source."""
        found: dict[Mark, list[Stretch]] = {mark: [] for mark in _OF_PASSAGE.values()}
        for passage in passages:
            found[_OF_PASSAGE[passage.kind]].append((passage.span.first, passage.span.last))
        for mark, spans in found.items():
            self.set(mark, spans)

    def set(self, mark: Mark, spans: Iterable[Stretch]) -> None:
        """Put other spans under a mark."""
        kept = sorted(spans)
        self._spans[mark] = kept
        self._longest[mark] = max((last - first for first, last in kept), default=0)

    def of(self, mark: Mark) -> Sequence[Stretch]:
        """Return all spans of a mark, in the order of the text."""
        return self._spans[mark]

    def segments(self, first: int, last: int) -> list[tuple[int, int, frozenset[Mark]]]:
        """Cut a region into stretches that carry the same marks; those without any are left out.

        Stretches never meet: Qt draws the later of two grounds over the lines of the earlier.
        """
        inside = list(self._within(first, last))
        edges = sorted({edge for _mark, start, end in inside for edge in (start, end)})
        carried: dict[int, set[Mark]] = {edge: set() for edge in edges}
        for mark, start, end in inside:
            for edge in edges[bisect_left(edges, start) : bisect_left(edges, end)]:
                carried[edge].add(mark)
        return [(at, to, frozenset(carried[at])) for at, to in pairwise(edges) if carried[at]]

    def _within(self, first: int, last: int) -> Iterator[tuple[Mark, int, int]]:
        for mark, spans in self._spans.items():
            begin = bisect_left(spans, (first - self._longest[mark], 0))
            stop = bisect_right(spans, (last, 0))
            for start, end in spans[begin:stop]:
                if end > first and start < last:
                    yield mark, max(start, first), min(end, last)


def spans_of(spans: Iterable[Span]) -> list[Stretch]:
    """Return spans as plain pairs."""
    return [(span.first, span.last) for span in spans]


def mark_format(marks: frozenset[Mark], look: Palette) -> QTextCharFormat:
    """Return how words look that carry these marks: each has a ground, a line of its own, or both.

    What is decided, and what evidence stands on, has a line alone: it is to be quieter than what
    is still open.
    """
    made = QTextCharFormat()
    line = max((mark for mark in marks if mark in _LINES), default=None)
    ground = max((mark for mark in marks if mark in _LINES and mark not in _QUIET), default=None)
    if marks & _NOISE:
        made.setFontStrikeOut(True)
        made.setForeground(look.quiet)
    if ground is not None:
        made.setBackground(_ground(ground, look))
    if line is not None:
        made.setUnderlineStyle(_LINES[line])
        made.setUnderlineColor(_line(line, look))
        made.setFontOverline(line in _OVER)
    if line == Mark.LIT:
        made.setForeground(look.ink)
    return made


def _ground(mark: Mark, look: Palette) -> QColor:
    match mark:
        case Mark.LIT:
            return mix(look.surface, look.accent, 0.42 if look.dark else 0.3)
        case Mark.PINNED:
            return mix(look.surface, look.pinned, 0.34 if look.dark else 0.24)
        case Mark.FOUND:
            return found_ground(look)
        case _:
            return mix(look.surface, look.kind(_COLOURS[mark]), 0.2 if look.dark else 0.12)


def _line(mark: Mark, look: Palette) -> QColor:
    match mark:
        case Mark.PINNED:
            return look.pinned
        case Mark.FOUND:
            return look.good
        case Mark.LIT:
            return look.accent
        case Mark.EVIDENCE:
            return mix(look.surface, look.accent, 0.6)
        case Mark.DECIDED:
            return mix(look.surface, look.quiet, 0.7)
        case _:
            return look.kind(_COLOURS[mark])
