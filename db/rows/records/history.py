"""The records of history: every act, and the rows it touched."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from db.rows.records.terms import ActId, Id
from db.terms import RevisionState

Value: TypeAlias = str | int | float | None
Image: TypeAlias = Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActRecord:
    """One act of the user: when, who, what it is called; ``steps`` is the act it took back."""

    id: Id
    at: datetime
    who: str = ""
    act: str
    about: str = ""
    program: str = ""
    visit: str = ""
    state: RevisionState
    steps: ActId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRecord:
    """One row an act touched: its table, its key, and its changed columns before and after.

    Without ``before`` the row was made, without ``after`` it was removed.
    """

    act: ActId
    position: int
    table: str
    key: tuple[Value, ...]
    before: Image | None = None
    after: Image | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchedRecord:
    """That an act touched an entry, by the entry's id."""

    act: ActId
    entry: Id
