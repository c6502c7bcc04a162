"""Finds people and the posts they held in English text."""

from collections.abc import Iterator, Sequence

from desktop.reading.bodies.english import split_by_paragraph
from desktop.reading.bodies.english_tokens import tokens_of
from desktop.reading.findings import Findings, FoundBody, FoundPerson
from desktop.reading.page import Page
from desktop.reading.people.english_mentions import mentions_among, with_fuller_names
from desktop.reading.people.english_pairs import Holder, Reading, pair_lines, read_paragraph
from desktop.reading.people.english_persons import is_of_state, person_of
from desktop.reading.people.english_unnamed import unnamed
from desktop.reading.people.inferred import with_inferred


def people(page: Page, found: Findings) -> tuple[FoundPerson, ...]:
    """Return every person the English paragraphs name, in the order of the text."""
    paragraphs = [one for one in page.body if one.language == "en"]
    outer = (*found.dates, *found.countries, *found.cities, *_whole_bodies(found))
    parts = split_by_paragraph(paragraphs, outer)
    readings = [
        read_paragraph(tokens_of(paragraph, inside))
        for paragraph, inside in zip(paragraphs, parts, strict=True)
    ]
    pair_lines(readings)
    named, left = _named(readings, page.text)
    named = with_fuller_names(named)
    named += mentions_among(left, named, page.text)
    named = with_inferred(named, found)
    free = [post for reading in readings for post in reading.free()]
    named += unnamed(free, page.text, named)
    return tuple(sorted(named, key=lambda person: (person.start, -person.end)))


def _whole_bodies(found: Findings) -> Iterator[FoundBody]:
    yield from (body for body in found.bodies if not body.generic)


def _named(readings: Sequence[Reading], text: str) -> tuple[list[FoundPerson], list[Holder]]:
    """Return the people whose words tell that they are, and the possible names left over."""
    named: list[FoundPerson] = []
    left: list[Holder] = []
    told: FoundPerson | None = None
    for holder in (holder for reading in readings for holder in reading.holders):
        person = person_of(holder, text, told)
        if person is None:
            left.append(holder)
            continue
        named.append(person)
        told = person if is_of_state(person.post) else told
    return named, left
