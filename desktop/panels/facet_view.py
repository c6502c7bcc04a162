"""The view of facets: what is clicked or keyed on a value, and what is folded."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget
from typing_extensions import override

from desktop.delegates.facet_delegate import FacetDelegate
from desktop.models.facet_model import FacetModel
from desktop.theme import gap

_Index = QModelIndex | QPersistentModelIndex
_NO_KEYPAD = ~Qt.KeyboardModifier.KeypadModifier


class FacetView(QTreeView):
    """Show a `FacetModel`: place, folds and current row stay when its rows are others.

    A click, Enter or Space asks for a value, Ctrl and a click, Shift+Enter or minus leave it out;
    on a heading they fold the group. Letters go to the next value that begins so.
    """

    wanted = Signal(str, str)
    """A value is to be asked for, or no longer: its field and key."""
    unwanted = Signal(str, str)
    """A value is to be left out, or no longer."""
    whole_asked = Signal(str)
    """A group is to be opened wholly: its field."""
    folded = Signal(str, bool)
    """A group was folded, or opened: its field."""

    def __init__(self, model: FacetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._closed: frozenset[str] = frozenset()
        self._open: set[str] = set()
        self._current = ""
        self._top = 0
        self._build()
        self.setItemDelegate(FacetDelegate(self))
        self.setModel(model)
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        model.modelReset.connect(self._on_reset)
        model.stale_changed.connect(self._repaint)
        self.expanded.connect(self._on_expanded)
        self.collapsed.connect(self._on_collapsed)

    def set_closed(self, fields: frozenset[str]) -> None:
        """Keep the groups of these fields folded, and all others open."""
        self._closed = fields
        self._restore_folds()

    def value_at(self, index: _Index) -> tuple[str, str]:
        """Return the field and key of a value, empty texts where there is none."""
        row = self._rows.row_at(index)
        return (row.field, row.key) if row is not None else ("", "")

    def go_to_first(self) -> None:
        """Make the first row current where none is."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._rows.index(0, 0))

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Ask for a value or leave it out; fold; all else is Qt's."""
        pressed, plain = event.modifiers() & _NO_KEYPAD, Qt.KeyboardModifier.NoModifier
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if pressed == plain:
                self._take(self.currentIndex(), without=False)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if (
                pressed == Qt.KeyboardModifier.ShiftModifier
            ):
                self._take(self.currentIndex(), without=True)
            case Qt.Key.Key_Space if pressed == plain:
                self._take(self.currentIndex(), without=False)
            case Qt.Key.Key_Minus if pressed == plain:
                self._take(self.currentIndex(), without=True)
            case _:
                super().keyPressEvent(event)
                return
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        """Take a click on a row, beside the branches of the tree."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and index == self._pressed and self.visualRect(index).contains(at):
            without = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._take(index, without=without)
        self._pressed = QPersistentModelIndex()

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        """Note the row: it counts where the button is let go on the same one."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._pressed = QPersistentModelIndex(index)
        if index.isValid():
            self.setCurrentIndex(index)  # with Ctrl, Qt would let go of it

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Break long labels anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _take(self, index: QModelIndex, *, without: bool) -> None:
        field, key = self.value_at(index)
        if field:
            (self.unwanted if without else self.wanted).emit(field, key)
        elif self._rows.opens_group(index):
            self.whole_asked.emit(self._rows.field_at(index))
        elif index.isValid():
            self.setExpanded(index, not self.isExpanded(index))

    # What stays

    @Slot()
    def _on_about_to_reset(self) -> None:
        self._current = self._rows.key_at(self.currentIndex())
        self._top = self.verticalScrollBar().value()

    @Slot()
    def _on_reset(self) -> None:
        self._restore_folds()
        index = self._rows.index_of(self._current) if self._current else QModelIndex()
        if index.isValid():
            self.setCurrentIndex(index)
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(self._top)

    @Slot()
    def _repaint(self) -> None:
        self.viewport().update()  # told as other data, the height of every row would be asked for

    def _restore_folds(self) -> None:
        with QSignalBlocker(self):
            for index in self._rows.headings():
                self.setExpanded(index, self._rows.field_at(index) not in self._closed)
            for index in self._rows.broader():
                opened = self._rows.key_at(index) in self._open
                self.setExpanded(index, opened or self._rows.has_asked_below(index))

    @Slot(QModelIndex)
    def _on_expanded(self, index: QModelIndex) -> None:
        if self._rows.row_at(index) is None:
            self.folded.emit(self._rows.field_at(index), False)
        else:
            self._open.add(self._rows.key_at(index))

    @Slot(QModelIndex)
    def _on_collapsed(self, index: QModelIndex) -> None:
        if self._rows.row_at(index) is None:
            self.folded.emit(self._rows.field_at(index), True)
        else:
            self._open.discard(self._rows.key_at(index))

    def _build(self) -> None:
        self._pressed = QPersistentModelIndex()
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setIndentation(gap(self.font()) * 3 // 2)
        self.setAccessibleName(self.tr("Facets"))
