"""What is selected in a list: its entries, batch by batch, however many they are."""

from array import array
from collections.abc import Iterator

from sqlalchemy.orm import Session

from db.queries.lists import is_listed, list_count, list_ids
from db.rows.lists import Chosen

BATCH = 500
"""Entries that are read or written at once."""


def chosen_ids(session: Session, chosen: Chosen) -> "array[int]":
    """Return the ids of all that is selected, 8 bytes each; of a whole list, in its order."""
    if chosen.all_of is None:
        return array("q", chosen.ids)
    spine = list_ids(session, chosen.all_of)
    if not chosen.ids:
        return spine
    without = frozenset(chosen.ids)
    return array("q", (entry for entry in spine if entry not in without))


def chosen_count(session: Session, chosen: Chosen) -> int:
    """Return how many entries are selected."""
    if chosen.all_of is None:
        return len(chosen.ids)
    left_out = is_listed(session, chosen.all_of, chosen.ids)
    return list_count(session, chosen.all_of) - len(left_out)


def batches_of(session: Session, chosen: Chosen, size: int = BATCH) -> Iterator["array[int]"]:
    """Yield the ids of all that is selected, so many at once.

    All are known before the first batch is given: an act may change what the list would show.
    """
    ids = chosen_ids(session, chosen)
    for start in range(0, len(ids), size):
        yield ids[start : start + size]
