"""The full-text index: SQLite FTS5, contentless, written by the write path alone.

``entry_words`` holds the stems of titles, names and texts, ``exact_words`` their words as they
stand; ``name_forms`` holds the folded forms of names in both scripts, for pickers. All are keyed by
the entry's id. ``index_word`` is the dictionary of all words, ``word_parts`` finds parts of those
in titles and names. Found words are lit in the original by ``db.text.highlight``.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeAlias

from sqlalchemy import Connection

from db.search.dictionary import Learner
from db.search.documents import Document, documents
from db.search.words import kind_sign
from db.text.likeness import sketch
from db.text.scripts import search_forms
from db.text.tokens import SEAM
from db.text.wording import with_reference, wording

_BY_ENTRY = ("entry_words", "exact_words", "name_forms")
_BATCH = 200
_Value: TypeAlias = int | str
_BETWEEN = f" {SEAM} "
_PLAIN = re.compile(r"[^\W_]+")
_UNSKETCHED = """
    SELECT value FROM json_each(?) WHERE NOT EXISTS (
        SELECT 1 FROM source_sketch WHERE source_id = value
    )
"""
_THESE = "(SELECT value FROM json_each(?))"
_INSERT_SKETCH = "INSERT INTO source_sketch (source_id, hash) VALUES (?, ?)"


def rewrite(connection: Connection, entries: Iterable[int], *, named: frozenset[int]) -> None:
    """Rewrite the index rows of entries, and of those named again the forms of their names.

    Those no longer there are taken out.
    """
    ids = sorted(entries)
    if len(ids) <= _BATCH:
        found = _current(connection, ids)
        _insert(connection, _Rows(found, named), Learner(connection))
        _insert_sketches(connection, found)
    else:
        batches = (ids[start : start + _BATCH] for start in range(0, len(ids), _BATCH))
        _file(connection, (_current(connection, batch) for batch in batches), named)


def _current(connection: Connection, batch: Sequence[int]) -> list[Document]:
    """Return the words of those entries that are there, and take the others out of the index."""
    found = documents(connection, batch)
    _take_out(connection, set(batch).difference(document.id for document in found))
    return found


def _take_out(connection: Connection, gone: Collection[int]) -> None:
    if gone:
        for table in _BY_ENTRY:
            connection.exec_driver_sql(
                f"DELETE FROM {table} WHERE rowid IN {_THESE}", (_listed(sorted(gone)),)
            )


def rebuild(connection: Connection) -> None:
    """Rewrite the whole index, from nothing."""
    for table in (*_BY_ENTRY, "word_parts"):
        connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    connection.exec_driver_sql("DELETE FROM index_word")
    _file(connection, _batches(connection), None)
    for table in _BY_ENTRY:  # a word is looked up in one place then, and not in each of twenty
        connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('optimize')")


def _file(
    connection: Connection, batches: Iterable[list[Document]], named: frozenset[int] | None
) -> None:
    """Write what many documents bring: words are read while SQLite files the batch before."""
    learner = Learner(connection)
    with ThreadPoolExecutor(1) as reader:
        ahead: Future[_Rows] | None = None
        for found in batches:
            read = reader.submit(_Rows, found, named)
            if ahead is not None:
                _insert(connection, ahead.result(), learner)
            ahead = read
            _insert_sketches(connection, found)
        if ahead is not None:
            _insert(connection, ahead.result(), learner)


def _batches(connection: Connection) -> Iterator[list[Document]]:
    last = connection.exec_driver_sql("SELECT coalesce(max(id), 0) FROM entry").scalar_one()
    for first in range(1, last + 1, _BATCH):
        yield documents(connection, range(first, first + _BATCH))


class _Rows:
    """What a batch of documents brings into each table."""

    def __init__(self, found: Iterable[Document], named: frozenset[int] | None = None) -> None:
        self.stems: list[_Value] = []
        self.words: list[_Value] = []
        self.forms: list[_Value] = []
        self.in_names: set[str] = set()
        self.in_texts: set[str] = set()
        for document in found:
            title, names = wording((document.title,)), wording(document.names)
            body = wording(document.body)
            entitled = with_reference(title, document.reference)
            self.stems.extend((document.id, entitled.stems, names.stems, body.stems))
            self.words.extend((document.id, entitled.words, names.words, body.words))
            if named is None or document.id in named:
                self.forms.extend((document.id, _forms(document)))
            self.in_names.update(title.chunks, names.chunks)
            self.in_texts.update(body.chunks)


def _insert(connection: Connection, rows: _Rows, learner: Learner) -> None:
    _insert_rows(connection, "entry_words (rowid, title, names, body)", 4, rows.stems)
    _insert_rows(connection, "exact_words (rowid, title, names, body)", 4, rows.words)
    _insert_rows(connection, "name_forms (rowid, forms)", 2, rows.forms)
    learner.learn(rows.in_names, rows.in_texts)


def _insert_rows(connection: Connection, into: str, width: int, values: list[_Value]) -> None:
    """Write all rows by one statement, so that SQLite works through them without a break."""
    if values:
        row = f"({', '.join('?' * width)})"
        rows = ", ".join([row] * (len(values) // width))
        connection.exec_driver_sql(f"REPLACE INTO {into} VALUES {rows}", tuple(values))


def _listed(ids: Iterable[int]) -> str:
    return json.dumps(list(ids))


def _forms(document: Document) -> str:
    """Return the kind of an entry, and its names in the forms in which they are looked up."""
    forms = sorted({form for name in document.all_names for form in search_forms(name)})
    spelt = (" ".join(_PLAIN.findall(form)) for form in forms)
    return _BETWEEN.join((kind_sign(document.kind), *spelt))


def _insert_sketches(connection: Connection, found: Sequence[Document]) -> None:
    """Sketch the texts that have no sketch yet; a source's text is written once."""
    texts = {document.id: document.text for document in found if document.text}
    if not texts:
        return
    bare = connection.exec_driver_sql(_UNSKETCHED, (json.dumps(list(texts)),)).scalars()
    rows = [(entry, value) for entry in bare for value in sorted(set(sketch(texts[entry])))]
    if rows:
        connection.exec_driver_sql(_INSERT_SKETCH, rows)
