"""The pinned passage: the sentence on which all stands that is made until it is let go."""

from dataclasses import dataclass

from db.rows.evidence import Span
from db.terms import How


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """Words of a source, and how they support what is made while they are pinned."""

    source_id: int
    source_reference: str
    spans: tuple[Span, ...]
    words: str
    how: How = How.STATED
    attributed_as: str = ""
    attributed_to_id: int | None = None
