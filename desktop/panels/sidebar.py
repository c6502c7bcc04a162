"""The sidebar: what there is to list, with counts, and the tree of tags."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTreeView, QVBoxLayout, QWidget
from typing_extensions import override

from db.act import Change
from db.queries.lists import ListSpec
from db.rows.entries import TagRow
from db.terms import EntryKind
from desktop.acts import entries as acts
from desktop.delegates.tag_delegate import TagDelegate
from desktop.dialogs.tag_editor import TagEditor
from desktop.models.sidebar_model import (
    NEW_TAG,
    TAGS,
    SidebarContent,
    SidebarModel,
    read_sidebar,
)
from desktop.panels.tag_question import tag_question
from desktop.theme import gap
from desktop.workspace import Workspace

_Index = QModelIndex | QPersistentModelIndex


class SidebarView(QTreeView):
    """The tree itself: keys and menu of tags, nothing decided."""

    entered = Signal()
    new_tag_asked = Signal()
    narrower_tag_asked = Signal()
    change_tag_asked = Signal()
    remove_tag_asked = Signal()
    moved = Signal()
    """Another row became current, or the current one was clicked again."""

    def __init__(self, model: SidebarModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        self.setProperty("role", "sidebar")
        self.setItemDelegate(TagDelegate(self))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setAutoExpandDelay(600)
        self.setIndentation(2 * gap(self.font()))
        self.setAccessibleName(self.tr("Lists and tags"))

    @override
    def currentChanged(self, current: _Index, previous: _Index, /) -> None:
        """Tell of the move."""
        super().currentChanged(current, previous)
        self.moved.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        """Tell also of a click on the row that is current."""
        before = QPersistentModelIndex(self.currentIndex())
        super().mousePressEvent(event)
        if before.isValid() and self.indexAt(event.position().toPoint()) == before:
            self.moved.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Enter the list; make, change and remove tags."""
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case Qt.Key.Key_Insert:
                (self.narrower_tag_asked if shift else self.new_tag_asked).emit()
            case Qt.Key.Key_F2:
                self.change_tag_asked.emit()
            case Qt.Key.Key_Delete:
                self.remove_tag_asked.emit()
            case _:
                super().keyPressEvent(event)
                return
        event.accept()

    @override
    def contextMenuEvent(self, arg__1: QContextMenuEvent, /) -> None:
        """Offer what can be done with tags, at a tag or the heading above them."""
        index = self.indexAt(arg__1.pos())
        if self._rows.tag_at(index) is not None or self._rows.key_at(index) in {TAGS, NEW_TAG}:
            menu = self.tag_menu(has_tag=self._rows.tag_at(index) is not None)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(arg__1.globalPos())

    def tag_menu(self, *, has_tag: bool) -> QMenu:
        """Build the menu of a tag, or of the heading."""
        menu = QMenu(self)
        lines = (
            (self.tr("New tag…"), "Ins", self.new_tag_asked, True),
            (self.tr("New narrower tag…"), "Shift+Ins", self.narrower_tag_asked, has_tag),
            (self.tr("Change…"), "F2", self.change_tag_asked, has_tag),
            (self.tr("Remove…"), "Del", self.remove_tag_asked, has_tag),
        )
        for words, keys, asked, fits in lines:
            if fits:
                menu.addAction(words, QKeySequence(keys), asked.emit)
        return menu


class Sidebar(QWidget):
    """Choose a list; counts follow every change, and what was chosen stays chosen."""

    chosen = Signal(object)
    """The ``ListSpec`` of the row that was gone to."""
    entered = Signal()
    """Enter was pressed on a row: the keyboard belongs to the list."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._key = ""
        self._closed: set[str] = set()
        self._filling = False
        self._pending: ListSpec | None = None
        self.model = SidebarModel(workspace.settings.language, self)
        self.view = SidebarView(self.model)
        self.setFocusProxy(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._connect()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Count anew."""
        self._workspace.operations.read(read_sidebar, self._show, owner=self, lane="sidebar")

    @Slot()
    def take_focus(self) -> None:
        """Take the keyboard."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose_kind(self, kind: EntryKind) -> None:
        """Choose the list of a kind."""
        self.show_spec(ListSpec(kind=kind))
        self.chosen.emit(ListSpec(kind=kind))

    def show_spec(self, spec: ListSpec) -> None:
        """Mark the row that opens a list, or none, without choosing it."""
        self._pending = spec
        self._mark(self.model.key_at(self.model.index_showing(spec)))

    def edit_tag(self, tag: TagRow | None = None, *, broader_id: int | None = None) -> TagEditor:
        """Open the dialog of a tag, or of a new one below another."""
        editor = TagEditor(self._workspace, self, tag=tag, broader_id=broader_id)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        editor.open()
        return editor

    def _current_tag(self) -> TagRow | None:
        return self.model.tag_at(self.view.currentIndex())

    def _mark(self, key: str) -> None:
        self._key, self._filling = key, True
        self.view.setCurrentIndex(self.model.index_of(key) if key else QModelIndex())
        self._filling = False

    def _show(self, content: SidebarContent) -> None:
        self._filling = True
        self.model.show_content(content)
        self._filling = False
        pending, self._pending = self._pending, None
        if pending is not None and not self._key:
            self._mark(self.model.key_at(self.model.index_showing(pending)))

    @Slot()
    def _on_about_to_reset(self) -> None:
        for index in self.model.broader():
            key = self.model.key_at(index)
            (self._closed.discard if self.view.isExpanded(index) else self._closed.add)(key)

    @Slot()
    def _on_reset(self) -> None:
        for index in self.model.broader():
            self.view.setExpanded(index, self.model.key_at(index) not in self._closed)
        if self._key:
            self._mark(self._key)

    @Slot()
    def _on_moved(self) -> None:
        index = self.view.currentIndex()
        spec = self.model.spec_at(index)
        if self._filling or spec is None:
            return
        self._key = self.model.key_at(index)
        self.chosen.emit(spec)

    @Slot()
    def _on_entered(self) -> None:
        if self.model.key_at(self.view.currentIndex()) == NEW_TAG:
            self._on_new_tag()
        else:
            self.entered.emit()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        if self.model.key_at(index) == NEW_TAG:
            self._on_new_tag()

    @Slot()
    def _on_new_tag(self) -> None:
        if not self._workspace.read_only:
            tag = self._current_tag()
            self.edit_tag(broader_id=tag.parent_id if tag else None)

    @Slot()
    def _on_narrower_tag(self) -> None:
        tag = self._current_tag()
        if not self._workspace.read_only:
            self.edit_tag(broader_id=tag.id if tag else None)

    @Slot()
    def _on_change_tag(self) -> None:
        tag = self._current_tag()
        if tag is not None and not self._workspace.read_only:
            self.edit_tag(tag)

    @Slot()
    def _on_remove_tag(self) -> None:
        tag = self._current_tag()
        if tag is None or self._workspace.read_only:
            return
        language = self._workspace.settings.language
        broader = self.model.tag_at(self.view.currentIndex().parent())
        narrower = self.model.rowCount(self.view.currentIndex())
        box = tag_question(self, tag, broader, narrower=narrower, language=language)
        act = acts.remove_tag(tag.id, tag.label(language))
        box.accepted.connect(lambda: self._workspace.operations.write(act, owner=self))
        box.finished.connect(box.deleteLater)
        box.open()

    @Slot(int, list)
    def _on_dropped(self, tag_id: int, entry_ids: list[int]) -> None:
        tag = self.model.tag_at(self.model.index_of(f"tag:{tag_id}"))
        if tag is not None and not self._workspace.read_only:
            about = tag.label(self._workspace.settings.language)
            act = acts.add_tag(tuple(entry_ids), tag_id, about)
            self._workspace.operations.write(act, owner=self)

    @Slot(object, object)
    def _on_changed(self, _change: Change, _initiator: object) -> None:
        self.refresh()

    def _connect(self) -> None:
        view, model = self.view, self.model
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        model.modelReset.connect(self._on_reset)
        model.entries_dropped.connect(self._on_dropped)
        view.moved.connect(self._on_moved)
        view.entered.connect(self._on_entered)
        view.clicked.connect(self._on_clicked)
        view.new_tag_asked.connect(self._on_new_tag)
        view.narrower_tag_asked.connect(self._on_narrower_tag)
        view.change_tag_asked.connect(self._on_change_tag)
        view.remove_tag_asked.connect(self._on_remove_tag)
        self._workspace.hub.changed.connect(self._on_changed)
