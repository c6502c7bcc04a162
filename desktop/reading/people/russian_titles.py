"""Posts as they are catalogued: in the nominative singular, for one country each."""

from db.text.countries import find_country
from desktop.reading.bodies.russian_scope import Scope
from desktop.reading.morphology import inflect, nominative
from desktop.reading.people.russian_post_extent import COUNTS
from desktop.reading.people.russian_post_words import post_head
from desktop.reading.people.russian_posts import Post


def title_of(scope: Scope, post: Post, turn: int = 0) -> str:
    """Return a post in the nominative singular; of several countries only the one at a turn."""
    if not post.plural:
        text = scope.text(post.start, post.end).rstrip(" ,-–—")
        return nominative(text, case=post.case, number="sing")
    owners = [at for at in sorted(scope.countries) if post.head < at < post.end]
    front = nominative(scope.text(post.start, post.head + 1), case=post.case, number="plur")
    words = [inflect(word, case="nomn", number="sing", gender="masc") if at else _one(word)
             for at, word in _from_the_end(front)]  # fmt: skip
    rest = _held(scope, post, owners[0] if len(owners) > 1 else post.end)
    owner = owners[turn] if len(owners) > 1 and turn < len(owners) else -1
    last = scope.text(owner, scope.countries[owner][0]) if owner >= 0 else ""
    return " ".join(filter(None, (" ".join(words), rest, last)))


def without_country(title: str) -> str:
    """Return a post without the country at its end: a colleague holds it for another."""
    words = title.split()
    for length in range(min(4, len(words) - 1), 0, -1):
        if find_country(" ".join(words[-length:])):
            return " ".join(words[:-length])
    return title


def _from_the_end(front: str) -> list[tuple[int, str]]:
    words = front.split()
    return [(len(words) - 1 - at, word) for at, word in enumerate(words)]


def _one(word: str) -> str:
    return inflect(word, case="nomn", number="sing")


def _held(scope: Scope, post: Post, end: int) -> str:
    """Return what the post is of; another post in it («заместители министров») in the singular."""
    place = post.head + 1
    if place < end and scope.words[place].lower in COUNTS:
        return ""
    if place < end:
        inner = post_head(scope.words[place])
        if inner is not None and inner[0].number == "plur":
            one = inflect(scope.words[place].text, case="gent", number="sing")
            return f"{one} {scope.text(place + 1, end)}".strip()
    return scope.text(place, end)
