"""A table that is to be imported, what its columns stand for, and what becomes of its rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from db.rows.incoming import Tally
from db.rows.table_columns import columns_of
from db.terms import EntryKind
from db.text.folding import fold

MOST_PROBLEMS = 500
"""So many problems are told of; the rest are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingTable:
    """A table that was read: its headings, its rows of as many cells, and where each stood."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    """The row of the sheet, or the line of the file, each row ends in; counted from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableWishes:
    """How a table is to be taken in."""

    kind: EntryKind | None
    """None: each row says it in its column ``kind``."""
    columns: tuple[str, ...]
    """What each heading stands for: a key of ``db.rows.table_columns``, empty for nothing."""
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])
    """Of fields with choices: their values by the folded words for them."""
    also_doubles: bool = False
    """Whether rows come in whose title an entry of the kind has already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowProblem:
    """Why a row is left out: its line, the heading and the value that can't be taken."""

    line: int
    heading: str
    value: str
    reason: str
    """A reason of ``db.errors.REFUSALS``."""


@dataclass(slots=True, kw_only=True)
class TableOutcome:
    """What the import of a table does, or would do."""

    new: Tally = field(default_factory=Tally)
    here: Tally = field(default_factory=Tally)
    """Rows left out since an entry of that uid or title is here."""
    problems: list[RowProblem] = field(default_factory=list[RowProblem])
    left_out: int = 0
    """How many rows were left out for a problem."""

    def refuse(self, problem: RowProblem) -> None:
        """Leave a row out."""
        self.left_out += 1
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(problem)


def guess_columns(headings: Sequence[str], kind: EntryKind | None) -> tuple[str, ...]:
    """Return what each heading may stand for, by its English, Russian or usual words.

    No key is given twice; whole names go before words that several columns share.
    """
    known = columns_of(kind)
    found = [""] * len(headings)
    folded = [fold(heading) for heading in headings]
    taken: set[str] = {"reference"}  # the catalogue gives its own
    whole = {
        fold(name): one.key
        for one in reversed(known)
        for name in (one.key, one.english, one.russian)
    }
    shared = {fold(name): one.key for one in reversed(known) for name in one.also}
    for names in (whole, shared):
        for place, heading in enumerate(folded):
            key = names.get(heading, "")
            if key and not found[place] and key not in taken:
                found[place] = key
                taken.add(key)
    return tuple(found)
