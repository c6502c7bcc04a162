"""The full-text index: SQLite FTS5, contentless, written by the write path alone.

``entry_words`` holds Snowball stems of titles, names and texts; ``name_forms`` holds the folded
forms of names in both scripts, for pickers. Both are keyed by the entry's id. Found words are lit
in the original by ``db.text.highlight``.
"""

from collections.abc import Iterable

from sqlalchemy import Connection

from db.history import RowChange
from db.terms import EntryKind
from db.text.likeness import sketch
from db.text.scripts import search_forms
from db.text.stems import stems

_OWN_WORDS = """
    SELECT coalesce(group_concat(words, char(10)), '') FROM (
        SELECT wording AS words FROM point WHERE entry_id = ?1
        UNION ALL SELECT words FROM quotation WHERE entry_id = ?1
        UNION ALL SELECT unit FROM figure WHERE entry_id = ?1
        UNION ALL SELECT named_as || ' ' || post_as FROM link WHERE subject_id = ?1
    )
"""


_WORDLESS = frozenset(
    {"decision", "entry_tag", "evidence", "evidence_passage", "figure_member", "passage"}
)


def with_words(changes: Iterable[RowChange]) -> list[RowChange]:
    """Return the changes after which an index row may read differently.

    Marking a passage is not one of them: it would read the whole text of its source again.
    """
    return [change for change in changes if change.table not in _WORDLESS]


def rewrite(connection: Connection, entries: Iterable[int]) -> None:
    """Rewrite the index rows of entries; those no longer there are taken out."""
    for entry in sorted(entries):
        for table in ("entry_words", "name_forms"):
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE rowid = ?", (entry,))
        connection.exec_driver_sql("DELETE FROM source_sketch WHERE source_id = ?", (entry,))
        row = connection.exec_driver_sql(
            "SELECT kind, reference, title, summary, note FROM entry WHERE id = ?", (entry,)
        ).first()
        if row is not None:
            names = _names(connection, entry)
            body = _body(connection, entry, EntryKind(row.kind))
            _insert_words(
                connection,
                entry,
                stems(f"{row.title} {row.reference}"),
                stems(" ".join(names)),
                stems(f"{row.summary}\n{row.note}\n{body}"),
            )
            _insert_forms(connection, entry, (row.title, *names))


def rebuild(connection: Connection) -> None:
    """Rewrite the whole index."""
    for table in ("entry_words", "name_forms"):
        connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    rewrite(connection, connection.exec_driver_sql("SELECT id FROM entry").scalars().all())


def _names(connection: Connection, entry: int) -> list[str]:
    rows = connection.exec_driver_sql("SELECT text FROM name WHERE entry_id = ?", (entry,))
    return list(rows.scalars())


def _body(connection: Connection, entry: int, kind: EntryKind) -> str:
    if kind != EntryKind.SOURCE:
        return connection.exec_driver_sql(_OWN_WORDS, (entry,)).scalar_one()
    row = connection.exec_driver_sql(
        "SELECT t.text, s.publisher, s.byline FROM source s "
        "LEFT JOIN source_text t ON t.sha256 = s.text_sha256 WHERE s.id = ?",
        (entry,),
    ).first()
    if row is None:
        return ""
    text = row.text or ""
    if text:
        connection.exec_driver_sql(
            "INSERT INTO source_sketch (source_id, hash) VALUES (?, ?)",
            [(entry, value) for value in sorted(set(sketch(text)))],
        )
    return f"{text}\n{row.publisher}\n{row.byline}"


def _insert_words(connection: Connection, entry: int, title: str, names: str, body: str) -> None:
    connection.exec_driver_sql(
        "INSERT INTO entry_words (rowid, title, names, body) VALUES (?, ?, ?, ?)",
        (entry, title, names, body),
    )


def _insert_forms(connection: Connection, entry: int, names: Iterable[str]) -> None:
    forms = sorted({form for name in names for form in search_forms(name)})
    connection.exec_driver_sql(
        "INSERT INTO name_forms (rowid, forms) VALUES (?, ?)", (entry, "\n".join(forms))
    )
