"""Finding by typing: from the letters typed in a list to the next entry that is called so."""

from PySide6.QtCore import QObject, Slot

from desktop.models.entry_list import EntryListModel
from desktop.models.find_word import find_from
from desktop.panels.entry_view import EntryView
from desktop.workspace import Workspace


class ListFinder(QObject):
    """Answer what a view wants found, and go there."""

    def __init__(self, workspace: Workspace, model: EntryListModel, view: EntryView) -> None:
        super().__init__(view)
        self._workspace, self._model, self._view = workspace, model, view
        view.find_asked.connect(self._on_find)

    @Slot(str)
    def _on_find(self, typed: str) -> None:
        """Look from the current row on; the first letter looks behind it, to go on finding."""
        model = self._model
        here = model.row_of(self._view.current_entry())
        row = max(0, here) if len(typed) > 1 else here + 1
        spec, spine = model.spec, model.spine
        self._workspace.operations.read(
            lambda session: find_from(session, spec, spine, row, typed),
            self._take,
            owner=self,
            lane="find",
        )

    def _take(self, entry: int) -> None:
        self._view.place.go_to(entry)
        self._view.show_found(found=entry > 0)
