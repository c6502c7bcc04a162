"""Words of a query, as an expression for the full-text index.

Users' text never reaches FTS5 as syntax: it is read into tokens of letters and digits, and every
one of them is quoted.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Final

from sqlalchemy.orm import Session

from db.search.tree import Words
from db.terms import EntryKind
from db.text.folding import words as folded_words
from db.text.scripts import search_forms
from db.text.spellings import Spelling, beginnings, spellings
from db.text.stems import script_of_stem
from db.text.tokens import SEAM, Token, tokens_of

NOTHING: Final = f'"{SEAM}{SEAM}"'
"""An expression that no entry answers."""

_COLUMNS = {"title": "title", "name": "names", "text": "body"}
_LONGEST = 64
"""Tokens of one word or phrase that are looked at."""
_MOST_PHRASES = 32
_MOST_OF_ONE_SOUND = 64
_MOST_WORDS = 2_000
_MOST_PARTS = 200
_SHORTEST_BEGINNING = 4
_TRIGRAM = 3

_MOST_BEGUN = 16
"""Stems of one beginning that are named one by one."""

_OF_ONE_SOUND = "SELECT DISTINCT stem FROM index_word WHERE sound = ? LIMIT ?"
_BEGINNING = (
    "SELECT DISTINCT stem FROM (SELECT stem FROM index_word WHERE word >= ?1 AND word < ?2 "
    "ORDER BY word LIMIT ?3) WHERE substr(stem, 1, ?4) <> ?1"
)
_BEGUN = "SELECT DISTINCT stem FROM index_word WHERE stem >= ? AND stem < ? ORDER BY stem LIMIT ?"
_HOLDING = (
    "SELECT w.word FROM word_parts p JOIN index_word w ON w.id = p.rowid "
    "WHERE word_parts MATCH ?1 AND instr(w.word, ?2) LIMIT ?3"
)
_HOLDING_LESS = "SELECT word FROM index_word WHERE in_names AND instr(word, ?1) LIMIT ?2"


@dataclass(frozen=True, slots=True)
class Match:
    """A question to a table of the full-text index.

    Matches of one table may be joined: ``(a) AND (b)``. One without text asks for nothing.
    """

    table: str
    """``entry_words`` or ``exact_words``."""
    text: str
    """An FTS5 expression in brackets, or empty; it holds its own column filter."""


def match_of(session: Session, words: Words) -> Match:
    """Return what to ask the index for a word or phrase of a query."""
    tokens = [token for token in tokens_of(words.text) if token.words][:_LONGEST]
    table = "exact_words" if words.exact or words.inside else "entry_words"
    if not tokens:
        return Match(table, "")
    if words.inside:
        return Match(table, _inside(session, words.column, tokens))
    if words.exact:
        found = [_phrase((token.word_text for token in tokens), begins=words.begins)]
    else:
        found = _found_by(session, tokens, begins=words.begins)
    return Match(table, _in_columns(_COLUMNS.get(words.column, ""), dict.fromkeys(found)))


def _in_columns(columns: str, alternatives: Iterable[str]) -> str:
    expression = f"({' OR '.join(alternatives)})"
    return f"({{{columns}}} : {expression})" if columns else expression


def _phrase(words: Iterable[str], *, begins: bool = False) -> str:
    phrase = f'"{" ".join(words)}"'
    return f"{phrase} *" if begins else phrase


def _found_by(session: Session, tokens: Sequence[Token], *, begins: bool) -> list[str]:
    """Return the alternatives: each spelling, then what sounds the same in the other script."""
    ways = spellings(tokens)
    found = [_phrase(one.stem for one in way) for way in ways]
    found.extend(_sounding_alike(session, ways[0]))
    if begins:
        for way, beginning in beginnings(tokens):
            head = [one.stem for one in way]
            begun = _begun(session, beginning)
            if begun is None:
                found.append(_phrase([*head, beginning], begins=True))
            else:
                found.extend(_phrase([*head, stem]) for stem in begun)
            found.extend(_phrase([*head, stem]) for stem in _shorter_stems(session, beginning))
    return found


def _sounding_alike(session: Session, way: Spelling) -> Iterable[str]:
    """Return phrases of words of the other script, where each word has one; numbers stay."""
    connection = session.connection()
    places: list[list[str]] = []
    for one in way:
        if one.stem.isdigit():
            places.append([one.stem])
            continue
        if not one.sound:
            return ()
        rows = connection.exec_driver_sql(_OF_ONE_SOUND, (one.sound, _MOST_OF_ONE_SOUND))
        own = script_of_stem(one.stem)
        places.append(sorted(stem for stem in rows.scalars() if script_of_stem(stem) != own))
    return map(_phrase, islice(product(*places), _MOST_PHRASES if len(way) > 1 else None))


def _begun(session: Session, beginning: str) -> Sequence[str] | None:
    """Return all stems that begin so, where they are few; None where they are not known.

    For a long beginning FTS5 puts the hits of all its words together before it gives the first
    one. Numbers may also begin a reference, which is in no dictionary.
    """
    if len(beginning) < _SHORTEST_BEGINNING or not beginning.isalpha():
        return None
    bounds = (beginning, _end_of(beginning), _MOST_BEGUN + 1)
    stems = session.connection().exec_driver_sql(_BEGUN, bounds).scalars().all()
    return stems if len(stems) <= _MOST_BEGUN else None


def _end_of(beginning: str) -> str:
    """Return what sorts after all that begins so."""
    return beginning[:-1] + chr(ord(beginning[-1]) + 1)


def _shorter_stems(session: Session, beginning: str) -> Sequence[str]:
    """Return the stems that words beginning so have, where they break off before what was typed."""
    if len(beginning) < _SHORTEST_BEGINNING:
        return ()
    rows = session.connection().exec_driver_sql(
        _BEGINNING, (beginning, _end_of(beginning), _MOST_WORDS, len(beginning))
    )
    return rows.scalars().all()


def _inside(session: Session, column: str, tokens: Sequence[Token]) -> str:
    if column == "text":
        return NOTHING
    parts = [word for token in tokens for word, _, _ in token.words]
    every = [" OR ".join(f'"{word}"' for word in _holding(session, part)) for part in parts]
    if not all(every):
        return NOTHING
    expression = " AND ".join(f"({one})" for one in every)
    return _in_columns(_COLUMNS.get(column, "title names"), [expression])


def _holding(session: Session, part: str) -> Sequence[str]:
    """Return words of titles and names that hold some letters, not all where they are many."""
    connection = session.connection()
    if len(part) < _TRIGRAM:
        return connection.exec_driver_sql(_HOLDING_LESS, (part, _MOST_PARTS)).scalars().all()
    asked = (trigrams_of(part), part, _MOST_PARTS)
    return connection.exec_driver_sql(_HOLDING, asked).scalars().all()


def trigrams_of(part: str) -> str:
    """Return the expression over ``word_parts`` for three letters or more, folded.

    The table does not keep where its trigrams stand, so that what it finds must be looked at.
    """
    trigrams = {part[at : at + _TRIGRAM] for at in range(len(part) - _TRIGRAM + 1)}
    return " AND ".join(f'"{trigram}"' for trigram in sorted(trigrams))


def kind_sign(kind: EntryKind) -> str:
    """Return the word, which nobody can type, that stands for a kind among the forms of a name."""
    return f"{SEAM}{kind}"


def apart_from_initials(typed: str) -> tuple[str, tuple[str, ...]]:
    """Return what was typed without single letters, and these, where longer words are beside them.

    To look up what begins with a letter costs more than all the rest: the index puts together the
    hits of all such words before it gives the first one.
    """
    parts = tuple(_plain(typed))
    longer = " ".join(part for part in parts if len(part) > 1)
    initials = tuple(part for part in parts if len(part) == 1)
    return (longer, initials) if longer and initials else (typed, ())


def name_match(typed: str, kinds: Collection[EntryKind] = (), *, begins: bool = True) -> str:
    """Return the FTS5 expression over name forms: every word, each may go on unless told not to.

    Empty where nothing was typed. With kinds, only entries of these are found.
    """
    forms = dict.fromkeys(tuple(_plain(form)) for form in search_forms(typed))
    star = " *" if begins else ""
    alternatives = [" AND ".join(f'"{word}"{star}' for word in form) for form in forms if form]
    if not alternatives:
        return ""
    found = " OR ".join(f"({alternative})" for alternative in alternatives)
    if not kinds:
        return found
    signs = " OR ".join(f'"{kind_sign(kind)}"' for kind in kinds)
    return f"({signs}) AND ({found})"


def _plain(form: str) -> Iterable[str]:
    return (part for word in folded_words(form) for part in word.split("'") if part)
