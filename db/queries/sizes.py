"""How long a list is, as far as that is quickly told: before all of its ids are read."""

from dataclasses import replace

from sqlalchemy import func, select, true
from sqlalchemy.orm import Session

from db.models import Entry
from db.queries import plain
from db.queries.asking import ask
from db.queries.orders import order_of
from db.queries.walks import is_whole
from db.rows.lists import ListSize, ListSpec
from db.search.sql import Form

MOST = 10_000
"""Lines counted of a list that something narrows."""
WALKED = 50_000
"""Entries looked at for that."""


def list_size(session: Session, spec: ListSpec) -> ListSize:
    """Count the lines of a list, at a cost that does not grow with the catalogue.

    Of a list that something narrows only so many are counted, and among so many entries: it may
    have more. One that nothing narrows is counted wholly, along its index.
    """
    if is_whole(spec):
        return ListSize(count=plain.count_of_all(plain.of_session(session), spec))
    asked = ask(session, spec)
    (order,) = order_of(replace(spec, sort="added", descending=False))
    first_beyond = order.walk.limit(1).offset(WALKED)
    end = None if asked.has_rare_word else session.execute(first_beyond).scalar()
    within = true() if end is None else Entry.id < end
    form = Form.SET if asked.has_rare_word else Form.PROBE
    found = order.walk.where(within, asked.condition(form)).limit(MOST + 1).subquery()
    count = session.execute(select(func.count()).select_from(found)).scalar_one()
    return ListSize(count=min(count, MOST), is_exact=end is None and count <= MOST)
