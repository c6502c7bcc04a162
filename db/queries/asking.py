"""What a list asks of each entry: its home, and its query made into conditions."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, exists, func, select, text
from sqlalchemy.orm import Session

from db.models import Entry, EntryTag
from db.queries.tags import with_narrower
from db.rows.lists import ListSpec
from db.search.grammar import parse
from db.search.sql import Bound, Form, Match, as_value, bind, condition, may_be_probed, word_leaves
from db.terms import EntryKind, ReadingState

COMMON = 50_000
"""So many hits make a word common: probing each row walked is quicker than gathering them."""
RARE = 500
"""Fewer hits make a word rare: walking for them is in vain."""


_ENTRY = Entry.__table__.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A list's home and query, bound to one session."""

    home: ColumnElement[bool]
    """Kind, trash, board, inbox, tag: asked of each entry, never what an index is searched by."""
    bound: Bound
    forms: Mapping[Match, Form]
    """In which form each word is asked while rows are walked."""
    has_words: bool
    has_rare_word: bool
    """Whether a word is held by so few entries that they are better looked up at once."""

    def condition(self, form: Form) -> ColumnElement[bool]:
        """Return all that narrows, in a form fit for walking or for gathering."""
        asked = condition(self.bound, form, self.forms if form is Form.PROBE else None)
        return and_(self.home, asked)

    def rest(self, bound: Bound) -> ColumnElement[bool]:
        """Return what narrows besides a leaf that leads, asked entry by entry."""
        return and_(self.home, condition(bound, Form.PROBE, self.forms))


def ask(session: Session, spec: ListSpec) -> Asked:
    """Read a list's query and look up what it names."""
    bound = bind(session, parse(spec.query, typing=True))
    leaves = word_leaves(bound)
    hits = {leaf: _hits(session, leaf) for leaf in leaves}
    return Asked(
        home=_home(session, spec),
        bound=bound,
        forms={leaf: _form(leaf, count) for leaf, count in hits.items()},
        has_words=bool(leaves),
        has_rare_word=any(count < RARE for count in hits.values()),
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


def _form(leaf: Match, hits: int) -> Form:
    """Choose how a word is asked while rows are walked, by how many entries hold it."""
    return Form.PROBE if hits == COMMON and may_be_probed(leaf) else Form.SET


def _hits(session: Session, leaf: Match) -> int:
    """Count how many entries hold a word, up to ``COMMON``."""
    capped = select(func.count()).select_from(
        text(f"(SELECT 1 FROM {leaf.table} WHERE {leaf.table} MATCH :match LIMIT {COMMON})")
    )
    return session.execute(capped, {"match": leaf.text}).scalar_one()
