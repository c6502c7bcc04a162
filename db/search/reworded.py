"""Which entries read differently after changes, so that their index rows must be written anew."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from db.history import RowChange
from db.owners import Owned

_NAMED = frozenset({"entry", "name"})
_TELLING: Mapping[str, tuple[str, frozenset[str]]] = {
    "entry": ("id", frozenset({"reference", "title", "summary", "note"})),
    "source": ("id", frozenset({"text_sha256", "publisher", "byline"})),
    "name": ("entry_id", frozenset({"text"})),
    "point": ("entry_id", frozenset({"wording"})),
    "quotation": ("entry_id", frozenset({"words"})),
    "figure": ("entry_id", frozenset({"unit"})),
    "link": ("subject_id", frozenset({"named_as", "post_as"})),
}
"""The tables that ``documents`` reads: by which column an entry has a row, and where words stand.

Marking a passage, or a source as read, is none of it: that would read its whole text again.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reworded:
    """Entries of which some words, and of which the names, may read differently."""

    entries: frozenset[int]
    named: frozenset[int]


def reworded(owned: Iterable[Owned]) -> Reworded:
    """Return the entries whose index rows may read differently after changes."""
    entries, named = set[int](), set[int]()
    for one in owned:
        if _has_words(one.change):
            telling, _columns = _TELLING[one.change.table]
            ids = [id_ for end, id_ in zip(one.ends, one.entries, strict=True) if end == telling]
            entries.update(ids)
            if _is_naming(one.change):
                named.update(ids)
    return Reworded(entries=frozenset(entries), named=frozenset(named))


def _has_words(change: RowChange) -> bool:
    if change.table not in _TELLING:
        return False
    telling, columns = _TELLING[change.table]
    if change.before is not None and change.after is not None:
        return telling in change.after or not columns.isdisjoint(change.after)
    row = change.after or change.before or {}
    return any(row.get(column) for column in columns)


def _is_naming(change: RowChange) -> bool:
    is_changed = change.before is not None and change.after is not None
    return change.table in _NAMED and not (
        is_changed and change.table == "entry" and "title" not in (change.after or {})
    )
