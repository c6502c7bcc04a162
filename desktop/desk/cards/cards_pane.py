"""The column of cards: head, work under way, and the list, or why there is none."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from db.rows.entries import EntryRef
from db.rows.evidence import Span
from db.rows.suggestions import Decision, Reading, SuggestedLine, Suggestion
from desktop.desk.cards.by_hand import dated_line
from desktop.desk.cards.card import Card, SameAs
from desktop.desk.cards.card_editor import CardEditor
from desktop.desk.cards.card_keys import CardKey
from desktop.desk.cards.card_list import CardList
from desktop.desk.cards.card_rows import CardsModel
from desktop.desk.cards.cards_head import CardsHead
from desktop.desk.cards.finding import cards_on
from desktop.desk.cards.same_as import SameAsPanel
from desktop.widgets.busy_bar import BusyBar
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.message_bar import MessageBar, Severity
from desktop.workspace import Workspace

_HIDDEN = "cards/decided"
"""The remembered choice of leaving decided cards out."""


class CardsPane(QWidget):
    """Review what a reading suggests of one source; all that is to be written is asked for."""

    take_requested = Signal(object)
    """A `Taken`; answer with `show_decision` once it is written, or with `put_back`."""
    refuse_requested = Signal(object)
    reopen_requested = Signal(object)
    """A `Suggestion`, like the one before; answered alike, or by `show_decisions`."""
    open_requested = Signal(int)
    """The id of the entry an accepted card became."""
    current_changed = Signal(object, object)
    """The current `Suggestion` or None, and the spans of its current line or of itself."""
    cancel_requested = Signal()
    said = Signal(str)
    left = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._rows = CardsModel(workspace.rules, lambda: workspace.settings.language, self)
        self._list = CardList(self._rows, read_only=workspace.read_only)
        self._head, self._busy, self._partial = CardsHead(), BusyBar(), MessageBar()
        self._empty = EmptyState("")
        self._middle = QStackedWidget()
        self._failed, self._reading = "", ""
        self._words: Span | None = None  # those whose card was asked for last
        self._build()
        self._connect()
        self._head.set_hidden(hidden=workspace.settings.text(_HIDDEN) == "hidden")
        self._show_fitting()

    def rows(self) -> CardsModel:
        """Give the model."""
        return self._rows

    def card_list(self) -> CardList:
        """Give the list."""
        return self._list

    def head(self) -> CardsHead:
        """Give the head."""
        return self._head

    def empty_state(self) -> EmptyState:
        """Give what is shown in place of the list."""
        return self._empty

    def current(self) -> Suggestion | None:
        """Give the current suggestion, None where there is none."""
        card = self._list.current_card()
        return card.suggestion if card else None

    def suggestions(self) -> Mapping[str, Suggestion]:
        """Give all that lines can name, by key and as edited: what accepting needs beside a card.

        Entries picked as the end of a line are among them.
        """
        return self._rows.suggestions()

    def show_source(self, source_id: int) -> None:
        """Go to another source: its cards are shown as they were left, until it is read anew."""
        self._failed = self._reading = ""
        self._busy.finish()
        self._partial.dismiss()
        self._list.close_panel()
        self._rows.show_source(source_id)
        self._show_fitting()

    def show_reading(
        self,
        reading: Reading,
        decisions: Iterable[Decision],
        tags: Mapping[int, str] | None = None,
        references: Mapping[int, EntryRef] | None = None,
    ) -> None:
        """Show what was read; what was ticked, edited and made by hand is kept by key.

        ``tags`` are the labels of tags by id, ``references`` the entries that cards became.
        """
        self._failed = self._reading = ""
        self._busy.finish()
        self._rows.show_reading(reading, decisions, tags, references)
        if reading.partial:
            words = self.tr("Names could not be read: {0}").format(reading.partial)
            self._partial.show_message(Severity.WARN, words)
        else:
            self._partial.dismiss()
        self._show_fitting()

    def show_decisions(
        self, decisions: Iterable[Decision], references: Mapping[int, EntryRef] | None = None
    ) -> None:
        """Show what is decided by now, as after an undo."""
        self._rows.show_decisions(decisions, references)

    def show_decision(self, decision: Decision, entry: EntryRef | None = None) -> None:
        """Show that a decision was written, with the entry that the card became."""
        self._rows.show_decision(decision, entry)

    def put_back(self, key: str) -> None:
        """Show a card as it was, since what was asked for could not be written."""
        self._rows.put_back(key)
        self._list.set_current(key)

    def show_busy(self, text: str, *, steps: int = 0) -> None:
        """Show that the source is being read; `steps` where their number is known."""
        self._failed, self._reading = "", text
        self._busy.start(text, steps=steps)
        self._show_fitting()

    def advance(self, done: int, text: str = "") -> None:
        """Tell how many steps of the reading are done."""
        self._busy.advance(done, text)

    def show_failed(self, sentence: str) -> None:
        """Say why the source could not be read; cards that are there stay."""
        self._reading, self._failed = "", sentence
        self._busy.finish()
        if self._rows.all_cards():
            self._partial.show_message(Severity.WARN, sentence)
        self._show_fitting()

    def add_by_hand(self, suggestion: Suggestion) -> None:
        """Show a card made of selected words, and make it current."""
        self._rows.make(suggestion)
        self._list.set_current(suggestion.key)

    def add_line(self, line: SuggestedLine) -> bool:
        """Add a line to the current card, if that is open; a line without a key gets one."""
        card = self._open_card()
        if card is not None:
            self._rows.put_line(card.key, line)
            self._list.set_current(card.key)
        return card is not None

    def give_date(self, edtf: str, span: Span) -> bool:
        """Give the current card its date, if it has one of its own."""
        card = self._open_card()
        line = dated_line(card, edtf, span) if card is not None else None
        if card is not None and line is None:
            self.said.emit(self.tr("Only agreements, meetings and the release have a date here."))
        return line is not None and self.add_line(line)

    def go_to(self, span: Span) -> bool:
        """Make the narrowest card on these words current; asked again, the next one on them."""
        found = cards_on([self._rows.card(row) for row in range(self._rows.rowCount())], span)
        if not found:
            return False
        current = self._list.current_card()
        again = span == self._words and current is not None and current.key in found
        at = found.index(current.key) + 1 if again and current is not None else 0
        self._words = span
        self._list.set_current(found[at % len(found)])
        return True

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        """Give the keyboard on to the list, where it is shown."""
        super().focusInEvent(event)
        if self._middle.currentWidget() is self._list:
            self._list.setFocus(event.reason())

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Leave on Escape, also while there are no cards."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot(object)
    def _on_edit_requested(self, suggestion: Suggestion) -> None:
        card = self._rows.card_of(suggestion.key)
        if card is not None:
            line = self._list.current_line()
            editor = CardEditor(self._workspace, self._rows, card, line)
            editor.confirmed.connect(self._on_edited)
            self._list.open_panel(editor)

    @Slot(object)
    def _on_same_requested(self, suggestion: Suggestion) -> None:
        card = self._rows.card_of(suggestion.key)
        if card is not None:
            panel = SameAsPanel(self._workspace, card, self._rows.wording())
            panel.chosen.connect(self._on_same_chosen)
            self._list.open_panel(panel)

    @Slot(object, bool)
    def _on_edited(self, card: Card, taking: bool) -> None:  # noqa: FBT001 - a slot
        line = self._list.current_line()
        self._rows.change(card)
        self._list.close_panel()
        self._list.set_current(card.key, -1 if taking else line)
        if taking:
            self._list.do(CardKey.TAKE)

    @Slot(object)
    def _on_same_chosen(self, same: SameAs) -> None:
        card = self._list.current_card()
        if card is not None:
            self._rows.set_same(card.key, same)
        self._list.close_panel()

    @Slot(bool)
    def _on_hide_asked(self, hidden: bool) -> None:  # noqa: FBT001 - a slot
        self._workspace.settings.set_text(_HIDDEN, "hidden" if hidden else "shown")
        self._rows.hide_decided(hidden=hidden)

    @Slot()
    def _on_empty_action(self) -> None:
        self._head.set_hidden(hidden=False)
        self._list.setFocus()

    @Slot()
    def _show_fitting(self) -> None:
        """Show the counts, and the list or why there is none."""
        self._head.show_counts(*self._rows.counts())
        had_focus = self._list.hasFocus()
        if self._rows.rowCount():
            self._middle.setCurrentWidget(self._list)
        else:
            self._empty.show_state(*self._why_empty(), action=self._way_out())
            self._middle.setCurrentWidget(self._empty)
            if had_focus:
                self.setFocus()

    def _why_empty(self) -> tuple[str, str]:
        if self._reading:
            return self.tr("Reading…"), ""
        if self._failed:
            return self.tr("This release could not be read"), self._failed
        if self._rows.all_cards():
            return self.tr("Everything is decided"), ""
        words = self.tr("Select words in the text and press a letter.")
        return self.tr("Nothing was found"), words

    def _way_out(self) -> str:
        return self.tr("Show what is decided") if self._rows.all_cards() else ""

    def _open_card(self) -> Card | None:
        card = self._list.current_card()
        if card is not None and card.is_open:
            return card
        self.said.emit(self.tr("Choose an open suggestion first."))
        return None

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._middle.addWidget(self._list)
        self._middle.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._head, self._busy, self._partial):
            column.addWidget(widget)
        column.addWidget(self._middle, 1)

    def _connect(self) -> None:
        shown = self._list
        shown.take_requested.connect(self.take_requested)
        shown.refuse_requested.connect(self.refuse_requested)
        shown.reopen_requested.connect(self.reopen_requested)
        shown.open_requested.connect(self.open_requested)
        shown.current_changed.connect(self.current_changed)
        shown.said.connect(self.said)
        shown.left.connect(self.left)
        shown.edit_requested.connect(self._on_edit_requested)
        shown.same_requested.connect(self._on_same_requested)
        self._rows.counts_changed.connect(self._show_fitting)
        self._head.hide_asked.connect(self._on_hide_asked)
        self._busy.cancel_requested.connect(self.cancel_requested)
        self._empty.action_triggered.connect(self._on_empty_action)
