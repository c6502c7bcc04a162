"""The tables a query looks into, and the two forms in which it asks them about an entry."""

from collections.abc import Callable
from enum import Enum
from typing import Any, TypeVar

from sqlalchemy import (
    Column,
    ColumnElement,
    Integer,
    Select,
    Text,
    column,
    func,
    literal_column,
    select,
    table,
    type_coerce,
)
from sqlalchemy.sql.base import ReadOnlyColumnCollection
from sqlalchemy.sql.elements import UnaryExpression
from sqlalchemy.sql.operators import custom_op

from db.models import Entry

T = TypeVar("T")
Span = tuple[int, int]
"""The least and the greatest id of the entries something is asked of."""

_TABLES = Entry.metadata.tables

entry = _TABLES["entry"]
agreement = _TABLES["agreement"]
entry_country = _TABLES["entry_country"]
entry_tag = _TABLES["entry_tag"]
evidence = _TABLES["evidence"]
figure = _TABLES["figure"]
link = _TABLES["link"]
meeting = _TABLES["meeting"]
name = _TABLES["name"]
person = _TABLES["person"]
point = _TABLES["point"]
quotation = _TABLES["quotation"]
source = _TABLES["source"]
stage = _TABLES["stage"]
tag = _TABLES["tag"]

LINK_ENDS = (link.c.subject_id, link.c.object_id, link.c.on_behalf_of_id)

ONE = literal_column("1", Integer)


def as_value(of: ColumnElement[T]) -> ColumnElement[T]:
    """Return a column as a value only, not as what an index is searched by."""
    return UnaryExpression(of, operator=custom_op[T]("+"), type_=of.type)


ID = as_value(entry.c.id)

full_text = {
    key: table(key, column("rowid"), column(key))
    for key in ("entry_words", "exact_words", "name_forms")
}
"""FTS5 tables; the column that bears the table's name is what MATCH is asked of."""


class Form(Enum):
    """How a leaf asks: of one entry after the other, or once for all entries it lets through."""

    PROBE = "probe"
    """Correlated EXISTS, for walking an index of a list row by row."""
    SET = "set"
    """Uncorrelated ``+entry.id IN (SELECT ...)``: gathered once, looked into for each row walked.

    The plus keeps the ids out of the choice of an index: of two such sets SQLite would try every
    pair.
    """
    LEAD = "lead"
    """Uncorrelated, and the entries are looked up by it: for one leaf of a statement, a small one.
    """


def owned(form: Form, owner: Column[int], *where: ColumnElement[bool]) -> ColumnElement[bool]:
    """Ask whether an entry owns a row (``owner`` holds its id) of which something is so."""
    if form is Form.PROBE:
        found = select(ONE).select_from(owner.table).where(owner == entry.c.id, *where)
        return found.correlate(entry).exists()
    whose = entry.c.id if form is Form.LEAD else ID
    # a single NULL among the ids would make NOT IN neither true nor false
    present = (owner.is_not(None),) if owner.nullable else ()
    return whose.in_(select(owner).where(*present, *where))


def own(
    form: Form, ask: Callable[[ReadOnlyColumnCollection[str, Any]], ColumnElement[bool]]
) -> ColumnElement[bool]:
    """Ask something of an entry's own columns, gathered along an index that begins with the trash.

    A row of the walk knows its key and its id alone: each look at the entry itself costs a seek in
    the widest table there is.
    """
    other = entry.alias("other")
    whose = entry.c.id if form is Form.LEAD else ID
    either = other.c.trashed.in_((False, True))
    return whose.in_(select(other.c.id).where(either, ask(other.c)))


def listed(values: str) -> Select[object]:
    """Return the values of a JSON array as rows."""
    return select(func.json_each(values).table_valued("value").c.value)


def plain(typed: Column[object]) -> ColumnElement[str]:
    """Return a column of dates, times or terms as the text that is stored."""
    return type_coerce(typed, Text)
