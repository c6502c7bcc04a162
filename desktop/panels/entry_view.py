"""The view of a list of entries: keys, finding by typing, and a place that stays."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListView, QWidget
from typing_extensions import override

from desktop.delegates.entry_delegate import EntryDelegate
from desktop.models.entry_list import EntryListModel
from desktop.models.spine import runs_of
from desktop.theme import gap

PAUSE_MS = 1500
"""After so long a pause, typing begins a new word to be found."""

_Index = QModelIndex | QPersistentModelIndex
InSight = Sequence[tuple[int, int]]
"""The entries in sight, each with how far below the top its row begins, in pixels."""

_NO_KEYPAD = ~Qt.KeyboardModifier.KeypadModifier
_Flag = QItemSelectionModel.SelectionFlag


class EntryView(QListView):
    """Show an `EntryListModel`; current entry, selection and place stay when rows come and go.

    Enter opens, Delete trashes, T asks for tags and R for the review state; any other letters, or
    these after another, or with Shift, find the next entry with a word that begins so.
    """

    current_entry_changed = Signal(int)
    """The id of the current entry, 0 for none."""
    opened = Signal()
    trash_asked = Signal()
    tags_asked = Signal()
    review_asked = Signal()
    find_asked = Signal(str)
    """What was typed so far, to be found from the current row on."""

    def __init__(self, model: EntryListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = model
        self._typed = ""
        self._current = 0
        self._selected: frozenset[int] = frozenset()
        self._in_sight: InSight = ()
        self._following: Sequence[int] = ()
        self._expected: tuple[int, InSight] | None = None
        self._loading = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.end_find)
        self._find = QLabel(self)
        self._build()
        self._connect_model(model)

    def current_entry(self) -> int:
        """Return the current entry, 0 for none."""
        return self._current

    def selected_entries(self) -> tuple[int, ...]:
        """Return the selected entries in the order of the list."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._entries.id_at(row) for row in rows)

    def go_to(self, entry: int) -> None:
        """Make an entry the only one selected, if it is listed."""
        row = self._entries.row_of(entry)
        if row >= 0:
            self._go_to_row(row)

    def expect(self, entry: int, in_sight: InSight = ()) -> None:
        """Go to an entry once the list that was asked for is there.

        With 0, or one that is not listed, the current entry stays, or the first becomes current.
        """
        self._expected = (entry, in_sight)

    def expected_entry(self) -> int:
        """Return the entry that will be gone to, or the current one."""
        return (self._expected[0] if self._expected else 0) or self._current

    def in_sight(self) -> InSight:
        """Return what is in sight now."""
        first = self.indexAt(QPoint(1, 1)).row()
        last = self.indexAt(QPoint(1, self.viewport().height() - 1)).row()
        if first < 0:
            return []
        last = last if last >= 0 else self._entries.rowCount() - 1
        model = self._entries
        rows = range(first, last + 1)
        return [(model.id_at(row), self.visualRect(model.index(row)).top()) for row in rows]

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
    def currentChanged(self, current: _Index, previous: _Index, /) -> None:
        """Tell which entry is current, unless rows are on the move."""
        super().currentChanged(current, previous)
        if not self._loading:
            self._tell_current()

    @override
    def event(self, event: QEvent, /) -> bool:
        """Claim Escape before any shortcut of the window, while something is being found."""
        asks = bool(self._typed) and event.type() == QEvent.Type.ShortcutOverride
        if asks and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

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
    def keyboardSearch(self, search: str, /) -> None:
        """Ask for the next entry with a word that begins with all typed so far."""
        letters = search if self._typed else search.strip()
        if not letters:
            return
        self._typed += letters
        self._pause.start()
        self.find_asked.emit(self._typed)

    @override
    def resizeEvent(self, e: QResizeEvent, /) -> None:
        """Keep what is being found in its corner."""
        super().resizeEvent(e)
        self._lay_find()

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

    # What stays

    def _connect_model(self, model: EntryListModel) -> None:
        model.about_to_load.connect(self._on_about_to_load)
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        self.setModel(model)
        model.loaded.connect(self._on_loaded)

    @Slot()
    def _on_about_to_load(self) -> None:
        self._loading = True
        self._in_sight = self.in_sight() if self.verticalScrollBar().value() > 0 else ()
        self._following = self._entries.ids()[max(0, self.currentIndex().row()) :]

    @Slot()
    def _on_about_to_reset(self) -> None:
        self._selected = frozenset(self.selected_entries())

    @Slot()
    def _on_loaded(self) -> None:
        expected, self._expected = self._expected, None
        gone = self._entries.row_of(self._current) < 0
        if expected is not None or gone or not self.currentIndex().isValid():
            self._take_up(expected[0] if expected else 0)
        self._return_to(expected[1] if expected else self._in_sight)
        self._selected = frozenset()
        self._loading = False
        self._tell_current()

    def _take_up(self, wanted: int) -> None:
        """Go to an entry, or to the current one in its new row, or to one that followed it."""
        model = self._entries
        if not model.rowCount():
            return
        rows = (model.row_of(entry) for entry in (wanted, self._current, *self._following))
        nowhere = model.rowCount() - 1 if self._following else 0
        row = next((row for row in rows if row >= 0), nowhere)
        kept = sorted(n for entry in self._selected if (n := model.row_of(entry)) >= 0)
        self._go_to_row(row)
        if row in kept:
            chosen = QItemSelection()
            for run in runs_of(kept):
                chosen.select(model.index(run.start), model.index(run.stop - 1))
            self.selectionModel().select(chosen, _Flag.ClearAndSelect)

    def _go_to_row(self, row: int) -> None:
        index = self._entries.index(row)
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)
        self.scrollTo(index)

    def _return_to(self, in_sight: InSight) -> None:
        """Scroll so that the first of these entries still listed stands where it stood."""
        self.executeDelayedItemsLayout()
        for entry, top in in_sight:
            row = self._entries.row_of(entry)
            if row >= 0:
                now = self.visualRect(self._entries.index(row)).top()
                self.verticalScrollBar().setValue(self.verticalScrollBar().value() + now - top)
                return

    def _tell_current(self) -> None:
        entry = self._entries.id_at(self.currentIndex().row())
        if entry != self._current:
            self._current = entry
            self.current_entry_changed.emit(entry)

    def _build(self) -> None:
        self.setItemDelegate(EntryDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("Entries"))
        self._find.setProperty("role", "find")
        self._find.setAutoFillBackground(True)
        self._find.setTextFormat(Qt.TextFormat.PlainText)
        self._find.setMargin(4)
        self._find.hide()

    def _lay_find(self) -> None:
        unit = gap(self.font())
        low = self.viewport().height() - self._find.height() - unit
        self._find.move(self.viewport().width() - self._find.width() - unit, low)
