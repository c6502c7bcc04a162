"""The leaf of a query that may lead: one that must be so, and that few entries fulfil."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Select, select
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
from db.search.sql.dates import begins_within, latest_listed
from db.search.sql.merging import every
from db.search.sql.named import named_ids
from db.search.sql.tables import Form, entry, entry_tag, full_text, link, listed, source
from db.search.sql.words import Held, matches
from db.search.tree import Dates, Numbers
from db.search.words import Match

FEW = 2_000
"""So many entries are looked up and sorted sooner than a list is walked."""
_SOON = 20_000
"""So many entries of a leaf are gathered sooner than each row walked is asked."""
_MAY_LEAD = (Matching, Cited, Naming, Stated, Tagged, Dates, Numbers, Nothing)


def leading_ids(
    session: Session, bound: Bound, words: Mapping[Match, Held]
) -> tuple[Sequence[int], Bound] | None:
    """Return the ids of what the rarest leaf lets through, and the rest of the query.

    ``words`` tells how common each word is. None where no leaf that must be so is known to be rare.
    """
    for part in _parts(bound):
        if isinstance(part, _MAY_LEAD) and not _is_common(session, part, words):
            ids = _ids(session, part, words)
            if len(ids) <= FEW:
                return ids, _without(bound, part)
    return None


def gathered_part(session: Session, bound: Bound) -> tuple[Bound, Bound] | None:
    """Return a part that is soon gathered, while a list is walked for it, and the rest.

    None where an index shows no such part.
    """
    for part in _parts(bound):
        glimpse = _glimpse(part)
        if glimpse is not None and not _goes_on(session, glimpse, _SOON):
            return Bound(tree=part), _without(bound, part)
    return None


def _without(bound: Bound, part: BoundNode) -> Bound:
    return Bound(tree=every([one for one in _parts(bound) if one is not part]))


def listed_until(session: Session, bound: Bound) -> str | None:
    """Return the latest day by which what fulfils a query may be sorted; None where any may be."""
    dates = (part for part in _parts(bound) if isinstance(part, Dates))
    days = [day for one in dates if (day := latest_listed(session, one)) is not None]
    return min(days, default=None)


def _parts(bound: Bound) -> tuple[BoundNode, ...]:
    """Return the parts of a query that must all be so."""
    return bound.tree.parts if isinstance(bound.tree, Every) else (bound.tree,)


def _is_common(session: Session, part: BoundNode, words: Mapping[Match, Held]) -> bool:
    """Tell whether a part lets many through, as far as that is known or an index shows."""
    if isinstance(part, Matching):
        return part.match in words and words[part.match].number > FEW
    if isinstance(part, Cited):
        return not part.ids
    glimpse = _glimpse(part)
    return glimpse is not None and _goes_on(session, glimpse, FEW)


def _goes_on(session: Session, glimpse: Select[int], most: int) -> bool:
    return session.execute(glimpse.limit(1).offset(most)).scalar() is not None


def _glimpse(part: BoundNode) -> Select[int] | None:
    """Return some of what a part lets through, as it lies in an index; None where nothing does."""
    match part:
        case Dates():
            return begins_within(part)
        case Naming(ids=ids):
            return select(link.c.subject_id).where(link.c.object_id.in_(listed(ids)))
        case Tagged(tags=tags):
            return select(entry_tag.c.entry_id).where(entry_tag.c.tag_id.in_(tags))
        case Stated(field="publisher", values=values):
            return select(source.c.id).where(source.c.publisher.in_(values))
        case _:
            return None


def _ids(session: Session, part: BoundNode, words: Mapping[Match, Held]) -> Sequence[int]:
    if isinstance(part, Matching):  # the index alone tells them
        known = words[part.match].all_ids if part.match in words else None
        if known is not None:
            return known
        index = full_text[part.match.table]
        holding = select(index.c.rowid).where(matches(part.match)).limit(FEW + 1)
        return list(session.execute(holding).scalars())
    if isinstance(part, Naming):
        return list(session.execute(named_ids(part).limit(FEW + 1)).scalars())
    found = select(entry.c.id).where(condition(Bound(tree=part), Form.LEAD)).limit(FEW + 1)
    return list(session.execute(found).scalars())
