"""Of which country a person is where no words tell it: by body, by side, by name, or not at all."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from desktop.reading.findings import Findings, Found, FoundBody, FoundPerson
from desktop.reading.people.cultures import country_of_name
from desktop.reading.people.english_lexicon import STATE_POSTS

_OF_BODY = "The country of the body the post is of."
_OF_PLACE = "The country of the place in the post."
_OF_NAME = "Of the countries the text is about, the name is rather one of this."
_OTHER = "The other country: the text is about two, and the officials of one are told."
_HOME = "The home country of the release, which it need not tell."
_SENT = re.compile(
    r"\b(?:ambassador|representative|consul|envoy|chargé)\b|посо?л|консул|представит",
    re.IGNORECASE,
)
_ABOVE_STATES = re.compile(
    r"\b(?:European|EU|UN|United Nations|Regional Director|Commissioner for|Secretary[- ]General"
    r"|Executive Secretary|Resident (?:Representative|Coordinator)|ООН|ВОЗ|ЕАЭС"
    r"|ЕЭК|СНГ|ШОС|Евразийск\w+|генеральн\w+ секретар\w+|Межгосударственн\w+)\b",
    re.IGNORECASE,
)
_OF_SEVERAL = re.compile(
    r"\b(?:commissioner|director[- ]general|executive (?:director|secretary)"
    r"|исполнительн\w+ (?:директор|секретар)\w*|комиссар|коллеги[ия])\b",
    re.IGNORECASE,
)
"""Posts that are often of bodies of several states: where a text has many, none is given."""
_STATE_POST = re.compile(
    r"министр|президент(?:а|ом|у)?(?: (?:республик|стран)|$)|премьер|посол|посла|губернатор|"
    r"депутат|"
    r"сенатор|хоким|аким|глава (?:государств|правительств|мид|минз)|статс-секретар",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w-]+")
_DATELINE = 120
_MOST_COUNTRIES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class _About:
    """Which countries a text is about."""

    candidates: tuple[str, ...]
    """The countries named most, the first most."""
    pair: tuple[str, ...]
    """The two the text is about, where it is clearly about two."""
    dateline: str
    told: frozenset[str]
    """The countries some person is told to be of."""
    bodies: dict[str, FoundBody]
    places: tuple[Found, ...]
    """Bodies, cities and adjectives that tell a country, in the order of the text."""


def with_inferred(people: Sequence[FoundPerson], found: Findings) -> list[FoundPerson]:
    """Give each person the country told elsewhere, or one inferred, with the reason.

    None is given where nothing tells the countries of the text apart.
    """
    told: dict[str, str] = {}
    for person in people:
        if person.country and not person.country_reason:
            told.setdefault(person.name, person.country)
    about = _about(people, found)
    inferred: dict[str, tuple[str, str]] = {}
    for person in people:
        if not person.country and person.name not in told:
            code, reason = _inferred(person, about)
            if code and (person.name not in inferred):
                inferred[person.name] = code, reason
    return [_with(person, told.get(person.name, ""), inferred) for person in people]


def _with(person: FoundPerson, told: str, inferred: dict[str, tuple[str, str]]) -> FoundPerson:
    if person.country or not person.name:
        return person
    code, reason = (told, "") if told else inferred.get(person.name, ("", ""))
    return replace(person, country=code, country_reason=reason)


def _inferred(person: FoundPerson, about: _About) -> tuple[str, str]:
    """Return the country of a person and why, or two empty strings."""
    if person.post and _ABOVE_STATES.search(person.post):
        return "", ""
    body = about.bodies.get(person.body)
    if body is not None and body.kind == "intergovernmental":
        return "", ""
    if body is not None and body.country:
        return body.country, _OF_BODY
    place = next(_places_in_post(person, about), None)
    if place:
        return place
    of_one = person.post and not _OF_SEVERAL.search(person.post)
    code = country_of_name(person.name, about.pair or (about.candidates if of_one else ()))
    if code:
        return code, _OF_NAME
    return _of_state(person, about) if _is_of_state(person.post) else ("", "")


def _of_state(person: FoundPerson, about: _About) -> tuple[str, str]:
    told = [code for code in about.pair if code in about.told]
    if len(told) == 1:
        return next(code for code in about.pair if code not in told), _OTHER
    if person.byline or not about.dateline:
        return "", ""
    return (about.dateline, _HOME) if about.dateline not in about.told else ("", "")


def _is_of_state(post: str) -> bool:
    return bool(_STATE_POST.search(post)) or any(
        word in STATE_POSTS for word in _WORD.findall(post.casefold())
    )


def _places_in_post(person: FoundPerson, about: _About) -> Iterator[tuple[str, str]]:
    if person.post_start < 0 or _SENT.search(person.post):
        return
    at = bisect_left(about.places, person.post_start, key=attrgetter("start"))
    while at < len(about.places) and about.places[at].start < person.post_end:
        place = about.places[at]
        at += 1
        is_body = isinstance(place, FoundBody)
        code = place.country if isinstance(place, FoundBody) else getattr(place, "code", "")
        if is_body and place.kind == "intergovernmental":
            continue
        yield code, _OF_BODY if is_body else _OF_PLACE


def _about(people: Sequence[FoundPerson], found: Findings) -> _About:
    counts = Counter(country.code for country in found.countries)
    counts.update(city.code for city in found.cities)
    ranked = counts.most_common(_MOST_COUNTRIES)
    third = ranked[2][1] if len(ranked) > 2 else 0
    two = len(ranked) > 1 and (third <= 1 or third * 2 <= ranked[1][1])
    own = [place for place in (*found.bodies, *found.cities) if _code_of(place)]
    own += [country for country in found.countries if country.form == "adjective"]
    return _About(
        candidates=tuple(code for code, _count in ranked),
        pair=tuple(code for code, _count in ranked[:2]) if two else (),
        dateline=next((city.code for city in found.cities if city.start < _DATELINE), ""),
        told=frozenset(person.country for person in people if person.country),
        bodies={body.name: body for body in found.bodies},
        places=tuple(sorted(own, key=lambda place: place.start)),
    )


def _code_of(place: Found) -> str:
    return place.country if isinstance(place, FoundBody) else getattr(place, "code", "")
