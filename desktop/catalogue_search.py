"""Searching a catalogue from the command line: the query's problems, and what it finds as text."""

import json
import unicodedata
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path

from sqlalchemy.orm import Session

from db.catalogue import Catalogue
from db.queries.listing_stream import stream_lines
from db.queries.lists import SORTS, first_rows
from db.rows.entries import EntryLine
from db.rows.lists import BEST, Chosen, ListSpec
from db.search.grammar import parse
from db.search.problems import problems
from db.search.sql import bind
from db.search.tree import All, Any, Broken, Node, Not
from db.terms import EntryKind
from desktop.models.columns import COLUMNS
from desktop.query_words import problem_sentence
from desktop.version import PROGRAM

ORDERS = (BEST, *SORTS)
"""What an answer can be sorted by."""

_SHOWN = ("reference", "date", "type", "countries")
"""What stands before the title of a found entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problems:
    """What is wrong in a query: what to tell of each part, and whether nothing else is left."""

    told: tuple[str, ...]
    are_all: bool


@contextmanager
def looking(path: Path) -> Generator[Session]:
    """Give a session that sees one state of a catalogue.

    Raises:
        CatalogueError: why it can't be opened.
    """
    with Catalogue.open(path, program=PROGRAM) as catalogue, catalogue.read() as session:
        yield session


def spec_of(query: str, kind: EntryKind | None, sort: str, *, descending: bool) -> ListSpec:
    """Return the list that a query asks for; all of its words are whole, none is being typed."""
    return ListSpec(kind=kind, query=f"{query} ", sort=sort, descending=descending)


def problems_of(session: Session, query: str) -> Problems:
    """Return what is wrong in a query: what is not understood, and what is not catalogued."""
    tree = parse(query)
    broken = problems(tree)
    unknown = bind(session, tree).problems
    parts = sorted((*broken, *unknown), key=lambda part: part.span)
    told = tuple(f"{pointed_at(query, part)}\n{problem_sentence(part)}" for part in parts)
    return Problems(told=told, are_all=bool(broken) and not _asks(tree))


def _asks(node: Node) -> bool:
    """Tell whether a query has a part that was understood."""
    match node:
        case All(parts=parts) | Any(parts=parts):
            return any(map(_asks, parts))
        case Not(part=part):
            return _asks(part)
        case _:
            return not isinstance(node, Broken)


def pointed_at(query: str, part: Broken) -> str:
    """Return a query in one line with carets below a part of it."""
    line = "".join(" " if letter.isspace() else letter for letter in query)
    first, last = part.span
    carets = max(1, _cells(line[first:last]))
    return f"{line}\n{' ' * _cells(line[:first])}{'^' * carets}"


def _cells(text: str) -> int:
    """Count the cells a text takes on a terminal (Unicode Standard Annex 11)."""
    wide = sum(unicodedata.east_asian_width(letter) in {"W", "F"} for letter in text)
    return len(text) + wide - sum(map(bool, map(unicodedata.combining, text)))


def found_lines(session: Session, spec: ListSpec, limit: int) -> Iterator[EntryLine]:
    """Yield what a list shows, in its order; at most ``limit`` lines, 0 for all of them."""
    if limit:
        chosen = Chosen(ids=tuple(first_rows(session, spec, size=limit).ids))
    else:
        chosen = Chosen(all_of=spec)
    return chain.from_iterable(stream_lines(session, chosen))


def as_text(line: EntryLine) -> str:
    """Return one line of text: reference, date, type, countries, title; two blanks apart."""
    return "  ".join([*(f"{_WORDS[key](line):{_WIDTHS[key]}}" for key in _SHOWN), line.title])


def as_json(line: EntryLine) -> str:
    """Return one line of JSON: codes and EDTF as they are stored, times as of RFC 3339."""
    told = {
        "reference": line.reference,
        "kind": line.kind,
        "title": line.title,
        "type": line.subtype,
        "state": line.state,
        "date": line.date_text,
        "body": line.body,
        "countries": line.country_codes.split(),
        "review": line.review,
        "evidence": line.evidence_count,
        "gaps": line.gap_count,
        "conflicts": line.conflict_count,
        "added": _time(line.created_at),
        "changed": _time(line.changed_at),
    }
    return json.dumps(told, ensure_ascii=False)


def _time(time: datetime | None) -> str:
    return time.isoformat(timespec="seconds") if time is not None else ""


_WORDS: dict[str, Callable[[EntryLine], str]] = {
    **{column.key: column.text for column in COLUMNS},
    "date": lambda line: line.date_text,
}
_WIDTHS = {"reference": 8, "date": 10, "type": 18, "countries": 8}
