"""Where an entry belongs in a list that is already known: by bisection, not by listing anew."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Entry
from db.queries.orders import Order, order_of
from db.rows.lists import ListSpec

_Place = tuple[bool, Any, int]


def place_in(session: Session, spec: ListSpec, spine: Sequence[int], entry: int) -> int:
    """Return the row at which an entry belongs in a sorted spine that does not hold it.

    Costs as many lookups as the length of the spine has binary digits. A ranked list has no such
    place: ask for it anew.
    """
    order = order_of(spec)[-1]
    place_of = _reader(session, spec, order)
    wanted = place_of(entry)
    low, high = 0, len(spine)
    while low < high:
        middle = (low + high) // 2
        before = place_of(spine[middle]) < wanted
        if before != order.descending:
            low = middle + 1
        else:
            high = middle
    return low


def _reader(session: Session, spec: ListSpec, order: Order) -> Callable[[int], _Place]:
    """Return what tells where an entry stands: whether it is undated, its key and its id."""
    undated_last = spec.sort == "date" and not order.descending
    statement = select(order.key)

    def place_of(entry: int) -> _Place:
        key = session.execute(statement.where(Entry.id == entry)).scalar_one()
        return undated_last and key == "", key, entry

    return place_of
