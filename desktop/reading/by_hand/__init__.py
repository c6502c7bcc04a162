"""What an archivist makes of selected words: a record, or a line of one, as a reading has them."""

from desktop.reading.by_hand.content import date_by_hand, figure_by_hand, quotation_by_hand
from desktop.reading.by_hand.records import suggest_by_hand
from desktop.reading.by_hand.words import title_of

__all__ = [
    "date_by_hand",
    "figure_by_hand",
    "quotation_by_hand",
    "suggest_by_hand",
    "title_of",
]
