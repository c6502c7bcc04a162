"""The spine of a list, its ids in order, and the steps that lead from one spine to the next."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

MANY_STEPS = 64
"""More runs than this are not worth telling a view one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """What turns one spine into another: removals, then a new order, then insertions."""

    removals: tuple[range, ...]
    """Runs of rows to take out, the last run first, as they are numbered before any removal."""
    order: "array[int] | None"
    """The remaining ids in their new order, None where it stays."""
    insertions: tuple[range, ...]
    """Runs of rows to put in, the first run first, as they are numbered when all is done."""

    @property
    def are_many(self) -> bool:
        """Whether a view had better start anew."""
        return len(self.removals) + len(self.insertions) > MANY_STEPS


def steps_between(old: "array[int]", new: "array[int]") -> Steps:
    """Find the steps from one spine to another; ids are unique in each."""
    if old == new:
        return Steps(removals=(), order=None, insertions=())
    before, after = set(old), set(new)
    kept = array("q", (entry for entry in old if entry in after))
    wanted = array("q", (entry for entry in new if entry in before))
    gone = (row for row, entry in enumerate(old) if entry not in after)
    come = (row for row, entry in enumerate(new) if entry not in before)
    return Steps(
        removals=tuple(reversed(runs_of(gone))),
        order=None if kept == wanted else wanted,
        insertions=tuple(runs_of(come)),
    )


def runs_of(rows: Iterable[int]) -> list[range]:
    """Return ascending rows as runs without gaps."""
    runs: list[range] = []
    for row in rows:
        if runs and runs[-1].stop == row:
            runs[-1] = range(runs[-1].start, row + 1)
        else:
            runs.append(range(row, row + 1))
    return runs
