"""What one stretch of words says of a meeting, before mentions of one meeting are made one."""

from dataclasses import dataclass
from enum import Enum, auto

from db.terms import LinkKind, MeetingKind, Standing
from desktop.reading.findings import Found, FoundBody, FoundCountry, FoundPerson

Side = FoundPerson | FoundBody | FoundCountry
Sides = tuple[tuple[Side, LinkKind], ...]
"""Those who take part, each with what they are to the meeting."""


class Weight(Enum):
    """How much a mention can bear."""

    OWN = auto()
    """It names a meeting of its own."""
    WEAK = auto()
    """It does only where the text has no other ("signed during a meeting")."""
    GENERIC = auto()
    """It stands for one named elsewhere ("the talks", «в ходе встречи»)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words for a meeting; offsets count code points of the whole text."""

    line: int
    """The index of its sentence."""
    start: int
    end: int
    head: str
    """The noun, in the singular where it has one: ``meeting``, ``forum``, «заседание»."""
    title: str
    kind: MeetingKind
    rule: str
    weight: Weight = Weight.OWN
    number: int | None = None
    number_as: str = ""
    body: FoundBody | None = None
    body_words: str = ""
    """The words after "of" where no body was found there."""
    sides: Sides = ()
    countries: frozenset[str] = frozenset()
    """The countries named in its words."""
    standing: Standing = Standing.HELD
    video: bool = False
    background: bool = False
    """Told only in passing, as that whose protocol is carried out."""
    heading: bool = False
    """Said in a headline, which tells of what the lines after it tell in full."""
    shared: bool = False
    """Named as that on whose margins another was: its time and place are the other's too."""
    other_time: bool = False
    """Called next, previous or last: never the meeting the text is about."""


def as_sides(found: tuple[Found, ...], kind: LinkKind) -> Sides:
    """Return those of some findings that can take part, each in the same role."""
    return tuple(
        (who, kind) for who in found if isinstance(who, FoundPerson | FoundBody | FoundCountry)
    )
