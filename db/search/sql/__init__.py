"""From the tree of a query to SQL: bind it to a catalogue, then ask it of entries.

`bind` looks up names, tags and words once; `condition` turns what it found into an expression over
``entry``, in a form for walking a list or in one for gathering a few entries; `ranked_ids` answers
best first.
"""

from db.search.sql.binding import bind
from db.search.sql.bound import Bound
from db.search.sql.conditions import condition, word_leaves
from db.search.sql.leading import FEW, leading_ids
from db.search.sql.ranked import ranked_ids
from db.search.sql.tables import Form, as_value
from db.search.sql.words import may_be_probed
from db.search.words import Match

__all__ = [
    "FEW",
    "Bound",
    "Form",
    "Match",
    "as_value",
    "bind",
    "condition",
    "leading_ids",
    "may_be_probed",
    "ranked_ids",
    "word_leaves",
]
