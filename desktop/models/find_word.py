"""Finding by typing in a list: the next entry with a word in its title that begins so."""

from array import array
from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy.orm import Session

from db.queries.lists import ListSpec, list_ids, list_lines
from db.text.folding import words

_PAGE = 200


def find_from(session: Session, spec: ListSpec, ids: "array[int]", row: int, typed: str) -> int:
    """Return the entry found in a list of these ids from a row on, round its end; 0 for none.

    The full-text index names the entries that hold the words; titles and references decide.
    """
    wanted = " ".join(words(typed))
    if not wanted:
        return 0
    holding = set(list_ids(session, replace(spec, typed=f"{spec.typed} {typed}".strip())))
    inward = array("q", (entry for entry in (*ids[row:], *ids[:row]) if entry in holding))
    for page in _pages(inward):
        for line in list_lines(session, page):
            if f" {wanted}" in " ".join(["", *words(line.title), *words(line.reference)]):
                return line.id
    return 0


def _pages(ids: "array[int]") -> Iterator["array[int]"]:
    return (ids[start : start + _PAGE] for start in range(0, len(ids), _PAGE))
