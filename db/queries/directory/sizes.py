"""How much a catalogue holds: what is told before and after it is written out."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from db.terms import EntryKind

_COUNTED = (
    "link", "file", "source_text", "tag", "post", "link_rule", "noise_pattern", "saved_search",
    "printed_report", "revision", "revision_change", "revision_entry",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """How many entries there are of each kind, and how many rows of some tables."""

    entries: Mapping[EntryKind, int]
    tables: Mapping[str, int]

    @property
    def steps(self) -> int:
        """How many lines, texts and files a directory of it has, but for texts used twice."""
        return sum(self.entries.values()) + sum(self.tables.values()) - self.tables["link"]


def sizes(session: Session) -> Sizes:
    """Return how much a catalogue holds, the trash included."""
    connection = session.connection()
    kinds = connection.exec_driver_sql("SELECT kind, count(*) AS n FROM entry GROUP BY kind")
    return Sizes(
        entries={EntryKind(row.kind): row.n for row in kinds},
        tables={
            table: connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
            for table in _COUNTED
        },
    )
