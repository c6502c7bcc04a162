"""What a list asks of each entry: its home, and its query made into conditions."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, exists
from sqlalchemy.orm import Session

from db.models import Entry, EntryTag
from db.queries.tags import with_narrower
from db.rows.lists import ListSpec
from db.search.grammar import parse
from db.search.sql import (
    Bound,
    Form,
    Held,
    Match,
    Matching,
    Span,
    as_value,
    bind,
    condition,
    held,
    may_be_probed,
    terms_of,
    word_leaves,
)
from db.terms import EntryKind, ReadingState

RARE = 0.0025
"""Held by a smaller share of entries, a word is rare: walking for it is in vain."""
_PROBE = 75
"""Asking one entry whether it holds a word costs as much as gathering so many that do."""

_ENTRY = Entry.__table__.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A list's home and query, bound to one session."""

    home: ColumnElement[bool]
    """Kind, trash, board, inbox, tag: asked of each entry, never what an index is searched by."""
    bound: Bound
    words: Mapping[Match, Held]
    is_bounded: bool
    """Whether the home is a part of a kind only."""

    @property
    def has_words(self) -> bool:
        """Whether there is something to rank by."""
        return bool(self.words)

    @property
    def has_rare_word(self) -> bool:
        """Whether a word is held by so few entries that they are better looked up at once."""
        return any(its.share < RARE for its in self.words.values())

    def condition(self, form: Form) -> ColumnElement[bool]:
        """Return all that narrows, in a form fit for walking or for gathering; words gathered."""
        return and_(self.home, condition(self.bound, form, Form.SET))

    def within(self, span: Span | None, rows: float) -> ColumnElement[bool]:
        """Return all that narrows, for walking so many rows, which have ids of a span.

        Words that most rows hold are asked row by row, others gathered: among these ids alone. The
        span is needed only where there are words.
        """
        return and_(self.home, self._probed(self.bound, span, rows))

    def rest(self, bound: Bound, ids: Sequence[int]) -> ColumnElement[bool]:
        """Return what narrows a few entries besides a leaf that leads to them."""
        span = (min(ids, default=0), max(ids, default=0))
        return and_(self.home, self._probed(bound, span, len(ids)))

    def by_part(self, part: Bound, rest: Bound) -> ColumnElement[bool]:
        """Return all that narrows, one part of it gathered, and the rest asked row by row."""
        return and_(self.home, condition(part, Form.SET), condition(rest, Form.PROBE, Form.SET))

    def rows_for(self, wanted: int) -> float:
        """Return how many rows are walked, roughly, until so many are found."""
        if len(self.words) != 1 or not isinstance(self.bound.tree, Matching) or self.is_bounded:
            return math.inf
        (only,) = self.words.values()
        return wanted / only.share if only.share else math.inf

    def _probed(self, bound: Bound, span: Span | None, rows: float) -> ColumnElement[bool]:
        among = span or (0, 0)
        forms = {leaf: _form(leaf, its.share, among, rows) for leaf, its in self.words.items()}
        return condition(bound, Form.PROBE, forms, span)


def ask(session: Session, spec: ListSpec) -> Asked:
    """Read a list's query and look up what it names."""
    bound = bind(session, parse(spec.query, typing=True))
    return Asked(
        home=_home(session, spec),
        bound=bound,
        words={leaf: held(session, leaf) for leaf in word_leaves(bound)},
        is_bounded=bool(spec.tag or spec.inbox or spec.conflicts or spec.gaps),
    )


def _home(session: Session, spec: ListSpec) -> ColumnElement[bool]:
    asked: list[ColumnElement[bool]] = [as_value(_ENTRY.trashed).is_(spec.trashed)]
    if spec.kind is not None or spec.inbox:
        asked.append(as_value(_ENTRY.kind) == (spec.kind or EntryKind.SOURCE))
    if spec.inbox:
        asked.append(as_value(_ENTRY.state) == ReadingState.INBOX)
    if spec.conflicts:
        asked.append(as_value(_ENTRY.conflict_count) > 0)
    if spec.gaps:
        asked.append(as_value(_ENTRY.gap_count) > 0)
    if spec.tag:
        tags = with_narrower(session, [spec.tag])
        asked.append(exists().where(EntryTag.entry_id == Entry.id, EntryTag.tag_id.in_(tags)))
    return and_(*asked)


def _form(leaf: Match, share: float, span: Span, rows: float) -> Form:
    """Choose how a word is asked while so many rows are walked, whose ids lie within a span."""
    gathered = share * (span[1] - span[0] + 1)
    asked = rows * terms_of(leaf) * _PROBE
    return Form.PROBE if asked < gathered and may_be_probed(leaf) else Form.SET
