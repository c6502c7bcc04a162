"""What agreements and meetings say: their points, figures and subjects, by entry."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from db.terms import Bound, FigureState, PointKind
from db.text.dates import EdtfDate


class PointFact(NamedTuple):
    """A point."""

    id: int
    entry_id: int
    kind: PointKind
    wording: str
    owed_by_id: int | None
    owed_to_id: int | None
    due: EdtfDate | None


class FigureFact(NamedTuple):
    """A figure; ``members`` are the entries found of those a count promises."""

    id: int
    entry_id: int
    """The entry it is of, by way of a point too."""
    number: str
    unit: str
    bound: Bound
    state: FigureState
    speaker_id: int | None
    is_count: bool
    period: EdtfDate | None
    members: frozenset[int]


class TagFact(NamedTuple):
    """A subject an entry carries."""

    entry_id: int
    label_en: str
    label_ru: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Points, figures and subjects by entry."""

    points: Mapping[int, tuple[PointFact, ...]]
    figures: Mapping[int, tuple[FigureFact, ...]]
    counted_in: Mapping[int, tuple[FigureFact, ...]]
    """The counts an entry is a member of."""
    tags: Mapping[int, tuple[TagFact, ...]]
    point: Mapping[int, PointFact]
    """By id."""
    figure: Mapping[int, FigureFact]
    """By id."""

    @property
    def named(self) -> set[int]:
        """The entries that points and figures name."""
        ends = {end for each in self.point.values() for end in (each.owed_by_id, each.owed_to_id)}
        for each in self.figure.values():
            ends |= {each.speaker_id, *each.members}
        return {end for end in ends if end is not None}
