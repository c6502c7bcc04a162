"""Which cards stand on words of the text."""

from collections.abc import Sequence

from db.rows.evidence import Span
from desktop.desk.cards.card import Card


def cards_on(cards: Sequence[Card], span: Span) -> list[str]:
    """Return the keys of the cards on words, a caret being on those it touches.

    First those that are named there, the narrowest first; then those a line of which stands there.
    """
    named: list[tuple[int, str]] = []
    told: list[tuple[int, str]] = []
    for card in cards:
        own = _narrowest(card.suggestion.spans, span)
        lines = _narrowest([one for line in card.lines for one in line.spans], span)
        if own is not None:
            named.append((own, card.key))
        elif lines is not None:
            told.append((lines, card.key))
    by_width = [*sorted(named, key=lambda one: one[0]), *sorted(told, key=lambda one: one[0])]
    return [key for _width, key in by_width]


def _narrowest(spans: Sequence[Span], span: Span) -> int | None:
    met = [one for one in spans if one.first <= span.last and span.first <= one.last]
    return min((one.last - one.first for one in met), default=None)
