"""What a list of entries reads: first rows, the whole spine, what an edit does to it, lines.

Each function runs in a worker and brings frozen rows back.
"""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from db import queries
from db.interruption import check_interrupted
from db.queries import plain
from db.rows.entries import EntryLine
from db.rows.lists import FirstRows, ListSpec
from db.terms import EntryKind
from desktop.models.spine import Mending, Spine, Steps, runs_of, steps_between

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

FIRST = 50
"""Rows read and shown at once, whatever the list holds."""
PAGE = 200
"""Lines read at once further on."""

Progress = tuple[int, int]
"""Of a source: suggestions decided, and suggestions there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Lines that were asked for; an entry asked for without a line is no longer there."""

    asked: frozenset[int] = frozenset()
    lines: Sequence[EntryLine] = ()
    progress: Mapping[int, Progress] = field(default_factory=dict[int, Progress])


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """The first rows of a list."""

    spec: ListSpec
    spine: Spine
    complete: bool
    page: Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """The whole spine of a list, and the steps to it from the rows that were shown."""

    spec: ListSpec
    spine: Spine
    steps: Steps | None
    """None where the rows are to be shown anew."""
    page: Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """What an edit does to the rows of a list."""

    touched: frozenset[int]
    removals: tuple[range, ...]
    insertions: tuple[tuple[int, int], ...]
    """The row each entry has when all is done, ascending, and its id."""
    page: Page


def look_first(execute: plain.Execute, spec: ListSpec, known: frozenset[int]) -> First:
    """Read the first rows of a list that nothing narrows, with the lines not yet known."""
    return _first(execute, spec, plain.first_of_all(execute, spec, FIRST), known)


def read_first(session: "Session", spec: ListSpec, known: frozenset[int]) -> First:
    """Read the first rows of any list, with the lines not yet known."""
    rows = queries.lists.first_rows(session, spec, size=FIRST)
    return _first(plain.of_session(session), spec, rows, known)


def _first(execute: plain.Execute, spec: ListSpec, rows: FirstRows, known: frozenset[int]) -> First:
    page = _page(execute, frozenset(rows.ids) - known)
    return First(spec=spec, spine=Spine.built(rows.ids), complete=rows.complete, page=page)


def read_whole(
    session: "Session", spec: ListSpec, shown: "array[int]", asked: frozenset[int]
) -> Whole:
    """Read the spine of a list, and these lines again; ``shown`` are the ids of its old rows."""
    spine = Spine.built(queries.lists.list_ids(session, spec), partial(check_interrupted, session))
    steps = _growth(shown, spine) or steps_between(shown, spine.ids)
    return Whole(spec=spec, spine=spine, steps=steps, page=read_page(session, asked))


def _growth(shown: "array[int]", spine: Spine) -> Steps | None:
    """Return the steps where the rows shown stand in the spine as they are, in one run."""
    if not shown:
        return None
    start = spine.row_of(shown[0])
    stop = start + len(shown)
    if start < 0 or spine.ids[start:stop] != shown:
        return None
    runs = (range(start), range(stop, len(spine)))
    return Steps(insertions=tuple(run for run in runs if run))


def read_mended(
    session: "Session",
    spec: ListSpec,
    spine: Spine,
    touched: frozenset[int],
    asked: frozenset[int],
) -> Mended:
    """Find where touched entries stood and where they belong now; read these lines again.

    The spine is only looked up in: what this costs does not grow with it.
    """
    rows = {spine.ids[row]: row for row in spine.rows_of(touched)}
    listed = queries.lists.is_listed(session, spec, sorted(touched))
    mending = Mending(spine.ids, list(rows.values()))
    for entry in sorted(listed):
        mending.add(queries.places.place_in(session, spec, mending, entry), entry)
    staying = _staying(rows, mending.added())
    gone = sorted(row for entry, row in rows.items() if entry not in staying)
    return Mended(
        touched=touched,
        removals=tuple(reversed(runs_of(gone))),
        insertions=tuple((row, id_) for row, id_ in mending.added() if id_ not in staying),
        page=read_page(session, asked | (listed - rows.keys())),
    )


def _staying(rows: Mapping[int, int], added: Sequence[tuple[int, int]]) -> set[int]:
    """Return the entries that belong where they stand, between the same rows as before."""
    taken, between = sorted(rows.values()), dict[int, list[int]]()
    for before, (row, entry) in enumerate(added):
        place = row - before
        if entry in rows and rows[entry] - taken.index(rows[entry]) == place:
            between.setdefault(place, []).append(entry)
    in_order = (them for them in between.values() if them == sorted(them, key=rows.__getitem__))
    return {entry for them in in_order for entry in them}


def read_page(session: "Session", asked: frozenset[int]) -> Page:
    """Read lines, and how far sources among them are reviewed."""
    return _page(plain.of_session(session), asked)


def read_progress(session: "Session", sources: Sequence[int]) -> Mapping[int, Progress]:
    """Read how far sources are that have been read and suggest anything."""
    return _progress(plain.of_session(session), sources)


def _page(execute: plain.Execute, asked: frozenset[int]) -> Page:
    lines = plain.lines_of(execute, sorted(asked)) if asked else []
    sources = [line.id for line in lines if line.kind == EntryKind.SOURCE]
    return Page(asked=asked, lines=lines, progress=_progress(execute, sources))


def _progress(execute: plain.Execute, sources: Sequence[int]) -> Mapping[int, Progress]:
    if not sources:
        return {}
    found = plain.progress_of(execute, sources)
    return {id_: (one.decided, one.suggested) for id_, one in found.items() if one.suggested}
