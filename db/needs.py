"""What a row needs: which others it can't be without, and which it only names."""

from collections.abc import Sequence
from functools import cache

from db.base import Base
from db.models import TARGETS

_NEEDED = frozenset(
    {
        ("link", "object_id"),
        ("figure", "entry_id"),
        ("figure", "point_id"),
        *(("evidence", f"{target}_id") for target in TARGETS),
    }
)
"""Columns that may be empty, but not without making a row say something else."""

TOGETHER = {("link", "on_behalf_of_id"): "on_behalf_of_kind"}
"""Columns that are empty together with one that names a row."""


@cache
def parents_of(table: str) -> Sequence[tuple[str, str]]:
    """Return the columns of a table that name rows by their ids, each with the table of those."""
    return sorted(
        (key.parent.name, key.column.table.name)
        for key in Base.metadata.tables[table].foreign_keys
        if key.column.name == "id"
    )


@cache
def is_needed(table: str, column: str) -> bool:
    """Tell whether a row can't be without the row that a column of it names."""
    known = next(one for one in Base.metadata.tables[table].columns if one.name == column)
    return not known.nullable or (table, column) in _NEEDED
