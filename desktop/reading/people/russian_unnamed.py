"""Posts without a name: «заместители министров России и Сирии парафировали …»."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from db.terms import Presence
from desktop.reading.bodies.russian_scope import Scope
from desktop.reading.findings import FoundPerson
from desktop.reading.people.russian_posts import Post
from desktop.reading.people.russian_titles import title_of

Holders = Mapping[tuple[str, str], FoundPerson | None]
"""Who holds a post of a country on this page, by the post in small letters; None where several."""


def holders_of(people: Iterable[FoundPerson]) -> Holders:
    """Return who holds each post on a page."""
    found: dict[tuple[str, str], FoundPerson | None] = {}
    for person in people:
        if person.name and person.post:
            key = (person.post.lower(), person.country)
            other = found.get(key, person)
            found[key] = person if other and other.name == person.name else None
    return found


def unnamed(
    scope: Scope, posts: Sequence[Post], taken: set[int], holders: Holders
) -> Iterator[FoundPerson]:
    """Yield the holders of posts that stand without a name: the one told elsewhere, or unnamed.

    A plural with several countries gives one holder for each; a plural without gives none.
    """
    for post in posts:
        if post.head in taken or not post.alone or (post.plural and not post.countries):
            continue
        if not post.countries and post.body is None:
            continue
        for turn, country in enumerate(post.countries or ("",)):
            title = title_of(scope, post, turn)
            yield _holder(scope, post, title, country, holders.get((title.lower(), country)))


def _holder(
    scope: Scope, post: Post, title: str, country: str, known: FoundPerson | None
) -> FoundPerson:
    return FoundPerson(
        start=scope.offset(post.start),
        end=scope.end_offset(post.end),
        name=known.name if known else "",
        post=title,
        post_start=scope.offset(post.start),
        post_end=scope.end_offset(post.end),
        acting=post.acting,
        country=country,
        body=post.body.name if post.body else "",
        presence=Presence.NAMED if known else Presence.UNNAMED,
        rule="post alone",
        confidence=0.6,
    )
