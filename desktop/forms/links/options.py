"""Whom a reading may mean: entries of that name, entries like it, or somebody new."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import Any

from db.queries.picker import Found, find_entries, look_alikes
from db.rows.entries import EntryRef
from db.terms import EntryKind
from db.text.countries import country_name, find_country
from db.text.folding import fold
from desktop.forms.links.name_kinds import by_likelihood
from desktop.forms.links.reading import Reading

Find = Callable[[str, Collection[EntryKind]], tuple[Found, ...]]
_SAME = 0.999  # the same letters, in whatever script or order


class Standing(StrEnum):
    """What is known of the other end."""

    KNOWN = "known"
    LIKE = "like"
    """An entry that may be meant: its names hold the words, or look like them."""
    NEW = "new"
    WORDS = "words"
    """Somebody without a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One way to make a link, and what was found out about its other end."""

    reading: Reading
    standing: Standing
    found: Found | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finders:
    """The two searches of the catalogue, bound to a session."""

    find: Find
    alike: Find


Options = tuple[tuple[Option, ...], ...]


def look_up(session: Any, readings: Sequence[Reading], subject: int) -> Options:  # noqa: ANN401 - a session, which forms may not name
    """Find out for each reading whom it may mean, other than the entry it is linked from."""
    finders = Finders(find=partial(find_entries, session), alike=partial(look_alikes, session))
    return tuple(options_of(reading, finders, subject) for reading in readings)


def options_of(reading: Reading, finders: Finders, subject: int) -> tuple[Option, ...]:
    """Return the ways to understand a reading, best first; never none."""
    if reading.code:
        return (_country(reading, finders),)
    told = _with_body(reading, finders)
    if told.unnamed:
        return (Option(reading=told, standing=Standing.WORDS),)
    kinds = _kinds(told)
    found = [f for f in finders.find(told.name, kinds) if f.ref is None or f.ref.id != subject]
    ids = {offer.ref.id for offer in found if offer.ref} | {subject}
    alike = [
        offer
        for offer in finders.alike(told.name, kinds)
        if offer.ref is not None and offer.ref.id not in ids
    ]
    there = sorted(
        (_there(told, offer) for offer in (*found, *alike)),
        key=lambda option: option.standing != Standing.KNOWN,
    )
    return (*there, *_new(told, kinds, there))


def _kinds(reading: Reading) -> list[EntryKind]:
    if reading.post and reading.role.takes_part:
        return [EntryKind.PERSON]  # nobody else holds a post
    return by_likelihood(reading.name, reading.role.partners)


def _country(reading: Reading, finders: Finders) -> Option:
    for found in finders.find(country_name(reading.code, "en"), [EntryKind.PLACE]):
        if found.ref is not None and _is_country(found, reading.code):
            known = replace(reading, entry=found.ref, name=found.title)
            return Option(reading=known, standing=Standing.KNOWN, found=found)
    named = replace(reading, name=country_name(reading.code, "en"))
    return Option(reading=named, standing=Standing.NEW)


def _is_country(found: Found, code: str) -> bool:
    return found.subtype == "country" and found.country_codes == code


def _there(reading: Reading, found: Found) -> Option:
    """Return an entry that was found; a country not catalogued yet counts as known."""
    if found.ref is None:
        named = replace(reading, name=found.title, code=found.country, kind=EntryKind.PLACE)
        return Option(reading=named, standing=Standing.KNOWN, found=found)
    known = _bears(found, reading.name) and not _is_namesake(found, reading)
    return Option(
        reading=replace(reading, entry=found.ref, kind=found.kind),
        standing=Standing.KNOWN if known else Standing.LIKE,
        found=found,
    )


def _bears(found: Found, name: str) -> bool:
    same = fold(name) in {fold(found.title), fold(found.matched)} or found.likeness >= _SAME
    code = find_country(name)
    return same or (code is not None and _is_country(found, code))


def _is_namesake(found: Found, reading: Reading) -> bool:
    """Tell a body of the same name in another country: each has its Ministry of Health."""
    codes = found.country_codes.split()
    other = bool(codes) and reading.country not in codes
    return found.kind == EntryKind.ORGANISATION and bool(reading.country) and other


def _new(
    reading: Reading, kinds: Iterable[EntryKind], there: Collection[Option]
) -> Iterator[Option]:
    taken = any(option.standing == Standing.KNOWN and option.reading.code for option in there)
    for kind in kinds:
        if not (taken and kind == EntryKind.PLACE):
            fresh = any(option.reading.kind == kind for option in there)
            made = replace(reading, kind=kind, fresh=fresh)
            yield Option(reading=made, standing=Standing.NEW)


def _with_body(reading: Reading, finders: Finders) -> Reading:
    """Take the body acted for out of the post: "Regional Director for Europe, WHO"."""
    post, comma, body = reading.post.rpartition(", ")
    if not comma:
        return reading
    behalf = _body_of_that_name(body, finders)
    if behalf is None:
        return reading
    country = "" if reading.carried else reading.country
    return replace(reading, post=post, behalf=behalf, country=country, carried=False)


def _body_of_that_name(name: str, finders: Finders) -> EntryRef | None:
    found = finders.find(name, [EntryKind.ORGANISATION])
    named = [offer.ref for offer in found if fold(name) in {fold(offer.title), fold(offer.matched)}]
    return named[0] if len(named) == 1 else None
