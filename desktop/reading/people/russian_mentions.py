"""Later mentions of a person by surname alone, or by initials, told by the full name before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from db.text.names import split_name
from desktop.reading.bodies.russian_scope import Along, Scope
from desktop.reading.findings import FoundPerson

_ENDING = re.compile(r"(?:ого|его|ому|ему|ым|им|ой|ою|ей|ую|ом|ем|[аеуыияюйь])$")


def with_later_mentions(scopes: Sequence[Scope], named: list[FoundPerson]) -> list[FoundPerson]:
    """Return the people of a page: shorter names made whole, surnames alone added."""
    full = _full_names(named)
    whole = [_made_whole(person, full) for person in named]
    along = Along(whole)
    later = [
        person
        for scope in scopes
        for person in _surnames(scope, full, along.within(scope.sentence.start, scope.sentence.end))
    ]
    return [*whole, *later]


def _full_names(named: Sequence[FoundPerson]) -> dict[str, list[FoundPerson]]:
    """Return people by the stem of their family name; only those with a given name or initials."""
    full: dict[str, list[FoundPerson]] = {}
    for person in named:
        if " " not in person.name and "." not in person.name:
            continue
        for stem in _stems(person.name) | _all_stems(person.name):
            full.setdefault(stem, []).append(person)
    return full


def _stems(name: str) -> set[str]:
    _given, family = split_name(name.replace(".", ". "))
    return {_stem(family)} if len(family) > 2 else set()


def _all_stems(name: str) -> set[str]:
    """Return the stems of all parts of a long name: any may be told alone with another."""
    parts = name.split()
    return {_stem(part) for part in parts if len(part) > 3} if len(parts) > 2 else set()


def _stem(word: str) -> str:
    lower = word.lower().replace("ё", "е")
    stem = _ENDING.sub("", lower)
    return stem if len(stem) > 2 else lower


def _made_whole(person: FoundPerson, full: dict[str, list[FoundPerson]]) -> FoundPerson:
    """Give a person named by surname, or by initials, the fuller name the page has."""
    if " " in person.name and "." not in person.name:
        parts = set(person.name.split())
        wider = {
            other.name
            for stem in map(_stem, parts)
            for other in full.get(stem, ())
            if parts < set(other.name.split())
        }
        return replace(person, name=wider.pop()) if len(wider) == 1 else person
    given, family = split_name(person.name.replace(".", ". "))
    candidates = {
        other.name
        for other in full.get(_stem(family or person.name), ())
        if _fuller(other.name, person.name) and _fits(given, other.name)
    }
    return replace(person, name=candidates.pop()) if len(candidates) == 1 else person


def _fuller(name: str, than: str) -> bool:
    return "." not in name and len(name) > len(than)


def _fits(given: str, name: str) -> bool:
    initials = re.findall(r"[^\W\d_]", given)
    return not initials or name[:1] == initials[0] or f" {initials[0]}" in name


def _surnames(
    scope: Scope, full: dict[str, list[FoundPerson]], here: Sequence[FoundPerson]
) -> Iterator[FoundPerson]:
    for place, word in enumerate(scope.words):
        if word.sort != "word" or not word.is_capital or len(word.text) < 3:
            continue
        first, last = scope.offset(place), scope.end_offset(place + 1)
        names = {person.name for person in full.get(_stem(word.text), ())}
        names = {name for name in names if "." not in name} or names
        if len(names) != 1 or any(person.meets(first, last) for person in here):
            continue
        if any(p.known and not p.name and p.pos != "ADJF" for p in word.parses[:1]) and place == 0:
            continue
        yield FoundPerson(
            start=first, end=last, name=names.pop(), rule="surname alone", confidence=0.75
        )
