"""The orders of a list: each is the walk of one covering index, forwards or backwards.

Named here without a statement: `db.queries.plain` says a walk in plain SQL, `db.queries.orders`
makes it a part of greater statements.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from db.rows.lists import BEST, ListSpec

_COLUMNS: Mapping[str, str] = {
    "title": "sort_title",
    "date": "sort_date",
    "reference": "id",  # references count up with ids
    "added": "id",
    "changed": "changed_at",
    "evidence": "evidence_count",
    "gaps": "gap_count",
    "state": "state",
    "type": "subtype",
    "body": "body",
    "countries": "country_codes",
    "review": "review",
}
_OF_ALL_KINDS = frozenset({"title", "date", "reference", "added", "changed", "evidence", "gaps"})

SORTS = tuple(_COLUMNS)
"""What a list of one kind can be sorted by."""
SORTS_OF_ALL = tuple(name for name in _COLUMNS if name in _OF_ALL_KINDS)
"""What a list of all kinds can be sorted by; by reference goes kind by kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """One walk: along which index, by which of its columns, and which way."""

    index: str
    column: str
    descending: bool = False
    half: str = ""
    """How the column compares with the empty text where another walk has the rest: > or =."""


def is_whole(spec: ListSpec) -> bool:
    """Tell whether nothing but kind and trash narrows a list: then nothing need be asked."""
    return not (spec.tag or spec.inbox or spec.conflicts or spec.gaps or spec.query.strip())


def walks_of(spec: ListSpec) -> tuple[Walk, ...]:
    """Return the walks that, one after the other, give a list's order.

    By date from the earliest on there are two: the empty text of an undated entry would sort first.
    """
    column = _column(spec)
    before = "ix_entry_trashed" if spec.kind is None else "ix_entry_kind_trashed"
    index = f"{before}_id" if column == "id" else f"{before}_{column}_id"
    descending = spec.descending or spec.sort == BEST
    if column == "sort_date" and not descending:
        return tuple(Walk(index=index, column=column, half=half) for half in (">", "="))
    return (Walk(index=index, column=column, descending=descending),)


def _column(spec: ListSpec) -> str:
    if spec.sort == BEST:
        return "sort_date"
    if spec.kind is None and spec.sort == "reference":
        return "kind"
    if spec.kind is None and spec.sort not in _OF_ALL_KINDS:
        return "sort_title"
    return _COLUMNS[spec.sort]
