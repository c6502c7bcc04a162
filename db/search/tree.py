"""The tree of a query: what the grammar reads, the printer prints and the SQL visitor visits.

Spans are code points of the typed text and take no part in comparison: a tree printed and parsed
again is the same tree.
"""

import dataclasses
from dataclasses import dataclass
from typing import TypeAlias

Span = tuple[int, int]
_NOWHERE: Span = (0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A word, or a phrase, that an entry holds.

    Plain words and phrases are found in every inflection and script; ``exact`` (``="…"``) asks for
    these forms, only case, diacritics and ё aside.
    """

    text: str
    phrase: bool = False
    """Typed in quotes: these words in this order."""
    exact: bool = False
    begins: bool = False
    """Typed with an asterisk at the end, or still being typed: the (last) word may go on."""
    inside: bool = False
    """Typed with an asterisk before it: any part of a word of a title or name."""
    column: str = ""
    """``title``, ``name`` or ``text``; empty: anywhere."""
    span: Span = dataclasses.field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A field with values out of a closed vocabulary, any of which will do (``type:a,b``)."""

    field: str
    """kind, type, stage, state, review, country, lang, role, has."""
    keys: tuple[str, ...]
    """Stored values: ``memorandum``, ``AZ``, ``no-evidence``; sorted, no repeats."""
    span: Span = dataclasses.field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """A date field that overlaps a range of days; an open end is None."""

    field: str
    """date, published, received, held, born, covers, added, changed, or a ``StageKind``."""
    earliest: str | None
    """ISO day."""
    latest: str | None
    text: str
    """As it is printed: ``2021..2024``, ``2021-05``, ``..2020``."""
    span: Span = dataclasses.field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """A whole number within bounds, both included: ``number:21``, ``year:2020..``."""

    field: str
    """number (a meeting's ordinal, or a number within an agreement's), year."""
    low: int | None
    high: int | None
    span: Span = dataclasses.field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A field that names an entry, a tag or a publisher: ``person:murashko``, ``body:="…"``."""

    field: str
    """person, body, place, tag, publisher, post."""
    text: str
    phrase: bool = False
    exact: bool = False
    """``body:="World Health Organization"``: the whole name, folded, is this."""
    begins: bool = False
    span: Span = dataclasses.field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cites:
    """The entry with a reference, such as ``A-0012``, is linked to, or quoted from."""

    reference: str
    """Upper case."""
    span: Span = dataclasses.field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A part that could not be understood: kept as typed, asks for nothing."""

    text: str
    problem: str
    """A key such as ``unknown_field``; the desktop words it."""
    about: str = ""
    """What the problem is about, such as the name of the field."""
    span: Span = dataclasses.field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Not:
    """What must not be so."""

    part: "Node"
    span: Span = dataclasses.field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class All:
    """Parts that must all be so; none at all asks for nothing."""

    parts: "tuple[Node, ...]"
    span: Span = dataclasses.field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Any:
    """Parts of which one must be so; at least two."""

    parts: "tuple[Node, ...]"
    span: Span = dataclasses.field(default=_NOWHERE, compare=False)


Leaf: TypeAlias = Words | Choice | Dates | Numbers | Named | Cites | Broken
Node: TypeAlias = Leaf | Not | All | Any
