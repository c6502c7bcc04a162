"""A Russian sentence with its posts and names, ready to be joined."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop.reading.bodies.russian_scope import Along, Scope
from desktop.reading.findings import FoundBody
from desktop.reading.people.russian_names import after_post, names_in
from desktop.reading.people.russian_post_extent import Bodies
from desktop.reading.people.russian_posts import Post, post_at

_BYLINE = re.compile(
    r"\s*(?:автор|фото|текст|подготовил|корр\.|корреспондент|источник|редактор|беседовал|интервью|"
    r"съ[её]мка|видео|иллюстрация|перевод|переводчик|материал подготовил)\w*\b"
    r"(?!.*\b(?:подписа|заяви))",
    re.IGNORECASE,
)


@dataclass(slots=True, kw_only=True)
class Reading:
    """A sentence while its people are looked for."""

    scope: Scope
    bodies: Bodies
    names: dict[int, int]
    posts: list[Post]
    byline: bool = False
    taken: set[int] = field(default_factory=set[int])
    """Heads of the posts that a name has been found for."""


def read_sentence(scope: Scope, found: Along[FoundBody]) -> Reading:
    """Return a sentence with its posts and names, given the bodies of the page."""
    bodies = _bodies_of(scope, found.within(scope.sentence.start, scope.sentence.end))
    names = names_in(scope, bodies)
    bodies.names.update(names)
    posts: list[Post] = []
    place = 0
    while place < len(scope.words):
        inside = any(start <= place < end for start, end in names.items())
        post = None if inside else post_at(scope, place, bodies)
        if post is not None:
            posts.append(post)
            after = _after(scope, post.end, bodies, names)
            if after is not None and post.end < len(scope.words):
                names[post.end] = after
        place = post.end if post and post.end > place else place + 1
    return Reading(
        scope=scope, bodies=bodies, names=names, posts=posts,
        byline=bool(_BYLINE.match(scope.sentence.text)) and not posts,
    )  # fmt: skip


def _after(scope: Scope, place: int, bodies: Bodies, names: dict[int, int]) -> int | None:
    """Return the place after a name behind a post, two found side by side taken as one."""
    if place not in names:
        return after_post(scope, place, bodies)
    end = names[place]
    if end == place + 1 and end in names and scope.words[end].sort == "word":
        return names.pop(end)
    return None


def _bodies_of(scope: Scope, bodies: Sequence[FoundBody]) -> Bodies:
    """Return the bodies of a sentence by the words they begin with, the longest at each."""
    sentence = scope.sentence
    starting: dict[int, tuple[int, FoundBody]] = {}
    starts = {sentence.start + word.start: place for place, word in enumerate(scope.words)}
    ends = {sentence.start + word.end: place + 1 for place, word in enumerate(scope.words)}
    for body in bodies:
        if body.generic or body.start not in starts or body.end not in ends:
            continue
        place, end = starts[body.start], ends[body.end]
        if place not in starting or starting[place][0] < end:
            starting[place] = (end, body)
    return Bodies(starting)
