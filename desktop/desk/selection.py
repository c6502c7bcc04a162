"""Selecting by words and sentences: from one span of a text to the next, in code points."""

import re

from db.text.sentences import sentence_at

_WORD = re.compile(r"\w+(?:[-’'‑.]\w+)*")
_PARAGRAPH = re.compile(r"^[^\S\n]*\S", re.MULTILINE)
_REACH = 400  # no word is longer than that

Stretch = tuple[int, int]


def by_sentence(text: str, first: int, last: int) -> Stretch:
    """Widen a span to whole sentences; where it is that already, take in the next sentence.

    With nothing selected it is the sentence at the caret, on an empty line the next one.
    """
    if first >= last:
        here = sentence_at(text, first)
        return here if here[0] < here[1] else sentence_at(text, _skip_space(text, first))
    whole = (sentence_at(text, first)[0], max(sentence_at(text, last - 1)[1], last))
    if whole != (first, last):
        return whole
    following = _skip_space(text, last)
    return (first, max(last, sentence_at(text, following)[1]) if following < len(text) else last)


def end_later(text: str, first: int, last: int) -> Stretch:
    """Take in the next word at the end; with nothing selected, the word at the caret."""
    if first >= last:
        return word_at(text, first)
    found = _WORD.search(text, last, last + _REACH)
    return (first, found.end() if found else last)


def end_earlier(text: str, first: int, last: int) -> Stretch:
    """Leave out the last word, or the signs after it."""
    ends = [match.end() for match in _WORD.finditer(text, max(first, last - _REACH), last)]
    kept = [end for end in ends if end < last]
    return (first, kept[-1] if kept else last)


def start_earlier(text: str, first: int, last: int) -> Stretch:
    """Take in the word before the start."""
    starts = [match.start() for match in _WORD.finditer(text, max(0, first - _REACH), first)]
    return (starts[-1] if starts else first, last)


def start_later(text: str, first: int, last: int) -> Stretch:
    """Leave out the first word, or the signs before it."""
    starts = [match.start() for match in _WORD.finditer(text, first, min(last, first + _REACH))]
    kept = [start for start in starts if start > first]
    return (kept[0] if kept else first, last)


def word_at(text: str, offset: int) -> Stretch:
    """Return the span of the word at an offset, or of the next one."""
    for match in _WORD.finditer(text, max(0, offset - _REACH), offset + _REACH):
        if match.end() >= offset and (match.start() > offset or match.end() > offset):
            return match.span()
    return (offset, offset)


def paragraph(text: str, offset: int, by: int) -> int:
    """Return the start of the paragraph after an offset, or of the one before; never out of it.

    The start of the paragraph the offset lies in counts as the one before. Empty lines are none.
    """
    starts = [match.start() for match in _PARAGRAPH.finditer(text)]
    if by > 0:
        return next((start for start in starts if start > offset), len(text))
    return next((start for start in reversed(starts) if start < offset), 0)


def trimmed(text: str, first: int, last: int) -> Stretch:
    """Return the span without white space at its ends."""
    words = text[first:last]
    start = first + len(words) - len(words.lstrip())
    return (start, max(start, first + len(words.rstrip())))


def _skip_space(text: str, offset: int) -> int:
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return offset
