"""The records of entries: one line of a file each, with all that belongs to the entry inside."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from db.rows.records.reading import DecisionRecord, ReadingRecord
from db.rows.records.terms import (
    Block,
    Cited,
    Codes,
    Edtf,
    Id,
    Line,
    Offset,
    Reference,
    Sha256,
    TagId,
    Uid,
)
from db.rows.records.things import (
    EvidenceRecord,
    FigureRecord,
    LinkRecord,
    NameRecord,
    PointRecord,
    QuotationRecord,
    StageRecord,
)
from db.terms import (
    AgreementType,
    EntryKind,
    MeetingFormat,
    MeetingKind,
    OrganisationKind,
    PassageKind,
    PlaceKind,
    ReadingState,
    ReviewState,
    SourceKind,
    Standing,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRecord:
    """What all entries have (ISAD(G) 3.1, ISAAR(CPF) 5.1)."""

    reference: Reference
    uid: Uid
    id: Id
    title: Line
    summary: Block = ""
    note: Block = ""
    review: ReviewState = ReviewState.DRAFT
    trashed: bool = False
    created_at: datetime
    changed_at: datetime
    version: int = 0
    tags: tuple[TagId, ...] = ()
    names: tuple[NameRecord, ...] = ()
    points: tuple[PointRecord, ...] = ()
    figures: tuple[FigureRecord, ...] = ()
    quotations: tuple[QuotationRecord, ...] = ()
    links: tuple[LinkRecord, ...] = ()
    evidence: tuple[EvidenceRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRecord(EntryRecord):
    """An instrument between parties, with the stages of its life."""

    agreement_type: AgreementType
    number: Line = ""
    covers: Edtf = ""
    authentic_languages: Codes = ""
    stages: tuple[StageRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRecord(EntryRecord):
    """A gathering held, planned or proposed."""

    meeting_kind: MeetingKind
    ordinal: int | None = None
    ordinal_as_written: Line = ""
    start: Edtf = ""
    end: Edtf = ""
    place: Cited | None = None
    place_as_stated: Line = ""
    format: MeetingFormat = MeetingFormat.NOT_STATED
    standing: Standing = Standing.HELD


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRecord(EntryRecord):
    """A person."""

    family_name: Line = ""
    given_names: Line = ""
    born: Edtf = ""
    died: Edtf = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationRecord(EntryRecord):
    """A corporate body."""

    organisation_kind: OrganisationKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRecord(EntryRecord):
    """A country, region or city; ``code`` is of ISO 3166-1 or -2."""

    place_kind: PlaceKind
    parent: Cited | None = None
    code: Line = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageRecord:
    """Marked words of the source's text: ``last`` is the place after the last of them."""

    id: Id
    first: Offset
    last: Offset
    words: str
    language: str = ""
    kind: PassageKind = PassageKind.EVIDENCE


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRecord(EntryRecord):
    """A text that came in: the original file, how it was decoded, and its text, kept apart.

    ``file_sha256`` names the original, which is in ``files``; ``text_sha256`` the text read from
    it, as UTF-8, which is in ``texts``.
    """

    source_kind: SourceKind
    publisher: Line = ""
    byline: Line = ""
    published: Edtf = ""
    received: Edtf = ""
    languages: Codes = ""
    address: Line = ""
    reading_state: ReadingState = ReadingState.INBOX
    file_sha256: Sha256 | None = None
    file_name: str = ""
    format: str = ""
    encoding: str = ""
    reader: str = ""
    reader_version: str = ""
    text_sha256: Sha256 | None = None
    passages: tuple[PassageRecord, ...] = ()
    reading: ReadingRecord | None = None
    decisions: tuple[DecisionRecord, ...] = ()


RECORDS: Mapping[EntryKind, type[EntryRecord]] = {
    EntryKind.PLACE: PlaceRecord,
    EntryKind.ORGANISATION: OrganisationRecord,
    EntryKind.PERSON: PersonRecord,
    EntryKind.SOURCE: SourceRecord,
    EntryKind.MEETING: MeetingRecord,
    EntryKind.AGREEMENT: AgreementRecord,
}
"""The record of each kind, in the order in which entries can be taken in: meetings are at places,
stages at meetings."""
