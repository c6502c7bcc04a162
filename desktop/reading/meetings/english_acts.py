"""Finds what English sentences tell of the exchange of instruments of ratification."""

import re
from collections.abc import Iterator

from db.terms import MeetingKind
from desktop.reading.meetings.english_phrases import phrase_end
from desktop.reading.meetings.marks import Line
from desktop.reading.meetings.mention import Mention
from desktop.reading.meetings.standing import standing_of

_INSTRUMENTS = r"(?:the\s+)?instruments\s+of\s+ratification"
_EXCHANGE = re.compile(
    rf"\b(?:exchanged?\s+(?:of\s+)?{_INSTRUMENTS}|exchange\s+{_INSTRUMENTS}|"
    rf"{_INSTRUMENTS}(?P<of>\s+of\s+[^.;]{{3,160}}?)?\s+were\s+exchanged)",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+of\s+(?:the\s+)?")


def acts(line: Line) -> Iterator[Mention]:
    """Yield the exchanges of instruments of ratification a sentence tells of."""
    for found in _EXCHANGE.finditer(line.text):
        link = _OF.match(line.text, found.end())
        end = phrase_end(line, link.end()) if link else found.end()
        told = found["of"] or line.text[found.end() : end]
        title = " ".join(f"exchange of the instruments of ratification {told}".split())
        yield Mention(
            line=line.index, start=line.start + found.start(), end=line.start + end,
            head="exchange", title=title, kind=MeetingKind.CEREMONY, heading=line.heading,
            rule="an exchange of instruments", standing=standing_of(line, found.start(), end),
        )  # fmt: skip
