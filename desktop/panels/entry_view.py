"""The view of a list of entries: rows or columns, its keys, and finding by typing."""

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QWidget
from typing_extensions import override

from db.rows.lists import Chosen
from desktop.delegates.cell_delegate import Cell, CellDelegate, cell_height
from desktop.delegates.entry_delegate import EntryDelegate, row_height
from desktop.models.columns import COLUMNS, TITLE
from desktop.models.entry_list import EntryListModel
from desktop.panels.entry_columns import EntryColumns
from desktop.panels.entry_place import EntryPlace
from desktop.panels.entry_selection import KEPT, EntrySelection
from desktop.panels.list_looks import ListLook
from desktop.theme import gap

PAUSE_MS = 1500
"""After so long a pause, typing begins a new word to be found."""

_Index = QModelIndex | QPersistentModelIndex
_Action = QAbstractItemView.CursorAction
_CELLS = {
    "title": Cell.TITLE,
    "kind": Cell.KIND,
    "state": Cell.STATE,
    "evidence": Cell.EVIDENCE,
}
_NO_KEYPAD = ~Qt.KeyboardModifier.KeypadModifier


class EntryView(QTableView):
    """Show an `EntryListModel`, two lines a row, or one with a column for each value.

    Enter opens, Delete trashes, T asks for tags and R for the review state; any other letters, or
    these after another, or with Shift, find the next entry with a word that begins so.
    """

    current_entry_changed = Signal(int)
    """The id of the current entry, 0 for none."""
    selection_changed = Signal()
    opened = Signal()
    trash_asked = Signal()
    tags_asked = Signal()
    review_asked = Signal()
    find_asked = Signal(str)
    """What was typed so far, to be found from the current row on."""
    too_many_dragged = Signal()
    """More is selected than can be dragged."""

    def __init__(self, model: EntryListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = model
        self._typed = ""
        self._in_columns = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.end_find)
        self._find = QLabel(self)
        plain = (Cell.NUMBER if column.is_number else Cell.WORDS for column in COLUMNS)
        cells = [_CELLS.get(c.key, cell) for c, cell in zip(COLUMNS, plain, strict=True)]
        self._rows_look, self._cells_look = EntryDelegate(self), CellDelegate(cells, self)
        self.chosen = EntrySelection(model, self)
        self.place = EntryPlace(self, model, self.chosen)
        self._build(model)
        self.columns = EntryColumns(self)
        self.place.current_entry_changed.connect(self.current_entry_changed)
        self.chosen.selectionChanged.connect(self.selection_changed)
        self.show_look(ListLook())

    def current_entry(self) -> int:
        """Return the current entry, 0 for none."""
        return self.place.current_entry()

    def selection(self) -> Chosen:
        """Return what is selected."""
        return self.chosen.chosen()

    def show_look(self, look: ListLook) -> None:
        """Show rows of two lines, or columns."""
        self._in_columns = look.in_columns
        self.place.hold()
        self.setItemDelegate(self._cells_look if self._in_columns else self._rows_look)
        self.columns.show_look(look)
        self._fit()
        self.place.let_go()

    def typed(self) -> str:
        """Give what is being found."""
        return self._typed

    def show_found(self, *, found: bool) -> None:
        """Say what is being found, and whether it was."""
        words = self.tr("Find: {0}") if found else self.tr("Find: {0} (nothing)")
        self._find.setText(words.format(self._typed))
        self._find.adjustSize()
        self._lay_find()
        self._find.setVisible(bool(self._typed))

    @Slot()
    def end_find(self) -> None:
        """Let the next letter begin another word."""
        self._typed = ""
        self._find.hide()

    @override
    def selectAll(self) -> None:
        """Select all that the list shows, whatever it comes to show."""
        self.chosen.select_all()

    @override
    def startDrag(self, supportedActions: Qt.DropAction, /) -> None:
        """Drag the selected entries, unless they are so many that it would take long."""
        if self.chosen.is_all or self.chosen.count() > KEPT:
            self.too_many_dragged.emit()
        else:
            super().startDrag(supportedActions)

    @override
    def currentChanged(self, current: _Index, previous: _Index, /) -> None:
        """Tell which entry is current, unless rows are on the move."""
        super().currentChanged(current, previous)
        self.place.note_current()

    @override
    def moveCursor(self, cursorAction: _Action, modifiers: Qt.KeyboardModifier, /) -> QModelIndex:
        """Take Home and End for the first and the last row, in columns too."""
        ends = {_Action.MoveHome: 0, _Action.MoveEnd: self.model().rowCount() - 1}
        if cursorAction in ends:
            return self.model().index(ends[cursorAction], max(TITLE, self.currentIndex().column()))
        return super().moveCursor(cursorAction, modifiers)

    @override
    def event(self, event: QEvent, /) -> bool:
        """Claim Escape before any shortcut of the window, while something is being found."""
        asks = bool(self._typed) and event.type() == QEvent.Type.ShortcutOverride
        if asks and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        """Follow the font around."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Take the keys of the list; all else is Qt's."""
        if (event.modifiers() & _NO_KEYPAD) == Qt.KeyboardModifier.NoModifier and self._on_key(
            Qt.Key(event.key())
        ):
            event.accept()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, e: QPaintEvent, /) -> None:
        """Let the painter of cells work out once what is the same for all."""
        if self._in_columns:
            self._cells_look.prepare(self.font())
        super().paintEvent(e)

    @override
    def keyboardSearch(self, search: str, /) -> None:
        """Ask for the next entry with a word that begins with all typed so far."""
        letters = search if self._typed else search.strip()
        if not letters:
            return
        self._typed += letters
        self._pause.start()
        self.find_asked.emit(self._typed)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Keep what is being found in its corner, and the title as wide as there is room."""
        super().resizeEvent(event)
        self._lay_find()
        self.columns.fit_title()

    def _on_key(self, key: Qt.Key) -> bool:
        match key:
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.opened.emit()
            case Qt.Key.Key_Delete:
                self.trash_asked.emit()
            case Qt.Key.Key_Escape if self._typed:
                self.end_find()
            case Qt.Key.Key_Backspace if self._typed:
                self._typed = self._typed[:-1]
                self._pause.start()
                self.find_asked.emit(self._typed)
            case Qt.Key.Key_T if not self._typed:
                self.tags_asked.emit()
            case Qt.Key.Key_R if not self._typed:
                self.review_asked.emit()
            case _:
                return False
        return True

    def _build(self, model: EntryListModel) -> None:
        self.setModel(model)
        self.setSelectionModel(self.chosen)
        self._build_header(model)
        self.setMouseTracking(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("Entries"))
        self._find.setProperty("role", "find")
        self._find.setAutoFillBackground(True)
        self._find.setTextFormat(Qt.TextFormat.PlainText)
        self._find.setMargin(4)
        self._find.hide()

    def _build_header(self, model: EntryListModel) -> None:
        """Let the headers take no part in the selection: they would look through all its rows."""
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSelectionModel(QItemSelectionModel(model, header))
            header.setHighlightSections(False)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.hide()

    def _fit(self) -> None:
        font = self.font()
        height = cell_height(font) if self._in_columns else row_height(font)
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(height)
        rows.setDefaultSectionSize(height)

    def _lay_find(self) -> None:
        unit = gap(self.font())
        low = self.height() - self._find.height() - unit
        self._find.move(self.viewport().width() - self._find.width() - unit, low)

    def below_current(self) -> QPoint:
        """Give the point under the current row, in the viewport."""
        title = self.model().index(self.currentIndex().row(), TITLE)
        return self.visualRect(title).bottomLeft()
