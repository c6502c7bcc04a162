"""Finds Russian events that were read as bodies: a forum of that name that is held, or attended."""

import re

from db.terms import MeetingKind
from desktop.reading.meetings.marks import Chunk, Line
from desktop.reading.meetings.mention import Mention
from desktop.reading.meetings.russian_phrases import front_of
from desktop.reading.meetings.russian_words import KINDS
from desktop.reading.meetings.standing import by_video, standing_of
from desktop.reading.morphology import nominative

_EVENTFUL = re.compile(
    r"\b(?:рамках|полях|ходе|участи\w+ в|участвовал\w* в|площадке|провести|проведени\w|открыл\w+|"
    r"время|работе|проведет|проведёт|состоял\w+|прош[её]?л\w*|на|"
    r"стартовал\w?)\s+(?:[\w-]+\s+){0,2}\Z",
    re.IGNORECASE,
)
_BEING_HELD = re.compile(
    r"[\s,]+(?:котор\w+\s+)?(?:состо\w+|прош[её]?л\w*|прохо\w+|открыл\w+|"
    r"пройд\w+|заверш\w+|стартов\w+)",
    re.IGNORECASE,
)


def is_event(line: Line, chunk: Chunk, noun: str) -> bool:
    """Tell whether what was read as a body is an event of that name: it is held, or attended."""
    held = _EVENTFUL.search(line.before(chunk.start)) or _BEING_HELD.match(line.text, chunk.end)
    return KINDS[noun] is MeetingKind.FORUM and noun != "конгресс" and bool(held)


def event(line: Line, chunk: Chunk, noun: str) -> Mention:
    """Return the mention of an event read as a body, with its number where it has one."""
    front = front_of(line, chunk.start)
    start = min(front.start, chunk.start) if front.number else chunk.start
    return Mention(
        line=line.index, start=line.start + start, end=line.start + chunk.end, head=noun,
        title=nominative(line.words(start, chunk.end)), kind=KINDS[noun],
        rule="the name of an event", number=front.number, number_as=front.number_as,
        standing=standing_of(line, start, chunk.end), video=by_video(line, start, chunk.end),
        other_time=front.other_time,
    )  # fmt: skip
