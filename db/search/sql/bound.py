"""A bound query: its tree with everything looked up that only the catalogue knows.

Names have become ids, words full-text expressions. What asks for nothing is gone, and words over
one full-text table that stand side by side are one expression.
"""

from dataclasses import dataclass
from typing import TypeAlias

from db.search.tree import Broken, Choice, Dates, Numbers
from db.search.words import Match


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """An expression in the full-text index."""

    match: Match


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """Entries of one kind, or what is linked to them; a place is also where something was."""

    place: bool
    ids: str
    """A JSON array of entry ids, as ``json_each`` reads it: not one bound value an id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """What carries one of these tags."""

    tags: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What says one of these values, as a publisher or as a post in a link."""

    field: str
    """publisher or post."""
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """What is linked to an entry, or tells of it as a source."""

    entry: int
    ids: str = ""
    """All of it as a JSON array of ids, where the entry has few links; else empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nothing:
    """What no entry is: a name nobody has, a word that stands nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Without:
    """What must not be so."""

    part: "BoundNode"


@dataclass(frozen=True, slots=True, kw_only=True)
class Every:
    """Parts that must all be so; none at all lets every entry through."""

    parts: "tuple[BoundNode, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Either:
    """Parts of which one must be so; at least two."""

    parts: "tuple[BoundNode, ...]"


BoundNode: TypeAlias = (
    Matching
    | Naming
    | Tagged
    | Stated
    | Cited
    | Nothing
    | Choice
    | Dates
    | Numbers
    | Without
    | Every
    | Either
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A query that can be asked of the catalogue it was bound to."""

    tree: BoundNode
    problems: tuple[Broken, ...] = ()
    """What is not catalogued: ``unknown_tag``, ``unknown_name``, ``unknown_reference``."""
