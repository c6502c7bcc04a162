"""Posts in Russian text: «первый заместитель министра здравоохранения РФ», «глава МИД»."""

import re
from dataclasses import dataclass

from desktop.reading.bodies.russian_scope import Scope
from desktop.reading.findings import FoundBody
from desktop.reading.morphology import Parse
from desktop.reading.people.russian_post_extent import Bodies, right
from desktop.reading.people.russian_post_words import post_head


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post as it stands in a sentence; places are numbers of words."""

    start: int
    head: int
    end: int
    case: str
    """The case it stands in where its form tells, or empty."""
    plural: bool
    alone: bool
    """Whether the post by itself points to one person."""
    acting: bool = False
    countries: tuple[str, ...] = ()
    """The countries it is of, in order; several where the post is plural."""
    body: FoundBody | None = None


_ACTING = re.compile(r"(?:и|вр)\.\s?(?:и\.\s?)?о\.|врио|ио|исполняющ\w+", re.IGNORECASE)
_NOT_OF_POSTS = frozenset(
    ("этот", "тот", "свой", "наш", "весь", "другой", "новый", "бывший", "каждый", "оба", "многие",
     "который", "некоторый", "нынешний", "тогдашний", "данный", "его", "такой", "любой", "иной",
     "соответствующий", "профильный", "зарубежный", "иностранный", "известный", "один", "сам",
     "уважаемый", "прежний", "будущий", "действующий")
)  # fmt: skip


def post_at(scope: Scope, place: int, bodies: Bodies) -> Post | None:
    """Read the post whose head noun stands at a place, or return None."""
    found = post_head(scope.words[place])
    if found is None or scope.is_in_name(place) or bodies.covers(place):
        return None
    parse, alone = found
    start, acting = _left(scope, place)
    end, countries, body = right(scope, place + 1, bodies, plural=_is_plural(scope, place))
    before = scope.nations.get(start - 1) if start else None
    if before and not countries:
        countries = (before,)
    return Post(
        start=start,
        head=place,
        end=end,
        case=_case(scope, start, place, parse),
        plural=_is_plural(scope, place),
        alone=alone,
        acting=acting,
        countries=countries,
        body=body,
    )


def _is_plural(scope: Scope, place: int) -> bool:
    found = post_head(scope.words[place])
    return found is not None and found[0].number == "plur"


def _case(scope: Scope, start: int, place: int, parse: Parse) -> str:
    """Return the case of the head, or of «исполняющий» that rules it; empty for «и. о.»."""
    for word in scope.words[start:place]:
        if _ACTING.fullmatch(word.text):
            holder = word.adjective()
            return holder.case if holder else ""
    return parse.case


def _left(scope: Scope, place: int) -> tuple[int, bool]:
    start = place
    while start and _qualifies(scope, start - 1, place):
        start -= 1
    words = scope.words
    if start and words[start - 1].lower == "и" and start > 1 and start < place:
        known = any(parse.known for parse in words[start - 2].parses)
        if known and _qualifies(scope, start - 2, place):  # «Чрезвычайный и Полномочный Посол»
            start -= 2
    if start and _ACTING.fullmatch(words[start - 1].text):
        return start - 1, True
    duties = start > 1 and words[start - 1].lower == "обязанности"
    if duties and _ACTING.fullmatch(words[start - 2].text):
        before = start > 2 and words[start - 3].lower == "временно"
        return start - (3 if before else 2), True
    return start, False


def _qualifies(scope: Scope, at: int, place: int) -> bool:
    word = scope.words[at]
    if word.sort != "word" or at in scope.nations or word.lemmas & _NOT_OF_POSTS:
        return False
    head = post_head(scope.words[place])
    if head is None:
        return False
    cases = {(p.case, p.number) for p in scope.words[place].parses if p.normal == head[0].normal}
    return any(p.pos == "ADJF" and (p.case, p.number) in cases for p in word.parses)
