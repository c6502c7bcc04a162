"""Soundness: whether the full-text index says what the entries say.

The index keeps no texts, so it is written anew and compared by what each word counts in each
column, and by how long each entry is: to be done on a copy.
"""

from collections.abc import Iterator

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from db.search.index import rebuild

_TABLES = ("entry_words", "exact_words", "name_forms")
_NAMED = 20
"""So many stale entries of a table are named."""

_PARTLESS = """
    SELECT count(*) FROM (
        SELECT id FROM index_word WHERE in_names EXCEPT SELECT id FROM word_parts_docsize
    )
"""
_LACKING = """
    SELECT count(*) FROM index_word w LEFT JOIN temp.known k ON k.word = w.word
    WHERE (k.stem, k.sound) IS NOT (w.stem, w.sound) OR k.in_names < w.in_names
"""


_SIZED_WRONGLY = f"""
    SELECT coalesce(was.id, now.id) AS entry FROM {{table}}_docsize now
    FULL JOIN temp.{{table}}_sized was ON was.id = now.id
    WHERE was.sz IS NOT now.sz ORDER BY entry LIMIT {_NAMED}
"""
_COUNTED_WRONGLY = f"""
    SELECT DISTINCT coalesce(was.term, now.term) AS word FROM temp.{{table}}_counts now
    FULL JOIN temp.{{table}}_counted was ON was.term = now.term AND was.col = now.col
    WHERE (was.doc, was.cnt) IS NOT (now.doc, now.cnt) ORDER BY word LIMIT {_NAMED}
"""


def index_problems(connection: Connection) -> Iterator[str]:
    """Write the index anew, and yield what was wrong with the one before."""
    damaged = list(_damaged(connection))
    yield from damaged
    if damaged:
        return
    partless = connection.exec_driver_sql(_PARTLESS).scalar_one()
    if partless:
        yield f"{partless} words of names can't be found by a part"
    _remember(connection)
    rebuild(connection)
    for table in _TABLES:
        yield from _stale(connection, table)
    lacking = connection.exec_driver_sql(_LACKING).scalar_one()
    if lacking:
        yield f"{lacking} words are missing or wrong in the dictionary"


def _damaged(connection: Connection) -> Iterator[str]:
    for table in (*_TABLES, "word_parts"):
        try:
            connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
        except DBAPIError as error:
            yield f"{table}: {error.orig}"


def _remember(connection: Connection) -> None:
    for table in _TABLES:
        for statement in (
            f"CREATE VIRTUAL TABLE temp.{table}_counts USING fts5vocab(main, {table}, col)",
            f"CREATE TEMP TABLE {table}_counted AS SELECT * FROM temp.{table}_counts",
            f"CREATE INDEX temp.{table}_by_term ON {table}_counted (term, col)",
            f"CREATE TEMP TABLE {table}_sized AS SELECT id, sz FROM {table}_docsize",
            f"CREATE UNIQUE INDEX temp.{table}_by_entry ON {table}_sized (id)",
        ):
            connection.exec_driver_sql(statement)
    connection.exec_driver_sql("CREATE TEMP TABLE known AS SELECT * FROM index_word")
    connection.exec_driver_sql("CREATE UNIQUE INDEX temp.known_word ON known (word)")


def _stale(connection: Connection, table: str) -> Iterator[str]:
    entries = connection.exec_driver_sql(_SIZED_WRONGLY.format(table=table)).scalars().all()
    if entries:
        yield from (f"entry {entry} is stale in {table}" for entry in entries)
        return
    words = connection.exec_driver_sql(_COUNTED_WRONGLY.format(table=table)).scalars()
    yield from (f"the word {word} is counted wrongly in {table}" for word in words)
