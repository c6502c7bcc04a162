"""The spine of a list: its ids in order, found and mended without looking at all of them."""

import time
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

MANY_STEPS = 64
"""More runs than this are not worth telling a view one by one."""
SMALL = 20_000
"""So many ids are searched and compared one by one."""
_FEW = 8
"""So many ids are searched one by one; for more, each row is looked at once."""
_PART = 10_000
"""Ids looked at between two breaths: about a millisecond of the interpreter."""
_BREATH_S = 0.0001


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """What turns one spine into another: removals, then insertions, the rest in its old order."""

    removals: tuple[range, ...] = ()
    """Runs of rows to take out, the last run first, as they are numbered before any removal."""
    insertions: tuple[range, ...] = ()
    """Runs of rows to put in, the first run first, as they are numbered when all is done."""

    @property
    def are_many(self) -> bool:
        """Whether a view had better start anew."""
        return len(self.removals) + len(self.insertions) > MANY_STEPS


def steps_between(old: "array[int]", new: "array[int]") -> Steps | None:
    """Find the steps from one spine to another; ids are unique in each.

    None where there are no such steps: the spines are too long to compare, or ids that stay stand
    in another order.
    """
    if old == new:
        return Steps()
    if max(len(old), len(new)) > SMALL:
        return None
    before, after = set(old), set(new)
    kept = array("q", (entry for entry in old if entry in after))
    if kept != array("q", (entry for entry in new if entry in before)):
        return None
    gone = (row for row, entry in enumerate(old) if entry not in after)
    come = (row for row, entry in enumerate(new) if entry not in before)
    return Steps(removals=tuple(reversed(runs_of(gone))), insertions=tuple(runs_of(come)))


def runs_of(rows: Iterable[int]) -> list[range]:
    """Return ascending rows as runs without gaps."""
    runs: list[range] = []
    for row in rows:
        if runs and runs[-1].stop == row:
            runs[-1] = range(runs[-1].start, row + 1)
        else:
            runs.append(range(row, row + 1))
    return runs


@dataclass(slots=True, eq=False)
class Spine:
    """The ids of a list in order, 8 bytes each, and beyond `SMALL` 4 bytes more to find them by.

    Rows are numbered from 0. A long spine is built in a worker (`built`), and then belongs to the
    GUI thread, which mends it; a worker may read it meanwhile only where nothing mends it.
    """

    ids: "array[int]" = field(default_factory=lambda: array("q"))
    _rows: "array[int]" = field(default_factory=lambda: array("i"))
    """By id: the row it stood in when this was built, plus 1; 0 for none. Empty: not kept."""
    _drift: int = 0
    """By how much rows can have shifted since."""

    @classmethod
    def built(cls, ids: "array[int]", check: Callable[[], None] | None = None) -> "Spine":
        """Build the spine of these ids; a long one gives way to other threads now and then.

        ``check`` is called as often, and may raise where nobody waits for the spine any more.
        """
        return cls(ids, rows_by_id(ids, check) if len(ids) > SMALL else array("i"))

    def __len__(self) -> int:
        return len(self.ids)

    def id_at(self, row: int) -> int:
        """Return the id in a row, 0 where there is no such row."""
        return self.ids[row] if 0 <= row < len(self.ids) else 0

    def row_of(self, entry: int) -> int:
        """Return the row of an id, -1 where it is not in the list."""
        if not self._rows:
            return _index(self.ids, entry, 0, len(self.ids))
        place = self._rows[entry] - 1 if 0 < entry < len(self._rows) else -1
        if place < 0:
            return -1
        return _index(self.ids, entry, max(0, place - self._drift), place + self._drift + 1)

    def rows_of(self, entries: Collection[int]) -> list[int]:
        """Return the rows of ids, ascending; ids not in the list have none."""
        if self._rows or len(entries) <= _FEW:
            return sorted(row for entry in entries if (row := self.row_of(entry)) >= 0)
        wanted = frozenset(entries)
        return [row for row, entry in enumerate(self.ids) if entry in wanted]

    def remove(self, run: range) -> None:
        """Take a run of rows out."""
        self._note(self.ids[run.start : run.stop], None, len(run))
        del self.ids[run.start : run.stop]

    def insert(self, row: int, entries: Sequence[int]) -> None:
        """Put ids in before a row."""
        self.ids[row:row] = array("q", entries)
        self._note(entries, row, len(entries))

    def _note(self, entries: Sequence[int], row: int | None, shifted: int) -> None:
        if not self._rows:
            return
        self._drift += shifted
        for offset, entry in enumerate(entries):
            if entry >= len(self._rows):
                self._rows.frombytes(bytes(4 * (entry + 1 - len(self._rows))))
            self._rows[entry] = 0 if row is None else row + offset + 1


class Mending(Sequence[int]):
    """A spine with some ids taken out and some put back elsewhere, without a copy of it."""

    def __init__(self, spine: "array[int]", without: Sequence[int]) -> None:
        """Leave out these rows."""
        self._spine, self._without = spine, sorted(without)
        self._added: list[tuple[int, int]] = []
        """Rows as they are when all is done, each with its id, ascending."""

    def __len__(self) -> int:
        return len(self._spine) - len(self._without) + len(self._added)

    def __getitem__(self, row: int, /) -> int:  # pyright: ignore[reportIncompatibleMethodOverride] - no slices of what is not there
        if row < 0:
            row += len(self)
        if not 0 <= row < len(self):
            raise IndexError(row)
        before = 0
        for added, entry in self._added:
            if added == row:
                return entry
            before += added < row
        return self._spine[self._under(row - before)]

    def add(self, row: int, entry: int) -> None:
        """Put an id in before a row."""
        self._added = sorted([(at + (at >= row), id_) for at, id_ in self._added] + [(row, entry)])

    def added(self) -> tuple[tuple[int, int], ...]:
        """Return what was put in: the row each id has when all is done, ascending."""
        return tuple(self._added)

    def _under(self, row: int) -> int:
        for gone in self._without:
            if gone > row:
                break
            row += 1
        return row


def rows_by_id(ids: "array[int]", check: Callable[[], None] | None = None) -> "array[int]":
    """Return the row of each id, plus 1, by the ids; empty where that would be mostly gaps."""
    top = max(max(part) for part in _parts_of(ids, check))
    if top > 8 * len(ids):  # few of very many: searched one by one
        return array("i")
    rows, row = array("i", bytes(4 * (top + 1))), 0
    for part in _parts_of(ids, check):
        for entry in part:
            row += 1
            rows[entry] = row
    return rows


def _parts_of(ids: "array[int]", check: Callable[[], None] | None) -> Iterator["array[int]"]:
    """Cut a spine into parts to be worked through in a worker, a breath between them."""
    for start in range(0, len(ids), _PART):
        if start:
            time.sleep(_BREATH_S)  # a loop in a worker would hold up the GUI thread's every call
            if check is not None:
                check()
        yield ids[start : start + _PART]


def _index(ids: "array[int]", entry: int, start: int, stop: int) -> int:
    try:
        return ids.index(entry, start, stop)
    except ValueError:
        return -1
