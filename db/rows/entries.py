"""Entries as they cross the border: a line of a list, and the whole sheet of a form."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from db.rows.faces import FaceRow, Target
from db.terms import (
    Bound,
    EntryKind,
    FigureState,
    LinkKind,
    Mode,
    NameKind,
    PointKind,
    Presence,
    QuotationMode,
    StageKind,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRef:
    """An entry as others name it."""

    id: int
    kind: EntryKind
    reference: str
    title: str
    trashed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLine:
    """One line of a list; dates are EDTF text, countries ISO 3166-1 codes."""

    id: int
    kind: EntryKind
    reference: str
    title: str
    subtype: str
    state: str
    date_text: str
    body: str
    country_codes: str
    review: str
    evidence_count: int
    gap_count: int
    conflict_count: int
    tag_colours: tuple[str, ...] = ()
    created_at: datetime | None = None
    """Aware, UTC; None where nobody asked."""
    changed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRow:
    """A further form of an entry's name."""

    id: int
    text: str
    language: str
    script: str
    kind: NameKind


@dataclass(frozen=True, slots=True, kw_only=True)
class StageRow:
    """A stage of an agreement."""

    id: int
    kind: StageKind
    date: str
    place: EntryRef | None
    meeting: EntryRef | None
    party: EntryRef | None
    position: int
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRow:
    """A link as seen from one of its ends; ``other`` is the end that is not looked from."""

    id: int
    kind: LinkKind
    outgoing: bool
    """Whether it is looked at from its subject."""
    subject: EntryRef
    object: EntryRef | None
    object_kind: str
    on_behalf_of: EntryRef | None
    stage_id: int | None
    named_as: str
    post_as: str
    post_id: int | None
    acting: bool
    presence: Presence
    number: int | None
    mode: Mode
    since: str
    until: str
    position: int
    note: str
    label_en: str
    label_ru: str

    @property
    def other(self) -> EntryRef | None:
        """The entry at the far end, None where the source names it in words alone."""
        return self.object if self.outgoing else self.subject


@dataclass(frozen=True, slots=True, kw_only=True)
class PointRow:
    """A point of an agreement or meeting."""

    id: int
    kind: PointKind
    wording: str
    owed_by: EntryRef | None
    owed_to: EntryRef | None
    due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """A figure with what it counts."""

    id: int
    point_id: int | None
    number: str
    unit: str
    bound: Bound
    period: str
    state: FigureState
    speaker: EntryRef | None
    is_count: bool
    members: tuple[EntryRef, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationRow:
    """A quotation."""

    id: int
    words: str
    speaker: EntryRef | None
    speaker_as: str
    mode: QuotationMode


@dataclass(frozen=True, slots=True, kw_only=True)
class TagRow:
    """A tag with how many entries carry it."""

    id: int
    parent_id: int | None
    label_en: str
    label_ru: str
    colour: str
    scope_note: str = ""
    count: int = 0

    def label(self, language: str) -> str:
        """Return the label in a language, or the one there is."""
        first, second = self.label_en, self.label_ru
        return (second or first) if language == "ru" else (first or second)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntrySheet:
    """All a form shows of an entry; values are text as of ``db.rows.fields``."""

    id: int
    kind: EntryKind
    uid: str
    reference: str
    title: str
    review: str
    version: int
    trashed: bool
    subtype: str
    state: str
    values: Mapping[str, str]
    references: Mapping[str, EntryRef]
    """The entries that fields of the type place point to."""
    names: tuple[NameRow, ...]
    stages: tuple[StageRow, ...]
    links: tuple[LinkRow, ...]
    more_links: int
    """How many links to this entry are not among them, since it has so many."""
    points: tuple[PointRow, ...]
    figures: tuple[FigureRow, ...]
    quotations: tuple[QuotationRow, ...]
    tags: tuple[TagRow, ...]
    faces: Mapping[Target, FaceRow]
    evidence_count: int
    gap_count: int
    conflict_count: int
