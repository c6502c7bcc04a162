"""The write path's second step: rewrite the derived values of touched entries."""

from collections import deque
from collections.abc import Iterable

from sqlalchemy import Connection

from db.derived import facets
from db.derived.countries import CountryReader
from db.derived.listing import Listing, listing_of
from db.queries.faces import tally
from db.terms import EntryKind

_RESTING_ON = """
    SELECT subject_id FROM link WHERE object_id = ?1 OR on_behalf_of_id = ?1
    UNION SELECT object_id FROM link WHERE on_behalf_of_id = ?1 AND object_id IS NOT NULL
    UNION SELECT id FROM meeting WHERE place_id = ?1
    UNION SELECT agreement_id FROM stage WHERE place_id = ?1 OR party_id = ?1
    UNION SELECT id FROM place WHERE parent_id = ?1
"""


def rewrite(connection: Connection, touched: Iterable[int]) -> frozenset[int]:
    """Rewrite the derived values of entries and all that rest on them; return those rewritten."""
    waiting = deque(sorted(touched))
    gone: set[int] = set()
    seen: set[int] = set()
    while waiting:
        entry = waiting.popleft()
        row = connection.exec_driver_sql("SELECT kind, title FROM entry WHERE id = ?", (entry,))
        found = row.first()
        if found is None:
            gone.add(entry)
            continue
        if _rewrite_one(connection, entry, EntryKind(found.kind), found.title):
            resting = connection.exec_driver_sql(_RESTING_ON, (entry,)).scalars()
            waiting.extend(other for other in resting if other is not None)
        seen.add(entry)
    facets.write(connection, seen)
    facets.forget(connection, gone)
    return frozenset(seen)


def rebuild(connection: Connection) -> frozenset[int]:
    """Rewrite the derived values of every entry."""
    return rewrite(connection, connection.exec_driver_sql("SELECT id FROM entry").scalars().all())


def _rewrite_one(connection: Connection, entry: int, kind: EntryKind, title: str) -> bool:
    """Rewrite one entry; tell whether others that rest on it must follow."""
    before = _resting(connection, entry)
    listing = listing_of(connection, entry, kind, title)
    _write_countries(connection, entry, kind, listing)
    counts = tally(connection, entry, kind)
    connection.exec_driver_sql(
        "UPDATE entry SET sort_title = ?, sort_date = ?, date_text = ?, subtype = ?, state = ?, "
        "body = ?, evidence_count = ?, gap_count = ?, conflict_count = ?, country_codes = "
        "coalesce((SELECT group_concat(code, ' ' ORDER BY code) FROM entry_country "
        "WHERE entry_id = entry.id AND strength <= 2), '') WHERE id = ?",
        (
            listing.sort_title,
            listing.sort_date,
            listing.date_text,
            listing.subtype,
            listing.state,
            listing.body,
            counts.evidence,
            counts.gaps,
            counts.conflicts,
            entry,
        ),
    )
    return _resting(connection, entry) != before


def _resting(connection: Connection, entry: int) -> tuple[object, ...]:
    """Return what the derived values of others may rest on: the countries and the title."""
    countries = connection.exec_driver_sql(
        "SELECT code, strength FROM entry_country WHERE entry_id = ? ORDER BY code", (entry,)
    ).all()
    title = connection.exec_driver_sql("SELECT sort_title FROM entry WHERE id = ?", (entry,))
    return (title.scalar(), *countries)


def _write_countries(connection: Connection, entry: int, kind: EntryKind, listing: Listing) -> None:
    strengths = CountryReader(connection).strengths(entry, kind)
    connection.exec_driver_sql("DELETE FROM entry_country WHERE entry_id = ?", (entry,))
    for code, strength in sorted(strengths.items()):
        connection.exec_driver_sql(
            "INSERT INTO entry_country (entry_id, code, strength, kind, trashed, sort_date) "
            "SELECT id, ?, ?, kind, trashed, ? FROM entry WHERE id = ?",
            (code, int(strength), listing.sort_date, entry),
        )
