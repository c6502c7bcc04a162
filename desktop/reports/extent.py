"""How long a report will be: so many lines an item, so many lines a page.

Nobody knows before it is typeset; this is near enough to say beforehand, and to bind what is long
in volumes that the typesetter can hold: it takes some 3 MB a page.
"""

from typing import Any

from desktop.reports.entries import height
from desktop.reports.runs import Line, letters

PAGES_A_VOLUME = 120
"""Pages that are typeset at once, by the reckoning here: a tenth more or less in the end."""
MOST_VOLUMES = 60
"""More than this is gathered and laid out in no memory an office computer has to spare."""
LINES_A_PAGE = 72
"""Lines are reckoned rather too many than too few."""

_PAGES_BEFORE = 2
_PAGES_AN_ENTRY = 0.4
_PAGES_A_PARTICIPANT = 0.12
_GAPS_AROUND_ENTRY = 3
_CHRONOLOGY_LETTERS = 52
_GAP_LETTERS = 36


def pages_of(*, entries: int, participants: int) -> int:
    """Return about how many pages a report of so many agreements, meetings and people takes."""
    pages = _PAGES_BEFORE + _PAGES_AN_ENTRY * entries + _PAGES_A_PARTICIPANT * participants
    return round(pages)


def volumes_of(pages: int) -> int:
    """Return in how many volumes so many pages are bound."""
    return max(1, -(-pages // PAGES_A_VOLUME))


def lines_of(kind: str, item: Any) -> float:  # noqa: ANN401 - as a section holds it
    """Return about how many lines an item of a section of some kind takes."""
    if kind == "years":
        words = len(item["title"]["text"]) + len(item["what"])
        return 1.3 + words // _CHRONOLOGY_LETTERS
    if kind == "groups":
        texts = [item["title"]["text"], *(each["text"] for each in item["summary"])]
        texts += [_words(mark) for mark in item["marks"]]
        return height(texts, item["rows"]) + _GAPS_AROUND_ENTRY + len(item["others"])
    if kind == "rows":
        return height([], [item])
    if kind == "claims":
        return height([item["title"]["text"]], item["rows"]) + 1
    if kind == "gaps":
        return 1.2 + max(len(item["title"]["text"]), letters(item["missing"])) // _GAP_LETTERS
    texts = [item["title"]["text"], *(_words(line) for line in item["lines"])]
    return height(texts, []) + 1


def _words(line: Line) -> str:
    return "".join(run["text"] for run in line)
