"""An entry as it stood at a moment of the past."""

from dataclasses import dataclass
from datetime import datetime

from db.rows.entries import EntrySheet
from db.rows.evidence import EvidenceRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """All that was known of an entry after an act, and the claims it stood on."""

    revision: int
    """The last act it takes in."""
    at: datetime | None
    """When that was; None where nothing was done to the entry before."""
    sheet: EntrySheet | None
    """None: it was not in the catalogue then."""
    evidence: tuple[EvidenceRow, ...] = ()
