"""Acts as lists of them show them: what was done, when, by whom, and whether it still stands."""

from dataclasses import dataclass
from datetime import datetime

from db.terms import RevisionState

HORIZON = "schema.horizon"
"""The key of the line a migration leaves before which nothing can be undone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActRow:
    """One act, as a list of acts shows it."""

    revision: int
    at: datetime
    who: str
    act: str
    about: str
    state: RevisionState
    program: str = ""
    """The version of the program that did it."""
    steps: int | None = None
    """The act that this one took back or did again."""
    is_taken_back: bool = False
    """Whether a later act that stands has taken it back."""

    @property
    def is_horizon(self) -> bool:
        """Whether it is the line before which nothing can be undone."""
        return self.act == HORIZON

    @property
    def is_step(self) -> bool:
        """Whether it is an undo or redo, or the horizon: no act of its own."""
        return self.state == RevisionState.STEP

    @property
    def stands(self) -> bool:
        """Whether what it did still holds, as far as nobody changed it later."""
        return self.state == RevisionState.DONE and not self.is_taken_back


@dataclass(frozen=True, slots=True, kw_only=True)
class ActsWanted:
    """Which acts a list shows; all where nothing is said."""

    words: str = ""
    """Each of them stands in what the act was done to, or in who did it."""
    key: str = ""
    since: datetime | None = None
    until: datetime | None = None
    """Times are aware; `until` is exclusive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActsPage:
    """Some acts of a list, the newest first."""

    rows: tuple[ActRow, ...]
    below: int | None
    """Where the next page begins; None: these are the last."""
    horizon: int = 0
    """The last act that can't be undone any more; 0: all can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One column of one row before and after an act; None where the row was not there."""

    table: str
    column: str
    before: str | None
    after: str | None
