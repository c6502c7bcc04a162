"""Finding by typing in a list: the next entry with a word in its title that begins so."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


from db import queries
from db.interruption import check_interrupted
from db.rows.lists import BEST, ListSpec
from db.search.grammar import parse
from db.search.printing import print_query
from db.search.tree import All, Words
from db.text.folding import words
from desktop.models.spine import Spine

AHEAD = 1_000
"""Rows whose titles are read one after the other, before the index is asked."""
CANDIDATES = 500
"""Entries taken from the index at once; a word so frequent is rarely further off."""
_PAGE = 200


def find_from(session: "Session", spec: ListSpec, spine: Spine, row: int, typed: str) -> int:
    """Return the entry found in a list from a row on, round its end; 0 for none.

    Titles and references decide. A frequent word stands near; of a rare one, the full-text index
    names all that hold it.
    """
    wanted = words(typed)
    if not wanted:
        return 0
    near = _first(session, spine.ids[row : row + AHEAD], wanted)
    if near or len(spine) <= AHEAD:
        return near or _first(session, spine.ids[:row], wanted)
    narrowed = _narrowed(spec, wanted)
    found = queries.lists.first_rows(session, narrowed, size=CANDIDATES)
    after, before = _round(spine, found.ids, row)
    if found.complete:
        return _first(session, (*after, *before), wanted)
    entry = _first(session, after, wanted)
    if not entry:
        check_interrupted(session)
        after, before = _round(spine, queries.lists.list_ids(session, narrowed), row)
        entry = _first(session, (*after, *before), wanted)
    return entry


def _narrowed(spec: ListSpec, wanted: Sequence[str]) -> ListSpec:
    """Return the list of what holds the words in its title; the last word may go on."""
    *whole, last = wanted
    asked = [Words(text=word, column="title") for word in whole]
    asked.append(Words(text=last, column="title", begins=True))
    node = All(parts=(*asked, parse(spec.query, typing=True)))
    sort = "title" if spec.sort == BEST else spec.sort
    return replace(spec, query=print_query(node), sort=sort)


def _round(spine: Spine, ids: Iterable[int], row: int) -> tuple[list[int], list[int]]:
    """Return listed entries in order: those from a row on, and those before it."""
    after: list[tuple[int, int]] = []
    before: list[tuple[int, int]] = []
    for entry in ids:
        place = spine.row_of(entry)
        if place >= 0:
            (after if place >= row else before).append((place, entry))
    return [entry for _row, entry in sorted(after)], [entry for _row, entry in sorted(before)]


def _first(session: "Session", ids: Sequence[int], wanted: Sequence[str]) -> int:
    phrase = " " + " ".join(wanted)
    for start in range(0, len(ids), _PAGE):
        check_interrupted(session)
        for line in queries.lists.list_lines(session, ids[start : start + _PAGE]):
            if phrase in " ".join(["", *words(line.title), *words(line.reference)]):
                return line.id
    return 0
