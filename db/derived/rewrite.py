"""The write path's second step: rewrite the derived values of touched entries.

Derived values rest on stored ones alone, never on one another, so each entry is written once.
"""

import json
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

from db.derived import facets
from db.derived.countries import CountryReader, Strengths
from db.derived.listing import Listing, listings
from db.derived.tally import Tally, tallies
from db.terms import EntryKind

BATCH = 500
"""Entries written at once."""

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
_COLUMNS = (
    "sort_title = ?, sort_date = ?, date_text = ?, subtype = ?, state = ?, body = ?, "
    "evidence_count = ?, gap_count = ?, conflict_count = ?, country_codes = ?"
)

Resting = tuple[str, tuple[tuple[str, int], ...]]
"""What the derived values of others may rest on: the title a list sorts by, the countries."""


def rewrite(connection: Connection, touched: Iterable[int]) -> frozenset[int]:
    """Rewrite the derived values of entries and all that rest on them; return those rewritten."""
    reader = CountryReader(connection)
    waiting, seen = set(touched), set[int]()
    while waiting:
        batch = sorted(waiting)[:BATCH]
        waiting.difference_update(batch)
        before = _resting(connection, batch)
        written = _write(connection, reader, batch)
        facets.forget(connection, set(batch) - written)
        seen |= written
        waiting |= _following(connection, before, _resting(connection, batch)) - seen
    return frozenset(seen)


def rebuild(connection: Connection) -> frozenset[int]:
    """Rewrite the derived values of every entry."""
    reader = CountryReader(connection)
    ids = connection.exec_driver_sql("SELECT id FROM entry ORDER BY id").scalars().all()
    connection.exec_driver_sql("DELETE FROM entry_facets")
    connection.exec_driver_sql("DELETE FROM entry_country")
    for start in range(0, len(ids), BATCH):
        _write(connection, reader, ids[start : start + BATCH])
    return frozenset(ids)


def _write(connection: Connection, reader: CountryReader, batch: Iterable[int]) -> set[int]:
    """Write the derived values of entries; return those that are there."""
    rows = connection.exec_driver_sql(
        "SELECT id, kind, title FROM entry WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(batch)),),
    ).all()
    kinds = {row.id: EntryKind(row.kind) for row in rows}
    listed = listings(connection, kinds, {row.id: row.title for row in rows})
    strengths = reader.strengths_of(kinds)
    _write_countries(connection, strengths, listed)
    _write_columns(connection, listed, tallies(connection, kinds), strengths)
    facets.write(connection, kinds)
    return set(kinds)


def _write_columns(
    connection: Connection,
    listed: Mapping[int, Listing],
    counts: Mapping[int, Tally],
    strengths: Mapping[int, Strengths],
) -> None:
    values = [
        (
            listing.sort_title,
            listing.sort_date,
            listing.date_text,
            listing.subtype,
            listing.state,
            listing.body,
            counts[entry].evidence,
            counts[entry].gaps,
            counts[entry].conflicts,
            " ".join(code for code, strength in sorted(strengths[entry].items()) if strength <= 2),
            entry,
        )
        for entry, listing in listed.items()
    ]
    if values:
        connection.exec_driver_sql(f"UPDATE entry SET {_COLUMNS} WHERE id = ?", values)


def _write_countries(
    connection: Connection, strengths: Mapping[int, Strengths], listed: Mapping[int, Listing]
) -> None:
    connection.exec_driver_sql(
        "DELETE FROM entry_country WHERE entry_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(strengths)),),
    )
    values = [
        (code, int(strength), listed[entry].sort_date, entry)
        for entry, found in strengths.items()
        for code, strength in sorted(found.items())
        if entry in listed
    ]
    if values:
        connection.exec_driver_sql(
            "INSERT INTO entry_country (entry_id, code, strength, kind, trashed, sort_date) "
            "SELECT id, ?, ?, kind, trashed, ? FROM entry WHERE id = ?",
            values,
        )


def _resting(connection: Connection, batch: Iterable[int]) -> dict[int, Resting]:
    these = (json.dumps(list(batch)),)
    titles = connection.exec_driver_sql(
        "SELECT id, sort_title FROM entry WHERE id IN (SELECT value FROM json_each(?))", these
    )
    found: dict[int, Resting] = {entry: (title, ()) for entry, title in titles}
    countries = connection.exec_driver_sql(
        "SELECT entry_id, code, strength FROM entry_country "
        "WHERE entry_id IN (SELECT value FROM json_each(?)) ORDER BY entry_id, code",
        these,
    )
    for entry, code, strength in countries:
        title, before = found[entry]
        found[entry] = title, (*before, (code, strength))
    return found


def _following(
    connection: Connection, before: Mapping[int, Resting], after: Mapping[int, Resting]
) -> set[int]:
    """Return the entries that rest on what has changed."""
    following: set[int] = set()
    for place, statement in ((0, _RESTING_ON_TITLES), (1, _RESTING_ON_COUNTRIES)):
        changed = [
            entry
            for entry, now in after.items()
            if entry not in before or before[entry][place] != now[place]
        ]
        if changed:
            rows = connection.exec_driver_sql(statement, (json.dumps(changed),))
            following.update(rows.scalars())
    return following
