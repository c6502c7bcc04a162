"""All entries and all links as tables: for spreadsheets, and for those who reckon with them.

Dates go out as EDTF, terms as they are stored, names and subjects one after another. No Qt here:
the command line uses it too.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from db.exchange.tabular.cells import Cell, Column, Table, day_or_text
from db.exchange.tabular.csv import write_csv
from db.exchange.tabular.formats import CSV_FOR_EXCEL, XLSX, TableFormat
from db.exchange.tabular.whole_file import whole_file
from db.exchange.tabular.xlsx import write_book
from db.queries.directory.entries import place_titles, stream_records
from db.queries.directory.links import stream_links
from db.queries.directory.sizes import sizes
from db.queries.directory.vocabularies import tag_records
from db.rows.records.entries import EntryRecord
from db.rows.table_columns import ENTRY_COLUMNS, LINK_COLUMNS, columns_of
from db.schema import telling
from db.terms import EntryKind

Tell = Callable[[int, int], None]
Rows = Iterable[Sequence[Cell]]

_ENTRIES = Table(
    title="Entries",
    columns=tuple(Column(heading=one.english, width=one.width) for one in ENTRY_COLUMNS),
)
_LINKS = Table(
    title="Links",
    columns=tuple(Column(heading=heading, width=width) for heading, width in LINK_COLUMNS),
)
_DATES = frozenset({"covers", "start", "end", "born", "died", "published", "received"})
_BETWEEN = "; "
_OWN = {
    kind: frozenset(column.key for column in columns_of(kind)) | {"trashed"} for kind in EntryKind
}
"""The columns each kind of entry has something in: a source's format is no meeting's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """What subjects are called, and places by their references."""

    tags: Mapping[int, str]
    places: Mapping[str, str]


def export_tables(
    session: Session,
    path: Path,
    table_format: TableFormat,
    tell: Tell = lambda _done, _total: None,
) -> int:
    """Write all entries and all links, and return how many entries there are.

    XLSX is one file with two sheets; CSV goes into ``<name>.csv`` and ``<name> links.csv``.
    Whatever is raised leaves the files as they were, the first of two excepted.

    Raises:
        DiskFull, ReadOnlyPlace, Interrupted: why it ended.
    """
    found = sizes(session)
    total = sum(found.entries.values()) + found.tables["link"]
    entries, links = _told(_entry_rows(session), 0, total, tell), _link_rows(session)
    links = _told(links, sum(found.entries.values()), total, tell)
    if table_format is XLSX:
        with telling(path), whole_file(path) as file:
            write_book(file, [(_ENTRIES, entries), (_LINKS, links)])
        return total - found.tables["link"]
    bom = table_format is CSV_FOR_EXCEL
    for place, table, rows in ((path, _ENTRIES, entries), (links_path(path), _LINKS, links)):
        with telling(place), whole_file(place) as file:
            write_csv(file, table, rows, bom=bom)
    return total - found.tables["link"]


def links_path(path: Path) -> Path:
    """Return where the links go that belong to a CSV of entries."""
    return path.with_name(f"{path.stem} links{path.suffix}")


def _told(rows: Rows, before: int, total: int, tell: Tell) -> Iterator[Sequence[Cell]]:
    for done, row in enumerate(rows, before + 1):
        yield row
        if done % 200 == 0:
            tell(done, total)


def _entry_rows(session: Session) -> Iterator[list[Cell]]:
    words = _Words(
        tags={tag.id: tag.label_en or tag.label_ru for tag in tag_records(session)},
        places=place_titles(session),
    )
    for kind in EntryKind:
        for record in chain.from_iterable(stream_records(session, kind)):
            yield [_cell(kind, record, column.key, words) for column in ENTRY_COLUMNS]


def _cell(kind: EntryKind, record: EntryRecord, key: str, words: _Words) -> Cell:
    if key == "kind":
        return kind.value
    if key in {"tags", "names"}:
        several = (
            map(words.tags.get, record.tags) if key == "tags" else (n.text for n in record.names)
        )
        return _BETWEEN.join(one for one in several if one)
    value = getattr(record, key, None) if key in _OWN[kind] else None
    if isinstance(value, str):
        if key in {"place", "parent"}:
            return words.places[value]
        return day_or_text(value) if key in _DATES else value
    return ("yes" if value else "") if isinstance(value, bool) or value is None else int(value)


def _link_rows(session: Session) -> Iterator[list[Cell]]:
    return (_link_row(row) for row in stream_links(session))


def _link_row(row: Any) -> list[Cell]:  # noqa: ANN401 - a row of a query
    return [
        row.subject, row.subject_title, row.kind, row.object or "", row.object_title or "",
        row.object_kind, row.named_as, row.behalf or "", row.behalf_title or "",
        row.post_as, row.label_en or row.label_ru or "", "yes" if row.acting else "",
        row.presence, "" if row.number is None else row.number,
        row.mode, row.stage or "", day_or_text(row.stage_date or ""),
        day_or_text(row.since or ""), day_or_text(row.until or ""),
        row.position, row.note, row.evidence,
    ]  # fmt: skip
