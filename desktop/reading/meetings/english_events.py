"""Finds English events that were read as bodies: "the 11th Joint Commission was held"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from db.terms import MeetingKind
from db.text.ordinals import parse_ordinal
from desktop.reading.findings import FoundBody
from desktop.reading.meetings.english_phrases import front_of
from desktop.reading.meetings.english_reading import leading_number
from desktop.reading.meetings.english_words import HEAD, HEADS
from desktop.reading.meetings.marks import BODY, Chunk, Line
from desktop.reading.meetings.mention import Mention
from desktop.reading.meetings.standing import by_video, standing_of

_EVENTFUL = re.compile(
    r"\b(?:sidelines of|margins of|during|at|attend\w*|participat\w+ in|took "
    r"part in|opened|opening|"
    r"addressed|framework of|within|hosted|hosting|hold|holding|held|convene\w*)\s+(?:the\s+)?"
    r"(?:\S+\s+){0,2}\Z"
)
_BEING_HELD = re.compile(
    r"[\s,]+(?:\([^)]{1,30}\)[\s,]+)?(?:which\s+)?(?:(?:is|was|will|being|be|has|had|been)\s+)*"
    r"(?:held|took place|takes place|taking place|opened|kicked off|hosted|"
    r"convened|scheduled|concluded|ended|met)\b"
)
_OF_EVENT = re.compile(
    rf"(?:['’]s)?(?:\s*\([^)]{{1,20}}\))?(?:\s+[A-Z][\w'’-]*){{0,3}}\s+{HEAD.pattern}",
    re.IGNORECASE,
)
"""What makes a body's name the first words of a meeting's: "the Group (G9) Leaders' Summit"."""
_NUMBERED = re.compile(
    r"\b(?P<number>[IVX]{2,6}|[VX]|\d{1,3}(?:st|nd|rd|th)|[A-Z][a-z]+(?:-[a-z]+)?(?:th|st|nd|rd))\s+"
    r"(?P<body>(?:[A-Z][\w-]+\s+){0,4}"
    r"(?:Commission|Committee|Cabinet|Council|Board|Group|Troika|Parliament))\b"
)
_SEAT = re.compile(
    r"\b(?:Cent(?:er|re)|Hall|Hotel|Palace|Complex|Secretariat|Department|Committee|Council)\b"
)


def numbered_words(line: Line) -> Iterator[Mention]:
    """Yield sittings called by a number and a name not read as a body: "the IV Cabinet met"."""
    for found in _NUMBERED.finditer(line.text):
        number = parse_ordinal(found["number"])
        held = _BEING_HELD.match(line.text, found.end())
        if number and held and not line.between(found.start(), found.end(), BODY):
            yield Mention(
                line=line.index, start=line.start + found.start(), end=line.start + found.end(),
                head="session", title=line.words(*found.span()), kind=MeetingKind.SESSION,
                rule="a body's number", number=number, number_as=found["number"],
                body_words=line.words(*found.span("body")),
                standing=standing_of(line, found.start(), found.end()),
                video=by_video(line, found.start(), found.end()),
            )  # fmt: skip


def numbered_bodies(line: Line) -> Iterator[Mention]:
    """Yield sittings called by the body and its number: "the 11th Joint Commission was held"."""
    for chunk in line.chunks:
        if (
            chunk.mark != BODY
            or not isinstance(chunk.found, FoundBody)
            or HEAD.search(line.text, chunk.start, chunk.end)
        ):
            continue
        if _OF_EVENT.match(line.text, chunk.end):
            continue
        front = front_of(line, chunk.start)
        inside = None if front.number else leading_number(line.text[chunk.start : chunk.end])
        if inside:
            front = replace(front, start=chunk.start, number=inside[0], number_as=inside[1])
        held = _BEING_HELD.match(line.text, chunk.end) or _EVENTFUL.search(line.before(front.start))
        if front.number and held:
            start = min(front.start, chunk.start)
            yield Mention(
                line=line.index, start=line.start + start, end=line.start + chunk.end,
                head="session", title=line.words(start, chunk.end), kind=MeetingKind.SESSION,
                rule="a body's number", number=front.number, number_as=front.number_as,
                body=chunk.found, standing=standing_of(line, start, chunk.end),
                video=by_video(line, start, chunk.end),
            )  # fmt: skip


def is_event(line: Line, chunk: Chunk, head: str) -> bool:
    """Tell whether what was read as a body is an event of that name: it is held, or attended."""
    held = _EVENTFUL.search(line.before(chunk.start)) or _BEING_HELD.match(line.text, chunk.end)
    seat = _SEAT.search(line.text, chunk.start, chunk.end)
    return HEADS[head] is MeetingKind.FORUM and bool(held) and not seat


def event(line: Line, chunk: Chunk, head: str) -> Mention:
    """Return the mention of an event read as a body, with its number where it has one."""
    front = front_of(line, chunk.start)
    start = min(front.start, chunk.start) if front.number else chunk.start
    return Mention(
        line=line.index, start=line.start + start, end=line.start + chunk.end, head=head,
        title=line.words(start, chunk.end), kind=HEADS[head], rule="the name of an event",
        number=front.number, number_as=front.number_as, other_time=front.other_time,
        standing=standing_of(line, start, chunk.end), video=by_video(line, start, chunk.end),
    )  # fmt: skip
