"""Rows on their way into the tables: gathered for a batch of records, written table by table."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Table, insert
from sqlalchemy.orm import Session

from db.commands.importing.numbering import Ids
from db.commands.importing.rows import Values
from db.errors import Unimportable
from db.models import Entry
from db.rows.records.entries import PassageRecord

_ORDER = (
    "entry", "place", "organisation", "person", "source", "meeting", "agreement",
    "source_reading", "passage", "name", "stage", "link", "point", "figure", "figure_member",
    "quotation", "entry_tag", "decision", "evidence", "evidence_passage",
)  # fmt: skip
"""What others point to is written before them."""


class Filing:
    """Gathers the rows of some records and writes them, a statement a table."""

    def __init__(self, session: Session, ids: Ids, symmetric: frozenset[str]) -> None:
        self._session, self._ids, self.symmetric = session, ids, symmetric
        self._rows: defaultdict[str, list[Values]] = defaultdict(list)

    def put(self, table: str, **values: Any) -> None:  # noqa: ANN401 - columns are of any type
        """Take a row."""
        self._rows[table].append(values)

    def put_new(self, table: str, brought: int, **values: Any) -> int:  # noqa: ANN401 - likewise
        """Take a row with an id of its own, and return that."""
        id_ = self._ids.give(table, brought)
        self.put(table, id=id_, **values)
        return id_

    def write(self) -> None:
        """Write all rows taken so far."""
        for name in _ORDER:
            rows = self._rows.pop(name, None)
            if rows:
                self._session.execute(insert(_table(name)), rows)

    def passages(self, source: int, passages: Sequence[PassageRecord], text: str) -> None:
        """Take the passages of a source, which must quote its text.

        Raises:
            Unimportable: ``not_quoted``, without a place.
        """
        for passage in passages:
            if text[passage.first : passage.last] != passage.words or not passage.words:
                raise Unimportable("not_quoted")
            self.put_new(
                "passage",
                passage.id,
                source_id=source,
                first=passage.first,
                last=passage.last,
                words=passage.words,
                language=passage.language,
                kind=passage.kind,
            )


def _table(name: str) -> Table:
    return Entry.metadata.tables[name]
