"""The tree of the sidebar: keys and menus of tags and saved searches, nothing decided."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, SignalInstance
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTreeView, QWidget
from typing_extensions import override

from desktop.delegates.tag_delegate import TagDelegate
from desktop.models.sidebar_model import SidebarModel
from desktop.models.sidebar_tree import NEW_SEARCH, NEW_TAG, SEARCHES, TAGS, TRASH
from desktop.theme import gap

_Index = QModelIndex | QPersistentModelIndex
_Line = tuple[str, str, SignalInstance]


class SidebarView(QTreeView):
    """Show a `SidebarModel`; what is asked for is asked of the current row."""

    entered = Signal()
    moved = Signal()
    """Another row became current, or the current one was clicked again."""
    new_tag_asked = Signal()
    narrower_tag_asked = Signal()
    save_asked = Signal()
    """What the list shows is to be kept as a search."""
    change_asked = Signal()
    remove_asked = Signal()
    empty_trash_asked = Signal()
    up_asked = Signal()
    down_asked = Signal()

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
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setAutoExpandDelay(600)
        self.setIndentation(2 * gap(self.font()))
        self.setAccessibleName(self.tr("Lists, tags and searches"))

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
        """Enter the list; make, change, move and remove tags and searches."""
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case Qt.Key.Key_Insert:
                (self.narrower_tag_asked if shift else self.new_tag_asked).emit()
            case Qt.Key.Key_F2:
                self.change_asked.emit()
            case Qt.Key.Key_Delete:
                self.remove_asked.emit()
            case Qt.Key.Key_Up if alt:
                self.up_asked.emit()
            case Qt.Key.Key_Down if alt:
                self.down_asked.emit()
            case _:
                super().keyPressEvent(event)
                return
        event.accept()

    @override
    def contextMenuEvent(self, arg__1: QContextMenuEvent, /) -> None:
        """Offer what can be done with a tag, a search or the trash, or at a heading."""
        menu = self.menu_at(self.indexAt(arg__1.pos()))
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(arg__1.globalPos())

    def menu_at(self, index: _Index) -> QMenu | None:
        """Build the menu of a row; None where there is nothing to do."""
        key = self._rows.key_at(index)
        if self._rows.search_at(index) is not None:
            return self._menu(self._search_lines(changed=self._rows.is_changed(index)))
        if self._rows.tag_at(index) is not None:
            return self._menu(self._tag_lines())
        if key in {TAGS, NEW_TAG}:
            return self._menu(self._tag_lines()[:1])
        if key in {SEARCHES, NEW_SEARCH}:
            return self._menu([(self.tr("Save this search…"), "Ctrl+D", self.save_asked)])
        if key == TRASH:
            return self._menu([(self.tr("Empty trash…"), "", self.empty_trash_asked)])
        return None

    def _tag_lines(self) -> list[_Line]:
        return [
            (self.tr("New tag…"), "Ins", self.new_tag_asked),
            (self.tr("New narrower tag…"), "Shift+Ins", self.narrower_tag_asked),
            (self.tr("Change…"), "F2", self.change_asked),
            (self.tr("Remove…"), "Del", self.remove_asked),
        ]

    def _search_lines(self, *, changed: bool) -> list[_Line]:
        lines: list[_Line] = [
            (self.tr("Change…"), "F2", self.change_asked),
            (self.tr("Move up"), "Alt+Up", self.up_asked),
            (self.tr("Move down"), "Alt+Down", self.down_asked),
            (self.tr("Remove…"), "Del", self.remove_asked),
        ]
        return [(self.tr("Save changes…"), "Ctrl+D", self.save_asked), *lines] if changed else lines

    def _menu(self, lines: Sequence[_Line]) -> QMenu:
        menu = QMenu(self)
        for words, keys, asked in lines:
            menu.addAction(words, QKeySequence(keys), asked.emit)
        return menu
