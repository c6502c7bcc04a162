"""Places, bodies and people: few are busy, most are met once or twice."""

import random
from dataclasses import dataclass, field

from db.terms import EntryKind, LinkKind
from db.text.countries import country_name
from tests.benchmarks.generator.entries import Entries, dated
from tests.benchmarks.generator.vocabulary import cyrillic_name, latin_name

_CODES = (
    "RU", "AZ", "BY", "KZ", "UZ", "KG", "TJ", "AM", "TM", "CN", "IN", "IR", "TR", "SY", "EG", "DZ",
    "RS", "HU", "VN", "MN", "CU", "BR", "ZA", "AE", "SA", "QA", "PK", "ID", "MY", "TH",
)  # fmt: skip
_FIELDS = (
    ("Health", "здравоохранения"), ("Transport", "транспорта"), ("Education", "просвещения"),
    ("Culture", "культуры"), ("Energy", "энергетики"), ("Agriculture", "сельского хозяйства"),
    ("Finance", "финансов"), ("Justice", "юстиции"), ("Labour", "труда"), ("Defence", "обороны"),
    ("Ecology", "экологии"), ("Tourism", "туризма"), ("Sport", "спорта"), ("Science", "науки"),
)  # fmt: skip
_GIVEN = (
    ("Ivan", "Иван"), ("Mikhail", "Михаил"), ("Anna", "Анна"), ("Elena", "Елена"),
    ("Alexei", "Алексей"), ("Olga", "Ольга"), ("Timur", "Тимур"), ("Leyla", "Лейла"),
    ("Farid", "Фарид"), ("Aigul", "Айгуль"), ("Sergei", "Сергей"), ("Maria", "Мария"),
)  # fmt: skip


@dataclass(slots=True)
class Actors:
    """The ids of those there are, the busiest first."""

    countries: list[int] = field(default_factory=list[int])
    cities: list[int] = field(default_factory=list[int])
    bodies: list[int] = field(default_factory=list[int])
    people: list[int] = field(default_factory=list[int])

    def busy(self, dice: random.Random, among: list[int]) -> int:
        """Draw one of them: the first are drawn far more often."""
        return among[int(len(among) * dice.random() ** 3)]


def make_actors(entries: Entries, dice: random.Random, *, bodies: int, people: int) -> Actors:
    """Make the countries, their capitals and towns, bodies and people."""
    actors = Actors()
    for code in _CODES:
        actors.countries.append(_country(entries, code))
    for number in range(max(40, bodies // 8)):
        title = latin_name(number * 7) + "abad"
        city = entries.make(EntryKind.PLACE, title)
        parent = actors.countries[number % len(_CODES)]
        entries.store.put("place", id=city, place_kind="city", parent_id=parent, code="")
        actors.cities.append(city)
    for number in range(bodies):
        actors.bodies.append(_body(entries, actors, number))
    for number in range(people):
        actors.people.append(_person(entries, dice, actors, number))
    return actors


def _country(entries: Entries, code: str) -> int:
    country = entries.make(EntryKind.PLACE, country_name(code, "en"))
    entries.store.put("place", id=country, place_kind="country", parent_id=None, code=code)
    entries.name(country, country_name(code, "ru"), "ru")
    return country


def _body(entries: Entries, actors: Actors, number: int) -> int:
    english, russian = _FIELDS[number % len(_FIELDS)]
    at = (number // len(_FIELDS)) % len(_CODES)
    round_ = number // (len(_FIELDS) * len(_CODES))
    code, place = _CODES[at], latin_name(round_ * 11) if round_ else ""
    of = f"{place} region of " if place else ""
    body = entries.make(
        EntryKind.ORGANISATION, f"Ministry of {english} of {of}{country_name(code, 'en')}"
    )
    entries.store.put("organisation", id=body, organisation_kind="agency" if place else "ministry")
    where = f" ({cyrillic_name(round_ * 11)})" if place else ""
    entries.name(body, f"Министерство {russian}, {country_name(code, 'ru')}{where}", "ru")
    entries.link(LinkKind.OF_COUNTRY, body, "organisation", actors.countries[at], "place")
    return body


def _person(entries: Entries, dice: random.Random, actors: Actors, number: int) -> int:
    given, russian = _GIVEN[number % len(_GIVEN)]
    family = latin_name(number)
    person = entries.make(EntryKind.PERSON, f"{given} {family}")
    born = dated("born", f"{1940 + number % 50}")
    entries.store.put("person", id=person, family_name=family, given_names=given, **born)
    entries.name(person, f"{russian} {cyrillic_name(number)}", "ru")
    entries.link(
        LinkKind.HOLDS_POST, person, "person", actors.busy(dice, actors.bodies), "organisation",
        post_as="Minister" if number % 3 else "Deputy Minister",
    )  # fmt: skip
    return person
