"""A list into a file: the columns it shows, in their order, in the words of the screen.

Dates go out as EDTF, countries as ISO 3166-1 codes, counts as numbers, so that others can reckon
with them. No Qt here: the command line uses it too.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from sqlalchemy.orm import Session

from db.exchange.tabular.cells import Cell, Column, Table, day_or_text
from db.exchange.tabular.formats import TableFormat
from db.exchange.tabular.whole_file import whole_file
from db.queries.chosen import chosen_count
from db.queries.listing_stream import stream_lines
from db.rows.entries import EntryLine
from db.rows.lists import Chosen, ListSpec
from db.schema import telling
from db.terms import EntryKind, ReviewState
from desktop.labels import heading, label
from desktop.models.columns import COLUMNS, column_title
from desktop.models.entry_words import state_words, type_words

Tell = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListExport:
    """What is to be written: a list, or what is selected in it, and the columns it shows."""

    spec: ListSpec
    columns: tuple[str, ...]
    title: str
    """What the list is called."""
    chosen: Chosen | None = None
    """None: all of the list."""

    @property
    def entries(self) -> Chosen:
        """What is to be written."""
        return self.chosen or Chosen(all_of=self.spec)


def write_list(
    session: Session,
    export: ListExport,
    path: Path,
    table_format: TableFormat,
    tell: Tell = lambda _done, _total: None,
) -> int:
    """Write a list and return how many entries it has; whatever is raised leaves no file behind.

    ``tell`` is told every few hundred entries how many are written, and of how many.

    Raises:
        DiskFull, ReadOnlyPlace: why the file can't be written.
        Interrupted: it was cancelled.
    """
    total = chosen_count(session, export.entries)
    with telling(path), whole_file(path) as file:
        lines = _told(stream_lines(session, export.entries), total, tell)
        rows = _rows(lines, columns_written(export.columns))
        table_format.write(file, _table(export), rows)
    return total


def columns_written(shown: Iterable[str]) -> tuple[str, ...]:
    """Return the columns a file gets: those shown, with the reference, by which all is found."""
    keys = tuple(shown)
    return keys if "reference" in keys else ("reference", *keys)


def _table(export: ListExport) -> Table:
    letters = {column.key: column.letters for column in COLUMNS}
    columns = (
        Column(heading=column_title(key, export.spec.kind), width=letters[key])
        for key in columns_written(export.columns)
    )
    return Table(title=export.title, columns=tuple(columns))


def _told(batches: Iterable[list[EntryLine]], total: int, tell: Tell) -> Iterator[EntryLine]:
    done = 0
    tell(done, total)
    for batch in batches:
        yield from batch
        done += len(batch)
        tell(done, total)


def _rows(lines: Iterable[EntryLine], keys: Sequence[str]) -> Iterator[list[Cell]]:
    cells = _cells()
    wanted = [cells[key] for key in keys]
    return ([cell(line) for cell in wanted] for line in lines)


def _cells() -> Mapping[str, Callable[[EntryLine], Cell]]:
    """Return what each column says; words are looked up once each, not once a line."""
    types, states = cache(type_words), cache(state_words)
    kinds, reviews = cache(heading), cache(label)
    return {
        "title": lambda line: line.title,
        "reference": lambda line: line.reference,
        "kind": lambda line: kinds(line.kind),
        "type": lambda line: types(line.kind, line.subtype),
        "date": lambda line: day_or_text(line.date_text),
        "state": lambda line: states(line.kind, line.state),
        "countries": lambda line: line.country_codes,
        "body": lambda line: line.body,
        "review": lambda line: reviews(ReviewState(line.review)),
        "evidence": lambda line: "" if line.kind == EntryKind.SOURCE else line.evidence_count,
        "gaps": lambda line: "" if line.kind == EntryKind.SOURCE else line.gap_count,
        "changed": lambda line: _day(line.changed_at),
        "added": lambda line: _day(line.created_at),
    }


def _day(time: datetime | None) -> Cell:
    return time.astimezone().date() if time is not None else ""
