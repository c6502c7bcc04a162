"""A list of offers beneath a line of text; the line keeps the keyboard and moves through it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from desktop.delegates.offer_delegate import OfferDelegate
from desktop.widgets.overlay import lay_below
from desktop.widgets.suggestion_model import Suggestion, SuggestionModel

_ROWS, _LETTERS = 10, 64


class OfferPopup(QListView):
    """Show offers on one line each, none of them current until one goes down to it."""

    offer_clicked = Signal(object)
    """The `Suggestion` that was clicked."""

    def __init__(self, line: QWidget) -> None:
        super().__init__(line)
        self._line = line
        self._watched: QWindow | None = None
        self._offers = SuggestionModel(self)
        self._delegate = OfferDelegate(two_lines=False)
        self._delegate.setParent(self)
        self.setModel(self._offers)
        self.setItemDelegate(self._delegate)
        self.setProperty("role", "offers")
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Suggestions"))
        self.clicked.connect(self._on_clicked)
        self.hide()

    def show_offers(self, offers: Sequence[Suggestion], left: int, *, first: bool) -> None:
        """Show offers from a place in the line on, the first current or none; none at all hide."""
        self._offers.offer(offers)
        if not offers:
            self.hide()
            return
        rows = self.sizeHintForRow(0) * min(len(offers), _ROWS)
        width = self.fontMetrics().averageCharWidth() * _LETTERS
        lay_below(self, self._line, left, width, rows)
        around = self.height() - self.viewport().height()
        lay_below(self, self._line, left, width, rows + around)
        self._go_to(0 if first else -1)
        self.scrollToTop()

    def current(self) -> Suggestion | None:
        """Give the offer that is current; None for none."""
        index = self.currentIndex()
        return self._offers.row(index.row()) if self.isVisible() and index.isValid() else None

    def offers(self) -> list[Suggestion]:
        """Give all offers."""
        return [self._offers.row(number) for number in range(self._offers.rowCount())]

    def move_by(self, by: int) -> None:
        """Go so many rows down, or up past the first to none."""
        last = self._offers.rowCount() - 1
        self._go_to(max(-1, min(last, self.currentIndex().row() + by)))

    @override
    def setVisible(self, visible: bool, /) -> None:
        """Watch the window for clicks beside the list while it is shown."""
        super().setVisible(visible)
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        self._watched = self.window().windowHandle() if visible else None
        if self._watched is not None:
            self._watched.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Put the list away on a click beside it and its line."""
        if watched is self._watched and isinstance(event, QMouseEvent):
            at = event.globalPosition().toPoint()
            inside = any(
                widget.rect().contains(widget.mapFromGlobal(at)) for widget in (self, self._line)
            )
            if event.type() == QEvent.Type.MouseButtonPress and not inside:
                self.hide()
        return super().eventFilter(watched, event)

    def _go_to(self, row: int) -> None:
        index = self._offers.index(row) if row >= 0 else QModelIndex()
        self.setCurrentIndex(index)
        if not index.isValid():
            self.clearSelection()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.offer_clicked.emit(self._offers.row(index.row()))
