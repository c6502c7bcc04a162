"""Runs: stretches of text with a face and a language, the stuff of every printed line.

The template only sets what it is handed. Text is data there, never markup, so that whatever a
source or a title holds is printed as characters.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NotRequired, TypedDict

from db.text.cleaning import clean_line
from db.text.scripts import script_of

Face = Literal["plain", "quiet", "cite", "reference", "quote", "strong"]


class Run(TypedDict):
    """Text set in one face; ``to`` is the label it leads to, ``lang`` an ISO 639 code."""

    text: str
    face: Face
    lang: NotRequired[str]
    to: NotRequired[str]


Line = list[Run]


class Row(TypedDict):
    """A label in the margin of an entry and the lines beside it."""

    label: str
    lines: list[Line]
    quiet: bool


NO_BREAK = "\u00a0"
DOT = f"{NO_BREAK}· "
"""Stands between things of one line, and never at its start."""
LONGEST = 4_000
"""Letters of one run; a line of a row holds some ten runs."""
_MET_AGAIN = 400
"""Letters up to which a text may stand in a report more than once; no limit is less."""

_LANGUAGE_OF_SCRIPT = {
    "Cyrl": "ru", "Armn": "hy", "Geor": "ka", "Arab": "ar", "Hebr": "he", "Grek": "el",
}  # fmt: skip
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_NUMBER_SIGN = re.compile(r"№\s*(?=\d)")
_ENDLESS_WORD = re.compile(r"[^\s\u200b]{60}(?=[^\s\u200b])")
_KEPT_GAP = re.compile(r"(?<=\b\d) (?=[^\W\d])|(?<=\b\d\d) (?=[^\W\d])| (?=г\.)")
_QUOTES = {"en": "“”", "ru": "«»"}
_LONE_LETTER = re.compile(r"(?<![\w'’.-])([АВИКОСУЯавикосуя]) (?=\S)")
_ENDED = re.compile(r"[.!?…][»”\"')\]]*\Z")
_ABBREVIATED = re.compile(r"(?:\b[а-яё]{1,2}|\.[^\W\d]|\.)\.\Z")


def printable(text: str, limit: int = LONGEST) -> str:
    """Return one line of text as it may be printed: nothing hidden, no number left by its sign.

    A word too long for any line may be parted, and what is longer than ``limit`` letters is cut
    with a mark: one stretch of text over 64 KB brings Typst's PDF writer down.
    """
    return _short(text) if len(text) <= _MET_AGAIN else _printable(text, limit)


@lru_cache(maxsize=16384)
def _short(text: str) -> str:
    """Return a short text as printed: titles and names stand in many places of a report."""
    return _printable(text, LONGEST)


def _printable(text: str, limit: int) -> str:
    line = clean_line(text)
    line = line if len(line) <= limit else f"{line[:limit]} […]"
    return _ENDLESS_WORD.sub("\\g<0>\u200b", _NUMBER_SIGN.sub("№\u00a0", kept_whole(line)))


def kept_whole(text: str) -> str:
    """Return text in which no Russian preposition of one letter is left at a line's end."""
    return _LONE_LETTER.sub("\\1\u00a0", text)


def hyphenation_language(text: str, told: str = "") -> str:
    """Return the language to hyphenate by: the one told, else one that uses the text's script."""
    if _LANGUAGE.fullmatch(told):
        return told
    if text.isascii():
        return "en"
    return _LANGUAGE_OF_SCRIPT.get(script_of(text), "en")


def run(text: str, face: Face = "plain", *, lang: str = "") -> Run:
    """Return a run of text in its own language."""
    words = printable(text)
    return {"text": words, "face": face, "lang": hyphenation_language(words, lang)}


def joined(text: str) -> str:
    """Return a worded date whose day and month, or year and «г.», a line's end does not part."""
    return _KEPT_GAP.sub("\u00a0", text)


def quoted(text: str, language: Literal["en", "ru"]) -> Run:
    """Return words between the quotation marks of the language of the report that quotes them."""
    words = printable(text)
    opening, closing = _QUOTES[language]
    lang = hyphenation_language(words)
    return {"text": f"{opening}{words}{closing}", "face": "quote", "lang": lang}


def reference(mark: str) -> Run:
    """Return an entry's reference, which leads to the entry where the report holds it."""
    return {"text": printable(mark), "face": "reference", "to": printable(mark)}


def citations(numbers: Iterable[int], *, alone: bool = False) -> Line:
    """Return the numbers of sources in brackets, kept with what they follow unless alone."""
    return [
        {
            "text": f"{' ' if place else '' if alone else NO_BREAK}[{number}]",
            "face": "cite",
            "to": source_label(number),
        }
        for place, number in enumerate(numbers)
    ]


def source_label(number: int) -> str:
    """Return the label that citations of a source lead to."""
    return f"source {number}"


def separated(parts: Iterable[Line], separator: str = ", ") -> Line:
    """Return the parts that are not empty as one line."""
    line: Line = []
    for part in parts:
        if part:
            if line:
                line.append({"text": separator, "face": "plain"})
            line += part
    return line


def remarked(line: Line, remark: str, rest: Line) -> Line:
    """Return a line with somebody's remark on it, and what follows.

    A remark that is written as a sentence stays one; any other joins the line by commas. At the end
    of the whole, where no row has one, it has no full stop.
    """
    said = printable(remark)
    if not _is_sentence(said):
        return separated([line, [run(_unended(said))] if said else [], rest])
    told = [run(said if rest else _unended(said))]
    gap = " " if not line or _ENDED.search(line[-1]["text"]) else ". "
    return separated([separated([line, told], gap), rest], " ")


def _is_sentence(text: str) -> bool:
    return bool(_ENDED.search(text)) and not text[0].islower()


def _unended(text: str) -> str:
    ends_in_stop = text.endswith(".") and not _ABBREVIATED.search(text)
    return text[:-1] if ends_in_stop else text


def run_in(lines: list[Line], separator: str, longest: int) -> list[Line]:
    """Return lines as one where all rest on the same sources, which then stand once at its end.

    Lines stay apart where one of them has more than ``longest`` letters.
    """
    bodies = [[each for each in line if each["face"] != "cite"] for line in lines]
    cited = [[each for each in line if each["face"] == "cite"] for line in lines]
    alike = all(each == cited[0] for each in cited)
    if len(lines) < 2 or not alike or any(letters(body) > longest for body in bodies):
        return lines
    return [separated(bodies, separator) + cited[0]]


def letters(line: Line) -> int:
    """Return how many letters a line has."""
    return sum(len(each["text"]) for each in line)


def row(label: str, lines: Iterable[Line], *, quiet: bool = False) -> list[Row]:
    """Return a labelled row of the lines that are not empty; no row when none is left."""
    kept = [line for line in lines if line]
    return [{"label": label, "lines": kept, "quiet": quiet}] if kept else []
