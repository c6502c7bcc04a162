"""The records of what belongs to an entry: names, stages, links, points, figures, evidence."""

from dataclasses import dataclass

from db.rows.records.terms import Block, Cited, Edtf, Id, Line, Offset, Position, PostId, StageId
from db.terms import (
    Bound,
    EntryKind,
    FigureState,
    How,
    LinkKind,
    Mode,
    NameKind,
    PassageKind,
    PointKind,
    Presence,
    QuotationMode,
    StageKind,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanRecord:
    """Words of the source, which are among its passages."""

    first: Offset
    last: Offset
    words: str
    kind: PassageKind = PassageKind.EVIDENCE
    position: Position = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRecord:
    """One claim by one source about the thing it stands in, or about one field of it.

    ``value`` is what the source says the field is, ``as_stated`` the source's own words for it.
    """

    id: Id
    source: Cited
    field: str = ""
    value: str = ""
    as_stated: Line = ""
    how: How = How.STATED
    attributed_as: Line = ""
    attributed_to: Cited | None = None
    reason: Block = ""
    passages: tuple[SpanRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRecord:
    """A further form of an entry's name; language of ISO 639, script of ISO 15924."""

    id: Id
    text: Line
    language: str = ""
    script: str = ""
    kind: NameKind
    evidence: tuple[EvidenceRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StageRecord:
    """One act in an agreement's life; ``party`` is whose act it is, all parties' if left out."""

    id: Id
    kind: StageKind
    date: Edtf = ""
    place: Cited | None = None
    meeting: Cited | None = None
    party: Cited | None = None
    position: Position = 0
    note: Block = ""
    evidence: tuple[EvidenceRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRecord:
    """How this entry, the subject, stands to another one, the object.

    ``object`` is left out where the source names the other end in words alone (``named_as``);
    ``object_kind`` then says what those words name. ``link_kinds.jsonl`` tells the kinds in words.
    """

    id: Id
    kind: LinkKind
    object: Cited | None = None
    object_kind: EntryKind
    on_behalf_of: Cited | None = None
    stage: StageId | None = None
    named_as: Line = ""
    post_as: Line = ""
    post: PostId | None = None
    acting: bool = False
    presence: Presence = Presence.NAMED
    number: int | None = None
    mode: Mode = Mode.NOT_STATED
    since: Edtf = ""
    until: Edtf = ""
    position: Position = 0
    note: Block = ""
    evidence: tuple[EvidenceRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRecord:
    """A number a source gives; a count may list the entries it counts as its members."""

    id: Id
    number: Line
    unit: Line = ""
    bound: Bound = Bound.EXACT
    period: Edtf = ""
    state: FigureState = FigureState.STATED
    speaker: Cited | None = None
    is_count: bool = False
    position: Position = 0
    members: tuple[Cited, ...] = ()
    evidence: tuple[EvidenceRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PointRecord:
    """A point of an agreement or meeting: an agenda item, a provision, who owes what to whom."""

    id: Id
    kind: PointKind
    wording: Block
    owed_by: Cited | None = None
    owed_to: Cited | None = None
    due: Edtf = ""
    position: Position = 0
    figures: tuple[FigureRecord, ...] = ()
    evidence: tuple[EvidenceRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationRecord:
    """Words somebody said, quoted or retold."""

    id: Id
    speaker: Cited | None = None
    speaker_as: Line = ""
    words: Block
    mode: QuotationMode = QuotationMode.DIRECT
    position: Position = 0
    evidence: tuple[EvidenceRecord, ...] = ()
