"""Which country an official is of, where the post itself does not say it."""

import re
from collections.abc import Sequence

from db.text.countries import find_country
from desktop.reading.bodies.russian_scope import Scope
from desktop.reading.findings import FoundBody, FoundPerson
from desktop.reading.people.russian_posts import Post

_SIDE = frozenset(("сторона", "делегация"))
_MINISTER = re.compile(r".*министр(?:а|ом|у)?\b[ ]?(.*)")


def ministries_of(bodies: Sequence[FoundBody]) -> dict[str, str]:
    """Return the country of each subject that just one country's ministry on the page has."""
    found: dict[str, str] = {}
    for body in bodies:
        name = body.name.lower().partition("министерство ")[2]
        if body.country and name:
            subject = _subject(name)
            found[subject] = (
                body.country if found.get(subject, body.country) == body.country else ""
            )
    return found


def _subject(words: str) -> str:
    parts = words.split(" ")
    for length in range(min(5, len(parts) - 1), 0, -1):
        if find_country(" ".join(parts[-length:])):
            return " ".join(parts[:-length])
    return words


def told_elsewhere(title: str, before: Sequence[FoundPerson], ministries: dict[str, str]) -> str:
    """Return the country of a minister by their ministry on the page, or by the other ministers."""
    minister = _MINISTER.fullmatch(title.lower())
    if minister is None:
        return ""
    if minister[1]:
        return ministries.get(minister[1], "")
    told = {one.country for one in before if one.country and "министр" in one.post.lower()}
    return told.pop() if len(told) == 1 else ""


def bracketed(scope: Scope, person: FoundPerson) -> str:
    """Return the country in brackets behind a name: «Иван Иванов (Россия)»."""
    ends = {scope.end_offset(place): place for place in range(1, len(scope.words))}
    place = ends.get(person.end, len(scope.words))
    if place + 1 < len(scope.words) and scope.words[place].text == "(":
        return scope.countries.get(place + 1, (0, ""))[1]
    return ""


def represented(scope: Scope, post: Post) -> str:
    """Return the country of «Украину представлял вице-премьер …»."""
    place = post.start - 1
    if place < 1 or not scope.words[place].lemmas & {"представлять", "представить"}:
        return ""
    return next((code for end, code in scope.countries.values() if end == place), "")


def side_before(scope: Scope, place: int) -> str:
    """Return the country of the side told last: «с кубинской стороны», «кубинскую делегацию»."""
    for at in sorted(scope.nations, reverse=True):
        if at >= place or at + 1 >= len(scope.words):
            continue
        following = scope.words[at + 1]
        if following.lemmas & _SIDE or following.text in {"–", "—", "-"}:
            return scope.nations[at]
    return ""


def side_of(scope: Scope) -> str:
    """Return the one country whose side or delegation a sentence speaks of, or empty."""
    codes = {
        code
        for place, code in scope.nations.items()
        if any(w.lemmas & _SIDE for w in scope.words[place + 1 : place + 2])
    }
    return codes.pop() if len(codes) == 1 else ""
