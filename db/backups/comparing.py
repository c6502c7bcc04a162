"""What is different today from how a backup has it, entry by entry.

All is asked of SQLite, table by table along their keys, so that a hundred thousand entries take
seconds; only what differs becomes rows here.
"""

import contextlib
from collections import Counter
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from db import schema
from db.backups.ownership import OWNERS, owner
from db.backups.watching import Step, Watch
from db.engine import connect_raw, dbapi2, reading_options, uri
from db.history import key_columns, recorded_columns
from db.terms import EntryKind


class How(StrEnum):
    """How an entry differs today from what it was."""

    GONE = "gone"
    TRASHED = "trashed"
    CHANGED = "changed"
    ADDED = "added"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """An entry that is different today; its title is the one of the backup, where it has one."""

    how: How
    kind: EntryKind
    entry_id: int
    """In the backup; of what was added since, today."""
    reference: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All entries that differ, those that are gone first, and how many of each kind and sort."""

    differences: tuple[Difference, ...]
    counts: Mapping[tuple[EntryKind, How], int]


_GONE = """
    SELECT 'gone', o.kind, o.id, o.reference, o.title FROM old.entry o
    WHERE NOT EXISTS (SELECT 1 FROM main.entry n WHERE n.uid = o.uid) ORDER BY o.kind, o.title
"""
_TRASHED = """
    SELECT 'trashed', o.kind, o.id, o.reference, o.title FROM old.entry o
    JOIN main.entry n ON n.uid = o.uid WHERE n.trashed > o.trashed ORDER BY o.kind, o.title
"""
_CHANGED = """
    SELECT 'changed', o.kind, o.id, o.reference, o.title FROM temp.differing d
    JOIN old.entry o ON o.id = d.entry_id JOIN main.entry n ON n.uid = o.uid
    WHERE n.trashed <= o.trashed ORDER BY o.kind, o.title
"""
_ADDED = """
    SELECT 'added', n.kind, n.id, n.reference, n.title FROM main.entry n
    WHERE n.trashed = 0 AND NOT EXISTS (SELECT 1 FROM old.entry o WHERE o.uid = n.uid)
    ORDER BY n.kind, n.title
"""


def compare(path: Path, old: Path, *, immutable: bool = False, watch: Watch) -> Comparison:
    """Compare a catalogue with an unpacked one of an earlier day, both of today's schema.

    Raises:
        Interrupted: it was stopped.
    """
    with (
        schema.telling(path),
        _both(path, old, immutable=immutable) as connection,
        watch.interruption.watch_plain(connection),
    ):
        connection.execute("CREATE TEMP TABLE differing (entry_id INTEGER PRIMARY KEY)")
        for done, table in enumerate(OWNERS):
            watch.at(Step.COMPARE, done, len(OWNERS) + 1)
            for statement in _differing(table):
                connection.execute(statement)
        watch.at(Step.COMPARE, len(OWNERS), len(OWNERS) + 1)
        found = tuple(
            Difference(
                how=How(how), kind=EntryKind(kind), entry_id=entry, reference=ref, title=title
            )
            for statement in (_GONE, _TRASHED, _CHANGED, _ADDED)
            for how, kind, entry, ref, title in connection.execute(statement)
        )
    return Comparison(
        differences=found, counts=Counter((difference.kind, difference.how) for difference in found)
    )


@contextlib.contextmanager
def _both(path: Path, old: Path, *, immutable: bool) -> Generator[dbapi2.Connection]:
    options = reading_options(immutable=immutable)
    with contextlib.closing(connect_raw(path, **options)) as connection:
        connection.execute("ATTACH DATABASE ? AS old", (uri(old, mode="ro", immutable="1"),))
        connection.execute("BEGIN")
        yield connection


def _differing(table: str) -> tuple[str, str]:
    """Return the statements that note whose rows are not what they were, and whose are new."""
    keys = " AND ".join(f'n."{key}" = o."{key}"' for key in key_columns(table))
    columns = recorded_columns()[table]
    then, now = (", ".join(f'{row}."{name}"' for name in columns) for row in ("o", "n"))
    into = "INSERT OR IGNORE INTO temp.differing SELECT"
    return (
        f"{into} {owner(table, db='old', row='o')} FROM old.{table} o "
        f"LEFT JOIN main.{table} n ON {keys} WHERE ({then}) IS NOT ({now})",
        f"{into} {owner(table, db='main', row='n')} FROM main.{table} n "
        f"WHERE NOT EXISTS (SELECT 1 FROM old.{table} o WHERE {keys})",
    )
