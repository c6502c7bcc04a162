"""How many entries a list shows, of how many: what is known at each moment."""

from PySide6.QtCore import QObject, Signal, Slot

from db.queries.walks import is_whole
from db.rows.lists import ListSpec
from desktop.models.list_sizes import ListSizes


class ListCounts(QObject):
    """Tell the counts of a list as they come: the first rows, the whole list, all there is."""

    changed = Signal(int, int, bool)
    """How many entries are listed, of how many before a query narrows them, 0 while that is not
    known, and whether the first number is final; else it is the least."""

    def __init__(self, sizes: ListSizes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sizes = sizes
        self._home = ListSpec()
        self._shown, self._is_final, self._is_narrowed = 0, False, False
        self._whole = 0
        sizes.came.connect(self._on_size_came)

    def show_rows(self, home: ListSpec, shown: int, *, final: bool, narrowed: bool) -> None:
        """Take note of the rows that are there; those of a list nothing narrows are the whole."""
        if home != self._home:
            self._whole = 0
        self._home, self._shown = home, shown
        self._is_final, self._is_narrowed = final, narrowed
        if final and not narrowed:
            self._sizes.note({home: shown})
        elif narrowed or not is_whole(home):  # else the list itself asks
            self._sizes.ask_exactly(home)
        self._tell()

    @Slot()
    def _on_size_came(self) -> None:
        size = self._sizes.size_of(self._home)
        if size is not None and size.is_exact and size.count != self._whole:
            self._tell()

    def _tell(self) -> None:
        size = self._sizes.size_of(self._home)
        if size is not None and size.is_exact:
            self._whole = size.count
        if self._whole and not self._is_narrowed:
            self.changed.emit(self._whole, self._whole, True)
        else:
            self.changed.emit(self._shown, self._whole, self._is_final)
