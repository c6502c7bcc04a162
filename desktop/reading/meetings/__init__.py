"""Finds meetings in a text, English and Russian: one record each, with all its mentions."""

from desktop.reading.findings import Findings, FoundMeeting
from desktop.reading.meetings import english, english_verbs, russian, russian_verbs
from desktop.reading.meetings.assembly import Register, assemble
from desktop.reading.meetings.lone import with_a_lone_one
from desktop.reading.meetings.marks import Line, lines_of_page
from desktop.reading.meetings.mention import Mention
from desktop.reading.meetings.merging import gather
from desktop.reading.page import Page

_GRAMMARS = {
    "en": (english.noun_mentions, english_verbs.verb_mentions),
    "ru": (russian.noun_mentions, russian_verbs.verb_mentions),
}


def find_meetings(page: Page, found: Findings) -> tuple[FoundMeeting, ...]:
    """Return the meetings of the text, in the order they are first named."""
    lines = lines_of_page(page, found)
    told = [mention for line in lines for mention in _mentions(line, lines)]
    mentions = with_a_lone_one(told, lines)
    register = Register(mentions)
    return tuple(assemble(gathering, lines, register) for gathering in gather(mentions))


def _mentions(line: Line, lines: tuple[Line, ...]) -> list[Mention]:
    earlier = lines[max(0, line.index - 3) : line.index]
    nouns_of, verbs_of = _GRAMMARS[line.language]
    nouns = list(nouns_of(line, earlier))
    verbs = [m for m in verbs_of(line, earlier) if not any(_overlap(m, noun) for noun in nouns)]
    return [*nouns, *verbs]


def _overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end and other.title != ""
