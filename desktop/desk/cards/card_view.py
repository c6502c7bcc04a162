"""The view of the cards: which is current, where its parts stand, what of it is in sight."""

from collections.abc import Collection

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget
from typing_extensions import override

from db.rows.evidence import Span
from desktop.desk.cards.card import Card
from desktop.desk.cards.card_delegate import CardDelegate
from desktop.desk.cards.card_layout import CardLayout, moved
from desktop.desk.cards.card_panel import CardPanel
from desktop.desk.cards.card_rows import CardsModel
from desktop.desk.cards.card_sight import parts_in_sight
from desktop.desk.cards.card_words import card_told, line_told
from desktop.theme import gap


class CardView(QListView):
    """Show cards; one is current, and within it perhaps one of its lines."""

    current_changed = Signal(object, object)
    """The current `Suggestion` or None, and the spans of its current line or of itself."""

    def __init__(self, rows: CardsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._painter = CardDelegate(rows)
        self._panel: CardPanel | None = None
        self._told: tuple[str, int, tuple[Span, ...]] = ("", -1, ())
        self._settle = QTimer(self, singleShot=True, interval=0)
        self.setModel(rows)
        self.setItemDelegate(self._painter)
        self._build()
        self._connect()

    def rows(self) -> CardsModel:
        """Give the model."""
        return self._rows

    def current_card(self) -> Card | None:
        """Give the current card."""
        return self._rows.card_of(self._painter.current) if self._painter.current else None

    def current_line(self) -> int:
        """Give the place of the current line in its card, -1 where the card itself is current."""
        return self._painter.line

    def set_current(self, key: str, line: int = -1) -> None:
        """Make a card current, and a line of it where one is named."""
        row = self._rows.row_of(key)
        if row < 0:
            return
        self._painter.line = line
        self.selectionModel().setCurrentIndex(
            self._rows.index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self._show_current(key)

    def layout_at(self, row: int) -> CardLayout:
        """Give where the parts of a card stand in the viewport."""
        layout = self._painter.layout_of(row, self.font(), self._painter.width)
        return moved(layout, self.visualRect(self._rows.index(row, 0)).topLeft())

    def panel(self) -> CardPanel | None:
        """Give what is open in place of the current card."""
        return self._panel

    def open_panel(self, panel: CardPanel) -> None:
        """Open something in place of the current card; what was open there is closed."""
        self.close_panel()
        self._panel = panel
        panel.setParent(self.viewport())
        panel.closed.connect(self._on_panel_closed)
        panel.resized.connect(self._settle.start)
        panel.show()
        self._arrange()
        self._show_part(())
        self._place_panel()
        panel.focus_first()

    def close_panel(self) -> None:
        """Close what is open in place of a card, and take the keyboard back from it."""
        panel, self._panel = self._panel, None
        if panel is None:
            return
        had_focus = panel.holds(QApplication.focusWidget())
        panel.hide()
        panel.deleteLater()
        self._painter.room_taken = 0
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._settle.start()

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        """Show the current card strongly; there is always one."""
        super().focusInEvent(event)
        self._painter.focused = True
        if self.current_card() is None:
            self._on_settled()
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        """Show the current card less strongly."""
        super().focusOutEvent(event)
        self._painter.focused = False
        self.viewport().update()

    @override
    def resizeEvent(self, e: QResizeEvent, /) -> None:
        """Lay out for another width, and note what came in sight."""
        self._painter.width = self.viewport().width()
        super().resizeEvent(e)
        self._settle.start()

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        """Note what is in sight."""
        super().showEvent(event)
        self._settle.start()

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        """Lay out in another font or look."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._settle.start()

    def _show_current(self, key: str) -> None:
        """Lay out anew around another current card, bring it in sight and tell of it."""
        if key != self._painter.current:
            self._painter.current = key
            self.close_panel()
        card = self.current_card()
        if card is None or self._rows.row_of(key) < 0:
            self._painter.current, self._painter.line = "", -1
            self._tell(None)
            return
        self._rows.book.current = key
        self._painter.line = min(self._painter.line, len(card.lines) - 1) if card.is_open else -1
        self._arrange()
        line = self._painter.line
        self._show_part((card.lines[line].key,) if line >= 0 else ())
        self._note_seen()
        self._tell(card)

    def _tell(self, card: Card | None) -> None:
        line = self._painter.line
        spans: tuple[Span, ...] = ()
        if card is not None:
            spans = (card.lines[line].spans if line >= 0 else ()) or card.suggestion.spans
            wording, reference = self._rows.wording(), self._rows.reference_of(card)
            is_line = line >= 0
            told = (
                line_told(card, line, wording) if is_line else card_told(card, wording, reference)
            )
            self.setAccessibleDescription(told)
        now = (card.key if card else "", line, spans)
        if now != self._told:
            self._told = now
            self.current_changed.emit(card.suggestion if card else None, spans)

    def _arrange(self) -> None:
        """Lay the rows out anew, and what is open in the place of one."""
        if self._panel is not None:
            self._panel.setFixedWidth(self._painter.width - 2 * gap(self.font()))
            self._painter.room_taken = self._panel.wanted_height()
        self.doItemsLayout()
        self._place_panel()
        self.viewport().update()

    def _place_panel(self) -> None:
        row = self._rows.row_of(self._painter.current)
        if self._panel is not None and row >= 0:
            size = QSize(self._panel.width(), self._painter.room_taken)
            self._panel.setGeometry(QRect(self.layout_at(row).card.topLeft(), size))

    def _show_part(self, keys: Collection[str]) -> None:
        """Scroll as little as brings parts of the current card in sight, from the first on.

        Without keys it is the whole card, from its head where it is taller than the view.
        """
        row = self._rows.row_of(self._painter.current)
        if row < 0:
            return
        layout = self.layout_at(row)
        room = self.visualRect(self._rows.index(row, 0))
        if keys:
            parts = [rect for key, rect in layout.parts if key in keys]
            unit = gap(self.font())
            room = QRect(parts[0].topLeft(), parts[-1].bottomRight()).adjusted(0, -unit, 0, unit)
        self._scroll_to(room)

    def _scroll_to(self, room: QRect) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if room.top() < 0 or room.height() > height:
            bar.setValue(bar.value() + room.top())
        elif room.bottom() >= height:
            bar.setValue(bar.value() + room.bottom() + 1 - height)

    @Slot()
    def _note_seen(self) -> None:
        """Note which parts of the current card are in sight, and were not before."""
        card, row = self.current_card(), self._rows.row_of(self._painter.current)
        if card is None or row < 0 or not card.is_open or not self.isVisible() or self._panel:
            return
        seen = parts_in_sight(self.layout_at(row), self.viewport().rect(), card.seen)
        if seen:
            self._rows.see(card.key, seen)

    @Slot()
    def _on_settled(self) -> None:
        """Lay out, since something changed, and stay with the current card or the first open."""
        wanted = (
            self._painter.current,
            self._rows.book.current,
            *(card.key for card in self._rows.all_cards() if card.is_open),
            *self._rows.keys()[:1],
        )
        key = next((one for one in wanted if self._rows.row_of(one) >= 0), "")
        if key != self._painter.current or not key:
            self.set_current(key)
            if not key:
                self._show_current("")
            return
        self._arrange()
        self._note_seen()
        self._tell(self.current_card())

    @Slot()
    def _on_panel_closed(self) -> None:
        self.close_panel()

    @Slot(str)
    def _on_came_back(self, key: str) -> None:
        self.set_current(key)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        panel = self._panel
        if panel is None or now is None or not panel.isAncestorOf(now):
            return
        if now.window() is self.window():
            room = QRect(now.mapTo(self.viewport(), QPoint(0, 0)), now.size())
            unit = gap(self.font())
            self._scroll_to(room.adjusted(0, -unit, 0, unit))

    def _build(self) -> None:
        self.setProperty("role", "sidebar")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setAutoScroll(False)
        self.setAccessibleName(self.tr("Suggestions"))

    def _connect(self) -> None:
        self._settle.timeout.connect(self._on_settled)
        self._rows.modelReset.connect(self._on_reset)
        self._rows.dataChanged.connect(self._on_rows_changed)
        self._rows.counts_changed.connect(self._on_rows_changed)
        self._rows.came_back.connect(self._on_came_back)
        self.verticalScrollBar().valueChanged.connect(self._note_seen)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # pyright: ignore[reportOptionalMemberAccess, reportAttributeAccessIssue, reportUnknownMemberType] - there is one

    @Slot()
    def _on_reset(self) -> None:
        """Forget what was current: the same keys may be those of another source."""
        self.close_panel()
        self._painter.current, self._painter.line, self._told = "", -1, ("", -1, ())
        self._settle.start()

    @Slot()
    def _on_rows_changed(self) -> None:
        self._settle.start()
