"""Evidence as it crosses the border."""

from dataclasses import dataclass

from db.rows.faces import Target
from db.terms import How, PassageKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Words of a source's text: ``first`` to ``last``, exclusive, in code points."""

    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceSpec:
    """A claim to be recorded; spans are empty where nothing is stated or a reason is given."""

    target: Target
    source_id: int
    spans: tuple[Span, ...] = ()
    how: How = How.STATED
    value: str | None = None
    """What the source says the field is; None: what the field holds now."""
    as_stated: str = ""
    attributed_as: str = ""
    attributed_to_id: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageRow:
    """A marked passage of a source."""

    id: int
    source_id: int
    span: Span
    words: str
    kind: PassageKind


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """A claim as a form shows it."""

    id: int
    target: Target
    source_id: int
    source_reference: str
    source_title: str
    passages: tuple[PassageRow, ...]
    how: How
    value: str
    as_stated: str
    attributed_as: str
    attributed_to_id: int | None
    attributed_to: str
    reason: str
