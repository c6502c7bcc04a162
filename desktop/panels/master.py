"""The list in the middle of the window: entries sorted, narrowed, selected, and acted on."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from db.act import Change
from db.queries.lists import ListSpec, list_count
from db.queries.tags import tag_tree
from db.rows.entries import TagRow
from desktop.models.entry_list import EntryListModel
from desktop.models.find_word import find_from
from desktop.panels.entry_menu import entry_menu
from desktop.panels.entry_view import EntryView
from desktop.panels.list_head import ListHead
from desktop.panels.list_names import empty_words, home_of, in_order_of, is_narrowed
from desktop.panels.list_places import ListPlace, ListPlaces
from desktop.panels.selection_acts import SelectionActs
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.message_bar import MessageBar
from desktop.workspace import Workspace


class MasterPanel(QWidget):
    """Show one list of entries at a time; each is found again as it was left."""

    current_changed = Signal(int)
    """The id of the current entry, 0 for none."""
    open_requested = Signal(int)
    """An entry was opened by Enter or a double click."""
    spec_changed = Signal(object)
    """The ``ListSpec`` now asked for, however it came to be."""
    home_changed = Signal(object)
    """Another list is shown: the ``ListSpec`` of all of it."""
    counts_changed = Signal(int, int)
    """How many entries are listed, of how many there are before anything narrows the list."""
    typed_cleared = Signal()
    """The words that narrowed the list were taken back here: the search box follows."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._places = ListPlaces(workspace.settings)
        self._home = ListSpec()
        self._tag_labels: dict[int, str] = {}
        self.model = EntryListModel(workspace, self)
        self.head = ListHead(workspace)
        self.view = EntryView(self.model)
        self.empty = EmptyState("")
        self.message_bar = MessageBar()
        self._acts = SelectionActs(workspace, self.message_bar, self)
        self._stack = QStackedWidget()
        self._build_column()
        self._connect()
        self._read_tags()

    # Which list

    def spec(self) -> ListSpec:
        """What is listed, or about to be."""
        return self.model.spec

    def home(self) -> ListSpec:
        """What would be listed if nothing narrowed it."""
        return self._home

    def show_spec(self, spec: ListSpec) -> None:
        """Show a list, as it was left unless the spec narrows it itself; typed words stay."""
        self._leave()
        self._home = home_of(spec)
        place = self._places.place_of(self._home)
        narrows = is_narrowed(spec, self._home)
        wanted = self._places.ordered(spec) if narrows else place.spec
        self.view.expect(place.current, place.in_sight)
        self._list(replace(wanted, typed=spec.typed or self.spec().typed))
        self.home_changed.emit(self._home)

    @Slot(str)
    def set_typed(self, typed: str) -> None:
        """Narrow the list to what holds these words; an empty text narrows nothing."""
        if typed != self.spec().typed:
            self.view.expect(0)
            self._list(replace(self.spec(), typed=typed))

    @Slot()
    def clear_filters(self) -> None:
        """Show all of the list, in the order it has."""
        typed = self.spec().typed
        self.view.expect(0)
        self._list(in_order_of(self._home, self.spec()))
        if typed:
            self.typed_cleared.emit()

    # Which entry

    def current_id(self) -> int:
        """Return the current entry, 0 for none."""
        return self.view.current_entry()

    def selected_ids(self) -> tuple[int, ...]:
        """Return the selected entries in the order of the list."""
        return self.view.selected_entries()

    def select(self, entry: int) -> None:
        """Make an entry the only one selected, now or once the list has been read again."""
        self.view.go_to(entry)
        if not self.model.is_settled:
            self.view.expect(entry)

    def next(self) -> bool:
        """Go to the entry after the current one; tell whether there is one."""
        return self._step(1)

    def previous(self) -> bool:
        """Go to the entry before the current one; tell whether there is one."""
        return self._step(-1)

    def focus_list(self) -> None:
        """Give the keyboard to the list, or to what it says while it is empty."""
        target = self.view if self.model.rowCount() else self.empty
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is done to the selection

    @Slot()
    def open_current(self) -> None:
        """Ask for the current entry to be opened."""
        if self.current_id():
            self.open_requested.emit(self.current_id())

    @Slot()
    def edit_tags(self) -> None:
        """Open the tags of the selection."""
        if not self._home.trashed:
            self._acts.edit_tags(self.selected_ids(), self.view.viewport(), self._below_current())

    @Slot()
    def trash_selected(self) -> None:
        """Move the selection to the trash, after saying what that breaks."""
        if not self._home.trashed:
            self._acts.trash(self.selected_ids())

    @Slot()
    def restore_selected(self) -> None:
        """Take the selection out of the trash."""
        if self._home.trashed:
            self._acts.restore(self.selected_ids())

    @Slot()
    def review_selected(self) -> None:
        """Open the menu of review states; in the trash, restore."""
        if self._home.trashed:
            self.restore_selected()
        elif self.selected_ids():
            self._pop_up(self.review_menu(), self._below_current())

    def review_menu(self) -> QMenu:
        """Build the menu that sets the review state of the selection."""
        line = self.model.line_at(self.view.currentIndex().row())
        return self._acts.review_menu(self.selected_ids(), line.review if line else "", self)

    # Steps

    def _list(self, spec: ListSpec) -> None:
        self.view.end_find()
        self.model.set_spec(spec, near=self.view.expected_entry())
        self._show_head()
        self.spec_changed.emit(spec)

    def _leave(self) -> None:
        if self.model.is_settled and self.model.rowCount():
            spec, current, in_sight = self.spec(), self.current_id(), self.view.in_sight()
            self._places.leave(self._home, ListPlace(spec=spec, current=current, in_sight=in_sight))

    def _step(self, by: int) -> bool:
        entry = self.model.id_at(self.model.row_of(self.current_id()) + by)
        if self.current_id() and entry:
            self.view.go_to(entry)
        return bool(self.current_id() and entry)

    def _below_current(self) -> QPoint:
        return self.view.visualRect(self.view.currentIndex()).bottomLeft()

    def _pop_up(self, menu: QMenu, at: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.viewport().mapToGlobal(at))

    def _show_head(self) -> None:
        tag = self._home.tags[0] if self._home.tags else 0
        self.head.show_spec(self.spec(), self._home, self._tag_labels.get(tag, ""))

    def _show_empty(self) -> None:
        narrowed = is_narrowed(self.spec(), self._home)
        if not (narrowed or self.spec().typed):
            self.empty.show_state(*empty_words(self._home))
            return
        typed = self.spec().typed
        title = self.tr("Nothing matches “{0}”").format(typed) if typed else ""
        among = self.tr("in “{0}”, narrowed as above").format(self.head.title())
        sentence = among if narrowed else self.tr("in “{0}”").format(self.head.title())
        action = self.tr("Clear filters") if narrowed else self.tr("Clear the search")
        self.empty.show_state(title or self.tr("Nothing matches"), sentence, action=action)

    # What is heard

    @Slot(object)
    def _on_spec_wanted(self, spec: ListSpec) -> None:
        self._places.remember_order(self._home, spec)
        self.view.expect(0)
        self._list(spec)

    @Slot()
    def _on_loaded(self) -> None:
        shown = self.model.rowCount()
        self._show_empty()
        had_focus = self.view.hasFocus() or self.empty.hasFocus()
        self._stack.setCurrentIndex(0 if shown else 1)
        if had_focus:
            self.focus_list()
        home, spec = self._home, self.spec()
        if is_narrowed(spec, home) or spec.typed:
            self._workspace.operations.read(
                lambda session: list_count(session, home),
                lambda whole: self._show_counts(shown, whole),
                owner=self,
                lane="whole",
            )
        else:
            self._show_counts(shown, shown)

    def _show_counts(self, shown: int, whole: int) -> None:
        self.head.show_counts(shown, whole)
        self.counts_changed.emit(shown, whole)

    @Slot(str)
    def _on_find(self, typed: str) -> None:
        here = self.model.row_of(self.current_id())
        row = max(0, here) if len(typed) > 1 else here + 1
        spec, ids = self.spec(), self.model.ids()
        self._workspace.operations.read(
            lambda session: find_from(session, spec, ids, row, typed),
            self._take_found,
            owner=self,
            lane="find",
        )

    def _take_found(self, entry: int) -> None:
        self.view.go_to(entry)
        self.view.show_found(found=entry > 0)

    @Slot(QPoint)
    def _on_menu_wanted(self, at: QPoint) -> None:
        if self.current_id():
            trashed, read_only = self._home.trashed, self._workspace.read_only
            self._pop_up(entry_menu(self, self, trashed=trashed, read_only=read_only), at)

    @Slot(object, object)
    def _on_changed(self, change: Change, _initiator: object) -> None:
        if "tag" in change.tables:
            self._read_tags()

    def _read_tags(self) -> None:
        self._workspace.operations.read(tag_tree, self._take_tags, owner=self, lane="tags")

    def _take_tags(self, tags: tuple[TagRow, ...]) -> None:
        language = self._workspace.settings.language
        self._tag_labels = {tag.id: tag.label(language) for tag in tags}
        self.head.filters.show_tags({str(tag): text for tag, text in self._tag_labels.items()})
        self._show_head()

    # How it is built

    def _build_column(self) -> None:
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self.empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        column.addWidget(self.message_bar)

    def _connect(self) -> None:
        self.head.spec_changed.connect(self._on_spec_wanted)
        self.head.restore_asked.connect(self.restore_selected)
        self.empty.action_triggered.connect(self.clear_filters)
        self.model.loaded.connect(self._on_loaded)
        view = self.view
        view.current_entry_changed.connect(self.current_changed)
        view.opened.connect(self.open_current)
        view.doubleClicked.connect(self.open_current)
        view.trash_asked.connect(self.trash_selected)
        view.tags_asked.connect(self.edit_tags)
        view.review_asked.connect(self.review_selected)
        view.find_asked.connect(self._on_find)
        view.customContextMenuRequested.connect(self._on_menu_wanted)
        self._workspace.hub.changed.connect(self._on_changed)
