"""Leaves out the meetings a text only mentions: no archivist would make a record of them."""

from collections.abc import Sequence

from db.terms import MeetingKind, Standing
from desktop.reading.findings import FoundBody, FoundMeeting, FoundPerson
from desktop.reading.meetings.mention import Side, Weight
from desktop.reading.meetings.merging import Gathering

_TOP = 2
"""How many lines at the beginning are what the text is about."""


def without_passing(
    told: Sequence[tuple[Gathering, FoundMeeting]],
) -> tuple[FoundMeeting, ...]:
    """Return the meetings without those told in passing; a text's only one stays if it is named."""
    strong = [g for g, meeting in told if not _is_faint(g, meeting)]
    return tuple(
        meeting
        for gathering, meeting in told
        if not (_is_faint(gathering, meeting) and (strong or not _is_named(gathering)))
        and not _is_aside(gathering, meeting)
    )


def _is_faint(gathering: Gathering, meeting: FoundMeeting) -> bool:
    """Tell whether fewer than two who met are named of talks that have neither number nor body."""
    first = gathering.first
    if meeting.number or meeting.kind is not MeetingKind.TALKS or first.weight is not Weight.OWN:
        return False
    if meeting.body or first.body_words or first.heading or first.line < _TOP:
        return False
    return (
        len({key for m in gathering.mentions for who, _kind in m.sides if (key := _key(who))}) < 2
    )


def _is_named(gathering: Gathering) -> bool:
    return any(_key(who) for m in gathering.mentions for who, _kind in m.sides)


def _key(who: Side) -> str:
    """Return what tells one who met from the others, or empty for one without a name."""
    if isinstance(who, FoundPerson | FoundBody):
        generic = isinstance(who, FoundBody) and who.generic
        return "" if generic else who.name
    return who.code


def _is_aside(gathering: Gathering, meeting: FoundMeeting) -> bool:
    """Tell whether a forum or visit is named once, with neither day nor place of its own."""
    first = gathering.first
    if meeting.number or meeting.date or len(gathering.mentions) > 1 or first.heading:
        return False
    placed = bool(meeting.city or meeting.place or meeting.venue)
    if meeting.kind is MeetingKind.VISIT:
        ahead = meeting.standing is not Standing.HELD
        return ahead or (first.line >= _TOP and not placed)
    told_of = first.shared or first.line < _TOP or placed
    return meeting.kind is MeetingKind.FORUM and not told_of
