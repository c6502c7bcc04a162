"""The list in the middle of the window: entries sorted, narrowed, selected, and acted on."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from db.rows.lists import Chosen, ListSpec
from db.search.grammar import parse
from db.search.lit import lits_of
from desktop.models.entry_list import EntryListModel
from desktop.panels.entry_menu import entry_menu
from desktop.panels.entry_view import EntryView
from desktop.panels.facets import FacetsPane
from desktop.panels.facets_split import FacetsSplit
from desktop.panels.list_counts import ListCounts
from desktop.panels.list_empty import ListEmpty
from desktop.panels.list_finder import ListFinder
from desktop.panels.list_head import ListHead
from desktop.panels.list_label import ListLabel
from desktop.panels.list_names import home_of
from desktop.panels.list_places import ListPlace, ListPlaces
from desktop.panels.look_chooser import LookChooser
from desktop.panels.removing import Removing
from desktop.panels.selection_acts import SelectionActs
from desktop.panels.selection_line import SelectionLine
from desktop.widgets.message_bar import MessageBar, Severity
from desktop.workspace import Workspace


class MasterPanel(QWidget):
    """Show one list of entries at a time, with its facets; each is found again as it was left."""

    current_changed = Signal(int)
    """The id of the current entry, 0 for none."""
    open_requested = Signal(int)
    """An entry was opened by Enter or a double click."""
    spec_changed = Signal(object)
    """The ``ListSpec`` now asked for, however it came to be."""
    home_changed = Signal(object)
    """Another list is shown: the ``ListSpec`` of all of it."""
    counts_changed = Signal(int, int, bool)
    """How many entries are listed, of how many before a query narrows the list (0: not known yet),
    and whether the first number is known; else there are at least so many."""
    query_cleared = Signal()
    """The query was taken back here: the search box follows."""
    query_wanted = Signal(str)
    """Another query was made here, and is listed: the search box follows."""

    def __init__(
        self,
        workspace: Workspace,
        parent: QWidget | None = None,
        *,
        view: EntryView | None = None,
        facets: FacetsPane | None = None,
    ) -> None:
        """Build the panel around its view and its facets, which take as long as all the rest."""
        super().__init__(parent)
        self._workspace = workspace
        self._places = ListPlaces(workspace.settings)
        self._home = ListSpec()
        self._saved_query = ""
        self.view = view or EntryView(EntryListModel(workspace))
        self.model = self.view.entries
        self.model.setParent(self)
        self.head, self.empty = ListHead(), ListEmpty()
        self.looks = LookChooser(workspace.settings, self.head, self.view)
        self._finder = ListFinder(workspace, self.model, self.view)
        self.facets = facets or FacetsPane(workspace)
        self.message_bar, self.selection_line = MessageBar(), SelectionLine()
        self._label, self._counts = ListLabel(workspace, self), ListCounts(self.model.sizes, self)
        self._acts = SelectionActs(workspace, self.message_bar, self)
        self._removing = Removing(workspace, self._acts, self.message_bar, self)
        self._stack = QStackedWidget()
        self.split = self._build_columns()
        self._connect_list()
        self._connect_head()

    # Which list

    def spec(self) -> ListSpec:
        """What is listed, or about to be."""
        return self.model.spec

    def home(self) -> ListSpec:
        """What would be listed if no query narrowed it."""
        return self._home

    def show_spec(self, spec: ListSpec) -> None:
        """Show a list, as it was left; the query stays unless the spec brings its own.

        That of a saved search goes with it.
        """
        self._leave()
        before, query = self.spec().query, spec.query or self._query_kept()
        self._home = home_of(spec)
        self._saved_query = spec.query if spec.saved else ""
        place = self._places.place_of(self._home)
        self.view.place.expect(place.current, place.in_sight, elsewhere=True)
        self._label.follow(self._home)
        self.looks.show_home(self._home)
        has_order = bool(spec.saved) and (spec.sort, spec.descending) != ("title", False)
        wanted = replace(spec, query=query)
        self._list(wanted if has_order else self._places.ordered(wanted))
        self.home_changed.emit(self._home)
        if query != before:
            self._tell_query(query)

    @Slot(str)
    def set_query(self, text: str) -> None:
        """Narrow the list by a query; an empty text narrows nothing."""
        if text != self.spec().query:
            self.view.place.expect()
            self._list(self._places.ordered(replace(self.spec(), query=text)))

    @Slot()
    def clear_query(self) -> None:
        """Show all of the list."""
        self._want_query("")

    @Slot(str)
    def show_suggestion(self, query: str) -> None:
        """Offer another query where this one finds nothing."""
        self.empty.show_suggestion(query)

    # Which entry

    def current_id(self) -> int:
        """Return the current entry, 0 for none."""
        return self.view.place.current_entry()

    def selection(self) -> Chosen:
        """Return what is selected: entries, or all that the list shows but for some."""
        return self.view.selection()

    def select(self, entry: int) -> None:
        """Make an entry the only one selected, now or once the list has been read again."""
        self.view.place.go_to(entry)
        if not self.model.is_settled and self.model.row_of(entry) < 0:
            self.view.place.expect(entry)

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

    @Slot()
    def toggle_facets(self) -> None:
        """Show the facets and go there, or give their room to the list."""
        self.split.show_facets(not self.split.shows_facets())
        if self.split.shows_facets():
            self.facets.take_focus()
        else:
            self.focus_list()

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
            view = self.view
            self._acts.edit_tags(self.selection(), view.viewport(), view.below_current())

    @Slot()
    def trash_selected(self) -> None:
        """Move the selection to the trash, after saying what that breaks; in the trash, remove."""
        if self._home.trashed:
            self.remove_selected()
        else:
            self._acts.trash(self.selection())

    @Slot()
    def remove_selected(self) -> None:
        """Remove the selection from the trash for good, after saying what goes along."""
        if self._home.trashed:
            self._removing.remove(self.selection())

    @Slot()
    def empty_trash(self) -> None:
        """Remove all that lies in the trash, after saying what goes along."""
        self._removing.empty_trash()

    @Slot()
    def restore_selected(self) -> None:
        """Take the selection out of the trash."""
        if self._home.trashed:
            self._acts.restore(self.selection())

    @Slot()
    def review_selected(self) -> None:
        """Open the menu of review states; in the trash, restore."""
        if self._home.trashed:
            self.restore_selected()
        elif self.view.chosen.hasSelection():
            self._pop_up(self.review_menu(), self.view.below_current())

    def review_menu(self) -> QMenu:
        """Build the menu that sets the review state of the selection."""
        line = self.model.line_at(self.view.currentIndex().row())
        return self._acts.review_menu(self.selection(), line.review if line else "", self)

    # Steps

    def _list(self, spec: ListSpec) -> None:
        self.view.end_find()
        self.empty.show_suggestion("")
        self.model.set_spec(spec)
        self.model.set_lit(lits_of(parse(spec.query, typing=True), column="title"))
        self._show_head()
        self.facets.show_spec(spec)
        self.spec_changed.emit(spec)

    def _leave(self) -> None:
        if self.model.shows_spec and self.model.rowCount():
            place = ListPlace(current=self.current_id(), in_sight=self.view.place.in_sight())
            self._places.leave(self._home, place)

    def _query_kept(self) -> str:
        query = self.spec().query
        return "" if query == self._saved_query else query

    @Slot(str)
    def _want_query(self, query: str) -> None:
        self.set_query(query)
        self._tell_query(query)

    def _tell_query(self, query: str) -> None:
        if query:
            self.query_wanted.emit(query)
        else:
            self.query_cleared.emit()

    def _step(self, by: int) -> bool:
        row = self.model.row_of(self.current_id()) if self.current_id() else -1
        entry = self.model.id_at(row + by) if row >= 0 else 0
        if entry:
            self.view.place.go_to(entry)
        return bool(entry)

    def _pop_up(self, menu: QMenu, at: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.viewport().mapToGlobal(at))

    @Slot()
    def _show_head(self) -> None:
        self.head.show_spec(self.spec(), self._home, self._label.text())
        self.view.columns.show_spec(self.spec())

    # What is heard

    @Slot(object)
    def _on_spec_wanted(self, spec: ListSpec) -> None:
        self._places.remember_order(self._home, spec)
        self.view.place.expect(keeps_all=True)
        self._list(spec)

    @Slot()
    def _on_loaded(self) -> None:
        shown, spec = self.model.rowCount(), self.spec()
        self.empty.show_home(self._home, spec.query, self.head.title())
        had_focus = self.view.hasFocus() or self.empty.hasFocus()
        self._stack.setCurrentIndex(0 if shown else 1)
        if had_focus:
            self.focus_list()
        narrowed = bool(spec.query.strip())
        self._counts.show_rows(self._home, shown, final=self.model.is_counted, narrowed=narrowed)
        self.facets.count_now()
        self._show_selection()

    @Slot(int, int, bool)
    def _show_counts(self, shown: int, whole: int, known: bool) -> None:  # noqa: FBT001 - a slot
        self.head.show_counts(shown, whole, known=known)
        self.counts_changed.emit(shown, whole, known)

    @Slot()
    def _show_selection(self) -> None:
        chosen = self.view.chosen
        self.selection_line.show_count(
            chosen.count(),
            known=self.model.is_counted or not chosen.is_all,
            trashed=self._home.trashed,
            read_only=self._workspace.read_only,
        )

    @Slot()
    def _say_too_many(self) -> None:
        sentence = self.tr("So many can't be dragged: press T to tag them.")
        self.message_bar.show_message(Severity.INFO, sentence)

    @Slot(QPoint)
    def _on_menu_wanted(self, at: QPoint) -> None:
        if self.current_id():
            trashed, read_only = self._home.trashed, self._workspace.read_only
            self._pop_up(entry_menu(self, self, trashed=trashed, read_only=read_only), at)

    # How it is built

    def _build_columns(self) -> FacetsSplit:
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        column.addWidget(self.selection_line)
        column.addWidget(self.message_bar)
        split = FacetsSplit(self.facets, inner, self._workspace.settings)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split)
        return split

    def _connect_list(self) -> None:
        self.model.loaded.connect(self._on_loaded)
        self._counts.changed.connect(self._show_counts)
        self._label.changed.connect(self._show_head)
        self.empty.cleared.connect(self.clear_query)
        self.empty.query_wanted.connect(self._want_query)
        self.facets.query_wanted.connect(self._want_query)
        view = self.view
        view.current_entry_changed.connect(self.current_changed)
        view.selection_changed.connect(self._show_selection)
        view.opened.connect(self.open_current)
        view.doubleClicked.connect(self.open_current)
        view.trash_asked.connect(self.trash_selected)
        view.tags_asked.connect(self.edit_tags)
        view.review_asked.connect(self.review_selected)
        view.too_many_dragged.connect(self._say_too_many)
        view.customContextMenuRequested.connect(self._on_menu_wanted)

    def _connect_head(self) -> None:
        head = self.head
        head.spec_changed.connect(self._on_spec_wanted)
        head.restore_asked.connect(self.restore_selected)
        head.empty_asked.connect(self.empty_trash)
        head.facets_button.setChecked(self.split.shows_facets())
        head.facets_button.toggled.connect(self.split.show_facets)
        self.split.toggled.connect(head.facets_button.setChecked)
        self.view.columns.sort_asked.connect(head.sort_button.sort_by)
