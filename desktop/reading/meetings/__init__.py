"""Finds meetings in a text, English and Russian: one record each, with all its mentions."""

from dataclasses import replace

from desktop.reading.findings import Findings, FoundMeeting
from desktop.reading.meetings import (
    english,
    english_acts,
    english_verbs,
    russian,
    russian_acts,
    russian_verbs,
)
from desktop.reading.meetings.assembly import Register, assemble
from desktop.reading.meetings.lone import with_a_lone_one
from desktop.reading.meetings.marks import Line, lines_of_page
from desktop.reading.meetings.mention import Mention, Weight
from desktop.reading.meetings.merging import gather
from desktop.reading.meetings.passing import without_passing
from desktop.reading.page import Page
from desktop.reading.unnamed import with_the_others

_GRAMMARS = {
    "en": (english.noun_mentions, english_verbs.verb_mentions),
    "ru": (russian.noun_mentions, russian_verbs.verb_mentions),
}
_ACTS = {"en": english_acts.acts, "ru": russian_acts.acts}


def find_meetings(page: Page, found: Findings) -> tuple[FoundMeeting, ...]:
    """Return the meetings of the text, in the order they are first named."""
    lines = lines_of_page(page, found)
    told = [mention for line in lines for mention in _mentions(line, lines)]
    mentions = with_a_lone_one(told, lines)
    register, gatherings = Register(mentions, lines), gather(mentions)
    register.keep(gatherings)
    told = [(gathering, assemble(gathering, lines, register)) for gathering in gatherings]
    meetings = without_passing(told)
    return tuple(replace(one, roles=with_the_others(one.roles, found.people)) for one in meetings)


def _mentions(line: Line, lines: tuple[Line, ...]) -> list[Mention]:
    earlier = lines[max(0, line.index - 3) : line.index]
    nouns_of, verbs_of = _GRAMMARS[line.language]
    acts = list(_ACTS[line.language](line))
    nouns = [m for m in nouns_of(line, earlier) if not any(_overlap(m, act) for act in acts)]
    nouns += acts
    verbs = [
        m for m in verbs_of(line, earlier)
        if not any(_overlap(m, noun) or _is_part(m, noun) for noun in nouns)
    ]  # fmt: skip
    return [*nouns, *verbs]


def _overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end and other.title != ""


def _is_part(verb: Mention, noun: Mention) -> bool:
    """Tell whether one who is told to have met only belongs to the name of another meeting."""
    return noun.weight is Weight.OWN and any(
        noun.start < who.start and who.end < noun.end for who, _kind in verb.sides
    )
