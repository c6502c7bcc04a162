"""What stays in a list when its rows change: the current entry, and what is in sight."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QTableView

from desktop.models.columns import TITLE
from desktop.models.entry_list import EntryListModel
from desktop.panels.entry_selection import EntrySelection

InSight = Sequence[tuple[int, int]]
"""The entries in sight, each with how far below the top its row begins, in pixels.

An entry that is yet to come is 0.
"""

_NEIGHBOURS = 100
"""Rows after the current one, of which one becomes current when it goes."""
_Flag = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True, slots=True, kw_only=True)
class _Expected:
    """Where to go once the rows that were asked for are there; entry 0: to the current one."""

    entry: int
    in_sight: InSight
    elsewhere: bool
    """Another list comes: neither the current entry nor the selection counts there."""
    keeps_all: bool


class EntryPlace(QObject):
    """Keep the place of a view while its model loads; an expected entry is waited for.

    Where only the first rows of a list are there, and the entry looked for is not among them,
    nothing is current until the rest has come, or the user has gone somewhere. Rows in sight that
    are yet to come stay where they are; whoever went to the last of them goes to the end.
    """

    current_entry_changed = Signal(int)
    """The id of the current entry, 0 for none."""

    def __init__(self, view: QTableView, model: EntryListModel, selection: EntrySelection) -> None:
        super().__init__(view)
        self._view, self._entries, self._selection = view, model, selection
        self._current = self._row = self._scrolled = 0
        self._at_end = False
        self._in_sight: InSight = ()
        self._following: Sequence[int] = ()
        self._expected: _Expected | None = None
        self._loading = self._waiting = False
        model.about_to_load.connect(self.hold)
        model.loaded.connect(self._on_loaded)

    def current_entry(self) -> int:
        """Return the current entry, 0 for none."""
        return 0 if self._waiting else self._current

    def go_to(self, entry: int) -> None:
        """Make an entry the only one selected, if it is listed."""
        row = self._entries.row_of(entry)
        if row >= 0:
            self._go_to_row(row, _Flag.ClearAndSelect | _Flag.Rows)

    def expect(
        self,
        entry: int = 0,
        in_sight: InSight = (),
        *,
        elsewhere: bool = False,
        keeps_all: bool = False,
    ) -> None:
        """Go to an entry once the list that was asked for is there.

        With 0, or one that is not listed, the current entry stays, or the first becomes current;
        of another list (``elsewhere``), always the first. Where all was selected, it stays so only
        if asked for (``keeps_all``): another order shows the same, another query does not.
        """
        known = [(seen, top) for seen, top in in_sight if seen]
        self._expected = _Expected(
            entry=entry, in_sight=known, elsewhere=elsewhere, keeps_all=keeps_all
        )

    def in_sight(self) -> InSight:
        """Return what is in sight now."""
        first = self._view.indexAt(QPoint(1, 1)).row()
        last = self._view.indexAt(QPoint(1, self._view.viewport().height() - 1)).row()
        if first < 0:
            return []
        model = self._entries
        rows = range(first, (last if last >= 0 else model.rowCount() - 1) + 1)
        return [(model.id_at(row), self._view.rowViewportPosition(row)) for row in rows]

    def note_current(self) -> None:
        """Note that another row is current: the user went there, unless rows are moving."""
        if not self._loading:
            self._expected, self._waiting = None, False
            self._tell_current()

    @Slot()
    def hold(self) -> None:
        """Note the place: rows are about to change."""
        self._loading = True
        self._scrolled = self._view.verticalScrollBar().value()
        self._in_sight = self.in_sight() if self._scrolled > 0 else ()
        self._row = max(0, self._view.currentIndex().row())
        is_last = self._row == self._entries.rowCount() - 1
        self._at_end = is_last and not self._entries.is_read(self._row)
        self._following = self._entries.ids_in(range(self._row, self._row + _NEIGHBOURS))
        self._selection.hold()

    def let_go(self) -> None:
        """Return to the place noted: rows look otherwise, but are the same."""
        if self._view.currentIndex().isValid():  # its column may have gone
            self._go_to_row(self._row, _Flag.NoUpdate, scroll=False)
        self._selection.let_go()
        self._return_to([(entry, top) for entry, top in self._in_sight if top >= 0])
        self._loading = False

    @Slot()
    def _on_loaded(self) -> None:
        expected, scrolled = self._expected, self._waiting and bool(self._in_sight)
        if expected is not None and not self._waiting:
            self._prepare(expected)
        wanted = self._wanted(expected)
        row = self._entries.row_of(wanted)
        if row < 0 and wanted and not self._entries.is_complete:
            self._wait()
            return
        if row < 0 and not (expected and expected.elsewhere):
            row = self._entries.row_of(self._current)
        self._expected, self._waiting = None, False
        if self._entries.rowCount():
            self._take_up(row, expected, scroll=not scrolled)
        self._selection.let_go()
        if self._entries.rowCount() and not self._selection.hasSelection():
            self._go_to_row(self._view.currentIndex().row(), _Flag.Select | _Flag.Rows)
        if self._at_end and expected is None:
            self._go_to_row(self._entries.rowCount() - 1, _Flag.ClearAndSelect | _Flag.Rows)
        else:
            self._return_to(self._in_sight if expected is None or scrolled else expected.in_sight)
        self._loading = False
        self._tell_current()

    def _prepare(self, expected: _Expected) -> None:
        """Forget what does not count in the list that has come."""
        if expected.elsewhere:
            self._following = ()
        if expected.elsewhere or (self._selection.is_all and not expected.keeps_all):
            self._selection.forget()

    def _wanted(self, expected: _Expected | None) -> int:
        """Return the entry to go to, 0 for none."""
        if expected is not None and (expected.entry or expected.elsewhere):
            return expected.entry
        return self._current

    def _wait(self) -> None:
        if not self._waiting:
            self._view.scrollToTop()
        self._waiting, self._loading = True, False
        self._selection.let_go()

    def _take_up(self, row: int, expected: _Expected | None, *, scroll: bool) -> None:
        """Go to a row; where there is none, to one that followed the current entry."""
        model, is_gone = self._entries, row < 0
        if is_gone:
            rows = (model.row_of(entry) for entry in self._following)
            nowhere = 0 if expected is not None else min(self._row, model.rowCount() - 1)
            row = next((row for row in rows if row >= 0), nowhere)
        entry = model.id_at(row)
        is_other = expected is not None and expected.entry == entry
        if (expected is not None and is_gone) or (is_other and not self._selection.keeps(entry)):
            self._selection.forget()
            self._go_to_row(row, _Flag.ClearAndSelect | _Flag.Rows, scroll=scroll)
        elif self._view.currentIndex().row() != row or expected is not None:
            self._go_to_row(row, _Flag.NoUpdate, scroll=scroll and expected is not None)

    def _go_to_row(self, row: int, flag: _Flag, *, scroll: bool = True) -> None:
        index = self._entries.index(row, TITLE)
        self._view.selectionModel().setCurrentIndex(index, flag)
        if scroll:
            self._view.scrollTo(index)

    def _return_to(self, in_sight: InSight) -> None:
        """Scroll so that the first of these entries still listed stands where it stood."""
        self._view.executeDelayedItemsLayout()
        bar = self._view.verticalScrollBar()
        for entry, top in in_sight:
            row = self._entries.row_of(entry)
            if row >= 0:
                bar.setValue(bar.value() + self._view.rowViewportPosition(row) - top)
            elif not entry:
                bar.setValue(self._scrolled)
            if row >= 0 or not entry:
                return

    def _tell_current(self) -> None:
        entry = self._entries.id_at(self._view.currentIndex().row())
        if entry != self._current:
            self._current = entry
            self.current_entry_changed.emit(entry)
