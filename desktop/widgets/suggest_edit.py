"""A line that suggests while somebody types, from whatever is found in the background.

It asks by a signal and is answered by `show_suggestions()`, whenever that may be. Enter never
takes a row that was found for other words: it waits for the answer to the words that stand there.
"""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QListView, QWidget
from typing_extensions import override

from desktop.delegates.offer_delegate import OfferDelegate
from desktop.widgets.suggestion_model import Suggestion, SuggestionModel

DEBOUNCE_MS = 120


class SuggestEdit(QLineEdit):
    """Ask for suggestions when typing pauses, show them beneath, and tell which one was chosen.

    Up and Down go through them, Enter chooses, Escape closes them and then empties the line.
    """

    suggestions_requested = Signal(str)
    suggestion_chosen = Signal(object)

    def __init__(
        self,
        *,
        placeholder: str = "",
        two_lines: bool = True,
        debounce_ms: int = DEBOUNCE_MS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fresh = False  # whether the rows answer the words that stand in the line
        self._enter_waits = False
        self._asked: str | None = None
        self._model = SuggestionModel(self)
        self._timer = QTimer(self, singleShot=True, interval=debounce_ms)
        self._timer.timeout.connect(self._ask)
        self.setPlaceholderText(placeholder)
        self._list = self._build_list(OfferDelegate(two_lines=two_lines))
        self._completer = self._build_completer()
        self.textEdited.connect(self._on_text_edited)

    def words(self) -> str:
        """Give what stands in the line, without spaces around it."""
        return self.text().strip()

    def popup(self) -> QAbstractItemView:
        """Give the list beneath the line."""
        return self._list

    def show_suggestions(self, rows: Sequence[Suggestion], *, query: str | None = None) -> None:
        """Offer rows; an answer to other words than those that stand here now is dropped."""
        if query is not None and query.strip() != self.words():
            return
        self._model.offer(rows)
        self._fresh = True
        if self._enter_waits:
            self._enter_waits = False
            self._choose(0)
        elif rows and self.hasFocus():
            self._show_list()
        else:
            self._list.hide()

    def close_suggestions(self) -> None:
        """Put the list away, and forget what was asked."""
        self._timer.stop()
        self._enter_waits = self._fresh = False
        self._asked = None
        self._list.hide()

    def reset(self) -> None:
        """Empty the line for the next word."""
        self.close_suggestions()
        self.clear()

    @override
    def keyPressEvent(self, arg__1: QKeyEvent, /) -> None:
        """Choose on Enter, open on Down, give up on Escape; all else is typing."""
        match arg__1.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.words() or self._list.isVisible():
                self._on_enter()
            case Qt.Key.Key_Down if not self._list.isVisible():
                self._ask()
            case Qt.Key.Key_Escape if self.text() and not self._list.isVisible():
                self.reset()
            case _:
                super().keyPressEvent(arg__1)
                return
        arg__1.accept()

    def _build_list(self, delegate: OfferDelegate) -> QListView:
        shown = QListView(self)
        shown.setProperty("role", "offers")
        delegate.setParent(shown)
        shown.setUniformItemSizes(True)
        shown.setMouseTracking(True)
        shown.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shown.setAccessibleName(self.tr("Suggestions"))
        shown.setItemDelegate(delegate)
        shown.clicked.connect(self._on_clicked)
        return shown

    def _build_completer(self) -> QCompleter:
        """Let Qt's completer place the list and pass keys on; it takes no words of its own."""
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(9)
        completer.setWrapAround(False)
        delegate = self._list.itemDelegate()
        completer.setPopup(self._list)  # which would put its own delegate in
        self._list.setItemDelegate(delegate)
        completer.setWidget(self)
        return completer

    def _show_list(self) -> None:
        width = max(self.width(), self.fontMetrics().averageCharWidth() * 44)
        self._completer.complete(QRect(0, 0, width, self.height()))
        self._list.setCurrentIndex(self._list.model().index(0, 0))

    @Slot()
    def _on_text_edited(self) -> None:
        self._fresh = self._enter_waits = False
        if self.words():
            self._timer.start()
        else:
            self.close_suggestions()

    @Slot()
    def _ask(self) -> None:
        self._timer.stop()
        self._fresh = False
        self._asked = self.words()
        self.suggestions_requested.emit(self._asked)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        if self._fresh:
            self._choose(index.row())

    def _on_enter(self) -> None:
        if self._fresh:
            current = self._list.currentIndex() if self._list.isVisible() else QModelIndex()
            self._choose(current.row() if current.isValid() else 0)
            return
        self._enter_waits = True
        if self._asked != self.words():
            self._ask()

    def _choose(self, number: int) -> None:
        if number >= self._model.rowCount():
            return
        row = self._model.row(number)
        self.close_suggestions()
        self.suggestion_chosen.emit(row.payload)
