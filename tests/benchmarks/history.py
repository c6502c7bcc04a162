"""Measures how large history grows: bytes in the file for a thousand edits of fields."""

import contextlib
import shutil
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.orm import Session

from db.act import Act
from db.catalogue import Catalogue
from db.commands.entries import set_field
from db.engine import connect_raw, dbapi2
from db.queries.acts import acts_page
from db.queries.lists import list_ids
from db.rows.acts import ActsWanted
from db.rows.lists import ListSpec
from db.terms import EntryKind
from tests.benchmarks.measure import Line

_EDITS = 1_000
_MOST = 500_000
"""Bytes a thousand edits of short values may take: a hundred a day are 13 MB a year."""
_TABLES = {"revision": "id", "revision_change": "revision_id", "revision_entry": "revision_id"}
_PAGES = ("page_count", "page_size")
_LONG = "a note of 1,000 characters, its text before and after"
_FIELDS: Mapping[str, tuple[str, Callable[[int], str]]] = {
    "a date": ("covers", lambda number: f"{1900 + number % 200}-03"),
    "a title of 60 characters": ("title", lambda number: f"Memorandum {number:049}"),
    _LONG: ("note", lambda number: f"{number} ".ljust(1_000, "n")),
}


def lines(path: Path) -> Iterator[Line]:
    """Measure a copy of one catalogue."""
    with TemporaryDirectory(dir=path.parent) as folder:
        copy = Path(folder) / "copy.chancery"
        shutil.copyfile(path, copy)
        with Catalogue.open(copy, who="Benchmark", program="benchmark") as catalogue:
            for words, (field, value) in _FIELDS.items():
                last = _last(catalogue)
                _edit(catalogue, field, value)
                yield _line(words, _bytes_after(copy, last))


def _edit(catalogue: Catalogue, field: str, value: Callable[[int], str]) -> None:
    with catalogue.read() as session:
        entries = list_ids(session, ListSpec(kind=EntryKind.AGREEMENT))
    turn = count()

    def run(session: Session) -> None:
        number = next(turn)
        entry = entries[number * 7 % len(entries)]
        set_field(session, entry_id=entry, field=field, value=value(number))

    for _ in range(_EDITS):
        catalogue.write(Act(key="entry.set", run=run, about="Memorandum of cooperation"))


def _bytes_after(path: Path, revision: int) -> int:
    """Return the bytes of the pages that hold the history after an act, indexes and all.

    They are counted in a file of their own, since what SQLite says of pages is not compiled in.
    """
    with contextlib.closing(connect_raw(path, mode="ro")) as raw:
        marks = ", ".join("?" * len(_TABLES))
        made = raw.execute(
            f"SELECT sql FROM sqlite_schema WHERE tbl_name IN ({marks}) AND sql IS NOT NULL",
            tuple(_TABLES),
        ).fetchall()
        rows = {
            name: raw.execute(f"SELECT * FROM {name} WHERE {key} > ?", (revision,)).fetchall()
            for name, key in _TABLES.items()
        }
    with contextlib.closing(dbapi2.connect(":memory:")) as alone:
        empty = _size(alone)
        for (statement,) in made:
            alone.execute(statement)
        for name, found in rows.items():
            marks = ", ".join("?" * len(found[0]))
            alone.executemany(f"INSERT INTO {name} VALUES ({marks})", found)
        return _size(alone) - empty


def _size(raw: dbapi2.Connection) -> int:
    pages, size = (raw.execute(f"SELECT * FROM pragma_{one}()").fetchone()[0] for one in _PAGES)
    return int(pages) * int(size)


def _last(catalogue: Catalogue) -> int:
    with catalogue.read() as session:
        page = acts_page(session, ActsWanted(), size=1)
    return page.rows[0].revision if page.rows else 0


def _line(words: str, grown: int) -> Line:
    is_short = words != _LONG
    return Line(
        what=f"history of 1,000 edits of {words}",
        ours=f"{grown / 1000:,.0f} kB",
        target=f"≤ {_MOST / 1000:,.0f} kB" if is_short else "",
        met=grown <= _MOST if is_short else None,
    )
