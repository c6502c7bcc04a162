"""One naming of an instrument in a sentence, before the namings of one instrument are joined."""

from dataclasses import dataclass

from db.terms import AgreementType, StageKind
from desktop.reading.agreements.instruments import Noun
from desktop.reading.agreements.scene import Scene, Span
from desktop.reading.findings import FoundCity, FoundDate, Role


@dataclass(slots=True, kw_only=True)
class Mention:
    """A title with its place; filled step by step, so not frozen."""

    scene: Scene
    noun: Noun
    noun_start: int
    noun_end: int
    start: int
    """Where the title starts, adjectives included."""
    end: int
    """Where it ends; words that are no part of it may stand between."""
    title: str
    article: str = ""
    """``the``, ``a``, ``this``, ``no``, a number word; empty where none; folded."""
    has_content: bool = False
    """Whether the title says what about or between whom."""
    named: bool = False
    """Whether it is a proper name: the 1971 Land Agreement, quoted words."""
    draft: bool = False
    cited: bool = False
    """Whether it is told of as what something rests on."""
    plural: bool = False
    stage: StageKind | None = None
    stage_start: int = -1
    stage_end: int = -1
    title_dates: tuple[Span, ...] = ()
    date: FoundDate | None = None
    signed: FoundDate | None = None
    """The date behind a verb of signing, where another act is told too."""
    city: FoundCity | None = None
    roles: tuple[Role, ...] = ()
    single: tuple[Role, ...] = ()
    """The one party told where the other is not."""
    run_end: int = -1
    """Where the first run of the title ends, before the verb that parts it."""
    limit: int = -1
    """Where the next naming of the sentence starts, or the sentence ends."""
    floor: int = -1
    """Where the naming before it in the sentence ends, -1 for the first."""
    group: int = -1
    """Namings of one sentence that share one verb have the same number."""
    apposed: bool = False
    """Whether it is the one named right before, said again: "the treaty, an accord that …"."""
    rule: str = ""
    confidence: float = 0.8
    listed: int = -1
    """The list it is an item of."""

    @property
    def type(self) -> AgreementType:
        """Give the type its noun stands for."""
        return self.noun.type
