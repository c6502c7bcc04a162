"""The walks that order a list, as parts of greater statements."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, select, true
from sqlalchemy.orm import InstrumentedAttribute

from db.models import Entry
from db.queries.walks import Walk, walks_of
from db.rows.lists import ListSpec
from db.search.sql import as_value

_SORT_DATE = Entry.__table__.c.sort_date

Key = InstrumentedAttribute[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One walk: which rows, by which key, along which index."""

    condition: ColumnElement[bool]
    half: ColumnElement[bool]
    """What the walk leaves to another one, as a condition on the key alone."""
    key: Key
    descending: bool
    index: str

    @property
    def walk(self) -> Select[int]:
        """The walk itself: the ids in order."""
        walk = select(Entry.id).where(self.condition).order_by(*self.by)
        return walk.with_hint(Entry, f"INDEXED BY {self.index}", "sqlite")

    @property
    def is_latest_first(self) -> bool:
        """Whether it is the walk by date from the latest on."""
        return self.descending and self.key is Entry.sort_date

    @property
    def by(self) -> tuple[ColumnElement[Any], ...]:
        """The terms to order by: the key, then the id."""
        if self.descending:
            return self.key.desc(), Entry.id.desc()
        return self.key.asc(), Entry.id.asc()


def order_of(spec: ListSpec) -> tuple[Order, ...]:
    """Return the walks that, one after the other, give a list's order."""
    # other parts of a spec do not matter here, and there are only so many orders to remember
    plain = ListSpec(
        kind=spec.kind, trashed=spec.trashed, sort=spec.sort, descending=spec.descending
    )
    return _orders(plain)


@cache
def _orders(spec: ListSpec) -> tuple[Order, ...]:
    home = Entry.trashed.is_(spec.trashed)
    if spec.kind is not None:
        home = (Entry.kind == spec.kind) & home
    return tuple(_order(home, walk) for walk in walks_of(spec))


def _order(home: ColumnElement[bool], walk: Walk) -> Order:
    half, value = true(), true()
    if walk.half:
        half, value = (
            column.op(walk.half, is_comparison=True)("")
            for column in (_SORT_DATE, as_value(_SORT_DATE))
        )
    return Order(
        condition=home & half,
        half=value,
        key=getattr(Entry, walk.column),
        descending=walk.descending,
        index=walk.index,
    )
