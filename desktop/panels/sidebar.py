"""The sidebar: what there is to list, with counts; tags and saved searches are kept here."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.rows.entries import TagRow
from db.rows.lists import ListSpec
from db.terms import EntryKind
from desktop.models.sidebar_counts import SidebarCounts
from desktop.models.sidebar_model import SidebarModel
from desktop.models.sidebar_tree import NEW_SEARCH, NEW_TAG, key_of
from desktop.panels.sidebar_searches import SidebarSearches
from desktop.panels.sidebar_tags import SidebarTags
from desktop.panels.sidebar_view import SidebarView
from desktop.workspace import Workspace


class Sidebar(QWidget):
    """Choose a list; counts follow every change, and what was chosen stays chosen."""

    chosen = Signal(object)
    """The ``ListSpec`` of the row that was gone to."""
    entered = Signal()
    """Enter was pressed on a row: the keyboard belongs to the list."""
    counted = Signal(object)
    """How many entries the lists show: a mapping by their ``ListSpec``."""
    said = Signal(str)
    """A sentence for the status line."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._key = ""
        self._awaited = ""
        self._closed: set[str] = set()
        self._filling = False
        self.model = SidebarModel(workspace.settings.language, self)
        self.view = SidebarView(self.model)
        self.tags = SidebarTags(workspace, self.model, self)
        self.searches = SidebarSearches(workspace, self.model, self)
        self._counts = SidebarCounts(workspace, self.model, self)
        self.setFocusProxy(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._connect()
        self.model.show_lists()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read and count anew."""
        self._counts.read()

    @Slot()
    def take_focus(self) -> None:
        """Take the keyboard."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose_kind(self, kind: EntryKind) -> None:
        """Choose the list of a kind."""
        self.show_spec(ListSpec(kind=kind))
        self.chosen.emit(ListSpec(kind=kind))

    @Slot(object)
    def show_spec(self, spec: ListSpec) -> None:
        """Mark the row that opens a list, or none, without choosing it."""
        self._mark(key_of(spec))

    @Slot(object)
    def follow(self, spec: ListSpec) -> None:
        """Take notice of how the list is narrowed now: that is what may be kept as a search."""
        self.searches.follow(spec)

    @Slot()
    def save_search(self) -> None:
        """Keep what the list shows as a search, or the changes of the search it came from."""
        self.searches.keep()

    def _current_tag(self) -> TagRow | None:
        return self.model.tag_at(self.view.currentIndex())

    # Which row

    def _mark(self, key: str) -> None:
        self._key, self._filling = key, True
        self.view.setCurrentIndex(self.model.index_of(key) if key else QModelIndex())
        self._filling = False

    @Slot()
    def _on_shown(self) -> None:
        if self._key and self.model.key_at(self.view.currentIndex()) != self._key:
            self._mark(self._key)
        self.searches.mark()
        saved = self.model.index_of(self._awaited) if self._awaited else QModelIndex()
        self._awaited = ""
        if saved.isValid():
            self._mark(self.model.key_at(saved))
            self._on_moved()

    @Slot(int)
    def _on_search_saved(self, search: int) -> None:
        self._awaited = f"search:{search}"
        self.refresh()  # it is gone to once it is here as it was saved

    @Slot()
    def _on_about_to_reset(self) -> None:
        self._filling = True
        for index in self.model.broader():
            key = self.model.key_at(index)
            (self._closed.discard if self.view.isExpanded(index) else self._closed.add)(key)

    @Slot()
    def _on_reset(self) -> None:
        for index in self.model.broader():
            self.view.setExpanded(index, self.model.key_at(index) not in self._closed)
        self._mark(self._key)

    @Slot()
    def _on_moved(self) -> None:
        index = self.view.currentIndex()
        spec = self.model.spec_at(index)
        if self._filling or spec is None:
            return
        self._key = self.model.key_at(index)
        self.chosen.emit(spec)

    # What is done to it

    @Slot()
    def _on_entered(self) -> None:
        if not self._make_new(self.view.currentIndex()):
            self.entered.emit()

    @Slot(QModelIndex)
    def _make_new(self, index: QModelIndex) -> bool:
        """Do what a row does that opens no list; tell whether it is one."""
        key = self.model.key_at(index)
        if key == NEW_TAG:
            self._on_new_tag()
        elif key == NEW_SEARCH:
            self.save_search()
        return key in {NEW_TAG, NEW_SEARCH}

    @Slot()
    def _on_new_tag(self) -> None:
        if not self._workspace.read_only:
            tag = self._current_tag()
            self.tags.edit(broader_id=tag.parent_id if tag else None)

    @Slot()
    def _on_narrower_tag(self) -> None:
        if not self._workspace.read_only:
            tag = self._current_tag()
            self.tags.edit(broader_id=tag.id if tag else None)

    @Slot()
    def _on_change(self) -> None:
        tag, search = self._current_tag(), self.model.search_at(self.view.currentIndex())
        if self._workspace.read_only:
            return
        if tag is not None:
            self.tags.edit(tag)
        elif search is not None:
            self.searches.change(search)

    @Slot()
    def _on_remove(self) -> None:
        tag, search = self._current_tag(), self.model.search_at(self.view.currentIndex())
        if self._workspace.read_only:
            return
        if tag is not None:
            self.tags.remove(tag)
        elif search is not None:
            self.searches.remove(search)

    @Slot()
    def _on_up(self) -> None:
        self._shift(-1)

    @Slot()
    def _on_down(self) -> None:
        self._shift(1)

    def _shift(self, by: int) -> None:
        search = self.model.search_at(self.view.currentIndex())
        if search is not None and not self._workspace.read_only:
            self.searches.move(search, by)

    def _connect(self) -> None:
        view, model = self.view, self.model
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        model.modelReset.connect(self._on_reset)
        model.entries_dropped.connect(self.tags.drop)
        model.search_dropped.connect(self.searches.drop)
        self._counts.shown.connect(self._on_shown)
        self._counts.counted.connect(self.counted)
        self.searches.saved.connect(self._on_search_saved)
        self.searches.said.connect(self.said)
        view.moved.connect(self._on_moved)
        view.entered.connect(self._on_entered)
        view.clicked.connect(self._make_new)
        view.new_tag_asked.connect(self._on_new_tag)
        view.narrower_tag_asked.connect(self._on_narrower_tag)
        view.save_asked.connect(self.save_search)
        view.change_asked.connect(self._on_change)
        view.remove_asked.connect(self._on_remove)
        view.up_asked.connect(self._on_up)
        view.down_asked.connect(self._on_down)
