"""Cuts a text where its paragraphs begin and end, and mends what was broken.

A line is a paragraph, but pages also run the day of publication or a counter into it, and mail
and old web pages break a sentence at seventy characters. All offsets are code points.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from desktop.reading.bullets import begins_with_bullet
from desktop.reading.noise import line_reason

Span = tuple[int, int]

BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_LINE = re.compile(f"[^{BREAKS}]+")
_BREAK = re.compile(f"\r\n|[{BREAKS}]")
_DAY = r"(?:\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})"
_LABEL = r"(?:date|published|posted|опубликовано|дата(?: публикации)?)\s*:?\s+"
_TIME = r"[,T\s|–-]{1,3}\d{1,2}:\d{2}(?::\d\d)?"
_NEXT = r"\s*[|–—-]?\s+(?=[\"“«„(]*[^\W\d_])"
_STAMP = re.compile(rf"(?:{_LABEL}{_DAY}(?:{_TIME})?|{_DAY}{_TIME}){_NEXT}", re.IGNORECASE)
_BARE_DAY = re.compile(rf"{_DAY}\s+(?=[\"“«„(]*[A-ZА-ЯЁ])")
_HEADING_MARK = re.compile(r"(?:/\s*)?(?:H[1-6]|#{1,6})\s+(?=[^\W\d_])")
_AGENCY = re.compile(r"(?<=[.!?…»”\"])\s*(?=///?[A-Za-zА-Яа-я])")
_GAP = re.compile(r"\s{3,}|\s*\t\s*|\s+\|\s+")
_HAS_DAY = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d\d-\d\d|\d{1,2}:\d\d\b|\b(?:19|20)\d\d\b"
)
_CELL = 80
_GAPPED = 400

_TERMINAL = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_STOPS = ".!?…:;\"'”’»)]"
_CONTINUED = re.compile(r"[,;:.)](?:\s|$)")
_OPEN_WORDS = frozenset(
    (
        "of", "the", "and", "to", "in", "on", "with", "for", "by", "from", "between", "at", "a",
        "an", "as", "or", "that", "и", "в", "с", "со", "на", "по", "для", "от", "к", "о", "об",
        "при", "между", "из", "за", "или", "что", "также", "его", "их",
    )
)  # fmt: skip
_SHORTEST_WRAPPED = 40
_LONGEST_WRAPPED = 120
_PROOFS = 2  # lines that go on in a small letter
_MOSTLY = 0.75
_SLACK = 1.15
_FULL = 0.85  # of the longest line: beyond it the next word would not have fitted


def segments(text: str) -> list[Span]:
    """Return where the paragraphs of a text are, in order, without white space at their ends."""
    lines: list[Span] = []
    for found in _LINE.finditer(text):
        span = _trimmed(text, found.start(), found.end())
        if span[0] < span[1]:
            lines.extend(_cut(text, *span, first=not lines))
    return _joined(text, lines)


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _cut(text: str, start: int, end: int, *, first: bool) -> Iterator[Span]:
    """Yield the parts of a line: its stamp, its cells, its prose, the agency's mark."""
    stamp = (
        _STAMP.match(text, start, end)
        or _HEADING_MARK.match(text, start, end)
        or (first and _BARE_DAY.match(text, start, end))
    )
    if stamp:
        yield _trimmed(text, start, stamp.end())
        start = stamp.end()
    cells = _cells(text, start, end)
    if cells:
        yield from cells
        return
    mark = _AGENCY.search(text, max(start, end - 120), end)
    if mark:
        yield _trimmed(text, start, mark.start())
        start = mark.end()
    yield start, end


def _cells(text: str, start: int, end: int) -> list[Span]:
    """Return the parts between wide gaps, if one is furniture and none is prose."""
    if end - start > _GAPPED:
        return []
    gaps = [
        found.span() for found in _GAP.finditer(text, start, end)
        if any(map(str.isalnum, text[start : found.start()]))
    ]  # fmt: skip
    starts = [start, *(last for _, last in gaps)]
    ends = [*(first for first, _ in gaps), end]
    cells = [span for span in zip(starts, ends, strict=True) if span[0] < span[1]]
    if len(cells) < 2 or any(last - first > _CELL for first, last in cells):
        return []
    words = [text[first:last] for first, last in cells]
    furniture = sum(map(bool, map(line_reason, words)))
    dated = any(_HAS_DAY.search(cell) for cell in words)
    return cells if furniture * 2 >= len(cells) or (dated and furniture) else []


def _joined(text: str, lines: Sequence[Span]) -> list[Span]:
    """Join the lines of a sentence that was broken to fit a width or at a link."""
    joined: list[Span] = []
    blocks = list(_blocks(text, lines))
    width = _wrap_width(text, blocks)
    for block in blocks:
        wrapped = width if _longest(block) <= width * _SLACK else 0
        previous = block[0]
        joined.append(previous)
        for line in block[1:]:
            grown = joined[-1] != previous
            if _belongs(text, previous, line, wrapped, grown=grown):
                joined[-1] = (joined[-1][0], line[1])
            else:
                joined.append(line)
            previous = line
    return joined


def _blocks(text: str, lines: Sequence[Span]) -> Iterator[list[Span]]:
    """Yield runs of lines with one line break between each two."""
    block: list[Span] = []
    for line in lines:
        if block and len(_BREAK.findall(text, block[-1][1], line[0])) != 1:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _longest(block: Sequence[Span]) -> int:
    return max(end - start for start, end in block)


def _wrap_width(text: str, blocks: Sequence[Sequence[Span]]) -> int:
    """Return the width the lines of a text were broken to, 0 if they were not."""
    pairs = [
        (line, following)
        for block in blocks
        if _longest(block) <= _LONGEST_WRAPPED
        for line, following in pairwise(block)
        if not _ends(text, line) and not begins_with_bullet(text[slice(*following)])
    ]
    lower = [line for line, following in pairs if text[following[0]].islower()]
    if len(lower) < _PROOFS:
        return 0
    width = _longest(lower)
    full = sum(_is_full(text, line, following, width) for line, following in pairs)
    return width if width >= _SHORTEST_WRAPPED and full >= _MOSTLY * len(pairs) else 0


def _is_full(text: str, line: Span, following: Span, width: int) -> bool:
    word = text[following[0] : following[1]].split(maxsplit=1)[0]
    return line[1] - line[0] + 1 + len(word) > _FULL * width


def _ends(text: str, line: Span) -> bool:
    return bool(_TERMINAL.search(text[max(line[0], line[1] - 8) : line[1]]))


def _belongs(text: str, line: Span, following: Span, wrapped: int, *, grown: bool) -> bool:
    """Tell whether a line goes on in the one after it."""
    words, after = text[slice(*line)], text[following[0] : min(following[1], following[0] + 1300)]
    if wrapped and not words.isupper():
        joins = _is_full(text, line, following, wrapped)
    else:
        joins = not _ends(text, line) and (
            bool(_CONTINUED.match(after)) or _is_open(words, after, grown=grown)
        )
    # asked last, for it costs most: neither an item nor furniture continues a sentence
    return joins and not (begins_with_bullet(after) or line_reason(words) or line_reason(after))


def _is_open(words: str, after: str, *, grown: bool) -> bool:
    all_words = words[-200:].split()
    if len(all_words) >= 3 and all_words[-1].lower() in _OPEN_WORDS:
        return True
    # items of a list begin with a small letter too, and one after the other
    begins = grown or begins_with_bullet(words) or not words[0].islower()
    return begins and len(all_words) >= 6 and words[-1] != "," and after[0].islower()
