"""The desk: a source's text with its marks beside the cards of what it suggests, and their keys."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from db.act import Change
from db.queries.sheets import entry_sheet
from db.queries.sources import source_page
from db.rows.entries import EntryRef, EntrySheet
from db.rows.evidence import Span
from db.terms import ReadingState
from db.text.highlight import Lit
from desktop.acts import sources
from desktop.desk.by_hand import ByHand
from desktop.desk.cards.cards_pane import CardsPane
from desktop.desk.desk_split import DeskSplit
from desktop.desk.found_words import FoundWords
from desktop.desk.gestures import Gestures
from desktop.desk.header import DeskHeader
from desktop.desk.key_hints import KeyHints
from desktop.desk.keys import DeskKey
from desktop.desk.keys_in_sight import BY_A_WORD, CARDS, card_keys, press_card_key, text_keys
from desktop.desk.noise_lines import NoiseLines
from desktop.desk.original import Original
from desktop.desk.pages import DeskPage, desk_page
from desktop.desk.review import Review
from desktop.desk.source_text import SourceText
from desktop.desk.strip import SourceStrip
from desktop.reader import Reader
from desktop.widgets.empty_state import EmptyState
from desktop.workspace import Workspace


class Desk(QWidget):
    """Show one source: its words to be selected, marked and pinned, its suggestions decided."""

    open_requested = Signal(int)
    """The id of an entry made from this source."""
    next_requested = Signal(int)
    """This source is checked; the id of the next one in the inbox."""
    text_shown = Signal(bool)
    """Another source is shown; whether it has a text to review."""
    closed = Signal()
    said = Signal(str)
    """One sentence for the status line."""

    def __init__(self, workspace: Workspace, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._source: int | None = None
        self._shown: DeskPage | None = None
        self._to_light: tuple[Span, ...] = ()
        self._carets: dict[int, int] = {}
        self._waits_for_cards = False
        self._header = DeskHeader(read_only=workspace.read_only)
        self._text, self._strip = SourceText(), SourceStrip()
        self._found = FoundWords(workspace, self._text)
        self._cards = CardsPane(workspace)
        self._review = Review(workspace, reader, self._text, self._cards)
        self._by_hand = ByHand(workspace, self._text, self._cards, self._review)
        self._noise = NoiseLines(workspace, self._text, self._review)
        self._gestures = Gestures(workspace, self._text, self._review, self._by_hand, self._noise)
        self._original = Original(workspace, self)
        self._empty = EmptyState(
            self.tr("No text"), self.tr("Of this source only its particulars are catalogued.")
        )
        self._hints, self._card_hints = KeyHints(text_keys()), KeyHints(card_keys())
        self._build()
        self._connect()

    def source_text(self) -> SourceText:
        """Give the text."""
        return self._text

    def strip(self) -> SourceStrip:
        """Give the strip beneath the cards."""
        return self._strip

    def cards(self) -> CardsPane:
        """Give the cards."""
        return self._cards

    def review(self) -> Review:
        """Give what goes between the cards and the catalogue."""
        return self._review

    def header(self) -> DeskHeader:
        """Give the head."""
        return self._header

    def hints(self) -> KeyHints:
        """Give the keys in sight while the text has the keyboard."""
        return self._hints

    def card_hints(self) -> KeyHints:
        """Give the keys in sight while the cards have it."""
        return self._card_hints

    def current_source(self) -> EntryRef | None:
        """Give the source shown, None before it is read."""
        return self._shown.page.ref if self._shown else None

    def show_source(self, source_id: int) -> None:
        """Show a source; the one shown already is only read anew."""
        if source_id != self._source:
            if self._source is not None:
                self._carets[self._source] = self._text.caret()
            self._source, self._shown = source_id, None
            self._gestures.set_page(None)
        self._read()

    def begin(self, source_id: int) -> None:
        """Show a source to be reviewed: the keyboard goes to its cards as soon as they are there.

        Until then, and where nothing is suggested, it is in the text.
        """
        fresh = source_id != self._source
        self.show_source(source_id)
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._waits_for_cards = True
        if not fresh and self._review.read is not None:
            self._on_cards_ready()

    def has_cards(self) -> bool:
        """Tell whether there are cards to go to."""
        return self._cards.isVisible() and self._cards.rows().rowCount() > 0

    @Slot()
    def focus_cards(self) -> None:
        """Give the keyboard to the cards, where there are any."""
        if self.has_cards():
            self._cards.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def focus_text(self) -> None:
        """Give the keyboard to the text."""
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def focus_made(self) -> None:
        """Give the keyboard to what was made from this source."""
        self._strip.take_focus()

    @Slot()
    def check_and_go_on(self) -> None:
        """Mark the source checked, once all is decided, and ask for the next."""
        self._review.check_and_go_on()

    def light(self, source_id: int, spans: Sequence[Span]) -> None:
        """Show a source with a passage lit, scrolled to it."""
        self._to_light = tuple(spans)
        self._found.forget()
        if source_id == self._source and self._shown is not None:
            self._light_waiting()
        else:
            self.show_source(source_id)

    def light_words(self, words: Sequence[Lit]) -> None:
        """Light the words a search found; none puts the lights out."""
        self._found.light(words)

    def found(self) -> FoundWords:
        """Give the words that a search found here."""
        return self._found

    def set_target_entry(self, sheet: EntrySheet | None) -> None:
        """Take what stands in the form: E gives evidence for its values."""
        self._gestures.set_target_entry(sheet)
        self._tell_keys()

    def save_original(self, path: Path) -> None:
        """Write the bytes the source came as to a file."""
        if self._source is not None:
            self._original.save(self._source, path)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Go back on Escape, wherever on the desk the focus is."""
        if event.key() == Qt.Key.Key_Escape:
            self._gestures.do(DeskKey.BACK)
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Leave the keyboard in the text once it is used there."""
        if event.type() in {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress}:
            self._waits_for_cards = False
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self._middle = QStackedWidget()
        self._middle.addWidget(self._text)
        self._middle.addWidget(self._empty)
        side = QWidget()
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self._cards, 3)
        beside.addWidget(self._strip, 1)
        self._split = DeskSplit(self._workspace.settings, self._middle, side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._split, 1)
        column.addWidget(self._hints)
        column.addWidget(self._card_hints)
        self._card_hints.hide()
        self.setFocusProxy(self._text)
        QWidget.setTabOrder(self._text, self._cards.card_list())
        self._text.installEventFilter(self)
        self._text.viewport().installEventFilter(self)
        self._tell_keys()

    def _connect(self) -> None:
        self._header.state_chosen.connect(self._on_state_chosen)
        self._cards.setAccessibleName(self.tr("Suggestions"))
        self._strip.open_requested.connect(self.open_requested)
        self._strip.save_requested.connect(self._on_save_requested)
        self._cards.open_requested.connect(self.open_requested)
        self._cards.left.connect(self.closed)
        self._gestures.closed.connect(self.closed)
        self._gestures.cards_wanted.connect(self.focus_cards)
        self._by_hand.made.connect(self.focus_cards)
        self._review.ready.connect(self._on_cards_ready)
        self._review.next_requested.connect(self.next_requested)
        self._review.finished.connect(self.closed)
        for part in self._speakers():
            part.said.connect(self.said)
        self._text.words_clicked.connect(self._review.point)
        self._hints.key_clicked.connect(self._on_key_clicked)
        self._card_hints.key_clicked.connect(self._on_card_key_clicked)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        self._text.selectionChanged.connect(self._tell_keys)
        self._workspace.pinboard.changed.connect(self._on_pin_changed)
        self._workspace.hub.changed.connect(self._on_changed)

    def _speakers(
        self,
    ) -> tuple[Gestures | ByHand | NoiseLines | Review | CardsPane | Original, ...]:
        keys = (self._gestures, self._by_hand, self._noise)
        return (*keys, self._review, self._cards, self._original)

    def _read(self) -> None:
        source = self._source
        if source is None:
            return
        self._workspace.operations.read(
            lambda session: desk_page(source_page(session, source), entry_sheet(session, source)),
            self._show,
            owner=self,
            lane="page",
        )

    def _show(self, shown: DeskPage | None) -> None:
        if shown is None:
            self._source = self._shown = None
            self._gestures.set_page(None)
            self._review.show(None)
            self.closed.emit()
            return
        first_time = self._shown is None
        self._shown = shown
        self._gestures.set_page(shown)
        self._header.show_page(shown, self._workspace.settings.language)
        self._strip.show_page(shown.page)
        self._middle.setCurrentWidget(self._text if shown.page.text else self._empty)
        if first_time:
            self._text.show_text(shown.page.text)
            self._text.reveal(self._carets.get(shown.page.ref.id, 0))
            self._found.light_again()
            self._strip.unfold(unfolded=not shown.page.text)
        self._text.set_passages(shown.page.passages)
        self._cards.setVisible(bool(shown.page.text))
        self._review.show(shown)
        self._review.draw()
        if first_time:
            self.text_shown.emit(bool(shown.page.text))
        self._on_pin_changed()
        self._light_waiting()

    def _light_waiting(self) -> None:
        if self._to_light:
            self._text.light(self._to_light)
            self._to_light = ()

    @Slot()
    def _on_pin_changed(self) -> None:
        pin = self._gestures.own_pin()
        self._text.set_pinned(pin.spans if pin else ())
        self._tell_keys()

    @Slot(object, object)
    def _on_changed(self, change: Change, _initiator: object) -> None:
        if self._shown is None:
            return
        shown = {self._shown.page.ref.id, *(ref.id for ref, _n in self._shown.page.made_from)}
        if shown & (change.entries | change.removed):
            self._read()

    @Slot()
    def _tell_keys(self) -> None:
        selected = self._text.selected_span() is not None
        pinned = self._workspace.pinboard.pin is not None
        target = self._gestures.target()
        for key in (DeskKey.AGREEMENT, DeskKey.MEETING, DeskKey.PERSON):
            self._hints.hint(key).setEnabled(selected or pinned)
        for key in (DeskKey.DATE, DeskKey.FIGURE, DeskKey.QUOTATION):
            self._hints.hint(key).setEnabled(selected or pinned)
        for key in (DeskKey.ORGANISATION, DeskKey.PLACE):
            self._hints.hint(key).setEnabled(selected or pinned)
        evidence = self._hints.hint(DeskKey.EVIDENCE)
        evidence.setEnabled(target is not None and (selected or pinned))
        words = self.tr("evidence for {0}…").format(target.reference if target else "")
        evidence.set_words(words if target else self.tr("evidence for…"))
        letting_go = pinned and not selected
        pin = self.tr("let go") if letting_go else self.tr("pin") if selected else self.tr("card")
        self._hints.hint(DeskKey.PIN).set_words(pin)
        back = self.tr("let go") if pinned else self.tr("back")
        self._hints.hint(DeskKey.BACK).set_words(back)

    @Slot(str)
    def _on_key_clicked(self, key: str) -> None:
        if key == CARDS:
            self.focus_cards()
            return
        asked = DeskKey.WORD_MORE if key == BY_A_WORD else DeskKey(key)
        self._text.setFocus()
        self._text.do(asked)

    @Slot(str)
    def _on_card_key_clicked(self, key: str) -> None:
        press_card_key(self._cards, key)

    @Slot()
    def _on_cards_ready(self) -> None:
        # asked of the window, which may be behind another one while the release is read
        if self._waits_for_cards and self.window().focusWidget() is self._text:
            self.focus_cards()
        self._waits_for_cards = False

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        """Show the keys of whichever has the keyboard, and the words of the card it came to."""
        if now is not None and self.isAncestorOf(now):
            in_cards = self._cards.isAncestorOf(now)
            if in_cards and not (before is not None and self._cards.isAncestorOf(before)):
                self._review.light_current()
            self._card_hints.setVisible(in_cards)
            self._hints.setVisible(not in_cards)

    @Slot(object)
    def _on_state_chosen(self, state: ReadingState) -> None:
        if self._shown is not None:
            ref = self._shown.page.ref
            act = sources.set_reading_state(ref.id, state, ref.title)
            self._workspace.operations.write(act, owner=self)

    @Slot()
    def _on_save_requested(self) -> None:
        if self._shown is None:
            return
        name = self._shown.page.file_name or self._shown.page.ref.reference
        path, _filter = QFileDialog.getSaveFileName(self, self.tr("Save original"), name)
        if path:
            self.save_original(Path(path))
