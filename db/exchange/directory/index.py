"""What a directory holds, by name: kept in a private file of SQLite, so that size costs no memory.

SQLite deletes the file with the connection, or with the program (https://sqlite.org/inmemorydb.html,
"Temporary Databases").
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from typing import Self

from db.errors import Unimportable
from db.rows.incoming import Located, Named
from db.rows.records.entries import EntryRecord
from db.terms import EntryKind

_TABLES = """
    CREATE TABLE file (path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, folded TEXT NOT NULL UNIQUE,
        seen INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
    CREATE INDEX file_sha256 ON file (sha256, path);
    CREATE TABLE entry (reference TEXT PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
        id INTEGER NOT NULL UNIQUE, kind TEXT NOT NULL, number INTEGER NOT NULL) WITHOUT ROWID;
    CREATE INDEX entry_kind ON entry (kind, number);
"""


class Index:
    """The files and the entries of a directory; to be closed."""

    def __init__(self) -> None:
        # read by a worker, closed by another; never used by two at a time
        self._connection = sqlite3.connect("", check_same_thread=False, isolation_level=None)
        self._connection.executescript(_TABLES)

    def close(self) -> None:
        """Forget everything."""
        self._connection.close()

    def __del__(self) -> None:
        # whoever reads in a thread of its own may be the last to let go of it
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def add_files(self, files: Iterable[tuple[str, str]]) -> None:
        """Take files that the manifest names: their path and their SHA-256.

        Raises:
            Unimportable: ``duplicate``, also where names differ in capitals alone.
        """
        for path, sha256 in files:
            try:
                self._connection.execute(
                    "INSERT INTO file (path, sha256, folded) VALUES (?, ?, ?)",
                    (path, sha256, path.casefold()),
                )
            except sqlite3.IntegrityError:
                raise Unimportable("duplicate", file=path, what="the file") from None

    def see(self, path: str) -> str | None:
        """Note that a file is there; return the SHA-256 it should have, None for a stranger."""
        with closing(
            self._connection.execute(
                "UPDATE file SET seen = 1 WHERE path = ? RETURNING sha256", (path,)
            )
        ) as found:
            row = found.fetchone()
            return None if row is None else str(row[0])

    def unseen(self) -> str | None:
        """Return a file that the manifest names and nobody has seen."""
        return self._one("SELECT path FROM file WHERE NOT seen ORDER BY path LIMIT 1")

    def path_of(self, sha256: str, below: str) -> str | None:
        """Return a file below a folder by its SHA-256."""
        return self._one(
            "SELECT path FROM file WHERE sha256 = ? AND path >= ? AND path < ? LIMIT 1",
            sha256,
            f"{below}/",
            f"{below}0",  # the character after the slash
        )

    def paths(self, below: str) -> Iterator[tuple[str, str]]:
        """Yield the files below a folder with their SHA-256, each content once."""
        found = self._connection.execute(
            "SELECT min(path), sha256 FROM file WHERE path >= ? AND path < ? GROUP BY sha256",
            (f"{below}/", f"{below}0"),
        )
        with closing(found) as rows:
            yield from rows

    def add_entry(self, kind: EntryKind, located: Located[EntryRecord]) -> None:
        """Take an entry.

        Raises:
            Unimportable: ``duplicate``.
        """
        entry = located.record
        values = (
            entry.reference,
            entry.uid,
            entry.id,
            kind.value,
            int(entry.reference.partition("-")[2]),
        )
        try:
            self._connection.execute("INSERT INTO entry VALUES (?, ?, ?, ?, ?)", values)
        except sqlite3.IntegrityError as error:
            column = str(error).rpartition(".")[2]
            what = f"the {column} {getattr(entry, column, '')}"
            raise located.refusal("duplicate", what=what) from None

    def named(self, references: Iterable[str]) -> Mapping[str, Named]:
        """Return the entries of these references; those that are nobody's are left out."""
        found = self._connection.execute(
            "SELECT reference, uid, id, kind FROM entry "
            "WHERE reference IN (SELECT value FROM json_each(?))",
            (json.dumps(list(references)),),
        )
        return {
            reference: Named(uid=uid, id=id_, kind=EntryKind(kind))
            for reference, uid, id_, kind in found
        }

    def highest(self, kind: EntryKind) -> int:
        """Return the highest number among the references of a kind, 0 without any."""
        found = self._connection.execute("SELECT max(number) FROM entry WHERE kind = ?", (kind,))
        return int(found.fetchone()[0] or 0)

    def counts(self) -> dict[EntryKind, int]:
        """Return how many entries there are of each kind."""
        found = self._connection.execute("SELECT kind, count(*) FROM entry GROUP BY kind")
        return {EntryKind(kind): count for kind, count in found}

    def _one(self, statement: str, *values: str) -> str | None:
        row = self._connection.execute(statement, values).fetchone()
        return None if row is None else str(row[0])
