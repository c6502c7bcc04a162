"""The records of reviewing a source: what was suggested and what was decided on it."""

from dataclasses import dataclass
from datetime import datetime

from db.rows.records.terms import Cited, Id
from db.terms import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRecord:
    """When the program last read a source for suggestions, and what it suggested."""

    read_at: datetime
    version: str = ""
    keys: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRecord:
    """A verdict on a suggestion, or on one line of it; ``entry`` is what was made of it."""

    id: Id
    key: str
    line: str = ""
    verdict: Verdict
    entry: Cited | None = None
