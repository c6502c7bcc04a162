"""Finds people in Russian text: names with the posts they hold, and posts without a name."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop.reading.bodies.russian_scope import Along, Scope, scopes
from desktop.reading.findings import Findings, FoundPerson
from desktop.reading.page import Page
from desktop.reading.people.inferred import with_inferred
from desktop.reading.people.russian_attach import joined_before, joins, post_before, post_behind
from desktop.reading.people.russian_mentions import with_later_mentions
from desktop.reading.people.russian_nominatives import whole_nominative
from desktop.reading.people.russian_owners import (
    bracketed,
    ministries_of,
    represented,
    side_before,
    side_of,
    told_elsewhere,
)
from desktop.reading.people.russian_posts import Post
from desktop.reading.people.russian_reading import Reading, read_sentence
from desktop.reading.people.russian_titles import title_of, without_country
from desktop.reading.people.russian_unnamed import holders_of, unnamed

_BY_MINISTRY = "The country whose ministry or ministers the text tells."


def people(page: Page, found: Findings) -> tuple[FoundPerson, ...]:
    """Return every mention in the Russian paragraphs, in the order of the text."""
    named: list[FoundPerson] = []
    readings: list[Reading] = []
    nation, ministries = "", ministries_of(found.bodies)
    bodies = Along(found.bodies)
    for scope in scopes(page, found):
        reading = read_sentence(scope, bodies)
        nation = side_of(scope) or (nation if scope.words and scope.words[0].sort == "sign" else "")
        _add_named(reading, named, nation, ministries)
        readings.append(reading)
    every = with_later_mentions([reading.scope for reading in readings], named)
    every = with_inferred(every, found)
    holders = holders_of(every)
    for reading in readings:
        every.extend(unnamed(reading.scope, reading.posts, reading.taken, holders))
    return tuple(sorted(every, key=lambda person: person.start))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    """A name in a sentence, with its post; `turn` counts the names that share a plural post."""

    place: int
    end: int
    post: Post | None
    turn: int = 0


def _names(reading: Reading) -> Iterator[_Name]:
    shared: _Name | None = None
    for place, end in sorted(reading.names.items()):
        post, turn = post_before(reading, place), 0
        if post is None:
            post = post_behind(reading, end)
            if post is None and shared and joins(reading.scope, shared.end, place):
                post, turn = shared.post, shared.turn + 1
        name = _Name(place=place, end=end, post=post, turn=turn)
        shared = name if post is not None and post.plural else None
        yield name


def _add_named(
    reading: Reading, before: list[FoundPerson], nation: str, ministries: dict[str, str]
) -> None:
    for name in _names(reading):
        person = _person(reading, name, before[-1] if before else None)
        if name.post and not person.country:
            country, reason = _country(reading.scope, person, name.post) or nation, ""
            if not country:
                country = told_elsewhere(person.post, before, ministries)
                reason = _BY_MINISTRY if country else ""
            person = replace(person, country=country, country_reason=reason)
        before.append(person)


def _person(reading: Reading, name: _Name, last: FoundPerson | None) -> FoundPerson:
    scope = reading.scope
    person = FoundPerson(
        start=scope.offset(name.place),
        end=scope.end_offset(name.end),
        name=whole_nominative(scope, name.place, name.end, name.post),
        rule="post and name" if name.post else "name",
        confidence=0.95 if name.post else 0.8,
        byline=reading.byline,
    )
    if name.post is None:
        return replace(person, country=side_before(scope, name.place))
    person = _with_post(scope, person, name.post, name.turn, last)
    first = joined_before(reading, name.post) if name.post.end <= name.place else None
    return person if first is None else _with_first_post(reading, person, first)


def _with_first_post(reading: Reading, person: FoundPerson, first: Post) -> FoundPerson:
    reading.taken.add(first.head)
    return replace(
        person,
        post=f"{title_of(reading.scope, first)}, {person.post}",
        post_start=reading.scope.offset(first.start),
        country=person.country or next(iter(first.countries), ""),
        body=person.body or (first.body.name if first.body else ""),
    )


def _with_post(
    scope: Scope, person: FoundPerson, post: Post, turn: int, last: FoundPerson | None
) -> FoundPerson:
    codes = post.countries[turn : turn + 1] or post.countries[:1]
    title = title_of(scope, post, turn)
    if "коллега" in scope.words[post.head].lemmas and last is not None and last.post:
        title = without_country(last.post)
    return replace(
        person,
        post=title,
        post_start=scope.offset(post.start),
        post_end=scope.end_offset(post.end),
        acting=post.acting,
        country=codes[0] if codes else "",
        body=post.body.name if post.body else "",
    )


def _country(scope: Scope, person: FoundPerson, post: Post) -> str:
    return bracketed(scope, person) or represented(scope, post) or side_before(scope, post.start)
