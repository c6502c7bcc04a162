"""The first rows of a list that something narrows, by what is cheapest for what is asked.

A list is walked in windows. Where answers are common the first rows are found in a window or two.
Where they are rare the narrowed set is built first, and is small.
"""

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, tuple_
from sqlalchemy.orm import Session

from db.models import Entry
from db.queries.asking import Asked
from db.queries.orders import Order
from db.search.sql import Bound, Form, Span, gathered_part, leading_ids, listed_until

LOOK, SOON, MOST = 2_000, 4_000, 20_000
"""Rows walked in search of the first ones: a look, sooner than what is rare is gathered, at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Walked:
    """How far a list has been walked."""

    walk: Select[int]
    """What is still to be walked."""
    found: "array[int]"
    rows: int = 0
    """How many rows were walked."""
    is_ended: bool = False

    def is_all(self, size: int) -> bool:
        """Tell whether so many were found, or all that there are."""
        return self.is_ended or len(self.found) == size

    def rows_for(self, wanted: int) -> float:
        """Return how many rows it takes to find so many more at this rate; 0 where unknown."""
        return wanted * self.rows / len(self.found) if self.found else 0

    def is_promising(self, size: int, rows: int) -> bool:
        """Tell whether what is wanted is found in so many more rows, at this rate."""
        return self.rows < MOST and 0 < self.rows_for(size - len(self.found)) <= rows


def first_ids(session: Session, asked: Asked, order: Order, size: int) -> Sequence[int]:
    """Return the first ids of a list in an order."""
    seeker = _Seeker(session, asked, order)
    walked = _Walked(walk=seeker.beginning(), found=array("q"))
    if not asked.has_rare_word:
        walked = seeker.on(seeker.further(walked, LOOK, size), size, SOON)
        if walked.is_all(size):
            return walked.found
    leading = leading_ids(session, asked.bound, asked.words)
    if leading is not None:
        return seeker.sorted_ids(*leading)[:size]
    parted = gathered_part(session, asked.bound)
    if parted is None:
        walked = seeker.on(walked, size, MOST)
        if walked.is_all(size):
            return walked.found
    condition = asked.by_part(*parted) if parted is not None else asked.condition(Form.SET)
    rest = walked.walk.where(condition).limit(size - len(walked.found))
    return array("q", (*walked.found, *session.execute(rest).scalars()))


@dataclass(frozen=True, slots=True)
class _Seeker:
    """Walks one order of a list."""

    session: Session
    asked: Asked
    order: Order

    def beginning(self) -> Select[int]:
        """Return the whole walk, but for what is too new for a date that is asked for."""
        until = listed_until(self.session, self.asked.bound) if self.order.is_latest_first else None
        walk = self.order.walk
        return walk if until is None else walk.where(self.order.key <= until)

    def on(self, walked: _Walked, size: int, most: int) -> _Walked:
        """Walk on as long as what is wanted will be found in so many rows."""
        while not walked.is_all(size) and walked.is_promising(size, most):
            rows = max(LOOK, round(2 * walked.rows_for(size - len(walked.found))))
            walked = self.further(walked, min(rows, MOST - walked.rows), size)
        return walked

    def further(self, walked: _Walked, rows: int, size: int) -> _Walked:
        """Walk so many more rows, as long as something is wanted."""
        walk, wanted = walked.walk, size - len(walked.found)
        ends = walk.with_only_columns(self.order.key, Entry.id).limit(1).offset(rows)
        end = self.session.execute(ends).first()
        window = walk if end is None else walk.where(self._before(end))
        expected = min(rows, walked.rows_for(wanted) or self.asked.rows_for(wanted))
        asked = self.asked.within(self._span(walk, rows), expected)
        narrowed = window.where(asked).limit(wanted)
        return _Walked(
            walk=walk if end is None else walk.where(~self._before(end)),
            found=walked.found + array("q", self.session.execute(narrowed).scalars()),
            rows=walked.rows + rows,
            is_ended=end is None,
        )

    def _span(self, walk: Select[int], rows: int) -> Span | None:
        """Return the least and the greatest id of so many rows, among which words are gathered."""
        if not self.asked.words:
            return None
        first = walk.limit(rows).subquery()
        bounds = select(func.min(first.c.id), func.max(first.c.id))
        least, greatest = self.session.execute(bounds).one()
        return (least or 0, greatest or 0)

    def sorted_ids(self, ids: Sequence[int], rest: Bound) -> list[int]:
        """Return those of a few ids that fulfil the rest, in order."""
        these = func.json_each(json.dumps(ids)).table_valued("value")
        order = self.order
        asked = self.asked.rest(rest, ids)
        found = self.session.execute(
            select(order.key, Entry.id).where(
                Entry.id.in_(select(these.c.value)), order.half, asked
            )
        ).all()
        places = sorted(((key, id_) for key, id_ in found), reverse=order.descending)
        return [id_ for _key, id_ in places]

    def _before(self, end: Sequence[Any]) -> ColumnElement[bool]:
        """Bound a walk at a row, by the key and the id together."""
        place, bound = tuple_(self.order.key, Entry.id), tuple_(*end)
        return place > bound if self.order.descending else place < bound
