"""What is done with saved searches in the sidebar: keep, change, move, remove."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.rows.lists import ListSpec
from db.rows.saved import SavedSearchRow
from desktop import acts
from desktop.models.search_names import kept_spec
from desktop.models.sidebar_model import SidebarModel
from desktop.panels.search_question import search_question
from desktop.workspace import Workspace


class SidebarSearches(QObject):
    """Carry out what the sidebar's view asks for on saved searches."""

    saved = Signal(int)
    """A search was kept or changed: its id."""
    said = Signal(str)
    """Why there is nothing to keep, in a sentence."""

    def __init__(self, workspace: Workspace, model: SidebarModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._model = model
        self._panel = parent
        self._spec = ListSpec()

    def follow(self, spec: ListSpec) -> None:
        """Take notice of what the list shows."""
        self._spec = spec
        self.mark()

    def mark(self) -> None:
        """Mark the search that the list came from, where its query is another one by now."""
        search = self._shown()
        changed = search is not None and not _is_same(search, self._spec)
        self._model.mark_changed(f"search:{self._spec.saved}" if changed else "")

    def _shown(self) -> SavedSearchRow | None:
        """Return the saved search that the list came from."""
        number = self._spec.saved
        return next((s for s in self._model.searches() if number and s.id == number), None)

    @Slot()
    def keep(self) -> None:
        """Open the dialog that keeps what the list shows, or the changes of a kept search."""
        if self._workspace.read_only:
            return
        spec, search = self._spec, self._shown()
        tag = self._model.tag_at(self._model.index_of(f"tag:{spec.tag}"))
        label = tag.label(self._workspace.settings.language) if tag else ""
        kept = kept_spec(spec, label)
        if spec.trashed:
            self.said.emit(self.tr("What is in the trash can't be kept as a search."))
        elif search is not None and _is_same(search, spec):
            self.said.emit(self.tr("“{0}” is kept as it is.").format(search.name))
        elif not kept.query:
            self.said.emit(self.tr("There is no search to keep: look for something first."))
        else:
            self._open(kept, search)

    def change(self, search: SavedSearchRow) -> None:
        """Open the dialog that renames a search or lets it ask for something else."""
        self._open(search.spec(), search)

    def remove(self, search: SavedSearchRow) -> None:
        """Ask whether to remove a search, and do."""
        box = search_question(self._panel, search)
        act = acts.searches.remove_search(search.id, search.name)
        box.accepted.connect(lambda: self._workspace.operations.write(act, owner=self))
        box.finished.connect(box.deleteLater)
        box.open()

    def move(self, search: SavedSearchRow, by: int) -> None:
        """Move a search up or down among the others; past the ends, nothing happens."""
        ids = [other.id for other in self._model.searches()]
        place = ids.index(search.id) + by
        if 0 <= place < len(ids):
            self._move(search, place)

    @Slot(int, int)
    def drop(self, search_id: int, place: int) -> None:
        """Put a dragged search in its place."""
        search = next((s for s in self._model.searches() if s.id == search_id), None)
        if search is not None and not self._workspace.read_only:
            self._move(search, place)

    def _move(self, search: SavedSearchRow, place: int) -> None:
        act = acts.searches.move_search(search.id, place, search.name)
        self._workspace.operations.write(act, owner=self)

    def _open(self, spec: ListSpec, search: SavedSearchRow | None) -> None:
        from desktop.dialogs.save_search import SaveSearch  # noqa: PLC0415 - not at start

        dialog = SaveSearch(self._workspace, spec, self._panel, search=search)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(self.saved)
        dialog.open()


def _is_same(search: SavedSearchRow, spec: ListSpec) -> bool:
    return (search.query, search.kind) == (" ".join(spec.query.split()), spec.kind)
