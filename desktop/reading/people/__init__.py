"""Finds people in a text, English and Russian."""

from desktop.reading.findings import Findings, FoundPerson
from desktop.reading.page import Page
from desktop.reading.people import english, russian


def find_people(page: Page, found: Findings) -> tuple[FoundPerson, ...]:
    """Return every mention, in the order of the text."""
    mentions = [*english.people(page, found), *russian.people(page, found)]
    return tuple(sorted(mentions, key=lambda person: (person.start, -person.end)))
