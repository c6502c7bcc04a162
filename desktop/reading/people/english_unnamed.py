"""Holders of posts without a name: "the health ministers of Armenia and Belarus attended"."""

import re
from collections.abc import Iterable, Iterator, Sequence

from db.terms import Presence
from db.text.folding import fold
from desktop.reading.bodies.english_words import word_set
from desktop.reading.findings import FoundPerson
from desktop.reading.people.english_persons import is_of_state, post_words
from desktop.reading.people.english_posts import Post

_SMALL = frozenset(("of", "the", "for", "and", "acting", "a", "s"))
_ACTED = word_set(
    "attended attend attends met meets signed sign signs initialled initialed said noted "
    "stressed visited participated took held discussed co-chaired chaired led opened received "
    "spoke thanked emphasized emphasised underlined underscored welcomed praised expressed "
    "including include included with by between from were was has have had will and , to "
    "adopted approved agreed"
)


def unnamed(
    posts: Iterable[Post], text: str, people: Sequence[FoundPerson]
) -> Iterator[FoundPerson]:
    """Yield the holders of posts no name stands beside: known ones by name, others unnamed."""
    known: dict[tuple[frozenset[str], str], FoundPerson] = {}
    for person in people:
        if person.post and person.country:
            known.setdefault((_matter(person.post), person.country), person)
    for post in posts:
        words = post_words(post, text)
        if not post.countries or not is_of_state(words) or post.is_counterpart:
            continue
        if len(_matter(words)) < 2 and not post.plural and words.casefold() != "president":
            continue
        for country in post.countries:
            holder = known.get((_matter(words), country))
            if holder or (_acts(post) and (post.plural or len(post.countries) == 1)):
                yield _found(post, words, country, holder)


def _found(post: Post, words: str, country: str, holder: FoundPerson | None) -> FoundPerson:
    tokens = post.tokens
    start, end = tokens[post.first].start, tokens[post.end - 1].end
    return FoundPerson(
        start=start,
        end=end,
        rule="a post whose holder is named elsewhere" if holder else "a post without a name",
        confidence=0.7,
        name=holder.name if holder else "",
        post=words,
        post_start=start,
        post_end=end,
        country=country,
        body=holder.body if holder else "",
        presence=Presence.NAMED if holder else Presence.UNNAMED,
    )


def _matter(post: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", fold(post))) - _SMALL


def _acts(post: Post) -> bool:
    """Tell whether a verb of taking part stands beside a post."""
    near = [
        *post.tokens[max(0, post.first - 3) : post.first],
        *post.tokens[post.end : post.end + 2],
    ]
    return any(token.lower in _ACTED for token in near)
