"""Lists of entries: the first rows at once, the ids of all in order, and lines by page.

A list is the walk of one covering index, ``(kind, trashed, key, id)`` or ``(trashed, key, id)``.
"""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, func, select, true
from sqlalchemy.orm import Session

from db.models import Entry
from db.queries import plain
from db.queries.asking import ask
from db.queries.first import first_ids
from db.queries.orders import Order, order_of
from db.queries.walks import SORTS, is_whole
from db.rows.entries import EntryLine
from db.rows.lists import BEST, FirstRows, ListSpec
from db.search.sql import Form, ranked_ids
from db.text.pieces import pieces_of

__all__ = ["SORTS", "first_rows", "is_listed", "list_count", "list_ids", "list_lines"]

FIRST = 50


def first_rows(session: Session, spec: ListSpec, *, size: int = FIRST) -> FirstRows:
    """Return the first ids of a list, at a cost that does not grow with the catalogue."""
    if is_whole(spec):
        return plain.first_of_all(plain.of_session(session), spec, size)
    asked = ask(session, spec)
    if spec.sort == BEST and asked.has_words:
        ids = ranked_ids(session, asked.bound, asked.home, limit=size)
        return FirstRows(ids=ids, complete=len(ids) < size)
    found = array("q")
    for order in order_of(spec):
        found.extend(first_ids(session, asked, order, size - len(found)))
        if len(found) == size:
            return FirstRows(ids=found, complete=False)
    return FirstRows(ids=found, complete=True)


def list_ids(session: Session, spec: ListSpec) -> "array[int]":
    """Return the ids of all lines in order, 8 bytes a line; undated ones come last by date."""
    asked = None if is_whole(spec) else ask(session, spec)
    if asked is not None and spec.sort == BEST and asked.has_words:
        return ranked_ids(session, asked.bound, asked.home)
    condition = true() if asked is None else asked.condition(Form.SET)
    found = array("q")
    for order in order_of(spec):
        found.extend(_in_order(session, order, condition))
    return found


def _in_order(session: Session, order: Order, condition: ColumnElement[bool]) -> Iterator[int]:
    """Read the ids as one text, which is three times as fast as row by row."""
    walk = order.walk.where(condition).subquery()
    text = session.execute(select(func.group_concat(walk.c.id, " "))).scalar() or ""
    return (int(id_) for part in pieces_of(text) for id_ in part.split())


def list_count(session: Session, spec: ListSpec) -> int:
    """Return how many lines a list has."""
    order = order_of(replace(spec, sort="reference"))[0]
    counted = order.walk.order_by(None).with_only_columns(func.count(Entry.id))
    if not is_whole(spec):
        counted = counted.where(ask(session, spec).condition(Form.SET))
    return session.execute(counted).scalar_one()


def is_listed(session: Session, spec: ListSpec, ids: Sequence[int]) -> set[int]:
    """Return which of a few entries a list shows."""
    if not ids:
        return set()
    asked = ask(session, spec)
    these = select(Entry.id).where(Entry.id.in_(ids), asked.condition(Form.PROBE))
    return set(session.execute(these).scalars())


def list_lines(session: Session, ids: Sequence[int]) -> list[EntryLine]:
    """Return the lines of a page, in the order of the ids; ids no longer there are left out."""
    # plain SQL: a page is read with every movement, and building a statement costs as much again
    return plain.lines_of(plain.of_session(session), ids)
