"""Guesses the title of a text: the first line that says something."""

import re
from itertools import islice

LONGEST = 300
_LINES_LOOKED_AT = 40
_WORD = re.compile(r"[^\W\d_]{2,}")
_DAY = r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}"
_CAPTION = re.compile(
    rf"\s*(?:date|published|updated|by|photo|source|дата|опубликовано|автор|фото|источник|{_DAY})\b",
    re.IGNORECASE,
)
_LONGEST_CAPTION = 80
_SENTENCE_END = re.compile(r"[.!?…](?=\s)")


def first_meaningful_line(text: str) -> str:
    """Return the first line of three words or more that is no date, byline or file name.

    Where there is none, the first line that is not blank; shortened to 300 characters.
    """
    lines = [line for line in islice(_lines(text), _LINES_LOOKED_AT) if line]
    meaningful = (line for line in lines if _is_meaningful(line))
    return shortened(next(meaningful, lines[0] if lines else ""))


def shortened(line: str) -> str:
    """Shorten a line to at most 300 characters, at the end of a sentence or else of a word."""
    line = line.strip()
    if len(line) <= LONGEST:
        return line
    ends = [found.end() for found in _SENTENCE_END.finditer(line[: LONGEST + 1])]
    if ends and ends[-1] > LONGEST // 4:
        return line[: ends[-1]]
    head = line[: LONGEST - 1].rsplit(" ", 1)[0]
    return f"{head}…"


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.strip()[:20_000].split("\n")]


def _is_meaningful(line: str) -> bool:
    is_caption = len(line) <= _LONGEST_CAPTION and _CAPTION.match(line) is not None
    words = islice(_WORD.finditer(line), 3)
    return not is_caption and sum(1 for _ in words) == 3
