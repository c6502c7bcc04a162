"""What a list shows: the rows that cross the border between a list on screen and its query."""

from array import array
from dataclasses import dataclass

from db.terms import EntryKind

BEST = "best"
"""The order of a ranked answer: what fits the words best stands first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSpec:
    """What a list shows: where it is at home, the query that narrows it, and its order.

    A list is at home in a kind, a tag (with its narrower ones), a board, the inbox or the trash.
    ``query`` is text in the query language (``db.search``); what is wrong in it narrows nothing.
    """

    kind: EntryKind | None = None
    tag: int = 0
    inbox: bool = False
    trashed: bool = False
    conflicts: bool = False
    gaps: bool = False
    saved: int = 0
    """The saved search whose query this was made from; narrows nothing by itself."""
    query: str = ""
    sort: str = "title"
    """A key of ``db.queries.lists.SORTS``, or ``BEST`` where the query asks for words."""
    descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstRows:
    """The first ids of a list, in order, and whether they are all."""

    ids: "array[int]"
    complete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSize:
    """How many lines a list has, or has at least."""

    count: int
    is_exact: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What is selected in a list: these entries, or all that a list shows but these."""

    ids: tuple[int, ...] = ()
    all_of: ListSpec | None = None
    """Not None: everything this list shows, except ``ids``."""
