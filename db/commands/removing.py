"""Removing entries for good, out of the trash, with all that belongs to them.

In a fixed number of statements, however many they are. What other entries say of them goes or is
emptied: links and the stages of a party go; a place, meeting, speaker or debtor is left empty, and
where there is room for words, the title is kept as these.
"""

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, Select, Table, case, delete, func, select, update
from sqlalchemy.orm import Session

from db.commands.entries import refuse_missing
from db.errors import Refused
from db.models import Entry
from db.queries.among import among
from db.queries.trash import cited

_TABLES = Entry.metadata.tables
_ENTRY, _LINK = _TABLES["entry"], _TABLES["link"]
_BELONGING = (
    ("evidence", "source_id"),
    ("link", "subject_id"),
    ("link", "object_id"),
    ("stage", "agreement_id"),
    ("stage", "party_id"),
    ("quotation", "entry_id"),
    ("figure", "entry_id"),
    ("point", "entry_id"),
    ("name", "entry_id"),
    ("evidence", "entry_id"),
)
"""What goes first, so that no row is changed that then goes with another: redo takes rows in the
order they went, and one that went with its parent is not found any more."""
_NAMING = (
    ("meeting", "place_id", "place_as_stated"),
    ("quotation", "speaker_id", "speaker_as"),
    ("evidence", "attributed_to_id", "attributed_as"),
    ("stage", "place_id", ""),
    ("stage", "meeting_id", ""),
    ("place", "parent_id", ""),
    ("point", "owed_by_id", ""),
    ("point", "owed_to_id", ""),
    ("figure", "speaker_id", ""),
)
"""Columns that name an entry, each with that for the words of it, if there is one."""


def remove_entries(session: Session, *, entry_ids: Iterable[int]) -> None:
    """Remove entries that lie in the trash; their references are never given again.

    The bytes and texts of sources stay, for undo.

    Raises:
        Refused: ``entry_missing``, ``not_trashed``; ``sources_cited`` where claims about what stays
            stand on the words of one.
    """
    ids = frozenset(entry_ids)
    refuse_missing(session, ids)
    _refuse_untrashed(session, ids)
    standing = cited(session, ids)
    if standing:
        raise Refused("sources_cited", sources=len(standing), claims=sum(standing.values()))
    connection, these = session.connection(), among(ids)
    for name, key in _BELONGING:
        table = _TABLES[name]
        connection.execute(delete(table).where(table.c[key].in_(these)))
    _act_for_themselves(connection, these)
    for name, key, words in _NAMING:
        _empty(connection, _TABLES[name], these, key, words)
    connection.execute(delete(_ENTRY).where(_ENTRY.c.id.in_(these)))
    session.expire_all()


def _refuse_untrashed(session: Session, ids: Collection[int]) -> None:
    lying = select(func.count()).where(Entry.id.in_(among(ids)), Entry.trashed)
    if session.scalar(lying) != len(ids):
        raise Refused("not_trashed")


def _act_for_themselves(connection: Connection, these: Select[Any]) -> None:
    """Let stand without them what others did on their behalf; what is there so already goes."""
    on_behalf = _LINK.c.on_behalf_of_id.in_(these)
    nobody = update(_LINK).values(on_behalf_of_id=None, on_behalf_of_kind=None)
    connection.execute(nobody.where(on_behalf).prefix_with("OR IGNORE"))
    connection.execute(delete(_LINK).where(on_behalf))


def _empty(
    connection: Connection, table: Table, these: Select[Any], key: str, key_of_words: str
) -> None:
    """Empty a column of what stays, and keep the title as words where there are none."""
    column = table.c[key]
    values: dict[str, Any] = {key: None}
    if key_of_words:
        words = table.c[key_of_words]
        title = select(_ENTRY.c.title).where(_ENTRY.c.id == column).scalar_subquery()
        values[key_of_words] = case((words == "", title), else_=words)
    connection.execute(update(table).where(column.in_(these)).values(values))
