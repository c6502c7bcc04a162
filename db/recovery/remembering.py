"""What history remembers: rows that are lost themselves, but whose making and changes are told."""

import json
from collections.abc import Iterator

from db.engine import dbapi2
from db.history import key_columns, recorded_columns
from db.recovery.salvage import own_tables
from db.terms import RevisionState

_TOLD = f"""
    SELECT c.row_key, c.after FROM revision_change c JOIN revision r ON r.id = c.revision_id
    WHERE c.table_name = ? AND r.state = '{RevisionState.DONE.value}'
    AND c.row_key IN (SELECT row_key FROM temp.lacking) ORDER BY c.revision_id, c.position
"""
_LACKING = """
    INSERT INTO temp.lacking SELECT DISTINCT c.row_key FROM revision_change c
    WHERE c.table_name = ? AND NOT EXISTS (SELECT 1 FROM {table} t WHERE {same})
"""


def remember(new: dbapi2.Connection, damaged: frozenset[str]) -> dict[str, int]:
    """Write rows of damaged tables as history last tells of them; return how many of each."""
    found: dict[str, int] = {}
    new.execute("CREATE TEMP TABLE lacking (row_key TEXT PRIMARY KEY)")
    for table in own_tables():
        if table in damaged and table in recorded_columns():
            rows = list(_lost_rows(new, table))
            written = sum(_write(new, table, row) for row in rows)
            if written:
                found[table] = written
    new.execute("DROP TABLE temp.lacking")
    return found


def _lost_rows(new: dbapi2.Connection, table: str) -> Iterator[dict[str, object]]:
    same = " AND ".join(
        f"t.\"{name}\" = json_extract(c.row_key, '$[{place}]')"
        for place, name in enumerate(key_columns(table))
    )
    new.execute("DELETE FROM temp.lacking")
    new.execute(_LACKING.format(table=table, same=same), (table,))
    last: dict[str, dict[str, object] | None] = {}
    names = key_columns(table)
    for key, after in new.execute(_TOLD, (table,)):
        image = None if after is None else json.loads(after)
        own = dict(zip(names, json.loads(key), strict=True))
        last[key] = None if image is None else {**(last.get(key) or own), **image}
    return (image for image in last.values() if image)


def _write(new: dbapi2.Connection, table: str, row: dict[str, object]) -> int:
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    statement = f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})"
    return new.execute(statement, tuple(row.values())).rowcount
