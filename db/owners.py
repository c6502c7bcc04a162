"""Whose rows they are: from touched rows to the entries they belong to."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection

from db.history import RowChange
from db.models.evidence import TARGETS

_OWN_KEY = frozenset({"entry", "source", "agreement", "meeting", "person", "organisation", "place"})
_COLUMNS = {
    "name": ("entry_id",),
    "stage": ("agreement_id", "meeting_id"),
    "link": ("subject_id", "object_id", "on_behalf_of_id"),
    "passage": ("source_id",),
    "decision": ("source_id",),
    "evidence": ("entry_id", "source_id"),
    "point": ("entry_id",),
    "figure": ("entry_id",),
    "figure_member": ("entry_id",),
    "quotation": ("entry_id",),
    "entry_tag": ("entry_id",),
}
_PARENTS = {
    "evidence": tuple((f"{target}_id", target) for target in TARGETS if target != "entry"),
    "figure": (("point_id", "point"),),
    "figure_member": (("figure_id", "figure"),),
    "evidence_passage": (("evidence_id", "evidence"),),
}


def entries_touched(connection: Connection, changes: Iterable[RowChange]) -> frozenset[int]:
    """Return the ids of the entries whose rows, or whose children's rows, were changed."""
    return frozenset(
        entry
        for change in changes
        for entry in _owners(connection, change.table, _rows(connection, change))
    )


def _rows(connection: Connection, change: RowChange) -> Iterator[dict[str, object]]:
    """Yield the row before and after, whole: images of an update hold only what changed."""
    live = _live(connection, change.table, change.key)
    if change.before is None or change.after is None:
        yield change.before or change.after or {}
    yield {**live, **(change.before or {})}
    yield live


def _live(connection: Connection, table: str, key: str) -> dict[str, object]:
    columns = _key_columns(table)
    where = " AND ".join(
        f"{column} = json_extract(?1, '$[{place}]')" for place, column in enumerate(columns)
    )
    row = connection.exec_driver_sql(f"SELECT * FROM {table} WHERE {where}", (key,))
    found = row.mappings().first()
    return dict(found) if found else {}


def _key_columns(table: str) -> tuple[str, ...]:
    return {
        "figure_member": ("figure_id", "entry_id"),
        "entry_tag": ("entry_id", "tag_id"),
        "evidence_passage": ("evidence_id", "passage_id"),
    }.get(table, ("id",))


def _owners(connection: Connection, table: str, rows: Iterable[dict[str, object]]) -> Iterator[int]:
    for row in rows:
        if table in _OWN_KEY and isinstance(row.get("id"), int):
            yield int(str(row["id"]))
        for column in _COLUMNS.get(table, ()):
            if isinstance(row.get(column), int):
                yield int(str(row[column]))
        for column, parent in _PARENTS.get(table, ()):
            if row.get(column) is not None:
                above = _live(connection, parent, f"[{row[column]}]")
                yield from _owners(connection, parent, [above])
