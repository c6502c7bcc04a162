"""The write path's second step: rewrite the derived values of touched entries.

Derived values rest on stored ones alone, never on one another, so each part of an entry is written
once; what comes out as it stands is not written.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from sqlalchemy import Connection

from db.derived import facets, parts, stored
from db.derived.countries import ACTORS, TURNS, Strengths, strengths_of
from db.derived.listing import listings
from db.derived.stored import Columns, Shown
from db.derived.tally import tallies
from db.terms import EntryKind, Strength

BATCH = 500
"""Entries written at once."""
_OF_KIND = parts.COUNTRIES | parts.TRASHED
_COUNTED_BY = frozenset({"subtype", "state", "sort_date"})

_RESTING_ON_COUNTRIES = """
    SELECT l.subject_id FROM json_each(?1) e JOIN link l ON l.object_id = e.value
    UNION SELECT l.subject_id FROM json_each(?1) e JOIN link l ON l.on_behalf_of_id = e.value
    UNION SELECT l.object_id FROM json_each(?1) e JOIN link l ON l.on_behalf_of_id = e.value
        WHERE l.object_id IS NOT NULL
    UNION SELECT m.id FROM json_each(?1) e JOIN meeting m ON m.place_id = e.value
    UNION SELECT s.agreement_id FROM json_each(?1) e JOIN stage s ON s.place_id = e.value
    UNION SELECT s.agreement_id FROM json_each(?1) e JOIN stage s ON s.party_id = e.value
    UNION SELECT p.id FROM json_each(?1) e JOIN place p ON p.parent_id = e.value
"""
_RESTING_ON_TITLES = """
    SELECT l.subject_id FROM json_each(?1) e JOIN link l ON l.object_id = e.value
        AND l.kind IN ('session_of', 'part_of', 'branch_of')
    UNION SELECT p.id FROM json_each(?1) e JOIN place p ON p.parent_id = e.value
"""


def rewrite(connection: Connection, wanted: Mapping[int, int]) -> frozenset[int]:
    """Rewrite parts of entries (``db.derived.parts``), and of others what rests on them.

    Returns those there are of which more than what they count under was looked at.
    """
    facets.write(connection, [entry for entry, its in wanted.items() if its == parts.FACETS])
    done: dict[int, int] = {}
    there = set[int]()
    waiting = {entry: its for entry, its in wanted.items() if its not in {0, parts.FACETS}}
    while waiting:
        now = _next(connection, waiting)
        following: dict[int, int] = {}
        for batch in _batches(sorted(now.items())):
            there.update(_write(connection, batch, following))
        for entry, its in now.items():
            done[entry] = done.get(entry, 0) | its
        for entry, its in following.items():
            if left := its & ~done.get(entry, 0):
                waiting[entry] = waiting.get(entry, 0) | left
    return frozenset(there)


def _next(connection: Connection, waiting: dict[int, int]) -> dict[int, int]:
    """Take out those whose turn it is: whoever's countries rest on others comes after them."""
    moving = [entry for entry, its in waiting.items() if its & _OF_KIND]
    turns: dict[int, int] = {}
    for entry, kind in stored.kinds(connection, moving).items():
        if waiting[entry] & parts.TRASHED and kind in ACTORS:
            waiting[entry] |= parts.COUNTRIES
        if waiting[entry] & parts.COUNTRIES:
            turns[entry] = TURNS[kind]
    turn = min(turns.values(), default=0)
    now = {entry: its for entry, its in waiting.items() if turns.get(entry, turn) == turn}
    for entry in now:
        del waiting[entry]
    return now


def rebuild(connection: Connection) -> frozenset[int]:
    """Rewrite the derived values of every entry."""
    kinds = connection.exec_driver_sql("SELECT id, kind FROM entry ORDER BY id").all()
    connection.exec_driver_sql("DELETE FROM entry_facets")
    connection.exec_driver_sql("DELETE FROM entry_country")
    for turn in sorted(set(TURNS.values())):
        ids = ((entry, parts.ALL) for entry, kind in kinds if TURNS[EntryKind(kind)] == turn)
        for batch in _batches(ids):
            _write(connection, batch, None)
    return frozenset(entry for entry, _kind in kinds)


def _batches(wanted: Iterable[tuple[int, int]]) -> Iterator[dict[int, int]]:
    left = iter(wanted)
    while batch := dict(islice(left, BATCH)):
        yield batch


def _write(
    connection: Connection, batch: Mapping[int, int], following: dict[int, int] | None
) -> Iterable[int]:
    """Write parts of entries, add whoever rests on what is new; return the entries there are."""
    there = stored.read(connection, batch)
    facets.forget(connection, batch.keys() - there.keys())
    wanted = {entry: batch[entry] for entry in there}
    strengths = strengths_of(connection, _kinds(wanted, there, parts.COUNTRIES))
    changed = _changed(connection, wanted, there, strengths)
    stored.write_columns(connection, changed)
    dated = {entry for entry, values in changed.items() if "sort_date" in values}
    stored.align_countries(connection, dated.union(_having(wanted, parts.TRASHED)))
    moved = stored.write_countries(connection, strengths)
    counted = {entry for entry, values in changed.items() if not _COUNTED_BY.isdisjoint(values)}
    facets.write(connection, counted.union(moved, _having(wanted, parts.FACETS)))
    if following is not None:
        titled = _having(wanted, parts.TITLE)
        actors = [entry for entry in moved if there[entry].kind in ACTORS]
        _follow(connection, following, _RESTING_ON_TITLES, titled, parts.LISTING)
        _follow(connection, following, _RESTING_ON_COUNTRIES, actors, parts.COUNTRIES)
    return there


def _having(wanted: Mapping[int, int], part: int) -> list[int]:
    return [entry for entry, its in wanted.items() if its & part]


def _kinds(
    wanted: Mapping[int, int], there: Mapping[int, Shown], part: int
) -> dict[int, EntryKind]:
    return {entry: there[entry].kind for entry in _having(wanted, part)}


def _changed(
    connection: Connection,
    wanted: Mapping[int, int],
    there: Mapping[int, Shown],
    strengths: Mapping[int, Strengths],
) -> dict[int, Columns]:
    """Return the derived columns of entries that read differently now."""
    titles = {entry: there[entry].title for entry in _having(wanted, parts.LISTING)}
    listed = listings(connection, _kinds(wanted, there, parts.LISTING), titles)
    counted = tallies(connection, _kinds(wanted, there, parts.TALLY))
    coded = {entry: _codes(found) for entry, found in strengths.items()}
    found = {
        entry: shown.differing(
            listed.get(entry, {}) | counted.get(entry, {}) | coded.get(entry, {})
        )
        for entry, shown in there.items()
    }
    return {entry: columns for entry, columns in found.items() if columns}


def _codes(strengths: Strengths) -> Columns:
    """Return the countries a list counts an entry by."""
    codes = (
        code for code, strength in sorted(strengths.items()) if strength <= Strength.OF_ITS_PEOPLE
    )
    return {"country_codes": " ".join(codes)}


def _follow(
    connection: Connection,
    following: dict[int, int],
    statement: str,
    entries: Iterable[int],
    its: int,
) -> None:
    """Add those whose parts rest on entries."""
    these = sorted(entries)
    if these:
        for entry in connection.exec_driver_sql(statement, (json.dumps(these),)).scalars():
            following[entry] = following.get(entry, 0) | its
