"""Stated values: the publishers of sources and the posts in links, each found by its words."""

from sqlalchemy import Column, func, select
from sqlalchemy.orm import Session

from db.search.sql.names import holds
from db.search.sql.tables import link, source
from db.search.tree import Named

_COLUMNS = {"publisher": source.c.publisher, "post": link.c.post_as}


def values_stated(session: Session, asked: Named) -> tuple[str, ...]:
    """Return the different publishers, or posts, that hold the words."""
    different = _different(session, _COLUMNS[asked.field])
    return tuple(value for value in different if holds(asked, value))


def _different(session: Session, column: Column[str]) -> list[str]:
    """Return the different values of a column, one seek in its index for each.

    A million sources have a few hundred publishers: DISTINCT would read all of them.
    """
    first = select(func.min(column).label("value")).where(column != "")
    values = first.cte("stated", recursive=True)
    after = select(func.min(column)).where(column != "", column > values.c.value)
    following = select(after.correlate(values).scalar_subquery())
    values = values.union_all(following.where(values.c.value.is_not(None)))
    found = select(values.c.value).where(values.c.value.is_not(None))
    return list(session.execute(found).scalars())
