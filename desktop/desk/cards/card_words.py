"""A whole card in words: its title, what it is the same as, and all of it for screen readers."""

from db.terms import EntryKind
from desktop.desk.cards.card import Card, CardState
from desktop.desk.cards.line_words import line_words
from desktop.desk.cards.wording import (
    LineWords,
    Run,
    Wording,
    confidence_word,
    kind_word,
    record_title,
    translate,
)


def card_lines(card: Card, wording: Wording) -> tuple[LineWords, ...]:
    """Return the lines of a card in words."""
    return tuple(line_words(line, card.kind, wording) for line in card.lines)


def card_title(card: Card, wording: Wording) -> str:
    """Return the title of a card."""
    return card.title or record_title(card.suggestion, wording.language)


def card_kind(card: Card) -> str:
    """Return what kind of record a card becomes."""
    kind = kind_word(card.suggestion)
    return translate("cards", "{0} · by hand").format(kind) if card.by_hand else kind


def card_confidence(card: Card) -> str:
    """Return how sure the reading is of a card; nothing where it was made by hand."""
    return "" if card.by_hand else confidence_word(card.suggestion.confidence)


def card_same(card: Card) -> tuple[Run, ...]:
    """Return which entry a card is the same as; nothing for a new one."""
    if card.same_id is None or card.kind == EntryKind.SOURCE:
        return ()
    title = "" if card.same_title == card.shown_title else card.same_title
    if 0 < card.likeness < 1:
        words = translate("cards", "is it {0}?").format(f"{card.same_reference} {title}".strip())
        return (Run(text="≈ ", tone="warn"), Run(text=words, tone="warn"))
    return (Run(text=f"= {card.same_reference} ", tone="accent"), Run(text=title, tone="quiet"))


def decided_words(card: Card, wording: Wording, reference: str = "") -> tuple[Run, ...]:
    """Return a decided card on one line: what it became, or that it was refused."""
    title = card_title(card, wording)
    if card.state == CardState.REFUSED:
        return (Run(text=title, tone="quiet"),)
    runs = [Run(text=f"{reference}  ", tone="accent")] if reference else []
    return (*runs, Run(text=title, tone="quiet"))


def state_word(card: Card) -> str:
    """Return what was decided, in a word; nothing for an open card."""
    words = {
        CardState.OPEN: "",
        CardState.ACCEPTED: translate("cards", "taken"),
        CardState.REFUSED: translate("cards", "refused"),
    }
    return words[card.state]


def card_told(card: Card, wording: Wording, reference: str = "") -> str:
    """Return all of a card for those who hear it."""
    head = [card_kind(card), state_word(card) or card_confidence(card), card_title(card, wording)]
    if not card.is_open:
        return ", ".join(filter(None, (*head, reference)))
    same = "".join(run.text for run in card_same(card)).strip()
    lines = [
        f"{words.told}{'' if card.is_ticked(line.key) else ', ' + not_ticked()}"
        for line, words in zip(card.lines, card_lines(card, wording), strict=True)
    ]
    return ". ".join((", ".join(filter(None, (*head, same))), *lines))


def line_told(card: Card, at: int, wording: Wording) -> str:
    """Return one line for those who hear it: its tick, its words, its place."""
    words = card_lines(card, wording)[at]
    ticked = card.is_ticked(card.lines[at].key)
    tick = translate("cards", "ticked") if ticked else not_ticked()
    place = translate("cards", "{0} of {1}").format(at + 1, len(card.lines))
    return f"{tick}, {words.told}, {place}"


def not_ticked() -> str:
    """Return how a line without a tick is called."""
    return translate("cards", "not ticked")
