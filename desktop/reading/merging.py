"""Merges the mentions of a release: who and what is the same, by names alone."""

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Generic, TypeVar

from db.terms import Presence
from db.text.folding import fold
from db.text.names import similarity
from db.text.scripts import script_of, sound_key
from desktop.reading.findings import (
    Findings,
    FoundAgreement,
    FoundBody,
    FoundCity,
    FoundCountry,
    FoundDate,
    FoundMeeting,
    FoundPerson,
)
from desktop.reading.page import Page
from desktop.reading.records import (
    AgreementRecord,
    BodyRecord,
    CityRecord,
    CountryRecord,
    MeetingRecord,
    PersonRecord,
    Records,
)

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
_SAME_ACROSS_SCRIPTS = 0.9
_WORD = re.compile(r"[^\W_]+")
_LONGEST_KEY = 120


def merge(page: Page, found: Findings) -> Records:
    """Return each thing once, in the order in which the text first names it."""
    return Records(
        page=page,
        findings=found,
        people=_people(found.people),
        bodies=_bodies(_with_parties(found)),
        countries=tuple(
            CountryRecord(key=f"place:{code}", code=code, mentions=tuple(mentions))
            for code, mentions in _grouped(found.countries, _code)
        ),
        cities=tuple(
            CityRecord(
                key=f"city:{fold(name)}:{code}", name=name, code=code, mentions=tuple(mentions)
            )
            for (name, code), mentions in _grouped(found.cities, _city)
        ),
        agreements=tuple(
            AgreementRecord(key=key, found=one)
            for key, one in _keyed("agreement", found.agreements, _title)
        ),
        meetings=tuple(
            MeetingRecord(key=key, found=one)
            for key, one in _keyed("meeting", found.meetings, _title)
        ),
        published=published(found.dates),
    )


def _code(country: FoundCountry) -> str:
    return country.code


def _city(city: FoundCity) -> tuple[str, str]:
    return city.name, city.code


def _title(record: FoundAgreement | FoundMeeting) -> str:
    return record.title


def published(dates: Iterable[FoundDate]) -> FoundDate | None:
    """Return the date of the release itself: a full one before one without its year."""
    own = [date for date in dates if date.published]
    return min(
        own, key=lambda date: ("X" in date.edtf, len(date.edtf) < 10, date.start), default=None
    )


def _grouped(found: Sequence[T], key: Callable[[T], K]) -> Iterable[tuple[K, list[T]]]:
    groups: dict[K, list[T]] = {}
    for one in found:
        groups.setdefault(key(one), []).append(one)
    return groups.items()


def _keyed(kind: str, found: Sequence[T], title: Callable[[T], str]) -> Iterable[tuple[str, T]]:
    """Give each a key that does not change when the text is read again."""
    times: dict[str, int] = {}
    for one in found:
        key = f"{kind}:{fold(title(one))[:_LONGEST_KEY]}"
        times[key] = times.get(key, 0) + 1
        yield key if times[key] == 1 else f"{key}#{times[key]}", one


def _people(found: Sequence[FoundPerson]) -> tuple[PersonRecord, ...]:
    named = [one for one in found if one.presence == Presence.NAMED and one.name]
    groups = _Groups[FoundPerson]()
    for _name, mentions in _grouped(named, lambda one: fold(one.name)):
        name = mentions[0].name
        near = groups.near(_sounds(name))
        same = [at for at in near if _same_person(groups.all[at][0].name, name)]
        groups.put(mentions, _sounds(name), same[0] if len(same) == 1 else None)
    records = (_person(sorted(group, key=attrgetter("start"))) for group in groups.all)
    return tuple(sorted(records, key=lambda record: record.mentions[0].start))


def _sounds(name: str) -> list[str]:
    """Return what two names of one person must share one of, in whatever script."""
    return [sound for sound in sound_key(name).split() if len(sound) > 1]


class _Groups(Generic[T]):
    """Mentions put together, found again by what they share: no look at all the others."""

    def __init__(self) -> None:
        self.all: list[list[T]] = []
        self._by_mark: dict[str, dict[int, None]] = {}

    def near(self, marks: Iterable[str]) -> list[int]:
        """Return the places of the groups that share a mark, in order."""
        return sorted({place for mark in marks for place in self._by_mark.get(mark, ())})

    def put(self, mentions: Sequence[T], marks: Iterable[str], place: int | None) -> None:
        """Add mentions to the group at a place, or as a new one."""
        if place is None:
            place = len(self.all)
            self.all.append([])
        self.all[place].extend(mentions)
        for mark in marks:
            self._by_mark.setdefault(mark, {})[place] = None


def _person(mentions: Sequence[FoundPerson]) -> PersonRecord:
    name = max(
        (one.name for one in mentions), key=lambda name: (len(_WORD.findall(name)), len(name))
    )
    told = [one for one in mentions if one.post]
    country, reason = _country_of(mentions)
    return PersonRecord(
        key=f"person:{fold(name)}",
        name=name,
        mentions=tuple(mentions),
        post=_first(one.post for one in told),
        acting=any(one.acting for one in told[:1]),
        country=country,
        country_reason=reason,
        body=_first(one.body for one in mentions),
        byline=all(one.byline for one in mentions),
    )


def _country_of(mentions: Sequence[FoundPerson]) -> tuple[str, str]:
    """Return the country told of a person, before one inferred with its reason."""
    ranked = sorted(
        (one for one in mentions if one.country), key=lambda one: one.country_reason != ""
    )
    return (ranked[0].country, ranked[0].country_reason) if ranked else ("", "")


def _same_person(a: str, b: str) -> bool:
    """Tell whether one name is a shorter form of the other, or the same in another script."""
    shorter, longer = sorted((_words(a), _words(b)), key=len)
    if not shorter:
        return False
    if _script(a) != _script(b):
        return similarity(a, b) >= _SAME_ACROSS_SCRIPTS
    left = list(longer)
    for word in shorter:
        match = next((one for one in left if _same_part(word, one)), None)
        if match is None:
            return False
        left.remove(match)
    return any(len(word) > 1 for word in shorter)


def _same_part(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) == 1 and a[0] == b[0])


@lru_cache(maxsize=4096)
def _script(name: str) -> str:
    return script_of(name)


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in _WORD.findall(name))


def _bodies(found: Sequence[FoundBody]) -> tuple[BodyRecord, ...]:
    groups = _Groups[FoundBody]()
    named = [one for one in found if not one.generic]
    for _name, mentions in _grouped(named, lambda one: (fold(one.name), one.country, one.acronym)):
        marks = _marks(mentions[0])
        near = groups.near(marks)
        home = next((at for at in near if _same_body(groups.all[at], mentions[0])), None)
        groups.put(mentions, marks, home)
    records = (_body(sorted(group, key=attrgetter("start"))) for group in groups.all)
    return tuple(sorted(records, key=lambda record: record.mentions[0].start))


def _with_parties(found: Findings) -> tuple[FoundBody, ...]:
    """Return the bodies found, and those that only their part in an agreement gives away."""
    roles = (role for record in (*found.agreements, *found.meetings) for role in record.roles)
    parties = {role.who for role in roles if isinstance(role.who, FoundBody)}
    known = set(found.bodies)
    return (*found.bodies, *sorted(parties - known, key=attrgetter("start")))


def _marks(body: FoundBody) -> list[str]:
    """Return what two forms of a body's name must share one of: the beginning, or an acronym."""
    return [" ".join(fold(body.name).split()[:2]), *filter(None, [fold(body.acronym)])]


def _same_body(group: Sequence[FoundBody], body: FoundBody) -> bool:
    return any(_one_body(other, body) for other in group)


def _one_body(a: FoundBody, b: FoundBody) -> bool:
    """Tell whether two names are of one body: the same, an acronym of it, or cut before "of …"."""
    if a.country and b.country and a.country != b.country:
        return False
    x, y = fold(a.name), fold(b.name)
    if x == y:
        return True
    if y in {fold(a.acronym), ""} or x in {fold(b.acronym), ""}:
        return True
    if a.acronym and a.acronym == b.acronym:
        return True
    shorter, longer = sorted((x, y), key=len)
    tail = longer.removeprefix(shorter)
    return len(shorter.split()) > 1 and tail.startswith((" of ", " between ", " (", " между "))


def _body(mentions: Sequence[FoundBody]) -> BodyRecord:
    names = list(dict.fromkeys(one.name for one in mentions))
    name = max(names, key=lambda name: (not name.isupper(), len(name)))
    acronym = _first(one.acronym for one in mentions)
    forms = [form for form in (*names, acronym) if form and form != name]
    return BodyRecord(
        key=f"organisation:{fold(name)}"
        + (f":{country}" if (country := _first(one.country for one in mentions)) else ""),
        name=name,
        mentions=tuple(sorted(mentions, key=attrgetter("start"))),
        forms=tuple(dict.fromkeys(forms)),
        kind=next((one.kind for one in mentions if one.kind != "other"), "other"),
        country=country,
        acronym=acronym,
    )


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")
