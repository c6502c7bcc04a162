"""The cards of one source, by key: kept while the window is open, whatever is shown meanwhile."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from db.rows.entries import EntryRef
from db.rows.suggestions import Decision, Reading, Suggestion
from db.terms import EntryKind, Verdict
from desktop.desk.cards.card import (
    BY_HAND,
    ENTRY,
    Card,
    CardState,
    as_other_end,
    decided,
    lines_off,
    shown_anew,
)


class CardBook:
    """Holds the cards of a source in the order of its text, countries last."""

    def __init__(self) -> None:
        self.cards: dict[str, Card] = {}
        self.current = ""
        """The key of the card that was current last."""
        self.entries: dict[int, EntryRef] = {}
        """The entries that cards became, as far as they are known."""
        self._read: tuple[Suggestion, ...] = ()
        self._made: dict[str, Suggestion] = {}
        self._picked: dict[str, Suggestion] = {}
        self._decisions: dict[str, list[Decision]] = {}
        self._under_way: dict[str, CardState] = {}

    def read(self, reading: Reading) -> None:
        """Take what was suggested, in place of an earlier reading."""
        self._read = reading.suggestions
        self._gather()

    def make(self, suggestion: Suggestion) -> None:
        """Take a suggestion made by hand."""
        self._made[suggestion.key] = suggestion
        self._gather()

    def decide(self, decisions: Iterable[Decision]) -> None:
        """Take all that was decided, in place of what was known; what is under way stays so."""
        self._decisions = {}
        for decision in decisions:
            self._decisions.setdefault(decision.key, []).append(decision)
        self._gather()

    def decide_one(self, decision: Decision) -> None:
        """Take one decision that was written now, with the ticks its card has."""
        card = self.cards.get(decision.key)
        is_taken = decision.verdict == Verdict.ACCEPTED
        lines = _line_decisions(card) if card is not None and is_taken else []
        self._decisions[decision.key] = [decision, *lines]
        self._under_way.pop(decision.key, None)
        self._gather()

    def begin(self, key: str, state: CardState) -> None:
        """Show a card in the state that is being written."""
        self._under_way[key] = state
        self._gather()

    def put_back(self, key: str) -> None:
        """Show a card as it was, since nothing was written."""
        self._under_way.pop(key, None)
        self._gather()

    def change(self, card: Card) -> None:
        """Keep a changed card."""
        self.cards[card.key] = card

    def pick(self, entry: EntryRef) -> str:
        """Take an entry of the catalogue as an end of lines, and return the key of that end."""
        key = f"{ENTRY}{entry.id}"
        self._picked[key] = Suggestion(
            key=key,
            kind=entry.kind,
            title=entry.title,
            spans=(),
            entry_id=entry.id,
            entry_title=entry.title,
            entry_reference=entry.reference,
            likeness=1.0,
        )
        return key

    def order(self) -> tuple[str, ...]:
        """Return the keys of the cards to be shown, in the order of the text, countries last."""
        shown = [card for card in self.cards.values() if _is_shown(card.suggestion)]
        shown.sort(key=lambda card: (card.is_country, _place(card.suggestion)))
        return tuple(card.key for card in shown)

    def ends(self) -> Mapping[str, Suggestion]:
        """Return all that lines can name, by key, as edited."""
        return {**{key: as_other_end(card) for key, card in self.cards.items()}, **self._picked}

    def _gather(self) -> None:
        """Work out the cards anew from what was read, made and decided."""
        read = {one.key: one for one in self._read}
        suggestions = {**{k: one for k, one in self._made.items() if k not in read}, **read}
        self.cards = {
            key: self._settled(shown_anew(self.cards.get(key), suggestion))
            for key, suggestion in suggestions.items()
        }
        for key, card in self.cards.items():
            off = lines_off(card.suggestion, self._is_refused)
            if off != card.off:
                self.cards[key] = replace(card, off=off)

    def _settled(self, card: Card) -> Card:
        card = decided(card, self._decisions.get(card.key, ()), self.entries)
        state = self._under_way.get(card.key)
        if state is None:
            return card
        if state == card.state:
            del self._under_way[card.key]
            return card
        return replace(card, state=state)

    def _is_refused(self, key: str) -> bool:
        card = self.cards.get(key)
        return card is not None and card.state == CardState.REFUSED


def _is_shown(suggestion: Suggestion) -> bool:
    """Tell whether a suggestion is a card: a city is only where something was."""
    is_place = suggestion.kind == EntryKind.PLACE
    return not is_place or bool(suggestion.code) or suggestion.key.startswith(BY_HAND)


def _place(suggestion: Suggestion) -> int:
    return suggestion.spans[0].first if suggestion.spans else 0


def _line_decisions(card: Card) -> list[Decision]:
    verdicts = {True: Verdict.ACCEPTED, False: Verdict.REFUSED}
    return [
        Decision(key=card.key, line=line.key, verdict=verdicts[card.is_ticked(line.key)])
        for line in card.lines
    ]
