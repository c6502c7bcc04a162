"""Finds bodies in a text, English and Russian."""

from desktop.reading.bodies import english, russian
from desktop.reading.findings import Findings, FoundBody
from desktop.reading.page import Page


def find_bodies(page: Page, found: Findings) -> tuple[FoundBody, ...]:
    """Return every mention, in the order of the text."""
    mentions = [*english.bodies(page, found), *russian.bodies(page, found)]
    return tuple(sorted(mentions, key=lambda body: (body.start, -body.end)))
