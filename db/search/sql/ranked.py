"""Best first: bm25 over the newest entries that match, so that a common word costs no more.

Ranking is linear in what is ranked. Of a word in half a million entries only the newest that match
are ranked; the others follow, newest first.
"""

import json
from array import array
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, Select, func, literal_column, select
from sqlalchemy.orm import Session

from db.search.sql.bound import Bound, BoundNode, Every, Matching
from db.search.sql.conditions import condition
from db.search.sql.merging import EVERYTHING, every, leaves
from db.search.sql.tables import Form, entry, full_text, listed
from db.search.sql.words import matches
from db.search.words import Match

CANDIDATES = 1_000
"""How many entries are ranked."""
LOOKED_AT = 10_000
"""Among how many of the newest that hold the words they are looked for."""
_WEIGHTS = (8.0, 6.0, 1.0)
"""What a word in a title, a name and the text weighs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What is asked for: a bound query and where a list is at home."""

    tree: BoundNode
    home: ColumnElement[bool]

    def probed(self) -> ColumnElement[bool]:
        """Return what to ask of a few entries, one after the other."""
        return self.home & condition(Bound(tree=self.tree), Form.PROBE, Form.SET)

    def gathered(self) -> ColumnElement[bool]:
        """Return what to ask of all entries: what is left for it is rare, or all is wanted."""
        return self.home & condition(Bound(tree=self.tree), Form.SET)


def ranked_ids(
    session: Session,
    bound: Bound,
    home: ColumnElement[bool],
    *,
    candidates: int = CANDIDATES,
    limit: int | None = None,
) -> "array[int]":
    """Return the ids of what fulfils a query and the conditions of a list, best first.

    Ranked are at most ``candidates``, the newest; the rest follow newest first, up to ``limit``
    ids in all. Without words to rank by, all are newest first.
    """
    asked = _Asked(tree=bound.tree, home=home)
    expression = _ranking(bound.tree)
    if expression is None:
        return _newest(session, asked, array("q"), limit)
    floor = _floor(session, expression)
    best = _ids(session, _best(asked, expression, floor, candidates, limit))
    everything = floor is None and len(best) < candidates and expression in _required(bound.tree)
    if everything or (limit is not None and len(best) >= limit):
        return best
    return _newest(session, asked, best, limit)


def _ranking(tree: BoundNode) -> Match | None:
    """Return the words to rank by: those that must be there, or else any that may be."""
    wanted = _required(tree) or tuple(dict.fromkeys(leaves(tree, wanted_only=True)))
    if not wanted:
        return None
    table = min((match.table for match in wanted), key=lambda key: key != "entry_words")
    return Match(table, " OR ".join(match.text for match in wanted if match.table == table))


def _required(tree: BoundNode) -> tuple[Match, ...]:
    parts = tree.parts if isinstance(tree, Every) else (tree,)
    return tuple(part.match for part in parts if isinstance(part, Matching))


def _besides(tree: BoundNode, expression: Match) -> BoundNode:
    """Return the tree without words that are asked for anyway."""
    parts = tree.parts if isinstance(tree, Every) else (tree,)
    rest = [part for part in parts if part != Matching(match=expression)]
    return every(rest) if rest else EVERYTHING


def _floor(session: Session, expression: Match) -> int | None:
    """Return the newest entry too old to be looked at; None where all are looked at."""
    found = session.connection().exec_driver_sql(
        f"SELECT rowid FROM {expression.table} WHERE {expression.table} MATCH ? "
        f"ORDER BY rowid DESC LIMIT 1 OFFSET {LOOKED_AT}",
        (expression.text,),
    )
    return found.scalar()


def _best(
    asked: _Asked, expression: Match, floor: int | None, candidates: int, limit: int | None
) -> Select[int]:
    """Return the newest that match, ranked: no more than are wanted leave SQLite."""
    words = full_text[expression.table]
    rest = replace(asked, tree=_besides(asked.tree, expression))
    found = (
        select(
            words.c.rowid.label("id"),
            func.bm25(literal_column(expression.table), *_WEIGHTS).label("rank"),
        )
        .select_from(words.join(entry, entry.c.id == words.c.rowid))
        .where(matches(expression), rest.probed())
        .order_by(words.c.rowid.desc())
        .limit(candidates)
    )
    if floor is not None:
        found = found.where(words.c.rowid > floor)
    ranked = found.subquery("ranked")
    return select(ranked.c.id).order_by(ranked.c.rank, ranked.c.id.desc()).limit(limit)


def _newest(
    session: Session, asked: _Asked, before: "array[int]", limit: int | None
) -> "array[int]":
    """Append the rest to what is ranked, newest first."""
    rest = select(entry.c.id).where(asked.gathered()).order_by(entry.c.id.desc())
    if before:
        rest = rest.where(entry.c.id.not_in(listed(json.dumps(before.tolist()))))
    if limit is not None:
        rest = rest.limit(limit - len(before))
    return before + _ids(session, rest)


def _ids(session: Session, ids: Select[int]) -> "array[int]":
    return array("q", session.execute(ids).scalars())
