"""Holders of a post who are told of together, without names: "the ministers of A, B and C"."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from db.terms import Presence
from desktop.reading.findings import FoundPerson, Role


def with_the_others(roles: Iterable[Role], people: Sequence[FoundPerson]) -> tuple[Role, ...]:
    """Return the roles, each of an unnamed holder also for those told of in the same words.

    A grammar sees such words once, while each country's holder is somebody of his own.
    """
    together: dict[tuple[int, int], list[FoundPerson]] = {}
    for person in people:
        if person.presence == Presence.UNNAMED:
            together.setdefault((person.start, person.end), []).append(person)
    found: dict[Role, None] = {}
    for role in roles:
        found[role] = None
        if isinstance(role.who, FoundPerson) and role.who.presence == Presence.UNNAMED:
            for other in together.get((role.who.start, role.who.end), ()):
                found[replace(role, who=other)] = None
    return tuple(found)
