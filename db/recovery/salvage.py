"""Salvage: every row of a damaged file that can be read, into a new catalogue, table by table."""

import contextlib
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from db.backups.watching import Step, Watch
from db.base import Base
from db.engine import connect_raw, dbapi2, problems_of, uri
from db.needs import parents_of
from db.recovery.orphans import Bereft, orphaned_rows
from db.recovery.pages import Pages
from db.recovery.records import Broken, Value
from db.recovery.stored import Place, StoredColumn, columns_of, fitted, places
from db.recovery.trees import Walked, indexed_rows, walk

DERIVED = frozenset({"entry_country", "entry_facets", "index_word", "link_rule", "source_sketch"})
"""Tables that are rewritten from the others, or come with the schema."""

_AT_ONCE = 500


def own_tables() -> tuple[str, ...]:
    """Return the tables that are nobody else's shadow, in the order in which rows rest on rows."""
    tables = (table.name for table in Base.metadata.sorted_tables)
    return tuple(name for name in tables if name not in DERIVED)


class Salvage:
    """Fills the tables of a new catalogue and notes which rows there must have been."""

    def __init__(self, copy: Path, new: dbapi2.Connection, watch: Watch) -> None:
        self._copy, self._new, self._watch = copy, new, watch
        self._bereft: dict[str, Bereft] = {}
        self._reached = set[int]()
        self.known: dict[str, set[int] | int] = {}
        """The rows of each table there were: their ids where it was damaged, else how many."""
        self.broken: Counter[str] = Counter()
        """How many rows of a table were there, but could not be read or stored."""

    def fill(self) -> None:
        """Copy what SQLite itself can read, and read the rest page by page."""
        tables = own_tables()
        there = {name for (name,) in self._new.execute("SELECT name FROM sqlite_schema")}
        with self._copy.open("rb") as file:
            pages = Pages(file, self._copy)
            known = places(pages)
            for done, table in enumerate(name for name in tables if name in there):
                self._watch.at(Step.RECOVER, done, len(tables))
                self._new.execute(f"DELETE FROM {table}")
                if not self._copy_whole(table):
                    self._read_pages(pages, table, known.get(table, Place()))
            if self._bereft:
                self._find_orphans(pages, known)
            self._raise_counters(pages, known.get("sqlite_sequence", Place()).root)

    def _copy_whole(self, table: str) -> bool:
        """Copy a table that is sound; tell whether it was."""
        with contextlib.closing(connect_raw(self._copy, mode="ro", immutable="1")) as damaged:
            try:
                with self._watch.interruption.watch_plain(damaged):
                    if problems_of(damaged, table):
                        return False
            except dbapi2.DatabaseError:
                return False
        try:
            with self._attached():
                names = ", ".join(f'"{one.name}"' for one in columns_of(self._new, table))
                copied = self._new.execute(
                    f"INSERT INTO main.{table} ({names}) SELECT {names} FROM damaged.{table}"
                )
        except dbapi2.DatabaseError:
            self._new.execute(f"DELETE FROM main.{table}")
            return False
        self.known[table] = copied.rowcount
        return True

    @contextlib.contextmanager
    def _attached(self) -> Generator[None]:
        place = uri(self._copy, mode="ro", immutable="1")
        self._new.execute("ATTACH DATABASE ? AS damaged", (place,))
        try:
            yield
        finally:
            self._new.execute("DETACH DATABASE damaged")

    def _read_pages(self, pages: Pages, table: str, place: Place) -> None:
        columns, walked = columns_of(self._new, table), Walked()
        ids = set[int]()
        rows = walk(pages, place.root, walked)
        self._insert(table, columns, self._noted(table, rows, columns, ids))
        self._reached |= walked.pages
        self.broken[table] += walked.broken_rows
        for root in place.indexes:
            ids.update(indexed_rows(pages, root))
        self.known[table] = ids
        if walked.gaps:
            self._bereft[table] = Bereft(columns=columns, gaps=walked.gaps)

    def _noted(
        self,
        table: str,
        rows: Iterable[tuple[int, list[Value]]],
        columns: Sequence[StoredColumn],
        ids: set[int],
    ) -> Iterator[tuple[Value, ...]]:
        for row in rows:
            whole = fitted(row, columns)
            if whole is None:
                self.broken[table] += 1
            else:
                ids.add(row[0])
                yield (row[0], *whole)

    def _insert(
        self, table: str, columns: Sequence[StoredColumn], rows: Iterator[tuple[Value, ...]]
    ) -> None:
        """Write rows, each with its row id before it, as far as the table takes them."""
        names = ", ".join(("rowid", *(f'"{one.name}"' for one in columns)))
        marks = ", ".join("?" * (len(columns) + 1))
        statement = f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})"
        while batch := list(islice(rows, _AT_ONCE)):
            self._watch.interruption.check()
            written = self._new.executemany(statement, batch)
            self.broken[table] += len(batch) - written.rowcount

    def _find_orphans(self, pages: Pages, known: Mapping[str, Place]) -> None:
        bereft = dict(self._bereft)
        for table, place in known.items():
            if place.root not in self._reached:
                walked = Walked()
                for _row in walk(pages, place.root, walked):
                    pass
                self._reached |= walked.pages
                if walked.gaps and table in DERIVED:
                    bereft[table] = Bereft(columns=columns_of(self._new, table), gaps=walked.gaps)
        for table, (row_id, row) in orphaned_rows(pages, self._reached, bereft, self._stands):
            if table in self._bereft:
                self._insert(table, bereft[table].columns, iter([(row_id, *row)]))
                self._ids(table).add(row_id)

    def _stands(self, table: str, values: tuple[Value, ...]) -> bool:
        """Tell whether all that a row names is there."""
        names = [column.name for column in columns_of(self._new, table)]
        row = dict(zip(names, values, strict=True))
        return all(
            row[column] is None
            or self._new.execute(f"SELECT 1 FROM {parent} WHERE id = ?", (row[column],)).fetchone()
            for column, parent in parents_of(table)
        )

    def _ids(self, table: str) -> set[int]:
        known = self.known[table]
        return known if isinstance(known, set) else set()

    def _raise_counters(self, pages: Pages, root: int) -> None:
        """Keep the ids of rows that were given from being given again."""
        for _row, values in walk(pages, root, Walked()):
            if len(values) == 2 and isinstance(values[0], str) and isinstance(values[1], int):
                self._new.execute(
                    "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?",
                    (values[1], values[0]),
                )


def revision_of(copy: Path, known: Sequence[str]) -> str:
    """Return the revision of the schema a damaged file was written with, else the last known."""
    with copy.open("rb") as file:
        pages = Pages(file, copy)
        try:
            root = places(pages)["alembic_version"].root
            found = [values[0] for _row, values in walk(pages, root, Walked()) if values]
        except (Broken, KeyError):
            found = []
    return next((str(one) for one in found if one in known), known[-1])
