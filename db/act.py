"""An act of the user and what came of it: what goes into the write path, and what comes out."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Act(Generic[T]):
    """One intent of the user: a key that names it, and the command that carries it out."""

    key: str
    """Stable, such as ``link.add``; the desktop words it."""
    run: "Callable[[Session], T]"
    about: str = ""
    """The title of what it is done to."""
    visit: str = ""
    """Not empty: consecutive acts of one visit become one revision."""
    extent: "Callable[[Session], int] | None" = None
    """Counts the entries it is to touch, where these may be many: a backup comes before then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What an act touched; an empty change means that nothing was different afterwards."""

    revision: int | None = None
    entries: frozenset[int] = frozenset()
    kinds: frozenset[str] = frozenset()
    tables: frozenset[str] = frozenset()
    removed: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.tables)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written(Generic[T]):
    """The answer of a command, with the change it made."""

    value: T
    change: Change = field(default_factory=Change)
