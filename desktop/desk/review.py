"""The review of a source: what was read of it, what is decided on it, and how its text shows both.

The reader reads, the cards show and ask, and this goes between them and the catalogue.
"""

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication
from sqlalchemy.orm import Session

from db.act import Change
from db.queries.known import with_known
from db.queries.lists import list_ids
from db.queries.reading import decisions_of, noise_patterns, text_of
from db.queries.references import entry_refs
from db.queries.tags import tag_tree
from db.rows.entries import EntryRef, TagRow
from db.rows.evidence import Span
from db.rows.lists import ListSpec
from db.rows.suggestions import Decision, Suggestion, Taken
from db.terms import EntryKind, ReadingState, Verdict
from desktop.acts import reading as acts
from desktop.acts import sources
from desktop.desk.cards.cards_pane import CardsPane
from desktop.desk.pages import DeskPage
from desktop.desk.source_text import SourceText
from desktop.desk.suggested_marks import has_card, suggested_marks, tips
from desktop.labels import error_sentence
from desktop.reader import Reader
from desktop.source_reading import ReadRelease, switched_on
from desktop.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    """What the catalogue says of a reading now."""

    suggestions: tuple[Suggestion, ...]
    decisions: tuple[Decision, ...]
    noise: frozenset[str]
    tags: tuple[TagRow, ...]
    references: dict[int, EntryRef]


class Review(QObject):
    """Shows the cards of the source on the desk, and writes what is decided on them."""

    said = Signal(str)
    ready = Signal()
    """The cards of another source are there."""
    next_requested = Signal(int)
    """The next source of the inbox is to be shown."""
    finished = Signal()
    """The source is checked, and the inbox is empty."""

    def __init__(
        self, workspace: Workspace, reader: Reader, text: SourceText, cards: CardsPane
    ) -> None:
        super().__init__(cards)
        self._workspace, self._reader = workspace, reader
        self._text, self._cards = text, cards
        self._source = 0
        self._title = ""
        self._read: ReadRelease | None = None
        self._decisions: tuple[Decision, ...] = ()
        self._left: int | None = None
        """How many suggestions were open when that was last counted."""
        self._is_pointing = False
        self._lit: tuple[Span, ...] = ()
        self._connect()

    @property
    def read(self) -> ReadRelease | None:
        """The reading of the source shown, None before it is there."""
        return self._read

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """What is decided on the source shown."""
        return self._decisions

    def show(self, page: DeskPage | None) -> None:
        """Show another source, or the same one anew."""
        source = page.page.ref.id if page else 0
        self._title = page.page.ref.title if page else ""
        if source == self._source:
            return
        self._source, self._read, self._decisions, self._left = source, None, (), None
        if source:
            self._cards.show_source(source)
        if page is not None and page.page.text:
            self._cards.show_busy(self.tr("Reading the release…"))
            self._reader.read(source)

    def open_keys(self) -> tuple[str, ...]:
        """Return the keys of the suggestions that have to be decided and are not."""
        decided = self._decided()
        return tuple(key for key in self._read.keys if key not in decided) if self._read else ()

    def _decided(self) -> frozenset[str]:
        """Return the keys of what was decided, not of what another record brought along."""
        return frozenset(
            one.key for one in self._decisions if not one.line and one.verdict != Verdict.BROUGHT
        )

    def suggestions_at(self, offset: int) -> tuple[Suggestion, ...]:
        """Return the suggestions that stand on a place of the text."""
        return tuple(
            one
            for one in self._cards.suggestions().values()
            if has_card(one) and any(span.first <= offset < span.last for span in one.spans)
        )

    def point(self, offset: int) -> bool:
        """Make the card on a place of the text current; the text stays where it is."""
        if not self.suggestions_at(offset):
            return False
        self._is_pointing = True
        self._cards.go_to(Span(first=offset, last=offset + 1))
        self._is_pointing = False
        return True

    @Slot()
    def check_and_go_on(self) -> None:
        """Mark the source checked and show the next one of the inbox, once all is decided."""
        left = len(self.open_keys())
        if self._workspace.read_only or not self._source:
            return
        if left:
            one = self.tr("1 suggestion is not decided yet.")
            self.said.emit(one if left == 1 else self.tr("{0} are not decided yet.").format(left))
            self._cards.setFocus()
            return
        act = sources.set_reading_state(self._source, ReadingState.CHECKED, self._title)
        source = self._source
        self._workspace.operations.write(act, lambda _none: self._go_on(source), owner=self)

    def _go_on(self, source: int) -> None:
        self._workspace.operations.read(
            partial(next_in_inbox, after=source), self._show_next, owner=self, lane="next"
        )

    def _show_next(self, source: int) -> None:
        if source:
            self.next_requested.emit(source)
        else:
            self.said.emit(self.tr("Checked. The inbox is empty."))
            self.finished.emit()

    def _connect(self) -> None:
        self._reader.ready.connect(self._on_ready)
        self._reader.failed.connect(self._on_failed)
        self._cards.take_requested.connect(self._on_take)
        self._cards.refuse_requested.connect(self._on_refuse)
        self._cards.reopen_requested.connect(self._on_reopen)
        self._cards.current_changed.connect(self._on_current_changed)
        self._workspace.hub.changed.connect(self._on_changed)

    @Slot(int, object)
    def _on_ready(self, source: int, read: ReadRelease) -> None:
        if source == self._source:
            self._read = read
            self._refresh()

    @Slot(int, str)
    def _on_failed(self, source: int, sentence: str) -> None:
        if source == self._source:
            self._cards.show_failed(sentence)
            self.ready.emit()

    @Slot(object, object)
    def _on_changed(self, _change: Change, _initiator: object) -> None:
        self._refresh()

    def _refresh(self) -> None:
        """Ask anew what is known and decided; the text is not read again for that."""
        read = self._read
        if read is not None:
            self._workspace.operations.read(
                partial(_state, read=read), partial(self._take, read), owner=self, lane="state"
            )

    def _take(self, read: ReadRelease, state: _State) -> None:
        if read is not self._read:
            return
        if state.noise != read.learnt or switched_on(state.decisions) != read.switched_on:
            self._reader.read(self._source)  # other lines are passed over now
        first_time = self._left is None
        self._decisions = state.decisions
        shown = replace(read.reading, suggestions=state.suggestions)
        language = self._workspace.settings.language
        tags = {tag.id: tag.label(language) for tag in state.tags}
        before = self._cards.card_list().current_card()
        self._cards.show_reading(shown, state.decisions, tags, state.references)
        if before is not None and before.is_open:
            self._leave_decided(before.key)
        self.draw()
        self._tell_left()
        if first_time:
            self.ready.emit()

    def _leave_decided(self, key: str) -> None:
        """Go on from a card that was decided along with another one, as the other end of a line.

        Else the next Enter, meant for an open card, would open the entry that it became.
        """
        cards = self._cards.card_list()
        current = cards.current_card()
        if current is None or current.key != key or current.is_open:
            return
        shown = self._cards.rows().all_cards()
        at = next((n for n, card in enumerate(shown) if card.key == key), 0)
        following = (card for card in (*shown[at:], *shown[:at]) if card.is_open)
        wanted = next(following, None)
        if wanted is not None:
            cards.set_current(wanted.key)

    def draw(self) -> None:
        """Mark the text for the suggestions as they stand."""
        if self._read is None:
            return
        reading = self._read.reading
        suggestions = self._cards.suggestions().values()
        decided = self._decided()
        noise = (span for span, _reason in reading.noise)
        self._text.mark(suggested_marks(suggestions, decided, noise))
        words = self.tr("Passed over: {0}. N reads it.")
        self._text.set_tips(tuple(tips(reading, suggestions, words)))

    def _tell_left(self) -> None:
        before, self._left = self._left, len(self.open_keys())
        if before and not self._left:
            self.said.emit(
                self.tr("All decided. Ctrl+Enter marks it checked and opens the next in the inbox.")
            )
        elif before is None and self._read and self._read.reading.partial:
            self.said.emit(self._read.reading.partial)

    @Slot(object)
    def _on_take(self, taken: Taken) -> None:
        key = taken.suggestion.key
        self._workspace.operations.write(
            acts.accept(self._source, taken, self._cards.suggestions()),
            owner=self,
            failed=partial(self._put_back, key),
        )

    @Slot(object)
    def _on_refuse(self, suggestion: Suggestion) -> None:
        self._workspace.operations.write(
            acts.refuse(self._source, [suggestion.key], suggestion.title),
            owner=self,
            failed=partial(self._put_back, suggestion.key),
        )

    @Slot(object)
    def _on_reopen(self, suggestion: Suggestion) -> None:
        self._workspace.operations.write(
            acts.reopen(self._source, suggestion.key, suggestion.title),
            owner=self,
            failed=partial(self._put_back, suggestion.key),
        )

    def _put_back(self, key: str, error: BaseException) -> None:
        self._cards.put_back(key)
        self.said.emit(error_sentence(error))

    @Slot(object, object)
    def _on_current_changed(self, _suggestion: Suggestion | None, spans: tuple[Span, ...]) -> None:
        """Light the words of the current card, and go to them while the cards are gone through.

        Words lit for another reason stay lit as long as the cards are not gone through.
        """
        self._lit = tuple(spans or ())
        if self._is_pointing:
            self._text.light(self._lit, follow=False)
        elif self._cards_have_keyboard():
            self._text.light(self._lit)

    def light_current(self) -> None:
        """Light the words of the current card, as the keyboard comes to the cards."""
        self._text.light(self._lit)

    def _cards_have_keyboard(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self._cards.isAncestorOf(focus)


def _state(session: Session, read: ReadRelease) -> _State:
    decisions = decisions_of(session, read.source_id)
    return _State(
        suggestions=with_known(session, read.reading.suggestions),
        decisions=decisions,
        noise=noise_patterns(session),
        tags=tag_tree(session),
        references=entry_refs(session, {one.entry_id for one in decisions if one.entry_id}),
    )


def next_in_inbox(session: Session, after: int) -> int:
    """Return the next source of the inbox that has a text, in the order they came in; 0 for none.

    After the last one it begins again with those that were left lying.
    """
    inbox = sorted(list_ids(session, ListSpec(kind=EntryKind.SOURCE, inbox=True)))
    ordered = [one for one in inbox if one > after] + [one for one in inbox if one < after]
    return next((one for one in ordered if text_of(session, one)), 0)
