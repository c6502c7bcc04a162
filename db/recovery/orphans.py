"""Leaves that no inner page leads to any more: whose they are is told by where a table has gaps."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from db.recovery.pages import LEAF, Pages
from db.recovery.records import Broken, Value
from db.recovery.stored import StoredColumn, fitted
from db.recovery.trees import Gap, Row, Walked, leaf_rows

_LOOKED_AT = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Bereft:
    """A table some of whose leaves can't be reached."""

    columns: Sequence[StoredColumn]
    gaps: Sequence[Gap]


Found = tuple[str, tuple[int, tuple[Value, ...]]]
"""The name of a table, and a row of it with its row id."""


Stands = Callable[[str, tuple[Value, ...]], bool]
"""Tells whether what a row of a table rests on is there."""


def orphaned_rows(
    pages: Pages, reached: set[int], tables: Mapping[str, Bereft], stands: Stands
) -> Iterator[Found]:
    """Return the rows of leaves that nothing leads to, of the one table each can belong to.

    Pages on the list of free ones hold what was deleted, and are left alone.
    """
    known = reached | pages.free()
    for number in range(2, pages.count + 1):
        if number not in known and _is_leaf(pages, number):
            yield from _rows_of(pages, number, tables, stands)


def _rows_of(
    pages: Pages, number: int, tables: Mapping[str, Bereft], stands: Stands
) -> Iterator[Found]:
    rows = list(leaf_rows(pages, number, Walked()))
    owned = {name: _as_rows_of(bereft, rows) for name, bereft in tables.items()}
    owners = [name for name, whole in owned.items() if _most(name, whole, stands)]
    if len(owners) == 1:
        yield from ((owners[0], row) for row in owned[owners[0]])


def _as_rows_of(bereft: Bereft, rows: Sequence[Row]) -> Sequence[tuple[int, tuple[Value, ...]]]:
    """Return rows as a table has them; none where they can't be of this table."""
    whole: list[tuple[int, tuple[Value, ...]]] = []
    for row in rows:
        values = fitted(row, bereft.columns)
        if values is None or not any(gap.first <= row[0] <= gap.last for gap in bereft.gaps):
            return ()
        whole.append((row[0], values))
    return whole


def _most(table: str, rows: Sequence[tuple[int, tuple[Value, ...]]], stands: Stands) -> bool:
    looked_at = rows[:_LOOKED_AT]
    standing = sum(stands(table, values) for _row, values in looked_at)
    return bool(rows) and 2 * standing >= len(looked_at)


def _is_leaf(pages: Pages, number: int) -> bool:
    try:
        return pages.kind(number) == LEAF
    except Broken:
        return False
