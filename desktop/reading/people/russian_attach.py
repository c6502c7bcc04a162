"""Which post belongs to a name: the one before it, or in apposition behind it."""

import re

from desktop.reading.bodies.russian_scope import Scope
from desktop.reading.people.russian_names import honorifics_before
from desktop.reading.people.russian_posts import Post
from desktop.reading.people.russian_reading import Reading

_RANKS = frozenset(
    ("академик", "профессор", "доктор", "генерал", "полковник", "генерал-майор",
     "генерал-лейтенант", "генерал-полковник", "доцент", "адмирал", "маршал", "кандидат",
     "членкор")
)  # fmt: skip


_HELD_WITH_ANOTHER = re.compile("премьер|министр|заместител|председател")


def post_before(reading: Reading, place: int) -> Post | None:
    """Return the post right before a name, over an honorific, comma, colon or bracketed words."""
    words = reading.scope.words
    first = honorifics_before(reading.scope, place)
    while first and words[first - 1].text in {":", "–", "—", "-", ","}:
        first -= 1
    close = words[first - 1].text if first else ""
    if close == ")":
        opened = next((at for at in range(first - 1, -1, -1) if words[at].text == "("), first)
        first = opened
    signs = {w.text for w in words[first:place]}
    found = next((p for p in reversed(reading.posts) if p.end == first), None)
    if found is None or (
        signs & {",", "–", "—"} and not found.plural and _has_name(reading, found)
    ):
        return None
    if signs & {","} and not found.plural and not _is_nominative(reading.scope, place):
        return None
    reading.taken.add(found.head)
    return _weightier(reading, found)


def _weightier(reading: Reading, found: Post) -> Post:
    """Pass over a rank between the post and the name: «директор центра академик Иванов»."""
    words = reading.scope.words
    while words[found.head].lemmas & _RANKS:
        start = found.start - (found.start > 0 and words[found.start - 1].text == ",")
        before = next((post for post in reading.posts if post.end == start), None)
        if before is None:
            break
        reading.taken.add(before.head)
        found = before
    return found


def joined_before(reading: Reading, post: Post) -> Post | None:
    """Return a post a comma joins to one before a name: «вице-премьер, министр финансов …»."""
    words = reading.scope.words
    comma = post.start - 1
    if post.plural or comma < 1 or words[comma].text != ",":
        return None
    found = next((one for one in reading.posts if one.end == comma), None)
    if found is None or found.plural or not found.alone or found.head in reading.taken:
        return None
    named = any(end in {found.start, found.start - 1} for end in reading.names.values())
    return found if not named and _HELD_WITH_ANOTHER.search(words[found.head].lower) else None


def _is_nominative(scope: Scope, place: int) -> bool:
    return any(p.case == "nomn" for p in scope.words[place].parses) or not scope.words[place].parses


def _has_name(reading: Reading, post: Post) -> bool:
    """Tell whether a post already stands behind the name it belongs to."""
    words = reading.scope.words
    before = post.start - 1
    return (
        before > 0
        and words[before].text in {",", "–", "—", "-", "("}
        and any(end == before for end in reading.names.values())
    )


def post_behind(reading: Reading, end: int) -> Post | None:
    """Return the post in apposition behind a name: «…, министр …», «… – министр», «… (посол …)»."""
    words = reading.scope.words
    if end >= len(words) or words[end].text not in {",", "–", "—", "-", "("}:
        return None
    found = next((p for p in reading.posts if end < p.start <= end + 2), None)
    if found is None or found.plural or found.end in reading.names:
        return None
    if found.start == end + 2 and end + 1 not in reading.scope.nations:
        return None
    reading.taken.add(found.head)
    return found


def joins(scope: Scope, end: int, place: int) -> bool:
    """Tell whether only a comma or «и» stands between two names."""
    return end < place <= end + 2 and all(w.lower in {",", "и"} for w in scope.words[end:place])
