"""The records of what entries share: subjects, posts, searches, learnt noise, printed reports."""

from dataclasses import dataclass
from datetime import datetime

from db.rows.records.terms import Block, Cited, Id, Line, Position, Reference, TagId
from db.terms import EntryKind, LinkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class TagRecord:
    """A subject (skos:Concept): ``parent`` is skos:broader, ``scope_note`` skos:scopeNote."""

    id: Id
    parent: TagId | None = None
    label_en: Line = ""
    label_ru: Line = ""
    colour: str = ""
    scope_note: Block = ""
    position: Position = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PostRecord:
    """The authority form of a post people hold, in English and Russian."""

    id: Id
    label_en: Line = ""
    label_ru: Line = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkKindRecord:
    """What a kind of link may join, and what it is called from its subject and from its object."""

    kind: LinkKind
    subject_kind: EntryKind
    object_kind: EntryKind
    symmetric: bool = False
    label_en: Line
    label_ru: Line
    inverse_en: str
    inverse_ru: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearchRecord:
    """A search kept under a name; ``kind`` is the list it is at home in."""

    id: Id
    name: Line
    query: Line = ""
    kind: EntryKind | None = None
    sort: str = ""
    descending: bool = False
    position: Position = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NoiseRecord:
    """A line of page furniture that is passed over in every source."""

    id: Id
    words: str
    learnt_from: Cited | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedEntryRecord:
    """An entry a printed report held, at the version it had."""

    reference: Reference
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedReportRecord:
    """A report as it was printed; ``choices`` is JSON, ``act`` the last act it could know of."""

    id: Id
    country: str
    printed_at: datetime
    act: int
    choices: str
    entries: tuple[PrintedEntryRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LastNumber:
    """The last number that was given to a kind of entry, or to the rows of a table."""

    of: str
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutRecord:
    """What this directory is, and the numbers that must never be given again."""

    format: str
    version: int
    program: str = ""
    made_at: datetime
    last_references: tuple[LastNumber, ...] = ()
    last_ids: tuple[LastNumber, ...] = ()
