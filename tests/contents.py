"""All that a catalogue file holds, for tests that compare two of them."""

from contextlib import closing
from pathlib import Path
from typing import Any

from db.engine import connect_raw

_SHADOWS = ("entry_words", "exact_words", "name_forms", "word_parts")
_DICTIONARY = "index_word"
"""The dictionary of the index, which keeps words nothing holds any more until it is rebuilt."""


def contents(path: Path, *, leaving_out: frozenset[str] = frozenset()) -> dict[str, list[Any]]:
    """Return the rows of each table in an order of their own."""
    with closing(connect_raw(path, mode="ro")) as connection:
        tables = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith(_SHADOWS) and name not in {_DICTIONARY, *leaving_out}
        ]
        return {table: _rows(connection, table) for table in (*tables, "sqlite_sequence")}


def _rows(connection: Any, table: str) -> list[Any]:  # noqa: ANN401 - a DB-API connection
    columns = [row[1] for row in connection.execute(f"SELECT * FROM pragma_table_info('{table}')")]
    names = ", ".join(f'"{name}"' for name in columns)
    order = ", ".join(str(place) for place in range(1, len(columns) + 1))
    rows = connection.execute(f'SELECT {names} FROM "{table}" ORDER BY {order}').fetchall()
    return [row for row in rows if table != "sqlite_sequence" or row[0] != _DICTIONARY]
