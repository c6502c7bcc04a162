"""The names a catalogue knows that stand in a text, to be recognised where no rule would."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from sqlalchemy import Row, bindparam, text
from sqlalchemy.orm import Session

from db.rows.suggestions import KnownName
from db.terms import EntryKind
from db.text.folding import fold, words

_MOST_PLACES = 20_000
"""Places looked at in one text: a release has some hundreds."""
_SIGN = re.compile(r"[^\W\d_][\w’'.-]*")
_PER_PLACE = 40

_BEGINNING = text(
    "SELECT e.id, e.kind, e.country_codes, e.title FROM name_forms f JOIN entry e "
    "ON e.id = f.rowid WHERE name_forms MATCH :match AND e.trashed = 0 "
    "AND e.kind IN ('person', 'organisation') LIMIT :limit"
)
_FURTHER = text("SELECT entry_id, text FROM name WHERE entry_id IN :ids").bindparams(
    bindparam("ids", expanding=True)
)


def names_in(session: Session, release: str) -> tuple[KnownName, ...]:
    """Return the names of people and bodies that stand in a text as they are catalogued.

    Looked up by the two words a name begins with, so that no list of names is read whole.
    """
    folded = f" {' '.join(words(release))} "
    found: dict[str, KnownName] = {}
    for match in _beginnings(release):
        rows = session.execute(_BEGINNING, {"match": match, "limit": _PER_PLACE}).all()
        for name in _names(session, rows):
            if f" {' '.join(words(name.text))} " in folded:
                found[fold(name.text)] = name
    return tuple(found.values())


def _beginnings(release: str) -> Iterable[str]:
    """Return one FTS5 expression for each pair of words of which the first has a capital."""
    pairs: dict[str, None] = {}
    signs = _SIGN.findall(release)[:_MOST_PLACES]
    for word, after in pairwise([*signs, ""]):
        if not word[0].isupper():
            continue
        if word.isupper() and len(word) > 1:
            pairs[f'"{_token(word)}"'] = None
        elif after:
            pairs[f'"{_token(word)} {_token(after)}"'] = None
    return (pair for pair in pairs if len(pair) > 3)


def _token(word: str) -> str:
    return " ".join(words(word))


def _names(session: Session, rows: Sequence[Row[Any]]) -> Iterable[KnownName]:
    if not rows:
        return
    entries = {row.id: row for row in rows}
    further = session.execute(_FURTHER, {"ids": list(entries)}).all()
    for entry_id, name in (*((i, row.title) for i, row in entries.items()), *further):
        row = entries[entry_id]
        codes = row.country_codes.split()
        yield KnownName(
            text=name,
            kind=EntryKind(row.kind),
            entry_id=entry_id,
            title=row.title,
            country=codes[0] if len(codes) == 1 else "",
        )
