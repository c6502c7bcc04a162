"""How deep changes go: what only facets rest on is written lightly, however many entries it is.

Tagging ten thousand entries leaves their countries, dates and counts as they were, and so does
trashing agreements: nobody's countries rest on those.
"""

import json
from collections.abc import Iterable

from sqlalchemy import Connection

from db.derived import facets
from db.history import RowChange
from db.terms import EntryKind

_LIGHT = frozenset({"decision", "entry_tag", "evidence_passage", "passage"})
_WITHOUT_HEIRS = (EntryKind.SOURCE, EntryKind.AGREEMENT, EntryKind.MEETING)
"""The kinds that no other entry has its countries from."""


def deep_entries(
    connection: Connection, owners: Iterable[tuple[RowChange, tuple[int, ...]]]
) -> frozenset[int]:
    """Return the entries of which more has changed than their tags, or than that they are trashed.

    ``owners`` are changes with the entries they belong to.
    """
    deep, trashed = set[int](), set[int]()
    for change, entries in owners:
        if _is_trashing(change):
            trashed.update(entries)
        elif change.table not in _LIGHT:
            deep.update(entries)
    return frozenset(deep | _with_heirs(connection, trashed))


def _is_trashing(change: RowChange) -> bool:
    both = change.before is not None and change.after is not None
    return both and change.table == "entry" and set(change.after or ()) == {"trashed"}


def _with_heirs(connection: Connection, entries: set[int]) -> set[int]:
    if not entries:
        return set()
    rows = connection.exec_driver_sql(
        "SELECT id FROM entry WHERE id IN (SELECT value FROM json_each(?)) "
        "AND kind NOT IN (?, ?, ?)",
        (json.dumps(sorted(entries)), *_WITHOUT_HEIRS),
    )
    return set(rows.scalars())


def rewrite_lightly(connection: Connection, entries: Iterable[int]) -> None:
    """Write what may have changed of entries that are not deep: facets, and who is trashed."""
    these = sorted(entries)
    facets.write(connection, these)
    connection.exec_driver_sql(
        "UPDATE entry_country SET trashed = NOT trashed "
        "WHERE entry_id IN (SELECT value FROM json_each(?)) "
        "AND trashed <> (SELECT e.trashed FROM entry e WHERE e.id = entry_id)",
        (json.dumps(these),),
    )
