"""How many entries a list shows, of how many: what is known at each moment."""

from PySide6.QtCore import QObject, Signal, Slot

from db import queries
from db.act import Change
from db.rows.lists import ListSpec
from desktop.workspace import Workspace


class ListCounts(QObject):
    """Tell the counts of a list as they come: the first rows, the whole list, all there is."""

    changed = Signal(int, int, bool)
    """How many entries are listed, of how many before a query narrows them, 0 while that is not
    known, and whether the first number is final; else it is the least."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._home = ListSpec()
        self._shown, self._is_final, self._is_narrowed = 0, False, False
        self._wholes: dict[ListSpec, int] = {}
        workspace.hub.changed.connect(self._on_changed)

    def show_rows(self, home: ListSpec, shown: int, *, final: bool, narrowed: bool) -> None:
        """Take note of the rows that are there; those of a list nothing narrows are the whole."""
        self._home, self._shown = home, shown
        self._is_final, self._is_narrowed = final, narrowed
        if final and not narrowed:
            self._wholes[home] = shown
        elif home not in self._wholes:
            self._workspace.operations.read(
                lambda session: (home, queries.lists.list_count(session, home)),
                self._take,
                owner=self,
                lane="whole",
            )
        self._tell()

    def _take(self, answer: tuple[ListSpec, int]) -> None:
        home, whole = answer
        self._wholes[home] = whole
        if home == self._home:
            self._tell()

    def _tell(self) -> None:
        whole = self._wholes.get(self._home, 0)
        if whole and not self._is_narrowed:
            self.changed.emit(whole, whole, True)
        else:
            self.changed.emit(self._shown, whole, self._is_final)

    @Slot(object, object)
    def _on_changed(self, _change: Change, _initiator: object) -> None:
        self._wholes.clear()
