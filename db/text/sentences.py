"""Sentences of a text, for evidence: which words a claim stands on.

Rules for English and Russian prose, not a model: a line break always ends a sentence, a full stop
does unless it belongs to an initial, an abbreviation or a number. All offsets are code points.
"""

import re
from collections.abc import Iterator

_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_BREAK = re.compile(f"[{_BREAKS}]")
_LINE = re.compile(f"[^{_BREAKS}]+")
_CLOSING = "\"'”’»›)\\]}"
_STOP = re.compile(rf"(?<![.!?…])[.!?…]++[{_CLOSING}]*+(?=\s)")
_LAST_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*\.?$")
# Words whose full stop seldom ends a sentence; single letters (initials, «г.») need no listing
_ABBREVIATIONS = frozenset(
    (
        "dr", "mr", "mrs", "ms", "messrs", "st", "ste", "mt", "prof", "gen", "col", "lt", "capt",
        "sgt", "maj", "rev", "hon", "gov", "sen", "rep", "amb", "eng", "engr", "smt", "brig",
        "adm", "fr", "jr", "sr", "vs", "no",
        "nos", "art", "vol", "fig", "pp", "para", "ch", "cf", "approx", "dept", "univ", "jan",
        "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "viz",
        "гг", "им", "ул", "пр", "пл", "наб", "ст", "стр", "пп", "см", "ср", "напр", "акад", "проф",
        "чл", "корр", "доц", "канд", "докт", "зам", "нач", "рук", "ген", "гос", "обл", "респ", "св",
        "пос", "дер", "кв", "рис", "табл", "тел", "ок", "тов", "гр", "янв", "февр", "апр", "авг",
        "сент", "окт", "нояб", "дек", "прим", "букв", "англ", "рус", "лат", "др",
    )
)  # fmt: skip


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return the start and end of each sentence, in order, without the white space around them."""
    return [
        span for line in _LINE.finditer(text) for span in _in_line(text, line.start(), line.end())
    ]


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """Return the span of the sentence at an offset.

    Between two sentences of a line it is the one before. A blank line gives an empty span there.
    """
    offset = max(0, min(offset, len(text)))
    start = 1 + max(text.rfind(sign, 0, offset) for sign in _BREAKS)
    stop = _BREAK.search(text, offset)
    spans = list(_in_line(text, start, stop.start() if stop else len(text)))
    before = [span for span in spans if span[0] <= offset]
    return before[-1] if before else spans[0] if spans else (offset, offset)


def _in_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if _ends_sentence(text, begin, stop, end):
            yield from _trimmed(text, begin, stop.end())
            begin = stop.end()
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _ends_sentence(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    following = text[stop.end() : end].lstrip(" \t\xa0\"'“”‘’«„‹([{—–-")[:1]
    if not following or following.islower():
        return not following
    if stop.group() != ".":
        return True
    before = text[max(begin, stop.start() - 40) : stop.start()]
    word = _LAST_WORD.search(before)
    if not word:
        return True
    last = word.group().lower()
    list_number = last.isdigit() and not text[begin : stop.start() - len(last)].strip()
    return not (list_number or last in _ABBREVIATIONS or (len(last) == 1 and last.isalpha()))
