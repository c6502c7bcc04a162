"""Runs: stretches of text with a face and a language, the stuff of every printed line.

The template only sets what it is handed. Text is data there, never markup, so that whatever a
source or a title holds is printed as characters.
"""

import re
from collections.abc import Iterable
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
LONGEST = 4_000
"""Letters of one run; a line of a row holds some ten runs."""

_LANGUAGE_OF_SCRIPT = {
    "Cyrl": "ru", "Armn": "hy", "Geor": "ka", "Arab": "ar", "Hebr": "he", "Grek": "el",
}  # fmt: skip
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_NUMBER_SIGN = re.compile(r"№\s*(?=\d)")
_ENDLESS_WORD = re.compile(r"[^\s\u200b]{60}(?=[^\s\u200b])")
_KEPT_GAP = re.compile(r"(?<=\b\d) (?=[^\W\d])|(?<=\b\d\d) (?=[^\W\d])| (?=г\.)")
_QUOTES = {"ru": "«»", "uk": "«»", "be": "«»", "fr": "«»"}


def printable(text: str, limit: int = LONGEST) -> str:
    """Return one line of text as it may be printed: nothing hidden, no number left by its sign.

    A word too long for any line may be parted, and what is longer than ``limit`` letters is cut
    with a mark: one stretch of text over 64 KB brings Typst's PDF writer down.
    """
    line = clean_line(text)
    line = line if len(line) <= limit else f"{line[:limit]} […]"
    return _ENDLESS_WORD.sub("\\g<0>\u200b", _NUMBER_SIGN.sub("№\u00a0", line))


def hyphenation_language(text: str, told: str = "") -> str:
    """Return the language to hyphenate by: the one told, else one that uses the text's script."""
    if _LANGUAGE.fullmatch(told):
        return told
    return _LANGUAGE_OF_SCRIPT.get(script_of(text), "en")


def run(text: str, face: Face = "plain", *, lang: str = "") -> Run:
    """Return a run of text in its own language."""
    words = printable(text)
    return {"text": words, "face": face, "lang": hyphenation_language(words, lang)}


def joined(text: str) -> str:
    """Return a worded date whose day and month, or year and «г.», a line's end does not part."""
    return _KEPT_GAP.sub("\u00a0", text)


def quoted(text: str) -> Run:
    """Return words between the quotation marks of their own language."""
    words = printable(text)
    lang = hyphenation_language(words)
    opening, closing = _QUOTES.get(lang, "“”")
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


def row(label: str, lines: Iterable[Line], *, quiet: bool = False) -> list[Row]:
    """Return a labelled row of the lines that are not empty; no row when none is left."""
    kept = [line for line in lines if line]
    return [{"label": label, "lines": kept, "quiet": quiet}] if kept else []
