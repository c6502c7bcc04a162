"""What a reading suggests, and what an archivist takes of it, as both cross the border.

A suggestion is one record a source mentions; its lines are what the source says of it, each with
its own words and its own tick. Keys are stable: the same text read again gives the same keys.
Spans count code points of the source's text.
"""

from dataclasses import dataclass
from enum import StrEnum

from db.rows.evidence import Span
from db.terms import EntryKind, How, Presence, Verdict


class LineKind(StrEnum):
    """What a line of a suggestion becomes when it is taken."""

    FIELD = "field"
    NAME = "name"
    STAGE = "stage"
    LINK = "link"
    POINT = "point"
    FIGURE = "figure"
    QUOTATION = "quotation"
    TAG = "tag"


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestedLine:
    """One thing a source says of a record."""

    key: str
    """Unique within its suggestion."""
    kind: LineKind
    name: str
    """The field, or the kind of stage, link, name, point or quotation, as `db.terms` has it."""
    value: str = ""
    """A field's value, a stage's EDTF date, a name, wording, a figure's number, a tag's id."""
    other: str = ""
    """Key of the suggestion at the other end of a link; a quotation's or figure's speaker."""
    outgoing: bool = True
    """Whether this record is the subject of the link."""
    on_behalf_of: str = ""
    """Key of the suggestion acted for."""
    post_as: str = ""
    acting: bool = False
    presence: Presence = Presence.NAMED
    number: int | None = None
    stage: str = ""
    """Key of the stage line a signatory stands on."""
    place: str = ""
    """Key of the suggestion where a stage was."""
    meeting: str = ""
    """Key of the suggestion at which a stage was."""
    unit: str = ""
    bound: str = ""
    state: str = ""
    """Of a figure: unit, `Bound` and `FigureState`."""
    spans: tuple[Span, ...] = ()
    how: How = How.STATED
    reason: str = ""
    confidence: float = 0.9
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One record a source mentions; without a kind it is about the source itself."""

    key: str
    kind: EntryKind
    """SOURCE: what the page says of the source itself, its date or publisher."""
    title: str
    spans: tuple[Span, ...]
    """Where it is mentioned; the first names it best."""
    lines: tuple[SuggestedLine, ...] = ()
    code: str = ""
    """ISO 3166-1 alpha-2 of a place that is a country."""
    entry_id: int | None = None
    """The entry the catalogue knows it by."""
    entry_title: str = ""
    entry_reference: str = ""
    likeness: float = 0.0
    """1 where a name of the entry is the same, less where it is only like it."""
    confidence: float = 0.9
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that a reading of one source suggests, in the order of the text."""

    suggestions: tuple[Suggestion, ...]
    noise: tuple[tuple[Span, str], ...] = ()
    """Passages passed over, and why."""
    version: str = ""
    """Which reader and which models read it."""
    partial: str = ""
    """Why less was read than could be (models did not load), or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A suggestion as it is to be accepted: what was edited, which lines are ticked."""

    suggestion: Suggestion
    title: str = ""
    """The title where it was edited, empty for the suggested one."""
    entry_id: int | None = None
    """The entry it is the same as; None to make a new one."""
    lines: tuple[SuggestedLine, ...] = ()
    """The lines ticked, as edited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownName:
    """A name that the catalogue knows and that stands in a text."""

    text: str
    """The form that stands there; the entry's title may be another."""
    kind: EntryKind
    entry_id: int
    title: str
    country: str = ""
    """ISO 3166-1 alpha-2 where the entry is of one country."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A verdict kept for a suggestion (``line`` empty) or a line of a source."""

    key: str
    line: str = ""
    verdict: Verdict
    entry_id: int | None = None
    """The entry it became, or was the same as."""
