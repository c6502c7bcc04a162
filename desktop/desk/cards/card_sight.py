"""What of a card has been in sight: the rule by which nothing unseen is ever taken."""

from PySide6.QtCore import QRect

from desktop.desk.cards.card_layout import CardLayout

_TOP = "\ttop"
"""Put after a key: the upper end of a part too tall for the view was in sight."""


def parts_in_sight(layout: CardLayout, view: QRect, before: frozenset[str]) -> frozenset[str]:
    """Return which parts of the current card are seen by now, besides those seen before.

    A part is seen once it was wholly in sight; one taller than the view once both its ends were.
    """
    seen: set[str] = set()
    for key, room in layout.parts:
        top_shown = view.top() <= room.top() <= view.bottom()
        end_shown = view.top() <= room.bottom() <= view.bottom()
        if top_shown and room.height() > view.height():
            seen.add(f"{key}{_TOP}")
        if end_shown and (top_shown or f"{key}{_TOP}" in before):
            seen.add(key)
    return frozenset(seen - before)
