"""One suggestion under review: what was read, what was ticked and edited, what has been seen."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from db.rows.entries import EntryRef
from db.rows.suggestions import Decision, LineKind, SuggestedLine, Suggestion, Taken
from db.terms import EntryKind, LinkKind, Verdict

HEAD = ""
"""Stands for the head of a card among the keys of its lines."""

BY_HAND = "hand:"
"""How the keys of suggestions begin that were made of selected words."""

ENTRY = "entry:"
"""How the keys of ends begin that were picked from the catalogue; the entry's id follows."""


class CardState(StrEnum):
    """What has become of a card."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class SameAs:
    """What a card is said to be the same as; nothing at all where a new record is wanted."""

    entry: EntryRef | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A suggestion with all that was done to it; each change makes another card."""

    suggestion: Suggestion
    state: CardState = CardState.OPEN
    entry_id: int | None = None
    """The entry an accepted card became."""
    came: EntryRef | None = None
    """The entry that was made of an open card because a line of another names it."""
    title: str = ""
    """The title as edited, empty for the suggested one."""
    same: SameAs | None = None
    """What the archivist chose; None leaves it to what the catalogue knows."""
    ticks: Mapping[str, bool] = field(default_factory=dict[str, bool])
    """Of lines whose tick was set by hand or kept as a decision."""
    edits: Mapping[str, SuggestedLine] = field(default_factory=dict[str, SuggestedLine])
    added: tuple[SuggestedLine, ...] = ()
    """Lines made by hand."""
    seen: frozenset[str] = frozenset()
    """The keys of the lines that were in sight while the card was current, `HEAD` for its head."""
    off: frozenset[str] = frozenset()
    """The keys of the lines that have no tick of their own accord: their other end was refused."""

    @property
    def key(self) -> str:
        """The key of the suggestion."""
        return self.suggestion.key

    @property
    def kind(self) -> EntryKind:
        """The kind of record it becomes."""
        return self.suggestion.kind

    @property
    def is_open(self) -> bool:
        """Whether nothing is decided yet."""
        return self.state == CardState.OPEN

    @property
    def is_country(self) -> bool:
        """Whether it is one of the countries a source names."""
        return bool(self.suggestion.code)

    @property
    def by_hand(self) -> bool:
        """Whether it was made of selected words."""
        return self.key.startswith(BY_HAND)

    @property
    def lines(self) -> tuple[SuggestedLine, ...]:
        """Its lines as edited, those made by hand at the end."""
        return tuple(
            self.edits.get(line.key, line) for line in (*self.suggestion.lines, *self.added)
        )

    @property
    def unseen(self) -> tuple[str, ...]:
        """The keys of what was not in sight yet, in order."""
        return tuple(
            key for key in (HEAD, *(one.key for one in self.lines)) if key not in self.seen
        )

    @property
    def shown_title(self) -> str:
        """The title as edited, or as suggested."""
        return self.title or self.suggestion.title

    @property
    def same_id(self) -> int | None:
        """The id of the entry it is the same as, None for a new one."""
        if self.same is not None:
            return self.same.entry.id if self.same.entry else None
        return self.came.id if self.came is not None else self.suggestion.entry_id

    @property
    def same_reference(self) -> str:
        """The reference of the entry it is the same as."""
        if self.same is not None:
            return self.same.entry.reference if self.same.entry else ""
        return self.came.reference if self.came is not None else self.suggestion.entry_reference

    @property
    def same_title(self) -> str:
        """The title of the entry it is the same as."""
        if self.same is not None:
            return self.same.entry.title if self.same.entry else ""
        return self.came.title if self.came is not None else self.suggestion.entry_title

    @property
    def likeness(self) -> float:
        """How like the names are: 1 for the same, and for what the archivist chose."""
        is_certain = self.same is not None or self.came is not None
        return 1.0 if is_certain else self.suggestion.likeness

    def is_ticked(self, key: str) -> bool:
        """Tell whether a line is to be written."""
        return self.ticks.get(key, key not in self.off)

    def ticked(self) -> tuple[SuggestedLine, ...]:
        """Return the lines to be written, as edited."""
        return tuple(line for line in self.lines if self.is_ticked(line.key))


def taken(card: Card) -> Taken:
    """Return a card as it is to be accepted; lines made by hand count among the suggested."""
    return Taken(
        suggestion=replace(card.suggestion, lines=(*card.suggestion.lines, *card.added)),
        title=card.title,
        entry_id=card.same_id,
        lines=card.ticked(),
    )


def as_other_end(card: Card) -> Suggestion:
    """Return what other cards name when they name this one: as edited, with its ticked lines."""
    return replace(
        card.suggestion,
        title=card.shown_title,
        entry_id=card.entry_id if card.state == CardState.ACCEPTED else card.same_id,
        entry_reference=card.same_reference,
        entry_title=card.same_title,
        lines=card.ticked(),
    )


def shown_anew(card: Card | None, suggestion: Suggestion) -> Card:
    """Return the card of a suggestion that was read again: what was done to it is kept.

    A line that now says something else has to be seen again.
    """
    if card is None:
        return Card(suggestion=suggestion)
    if card.suggestion is suggestion or card.suggestion == suggestion:
        return card
    before = {line.key: line for line in card.suggestion.lines}
    changed = {line.key for line in suggestion.lines if before.get(line.key) != line}
    return replace(card, suggestion=suggestion, seen=card.seen - changed)


def decided(card: Card, decisions: Iterable[Decision], entries: Mapping[int, EntryRef]) -> Card:
    """Return a card in the state that its decisions give it; the same object where it is in it.

    A record that was brought by a line of another stays open as that entry.
    """
    own = {decision.line: decision for decision in decisions}
    verdict = own.pop("", None)
    if verdict is None:
        made = replace(card, state=CardState.OPEN, entry_id=None, came=None)
    elif verdict.verdict == Verdict.REFUSED:
        made = replace(card, state=CardState.REFUSED, entry_id=None, came=None)
    elif verdict.verdict == Verdict.BROUGHT and verdict.entry_id is not None:
        came = entries.get(verdict.entry_id) or _as_entry(card.suggestion, verdict.entry_id)
        same = card.same if came == card.came else None  # one that was to be new is there now
        made = replace(card, state=CardState.OPEN, entry_id=None, came=came, same=same)
    else:
        kept = {key: one.verdict == Verdict.ACCEPTED for key, one in own.items()}
        made = replace(
            card,
            state=CardState.ACCEPTED,
            entry_id=verdict.entry_id,
            came=None,
            ticks={**card.ticks, **kept},
        )
    return card if made == card else made


def _as_entry(suggestion: Suggestion, entry_id: int) -> EntryRef:
    return EntryRef(id=entry_id, kind=suggestion.kind, reference="", title=suggestion.title)


def lines_off(suggestion: Suggestion, is_refused: Callable[[str], bool]) -> frozenset[str]:
    """Return the keys of the lines whose other end was refused."""
    return frozenset(
        line.key
        for line in suggestion.lines
        if line.kind == LineKind.LINK
        and line.name != LinkKind.ABOUT
        and any(is_refused(end) for end in (line.other, line.on_behalf_of) if end)
    )
