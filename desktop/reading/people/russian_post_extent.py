"""How far a post goes behind its noun: what it is of, where, for which countries."""

import re
from dataclasses import dataclass, field

from desktop.reading.bodies.russian_phrases import (
    DATIVE,
    GENITIVE,
    INSTRUMENTAL,
    LOCATIVE,
    chain,
    noun_phrase,
    quoted,
)
from desktop.reading.bodies.russian_scope import Scope
from desktop.reading.bodies.russian_words import opens_quote
from desktop.reading.findings import FoundBody
from desktop.reading.people.russian_post_words import post_head, rules_instrumental


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies of a sentence by the word they begin with, and the names of people in it."""

    starting: dict[int, tuple[int, FoundBody]]
    names: dict[int, int] = field(default_factory=dict[int, int])

    def at(self, place: int) -> tuple[int, FoundBody] | None:
        """Return the place after the body that begins at a place, and it."""
        return self.starting.get(place)

    def covers(self, place: int) -> bool:
        """Tell whether a word lies within a body's name."""
        return any(start <= place < end for start, (end, _) in self.starting.items())


_WITH = frozenset(
    ("связям", "связей", "отношениям", "отношений", "взаимодействию", "взаимодействия", "работе",
     "сотрудничеству", "сотрудничества", "работы")
)  # fmt: skip
_FAMILY = re.compile(r"(?:[оеё]ва?|ина?|[цс]к(?:ий|ая)|ко|ян|дзе|швили|зода|заде|[оу]глы)$")
"""How family names end in the nominative."""
_REGIONS = frozenset(
    ("провинция", "область", "штат", "регион", "район", "департамент", "округ", "префектура",
     "губернаторство", "муниципалитет", "кантон", "край", "земля", "воеводство", "вилоят", "велаят")
)  # fmt: skip
_STATES = frozenset(("республика", "королевство", "федерация", "эмират", "султанат"))
COUNTS = frozenset(("двух", "трех", "обоих", "обеих", "четырех"))
_AGAINST = frozenset(("встреча", "визит", "переговоры", "заседание", "сторона", "участие", "имя"))


def right(
    scope: Scope, place: int, bodies: Bodies, *, plural: bool
) -> tuple[int, tuple[str, ...], FoundBody | None]:
    """Go right over what the post is of: bodies, genitives, countries, tails."""
    countries: list[str] = []
    body: FoundBody | None = None
    end = place
    for _turn in range(8):
        reached, code, inner = _step(scope, end, bodies, first=end == place)
        if inner is not None:
            body = body or inner
        if code and (not countries or plural):
            countries.append(code)
        if reached == end:
            break
        end = reached
    if plural and (countries or _ends_in_country(scope, end)):
        end, more = _further_countries(scope, end)
        countries += more if countries else []
    inside = sorted(at for at in scope.countries if place <= at < end)
    if not countries:
        countries += [
            scope.countries[at][1]
            for at in inside
            if at and scope.words[at - 1].lower not in {"в", "на", "во", "при", "с"}
        ][: None if plural else 1]
    if not countries and body is not None and body.country:
        countries.append(body.country)
    return end, tuple(countries), body


def _step(
    scope: Scope, place: int, bodies: Bodies, *, first: bool
) -> tuple[int, str, FoundBody | None]:
    words = scope.words
    if place >= len(words):
        return place, "", None
    body = bodies.at(place)
    if body:
        return body[0], "", body[1]
    if place in scope.countries:
        end, code = scope.countries[place]
        return end, code, None
    if place in scope.nations and words[place].adjective(GENITIVE):
        end = noun_phrase(scope, place, GENITIVE) or place
        return end, scope.nations[place] if end > place else "", None
    return _tail(scope, place, bodies, first=first), "", None


def _ends_in_country(scope: Scope, end: int) -> bool:
    return any(after == end for after, _ in scope.countries.values())


def _tail(scope: Scope, place: int, bodies: Bodies, *, first: bool) -> int:
    lower = scope.words[place].lower
    if lower in {"при", "в", "на", "во", "по", "с"}:
        return _with_preposition(scope, place, bodies)
    if lower == "(" and first is False:
        return _over_brackets(scope, place)
    if lower in {"-", "–", "—"}:
        return place if first else _second_post(scope, place)
    if lower == "и" and not first and not _ends_in_country(scope, place):
        return noun_phrase(scope, place + 1, GENITIVE, _stops(bodies, after_and=True)) or place
    if lower in {"и", ","} or place in bodies.names:
        return place
    return quoted(scope, place) if opens_quote(scope.words[place]) else _of(scope, place, bodies)


def _over_brackets(scope: Scope, place: int) -> int:
    """Go over «член Коллегии *(министр)* по торговле», «представитель … ООН *(ФАО)* в …»."""
    inner = scope.words[place + 1 : place + 4]
    if len(inner) < 3 or inner[1].text != ")":
        return place
    letters = len(inner[0].text) > 1 and inner[0].text.isupper()
    told = letters or post_head(inner[0]) is not None
    return place + 3 if told and inner[2].lower in {"по", "при", "в"} else place


def _second_post(scope: Scope, dash: int) -> int:
    """Go over a dash and a post held with the first: «заместитель министра – главный врач»."""
    for at, word in enumerate(scope.words[dash + 1 : dash + 5], dash + 1):
        head = post_head(word)
        if head is not None:
            return at + 1 if head[1] or scope.words[dash + 1].is_capital else dash
        if not word.adjective():
            return dash
    return dash


def _of(scope: Scope, place: int, bodies: Bodies) -> int:
    """Go over genitives, or a region's name: «Республики Татарстан»."""
    word = scope.words[place]
    if word.is_capital and any(p.name == "place" and p.known for p in word.parses):
        return place + 1
    if word.is_capital and word.sort == "word" and word.text.isascii():
        return place + 1  # «директор Eni»
    if place - 1 not in scope.nations and _ends_in_country(scope, place):
        return place
    region = _region(scope, place)
    if region:
        return region
    if word.lower in COUNTS:
        return noun_phrase(scope, place + 1, GENITIVE) or place
    cases = INSTRUMENTAL if rules_instrumental(scope.words[place - 1]) else GENITIVE
    return chain(scope, place, cases, _stops(bodies))


def _region(scope: Scope, place: int) -> int:
    """Go over a region's name in the nominative: «губернатор провинции Западная Ява …», or 0."""
    words = scope.words
    if not place or not words[place - 1].lemmas & _REGIONS or words[place - 1].is_capital:
        return 0
    name = words[place : place + 2]
    if len(name) < 2 or not all(word.sort == "word" and word.is_capital for word in name):
        return 0
    adjective = name[0].adjective(frozenset(("nomn",)))
    return place + 2 if adjective and name[1].noun() else 0


def _with_preposition(scope: Scope, place: int, bodies: Bodies) -> int:
    words, lower = scope.words, scope.words[place].lower
    if place + 1 >= len(words):
        return place
    if lower == "по":
        end = chain(scope, place + 1, DATIVE, _stops(bodies))
        return end if end > place + 1 else place
    if lower == "с":
        end = noun_phrase(scope, place + 1, INSTRUMENTAL)
        return end if end and words[place - 1].lower in _WITH else place
    return _where(scope, place, bodies)


def _where(scope: Scope, place: int, bodies: Bodies) -> int:
    """Go over «в России», «при Президенте», «на Кубе»: a country, body or high post only."""
    following = place + 1
    if following in scope.countries:
        return scope.countries[following][0]
    body = bodies.at(following)
    if body or following in scope.cities:
        return body[0] if body else scope.cities[following]
    word = scope.words[following]
    if scope.words[place].lower == "в" and word.text.isupper() and len(word.text) > 1:
        return following + 1
    region = _in_region(scope, following) if scope.words[place].lower in {"в", "во"} else 0
    if region:
        return region
    if scope.words[place].lower == "при" and (word.is_capital or post_head(word)):
        end = noun_phrase(scope, following, LOCATIVE)
        return chain(scope, following, LOCATIVE) if end else place
    return place


def _in_region(scope: Scope, place: int) -> int:
    """Return the place after «Ошской области», «Боливарианской Республике», «странах …», or 0."""
    word = scope.words[place]
    if word.lower == "странах":
        return chain(scope, place + 1, GENITIVE)
    if not (word.is_capital and word.adjective(LOCATIVE)):
        return 0
    end = noun_phrase(scope, place, LOCATIVE) or 0
    return end if scope.words[end - 1].lemmas & (_REGIONS | _STATES) else 0


def _stops(bodies: Bodies, *, after_and: bool = False):  # noqa: ANN202 - a closure over bodies
    def stops(scope: Scope, place: int) -> bool:
        word = scope.words[place]
        if (
            bodies.at(place)
            or place in bodies.names
            or word.lemmas & _AGAINST
            or place in scope.nations
            or _begins_name(scope, place)
        ):
            return True
        before = scope.words[place - 1].lower if place else ""
        joined = after_and or before in {"и", ","}
        return joined and post_head(word) is not None

    return stops


def _begins_name(scope: Scope, place: int) -> bool:
    """Tell whether a word no dictionary has is a given name before a family name."""
    name = scope.words[place : place + 2]
    if len(name) < 2 or any(word.sort != "word" or not word.is_capital for word in name):
        return False
    strange = not any(parse.known for parse in name[0].parses)
    return strange and bool(_FAMILY.search(name[1].lower))


def _further_countries(scope: Scope, end: int) -> tuple[int, list[str]]:
    words = scope.words
    codes: list[str] = []
    while end + 1 < len(words) and words[end].lower in {",", "и"}:
        place = end + 1
        if place not in scope.countries:
            break
        end, code = scope.countries[place]
        codes.append(code)
    return end, codes
