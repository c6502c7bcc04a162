"""Makes a record of "the meeting" where a text names no meeting, only those who were there."""

from collections.abc import Sequence
from dataclasses import replace

from db.terms import LinkKind
from desktop.reading.findings import FoundPerson
from desktop.reading.meetings.marks import PERSON, Chunk, Line
from desktop.reading.meetings.mention import Mention, Weight, as_sides
from desktop.reading.meetings.russian_forms import chunk_in

_HEADS = frozenset(
    (
        "meeting", "talks", "negotiations", "встреча", "переговоры",
    )
)  # fmt: skip
_MOST = 4


def with_a_lone_one(mentions: Sequence[Mention], lines: Sequence[Line]) -> list[Mention]:
    """Return the mentions, the first fit one given a title where none bears a record."""
    if any(m.weight is not Weight.GENERIC for m in mentions):
        return list(mentions)
    for at, mention in enumerate(mentions):
        people = _people(lines[mention.line])
        if mention.head in _HEADS and 2 <= len(people) <= _MOST:
            return [
                *mentions[:at],
                _titled(mention, lines[mention.line], people),
                *mentions[at + 1 :],
            ]
    return list(mentions)


def _people(line: Line) -> list[Chunk]:
    return [
        c for c in line.chunks
        if c.mark == PERSON and isinstance(c.found, FoundPerson) and c.found.name
    ]  # fmt: skip


def _titled(mention: Mention, line: Line, people: Sequence[Chunk]) -> Mention:
    russian = line.language == "ru"
    names = [chunk_in(line, c, "gent") if russian else line.words(c.start, c.end) for c in people]
    joint = ", ".join(names[:-1]) + (" и " if russian else " and ") + names[-1]
    title = f"{mention.head} {joint}" if russian else f"{mention.head} of {joint}"
    sides = as_sides(tuple(c.found for c in people), LinkKind.ATTENDEE)
    return replace(
        mention, title=title, weight=Weight.WEAK, sides=sides, rule="those told to have met"
    )
