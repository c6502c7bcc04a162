"""Later mentions of people already found: a family name alone, a name in short."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from db.text.folding import fold
from desktop.reading.findings import FoundPerson
from desktop.reading.people.english_lexicon import PARTICLES
from desktop.reading.people.english_pairs import Holder

Holding = dict[str, list[tuple[tuple[str, ...], FoundPerson]]]
"""By each word of a name the names that hold it, with their person."""
_TOO_COMMON = 200


def name_parts(name: str) -> tuple[str, ...]:
    """Return the words of a name by which it is known again: no particles, no initials."""
    words = [fold(word).strip(".") for word in name.split()]
    return tuple(word for word in words if len(word) > 1 and word not in PARTICLES)


def with_fuller_names(people: Iterable[FoundPerson]) -> list[FoundPerson]:
    """Give each short name the fullest name of the same person."""
    found = list(people)
    holding: Holding = {}
    for parts, person in {name_parts(one.name): one for one in reversed(found)}.items():
        for part in set(parts):
            holding.setdefault(part, []).append((parts, person))
    full = {name: _fuller(name, holding) for name in {one.name for one in found}}
    return [_renamed(person, full[person.name]) for person in found]


def _renamed(person: FoundPerson, full: FoundPerson | None) -> FoundPerson:
    if full is None:
        return person
    return replace(person, name=full.name, country=person.country or full.country)


def _fuller(name: str, holding: Holding) -> FoundPerson | None:
    """Return the one person a shorter name can mean, with the fullest name."""
    parts = name_parts(name)
    if not parts:
        return None
    rarest = min((holding[part] for part in parts), key=len)
    longer = [(known, one) for known, one in rarest[:_TOO_COMMON] if _is_part(parts, known)]
    fullest = [
        one for known, one in longer if not any(_is_part(known, other) for other, _one in longer)
    ]
    return fullest[0] if len(fullest) == 1 else None


def _is_part(short: Sequence[str], long: Sequence[str]) -> bool:
    return bool(short) and len(short) < len(long) and set(short) <= set(long)


def mentions_among(
    holders: Iterable[Holder], people: Sequence[FoundPerson], text: str
) -> Iterator[FoundPerson]:
    """Yield the names among those left that mean a person found elsewhere in the text."""
    known: dict[str, list[FoundPerson]] = {}
    for person in sorted(people, key=attrgetter("start")):
        for part in set(name_parts(person.name)):
            known.setdefault(part, []).append(person)
    for holder in holders:
        words = holder.tokens[holder.name.first : holder.name.end]
        start, end = words[0].start, words[-1].end
        person = _meant(name_parts(text[start:end]), known, start)
        if person:
            yield replace(
                person,
                start=start,
                end=end,
                rule="a name found elsewhere, in short",
                confidence=0.85,
                post="",
                post_start=-1,
                post_end=-1,
                acting=False,
            )


def _meant(
    parts: Sequence[str], known: dict[str, list[FoundPerson]], start: int
) -> FoundPerson | None:
    """Return the person some words mean: of several the one named last before them."""
    if not parts:
        return None
    named = known.get(parts[-1], [])
    at = bisect_left(named, start, key=attrgetter("start"))
    near = [*reversed(named[max(0, at - _TOO_COMMON) : at]), *named[at : at + _TOO_COMMON]]
    return next((one for one in near if set(parts) <= set(name_parts(one.name))), None)
