"""What a value shows of its evidence."""

from dataclasses import dataclass
from typing import NamedTuple

from db.terms import Face


class Target(NamedTuple):
    """What evidence is about: a thing, and a field of it (empty: the thing itself)."""

    thing: str
    """``entry``, ``name``, ``link``, ``stage``, ``point``, ``figure`` or ``quotation``."""
    id: int
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceRow:
    """The face of one target, and how many claims stand behind it."""

    face: Face
    count: int


NO_EVIDENCE = FaceRow(face=Face.NONE, count=0)
