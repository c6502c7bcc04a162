"""What the tests of meetings ask of a marked text: its only meeting, and who was what at it."""

from db.terms import LinkKind
from desktop.reading.findings import FoundBody, FoundCountry, FoundMeeting, FoundPerson
from tests.desktop.reading.markup import meetings


def only(marked: str) -> FoundMeeting:
    found = meetings(marked)
    assert len(found) == 1, [meeting.title for meeting in found]
    return found[0]


def names(meeting: FoundMeeting, *kinds: LinkKind) -> list[str]:
    return [_name(role.who) for role in meeting.roles if role.kind in kinds]


def _name(who: FoundPerson | FoundBody | FoundCountry) -> str:
    return who.code if isinstance(who, FoundCountry) else who.name
