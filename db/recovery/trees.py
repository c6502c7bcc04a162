"""Trees of pages: the rows of a table as far as they can be reached, and where they can't."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from db.recovery.pages import INDEX_INTERIOR, INDEX_LEAF, INTERIOR, LEAF, Pages
from db.recovery.records import Broken, Value, record

Row = tuple[int, "list[Value]"]
_DEEPEST = 40
_FIRST, _LAST = -(1 << 63), (1 << 63) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Row ids, both ends included, below a page that can't be read."""

    first: int
    last: int


@dataclass(slots=True, kw_only=True)
class Walked:
    """What a walk over a table has met."""

    pages: set[int] = field(default_factory=set[int])
    gaps: list[Gap] = field(default_factory=list[Gap])
    broken_rows: int = 0


def walk(pages: Pages, root: int, walked: Walked) -> Iterator[Row]:
    """Return the rows of a table in the order of their ids, passing over what can't be read."""
    yield from _walk(pages, root, (_FIRST, _LAST), walked, 0)


def _walk(
    pages: Pages, number: int, bounds: tuple[int, int], walked: Walked, depth: int
) -> Iterator[Row]:
    first, last = bounds
    kind = _kind(pages, number) if number not in walked.pages and depth < _DEEPEST else None
    walked.pages.add(number)
    if kind == LEAF:
        yield from leaf_rows(pages, number, walked, bounds)
    elif kind == INTERIOR:
        for child in pages.children(number):
            end = min(child.last, last)
            if end >= first:
                yield from _walk(pages, child.page, (first, end), walked, depth + 1)
                first = end + 1
    else:
        walked.gaps.append(Gap(first=first, last=last))


def leaf_rows(
    pages: Pages, number: int, walked: Walked, bounds: tuple[int, int] = (_FIRST, _LAST)
) -> Iterator[Row]:
    """Return the rows of one leaf, counting those that are broken or can't stand here."""
    for found in pages.rows(number):
        row = None if found is None or not bounds[0] <= found[0] <= bounds[1] else _row(*found)
        if row is None:
            walked.broken_rows += 1
        else:
            yield row


def _row(row_id: int, payload: bytes) -> Row | None:
    try:
        return row_id, list(record(payload))
    except Broken:
        return None


def indexed_rows(pages: Pages, root: int) -> Iterator[int]:
    """Return the ids of the rows that an index knows, as far as it can be read."""
    waiting, seen = [root], set[int]()
    while waiting:
        number = waiting.pop()
        if number in seen or _kind(pages, number) not in {INDEX_LEAF, INDEX_INTERIOR}:
            continue
        seen.add(number)
        for below, payload in pages.index(number):
            if below:
                waiting.append(below)
            row = _last_value(payload)
            if row is not None:
                yield row


def _last_value(payload: bytes | None) -> int | None:
    try:
        value = record(payload)[-1] if payload else None
    except (Broken, IndexError):
        return None
    return value if isinstance(value, int) else None


def _kind(pages: Pages, number: int) -> int | None:
    try:
        return pages.kind(number)
    except Broken:
        return None
