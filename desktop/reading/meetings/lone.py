"""Makes a record of "the meeting" where a text names no meeting, only those who were there."""

from collections.abc import Sequence
from dataclasses import replace

from db.terms import LinkKind
from desktop.reading.findings import FoundPerson
from desktop.reading.meetings import english_words, russian_words
from desktop.reading.meetings.marks import PERSON, Chunk, Line
from desktop.reading.meetings.mention import Mention, Weight, as_sides
from desktop.reading.meetings.russian_forms import chunk_in

_HEADS = frozenset(
    (
        "meeting", "talks", "negotiations", "встреча", "переговоры",
    )
)  # fmt: skip
_SITTINGS = frozenset(
    (
        "meeting", "session", "sitting", "заседание", "совещание", "собрание", "сессия",
    )
)  # fmt: skip
_MOST, _NEAR, _FAR = 4, 40, 160


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
    return _with_a_sitting(mentions, lines)


def _with_a_sitting(mentions: Sequence[Mention], lines: Sequence[Line]) -> list[Mention]:
    """Let the first sitting bear a record that is told to have been held of a body not named."""
    for at, mention in enumerate(mentions):
        line = lines[mention.line]
        begin, end = mention.start - line.start, mention.end - line.start
        near = line.text[max(0, begin - _NEAR) : begin] + line.text[end : end + _FAR]
        held = russian_words.HELD if line.language == "ru" else english_words.HELD
        sat = mention.head in _SITTINGS and (mention.body or mention.body_words)
        if sat and not mention.other_time and not mention.background and held.search(near):
            return [*mentions[:at], replace(mention, weight=Weight.WEAK), *mentions[at + 1 :]]
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
