"""The cards of a release as the rows of a list, kept by key when the release is read anew."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from db.rows.entries import EntryRef
from db.rows.links import RuleRow
from db.rows.suggestions import Decision, Reading, SuggestedLine, Suggestion
from desktop.desk.cards.by_hand import with_line
from desktop.desk.cards.card import Card, CardState, SameAs
from desktop.desk.cards.card_book import CardBook
from desktop.desk.cards.card_words import card_title, card_told
from desktop.desk.cards.wording import Wording

_Index = QModelIndex | QPersistentModelIndex
CARD_ROLE = int(Qt.ItemDataRole.UserRole) + 80
"""The `Card` of a row."""


class CardsModel(QAbstractListModel):
    """Hold the cards shown; every change to one is a whole new `Card`."""

    counts_changed = Signal()
    came_back = Signal(str)
    """The key of the one card that is open again, as after an undo."""

    def __init__(
        self,
        rules: tuple[RuleRow, ...] = (),
        language: Callable[[], str] = lambda: "en",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._rules, self._language = rules, language
        self._books: dict[int, CardBook] = {}
        self._source = 0
        self._rows: list[str] = []
        self._hides_decided = False
        self._tags: Mapping[int, str] = {}
        self._wording: Wording | None = None

    @property
    def book(self) -> CardBook:
        """The cards of the source shown."""
        return self._books.setdefault(self._source, CardBook())

    @property
    def source(self) -> int:
        """The id of the source shown; 0 before there is one."""
        return self._source

    def show_source(self, source_id: int) -> None:
        """Show the cards of another source, as they were left."""
        if source_id != self._source:
            self.beginResetModel()
            self._source = source_id
            self._rows = self._wanted()
            self._wording = None
            self.endResetModel()
            self.counts_changed.emit()

    def show_reading(
        self,
        reading: Reading,
        decisions: Iterable[Decision],
        tags: Mapping[int, str] | None = None,
        references: Mapping[int, EntryRef] | None = None,
    ) -> None:
        """Show what a reading suggests; current card, ticks and edits are kept by key.

        ``references`` are the entries that accepted cards became.
        """
        self._tags = tags or {}
        self.book.entries.update(references or {})
        self.book.read(reading)
        self.book.decide(decisions)
        self._refresh()

    def show_decisions(
        self, decisions: Iterable[Decision], references: Mapping[int, EntryRef] | None = None
    ) -> None:
        """Show what is decided by now."""
        self.book.entries.update(references or {})
        before = {card.key for card in self.all_cards() if not card.is_open}
        self.book.decide(decisions)
        self._refresh()
        back = [card.key for card in self.all_cards() if card.is_open and card.key in before]
        if len(back) == 1:
            self.came_back.emit(back[0])

    def show_decision(self, decision: Decision, entry: EntryRef | None = None) -> None:
        """Show one decision that was written now."""
        if entry is not None:
            self.book.entries[entry.id] = entry
        self.book.decide_one(decision)
        self._refresh()

    def hide_decided(self, *, hidden: bool) -> None:
        """Leave decided cards out, or show them."""
        self._hides_decided = hidden
        self._refresh()

    def make(self, suggestion: Suggestion) -> None:
        """Show a card made by hand."""
        self.book.make(suggestion)
        self._refresh()

    def begin(self, key: str, state: CardState) -> None:
        """Show a card in the state that is being written."""
        self.book.begin(key, state)
        self._refresh()

    def put_back(self, key: str) -> None:
        """Show a card as it was before what could not be written."""
        self.book.put_back(key)
        self._refresh()

    def card(self, row: int) -> Card:
        """Give the card of a row."""
        return self.book.cards[self._rows[row]]

    def card_of(self, key: str) -> Card | None:
        """Give the card of a key, shown or not."""
        return self.book.cards.get(key)

    def row_of(self, key: str) -> int:
        """Give the row of a card, -1 where it is not shown."""
        return self._rows.index(key) if key in self._rows else -1

    def keys(self) -> tuple[str, ...]:
        """Give the keys of the rows."""
        return tuple(self._rows)

    def all_cards(self) -> tuple[Card, ...]:
        """Give all cards of the source in their order, hidden or not."""
        return tuple(self.book.cards[key] for key in self.book.order())

    def counts(self) -> tuple[int, int, int]:
        """Count the cards that are open, taken and refused; countries come along by themselves."""
        states = [card.state for card in self.all_cards() if not card.is_country]
        wanted = (CardState.OPEN, CardState.ACCEPTED, CardState.REFUSED)
        open_, accepted, refused = (states.count(state) for state in wanted)
        return open_, accepted, refused

    def suggestions(self) -> Mapping[str, Suggestion]:
        """Give all suggestions by key as edited, with what was picked as the end of a line."""
        return self.book.ends()

    def reference_of(self, card: Card) -> str:
        """Give the reference of the entry a card became."""
        entry = self.book.entries.get(card.entry_id or 0)
        if entry is not None:
            return entry.reference
        return card.same_reference if card.entry_id == card.same_id else ""

    def wording(self) -> Wording:
        """Give what cards are put into words with."""
        if self._wording is None or self._wording.language != self._language():
            self._wording = Wording(
                language=self._language(), rules=self._rules, ends=self._ends(), tags=self._tags
            )
        return self._wording

    def begins_countries(self, row: int) -> bool:
        """Tell whether the group of countries begins with a row."""
        return self.card(row).is_country and (row == 0 or not self.card(row - 1).is_country)

    def tick(self, key: str, line: str, *, ticked: bool) -> None:
        """Set the tick of a line."""
        card = self.book.cards[key]
        self.change(replace(card, ticks={**card.ticks, line: ticked}))

    def see(self, key: str, lines: Iterable[str]) -> None:
        """Note what was in sight of the current card."""
        card = self.book.cards[key]
        self.book.change(replace(card, seen=card.seen | frozenset(lines)))

    def put_line(self, key: str, line: SuggestedLine) -> None:
        """Add a line made by hand to a card, or put it in the place of the line of its key."""
        self.change(with_line(self.book.cards[key], line))

    def set_same(self, key: str, same: SameAs) -> None:
        """Say which entry a card is the same as, or that it is a new one."""
        self.change(replace(self.book.cards[key], same=same))

    def change(self, card: Card) -> None:
        """Show a changed card; others may name it."""
        self.book.change(card)
        self._wording = None
        self._tell(range(len(self._rows)))

    @override
    def rowCount(self, parent: _Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's signature
        """Count the cards; they have none beneath them."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        """Answer the title, all of the card in words, and the card itself for its painter."""
        if not index.isValid():
            return None
        card = self.card(index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return card_title(card, self.wording())
            case Qt.ItemDataRole.AccessibleTextRole:
                return card_told(card, self.wording(), self.reference_of(card))
            case _:
                return card if role == CARD_ROLE else None

    def _ends(self) -> Mapping[str, Suggestion]:
        """Give all ends, those that became entries with their references."""
        known = self.book.entries
        return {
            key: replace(end, entry_reference=known[end.entry_id].reference, likeness=1.0)
            if end.entry_id in known
            else end
            for key, end in self.book.ends().items()
        }

    def _wanted(self) -> list[str]:
        cards = self.book.cards
        return [key for key in self.book.order() if cards[key].is_open or not self._hides_decided]

    def _refresh(self) -> None:
        """Show other rows by as little change as there is, so that the current one stays."""
        wanted = self._wanted()
        self._wording = None
        before, after = set(self._rows), set(wanted)
        kept = [key for key in self._rows if key in after]
        gone = any(key not in self.book.cards for key in self._rows)
        if gone or kept != [key for key in wanted if key in before]:
            self.beginResetModel()
            self._rows = wanted
            self.endResetModel()
        else:
            self._remove(after)
            self._insert(wanted)
        self._tell(range(len(self._rows)))
        self.counts_changed.emit()

    def _remove(self, wanted: set[str]) -> None:
        for row in range(len(self._rows) - 1, -1, -1):
            if self._rows[row] not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._rows[row]
                self.endRemoveRows()

    def _insert(self, wanted: list[str]) -> None:
        if not self._rows and wanted:
            self.beginInsertRows(QModelIndex(), 0, len(wanted) - 1)
            self._rows = list(wanted)
            self.endInsertRows()
        for row, key in enumerate(wanted):
            if row >= len(self._rows) or self._rows[row] != key:
                self.beginInsertRows(QModelIndex(), row, row)
                self._rows.insert(row, key)
                self.endInsertRows()

    def _tell(self, rows: range) -> None:
        if rows:
            self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], 0))
