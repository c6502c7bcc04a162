"""From the tree of a query to SQL: bind it to a catalogue, then ask it of entries.

`bind` looks up names, tags and words once; `condition` turns what it found into an expression over
``entry``, in a form for walking a list or in one for gathering a few entries; `ranked_ids` answers
best first.
"""

from db.search.sql.binding import bind
from db.search.sql.bound import Bound, Matching
from db.search.sql.conditions import condition, word_leaves
from db.search.sql.leading import FEW, gathered_part, leading_ids, listed_until
from db.search.sql.ranked import ranked_ids
from db.search.sql.tables import Form, Span, as_value
from db.search.sql.words import Held, held, may_be_probed, terms_of
from db.search.words import Match

__all__ = [
    "FEW",
    "Bound",
    "Form",
    "Held",
    "Match",
    "Matching",
    "Span",
    "as_value",
    "bind",
    "condition",
    "gathered_part",
    "held",
    "leading_ids",
    "listed_until",
    "may_be_probed",
    "ranked_ids",
    "terms_of",
    "word_leaves",
]
