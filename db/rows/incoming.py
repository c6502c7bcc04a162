"""What is to be imported, as commands take it: records with their places, looked up by reference.

``db.exchange.directory`` reads it from files, a record at a time; nothing here knows files.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from db.errors import Unimportable
from db.rows.records.entries import EntryRecord
from db.rows.records.stored import StoredFile, StoredText
from db.rows.records.vocabularies import AboutRecord
from db.terms import EntryKind

T = TypeVar("T", covariant=True)  # noqa: PLC0105 - a record is only ever given out
R = TypeVar("R")

MOST_TOLD = 200
"""So many titles of a sort are told of; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Located(Generic[T]):
    """A record with the file and the line it stands in."""

    record: T
    file: str
    line: int

    def refusal(self, reason: str, **details: object) -> Unimportable:
        """Return why the record can't be imported."""
        return Unimportable(reason, file=self.file, line=self.line, **details)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An entry of what is to be imported, as others there cite it."""

    uid: str
    id: int
    kind: EntryKind


class Incoming(Protocol):
    """Stand for what is to be imported; each stream can be read as often as is needed."""

    @property
    def about(self) -> AboutRecord:
        """What it is."""
        ...

    def entries(self, kind: EntryKind) -> Iterator[Located[EntryRecord]]:
        """Yield the entries of a kind."""
        ...

    def records(self, record: type[R]) -> Iterator[Located[R]]:
        """Yield the records of a class that is no entry's."""
        ...

    def named(self, references: Iterable[str]) -> Mapping[str, Named]:
        """Return the entries of these references; those that are nobody's are left out."""
        ...

    def highest(self, kind: EntryKind) -> int:
        """Return the highest number among the references of a kind, 0 without any."""
        ...

    def text(self, sha256: str) -> StoredText | None:
        """Return a text, None where it is not among them."""
        ...

    def original(self, sha256: str) -> StoredFile | None:
        """Return an original, None where it is not among them."""
        ...

    def texts(self) -> Iterator[StoredText]:
        """Yield all texts."""
        ...

    def originals(self) -> Iterator[StoredFile]:
        """Yield all originals."""
        ...


class ForThoseHere(StrEnum):
    """What to do with an entry that is in the catalogue already and differs."""

    ADD = "add"
    """Add what is missing here; change nothing that is there."""
    KEEP = "keep"
    """Leave it as it is."""
    REPLACE = "replace"
    """Make it what the import says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An entry a preview tells of: its reference in the import and here, and what about it."""

    kind: EntryKind
    reference: str
    here: str
    title: str
    about: str = ""


@dataclass(slots=True)
class Tally:
    """So many entries of one sort, and the first of them."""

    count: int = 0
    first: list[Told] = field(default_factory=list[Told])

    def add(self, told: Told) -> None:
        """Count an entry."""
        self.count += 1
        if len(self.first) < MOST_TOLD:
            self.first.append(told)


def _tallies() -> dict[EntryKind, Tally]:
    return {kind: Tally() for kind in EntryKind}


@dataclass(slots=True, kw_only=True)
class ImportOutcome:
    """What an import does, or would do."""

    new: dict[EntryKind, Tally] = field(default_factory=_tallies)
    same: dict[EntryKind, Tally] = field(default_factory=_tallies)
    different: dict[EntryKind, Tally] = field(default_factory=_tallies)
    renumbered: Tally = field(default_factory=Tally)
    """New entries whose reference was taken: they were given another."""
    doubles: Tally = field(default_factory=Tally)
    """New sources whose original or text is that of another source here."""
    matched: Tally = field(default_factory=Tally)
    """Countries and regions known here under another uid, by their code."""
    tags: int = 0
    """New subjects."""
    posts: int = 0
    searches: int = 0

    def count(self, sort: str) -> int:
        """Return how many entries of all kinds are ``new``, ``same`` or ``different``."""
        tallies: dict[EntryKind, Tally] = getattr(self, sort)
        return sum(tally.count for tally in tallies.values())
