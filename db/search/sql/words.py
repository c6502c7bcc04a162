"""Words: an expression of the full-text index, asked of one entry or of all."""

import re
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from db.search.sql.tables import ID, ONE, Form, Span, entry, full_text
from db.search.words import Match

SAMPLE = 100
"""So many of the newest entries that hold a word tell how common it is."""
_TERM = re.compile(r'"([^"]*)"( \*)?')
_TERMS_TO_PROBE = 8
_INDEXED_BEGINNINGS = (2, 3)
"""Letters of the beginnings that have lists of hits of their own, as whole words do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """How common a word is, as far as the newest entries that hold it tell."""

    share: float
    """The share of entries that hold it; 0 where few do."""
    number: int
    """How many hold it, roughly; exactly where few do."""
    all_ids: tuple[int, ...] | None
    """All that hold it, where they are few."""


def held(session: Session, match: Match) -> Held:
    """Look at the newest entries that hold a word, and tell how common it is."""
    rows = session.connection().exec_driver_sql(
        f"SELECT rowid, (SELECT max(id) FROM entry) FROM {match.table} "
        f"WHERE {match.table} MATCH ? ORDER BY rowid DESC LIMIT {SAMPLE}",
        (match.text,),
    )
    found = rows.all()
    if len(found) < SAMPLE:
        return Held(share=0, number=len(found), all_ids=tuple(row[0] for row in found))
    oldest, newest = found[-1]
    share = SAMPLE / (newest - oldest + 1)
    return Held(share=share, number=int(share * newest), all_ids=None)


def may_be_probed(match: Match) -> bool:
    """Tell whether asking entry by entry costs little: a few words, no long open-ended one.

    Each probe opens the list of hits of every term, and for a long beginning, or a single letter,
    those of all words under it.
    """
    terms = _TERM.findall(match.text)
    if len(terms) > _TERMS_TO_PROBE:
        return False
    begun = (text.rpartition(" ")[2] for text, star in terms if star)
    return all(match.table == "entry_words" and len(last) in _INDEXED_BEGINNINGS for last in begun)


def terms_of(match: Match) -> int:
    """Return how many lists of hits an expression looks into."""
    return len(_TERM.findall(match.text))


def matches(match: Match) -> ColumnElement[bool]:
    """Return the MATCH itself, for a statement that reads the full-text table."""
    return full_text[match.table].c[match.table].bool_op("MATCH")(match.text)


def words_condition(match: Match, form: Form, span: Span | None = None) -> ColumnElement[bool]:
    """Ask whether an entry holds words; in a SET where probing would cost too much.

    With a span only entries of these ids are gathered.
    """
    words = full_text[match.table]
    if form is Form.PROBE and may_be_probed(match):
        found = select(ONE).select_from(words).where(words.c.rowid == entry.c.id, matches(match))
        return found.correlate(entry).exists()
    whose = entry.c.id if form is Form.LEAD else ID
    holding = select(words.c.rowid).where(matches(match))
    if span is not None:
        holding = holding.where(words.c.rowid.between(*span))
    return whose.in_(holding)
