"""Words: an expression of the full-text index, asked of one entry or of all."""

import re

from sqlalchemy import ColumnElement, select

from db.search.sql.tables import ID, ONE, Form, entry, full_text
from db.search.words import Match

_TERM = re.compile(r'"[^"]*"')
_TERMS_TO_PROBE = 8


def may_be_probed(match: Match) -> bool:
    """Tell whether asking entry by entry costs little: no open-ended word, only a few words.

    Each probe opens the list of hits of every term, and for a prefix those of all words under it.
    """
    bare = _TERM.sub("", match.text)
    return "*" not in bare and len(_TERM.findall(match.text)) <= _TERMS_TO_PROBE


def matches(match: Match) -> ColumnElement[bool]:
    """Return the MATCH itself, for a statement that reads the full-text table."""
    return full_text[match.table].c[match.table].bool_op("MATCH")(match.text)


def words_condition(match: Match, form: Form) -> ColumnElement[bool]:
    """Ask whether an entry holds words; in a SET where probing would cost too much."""
    words = full_text[match.table]
    if form is Form.PROBE and may_be_probed(match):
        found = select(ONE).select_from(words).where(words.c.rowid == entry.c.id, matches(match))
        return found.correlate(entry).exists()
    whose = entry.c.id if form is Form.LEAD else ID
    return whose.in_(select(words.c.rowid).where(matches(match)))
