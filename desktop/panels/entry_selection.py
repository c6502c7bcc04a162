"""The selection of a list: single rows, or all that the list shows, but for a few."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import cast

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Slot,
)
from typing_extensions import override

from db.rows.lists import Chosen
from desktop.models.entry_list import EntryListModel
from desktop.models.spine import runs_of

_Index = QModelIndex | QPersistentModelIndex
_Flag = QItemSelectionModel.SelectionFlag

KEPT = 2_000
"""Rows selected one by one that are found again, by their ids, in another order or list."""


class EntrySelection(QItemSelectionModel):
    """Know whether rows were selected as such or as all of the list.

    All stays all while rows come, go and move, and single rows can be taken out of it again; single
    rows stay selected by their ids. Ranges of rows are never taken apart: nothing grows with the
    list. `hold` and `let_go` enclose every change of the rows.
    """

    def __init__(self, model: EntryListModel, parent: QObject) -> None:
        super().__init__(model, parent)
        self._entries = model
        self._all = self._held = False
        self._without: frozenset[int] = frozenset()
        self._lost: frozenset[int] = frozenset()
        """Entries selected before their rows went, that may come again."""
        self._before: Sequence[range] = ()
        """The rows selected before any came or went."""
        model.rowsAboutToBeRemoved.connect(self._on_about_to_remove)
        model.modelAboutToBeReset.connect(self._on_about_to_reset)

    @property
    def is_all(self) -> bool:
        """Whether all that the list shows is selected, but for what was taken out."""
        return self._all

    def runs(self) -> list[range]:
        """Return the selected rows as runs, ascending."""
        found = cast("Sequence[QItemSelectionRange]", self.selection())
        ranges = ((one.top(), one.bottom()) for one in found if one.isValid())
        runs: list[range] = []
        for top, bottom in sorted(set(ranges)):
            if runs and runs[-1].stop >= top:
                runs[-1] = range(runs[-1].start, max(runs[-1].stop, bottom + 1))
            else:
                runs.append(range(top, bottom + 1))
        return runs

    def count(self) -> int:
        """Count the selected rows, as far as rows are there."""
        return sum(len(run) for run in self.runs())

    def chosen(self) -> Chosen:
        """Return what is selected: ids in the order of the list, or the list itself.

        While it is not known whose rows these are, nothing is: what is done is done to all or none.
        """
        if self._all:
            without = self._without if self._held else self._left_out()
            return Chosen(ids=tuple(sorted(without)), all_of=self._entries.spec)
        runs = self.runs()
        known = not runs or self._entries.is_read(runs[-1].stop - 1)
        return Chosen(ids=tuple(self._ids(runs)) if known else ())

    def select_all(self) -> None:
        """Select all that the list shows, also what it will come to show."""
        self._all, self._without = True, frozenset()
        self._restore_all()

    def forget(self) -> None:
        """Let neither all nor lost rows be selected again."""
        self._all, self._without, self._lost = False, frozenset(), frozenset()

    def hold(self) -> None:
        """Note what is selected: rows are about to change."""
        if self._all and not self._held:
            self._without = self._left_out()
        self._before = self.runs()
        self._held = True

    def let_go(self) -> None:
        """Select again what is still, or again, in the list: rows have changed."""
        if self._all:
            self._restore_all()
        elif self._lost:
            rows = sorted(row for entry in self._lost if (row := self._entries.row_of(entry)) >= 0)
            super().select(self._selection(runs_of(rows)), _Flag.Select)
            if self._entries.is_complete:
                self._lost = frozenset()
        self._held = False

    def keeps(self, entry: int) -> bool:
        """Tell whether an entry was selected before its row went, and will be again."""
        return self._all or entry in self._lost

    @override
    def select(self, selection: QItemSelection | _Index, command: _Flag, /) -> None:  # pyright: ignore[reportIncompatibleMethodOverride] - both of Qt's overloads
        """Select rows; whoever selects anew does not mean all any more."""
        if command & _Flag.Clear and not self._held:
            self.forget()
        super().select(selection, command)

    def _restore_all(self) -> None:
        stop = self._entries.rowCount()
        rows = (self._entries.row_of(entry) for entry in self._without)
        runs = _between(sorted(row for row in rows if row >= 0), stop)
        super().select(self._selection(runs), _Flag.ClearAndSelect)

    def _left_out(self) -> frozenset[int]:
        """Return the entries between the selected rows, and those whose rows are yet to come."""
        unseen = frozenset(e for e in self._without if self._entries.row_of(e) < 0)
        return unseen | self._unselected()

    def _unselected(self) -> frozenset[int]:
        stop, edges = self._entries.rowCount(), self.runs()
        starts = [0, *(run.stop for run in edges)]
        stops = [*(run.start for run in edges), stop]
        return frozenset(self._ids(range(a, b) for a, b in zip(starts, stops, strict=True)))

    @Slot(QModelIndex, int, int)
    def _on_about_to_remove(self, _parent: _Index, first: int, last: int) -> None:
        """Note what is lost: the last rows go first, so that their numbers are those of before."""
        if not self._all and last - first < KEPT:
            gone = (range(max(first, r.start), min(last + 1, r.stop)) for r in self._before)
            self._lost |= frozenset(self._ids(run for run in gone if run))

    @Slot()
    def _on_about_to_reset(self) -> None:
        if not self._all and self.count() <= KEPT:
            self._lost |= frozenset(self._ids(self.runs()))

    def _ids(self, runs: Iterable[range]) -> Iterator[int]:
        for run in runs:
            yield from self._entries.ids_in(run)

    def _selection(self, runs: list[range]) -> QItemSelection:
        model, last = self._entries, self._entries.columnCount() - 1
        made = QItemSelection()
        for run in runs:
            first, end = model.index(run.start, 0), model.index(run.stop - 1, last)
            made.append(QItemSelectionRange(first, end))
        return made


def _between(rows: list[int], stop: int) -> list[range]:
    """Return the runs of rows up to a stop that leave out these."""
    edges = [-1, *rows, stop]
    runs = (range(a + 1, b) for a, b in pairwise(edges))
    return [run for run in runs if run]
