"""The leaf of a query that may lead: one that must be so, and that few entries fulfil."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.search.sql.bound import (
    Bound,
    BoundNode,
    Cited,
    Every,
    Matching,
    Naming,
    Nothing,
    Stated,
    Tagged,
)
from db.search.sql.conditions import condition
from db.search.sql.merging import every
from db.search.sql.tables import Form, entry, full_text
from db.search.sql.words import matches
from db.search.tree import Dates, Numbers

FEW = 2_000
"""So many entries are looked up and sorted sooner than a list is walked."""
_MAY_LEAD = (Matching, Cited, Naming, Stated, Tagged, Dates, Numbers, Nothing)


def leading_ids(session: Session, bound: Bound) -> tuple[list[int], Bound] | None:
    """Return the ids of what the rarest leaf lets through, and the rest of the query.

    None where no leaf that must be so is known to be rare.
    """
    parts = bound.tree.parts if isinstance(bound.tree, Every) else (bound.tree,)
    for place, part in enumerate(parts):
        if isinstance(part, _MAY_LEAD):
            ids = _ids(session, part)
            if len(ids) <= FEW:
                rest = every([*parts[:place], *parts[place + 1 :]])
                return ids, Bound(tree=rest)
    return None


def _ids(session: Session, part: BoundNode) -> list[int]:
    if isinstance(part, Matching):  # the index alone tells them
        words = full_text[part.match.table]
        held = select(words.c.rowid).where(matches(part.match)).limit(FEW + 1)
        return list(session.execute(held).scalars())
    found = select(entry.c.id).where(condition(Bound(tree=part), Form.LEAD)).limit(FEW + 1)
    return list(session.execute(found).scalars())
