"""Spelling: what a query was meant to say, where a word of it stands nowhere.

A better word always stands in the catalogue itself. However large the dictionary, only so many
words of it are looked at.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from db.search.tree import All, Any, Node, Words
from db.search.words import match_of, trigrams_of
from db.text.slips import by_looks, by_other_layout, one_slip_away
from db.text.stems import sound_of, stem_of_folded
from db.text.tokens import tokens, word_of

_SHORTEST = 4
"""A shorter word may be any other one by a slip."""
_LONG = 7
"""From so many letters on, two slips are forgiven."""
_SHORTEST_HALF = 3
_MOST_WORDS = 8
"""Words of a query that are looked into."""
_MOST_TRIED = 12
_MOST_OF_ONE_SOUND = 50
_MOST_CHANGED = 3
"""Letters by which a word that sounds the same may differ."""
_MOST_LIKE = 20_000
_COUNTED = 1_000

_KNOWN = "SELECT value FROM json_each(?) WHERE value IN (SELECT word FROM index_word)"
_OF_ONE_SOUND = "SELECT word FROM index_word WHERE sound = ? LIMIT ?"
_LIKE = """
    SELECT w.word FROM (SELECT rowid AS id FROM word_parts WHERE word_parts MATCH ? LIMIT ?) p
    JOIN index_word w ON w.id = p.id WHERE length(w.word) BETWEEN ? AND ?
"""


@dataclass(frozen=True, slots=True)
class _Slip:
    """A stretch of the typed text, and what it was meant to be."""

    start: int
    end: int
    meant: str


def did_you_mean(session: Session, typed: str, node: Node) -> str | None:
    """Return the query with words that find nothing put right, None where there is nothing to do.

    ``node`` is what the grammar made of ``typed``; all but those words stays as it was typed.
    """
    slips: list[_Slip] = []
    for words in list(_plain_words(node))[:_MOST_WORDS]:
        slips.extend(_slips_in(session, typed, words))
    meant = typed
    for slip in sorted(slips, key=lambda slip: -slip.start):
        meant = meant[: slip.start] + slip.meant + meant[slip.end :]
    return meant if slips else None


def _plain_words(node: Node) -> Iterator[Words]:
    """Yield the words an entry may hold; what must not be there may well stand nowhere."""
    if isinstance(node, All | Any):
        for part in node.parts:
            yield from _plain_words(part)
    elif isinstance(node, Words) and not node.exact and not node.inside:
        yield node


def _slips_in(session: Session, typed: str, words: Words) -> list[_Slip]:
    start, end = words.span
    at = typed.rfind(words.text, start, end) if end else typed.rfind(words.text)
    if at < 0:
        return []
    wrong = [run for run in _single_words(words) if not _hits(session, run[0])]
    if not wrong:
        return []
    for meant in by_other_layout(words.text):
        if all(_hits(session, one) for one, _, _ in _single_words(replace(words, text=meant))):
            return [_Slip(at, at + len(words.text), meant)]
    return [
        _Slip(at + first, at + last, meant)
        for one, first, last in wrong
        if (meant := _better(session, one))
    ]


def _single_words(words: Words) -> list[tuple[Words, int, int]]:
    """Return each word by itself, and where it stands; only the last may go on."""
    runs = [found for found in tokens(words.text) if found[0].words]
    singles = [
        replace(words, text=token.run, phrase=False, begins=words.begins and at == len(runs))
        for at, (token, _, _) in enumerate(runs, 1)
    ]
    return [(one, first, last) for one, (_, first, last) in zip(singles, runs, strict=True)]


def _hits(session: Session, words: Words) -> int:
    """Return how many entries hold a word, as far as it matters."""
    match = match_of(session, words)
    if not match.text:
        return 0
    return (
        session.connection()
        .exec_driver_sql(
            f"SELECT count(*) FROM (SELECT 1 FROM {match.table} f JOIN entry e ON e.id = f.rowid "
            f"WHERE {match.table} MATCH ? AND NOT e.trashed LIMIT {_COUNTED})",
            (match.text,),
        )
        .scalar_one()
    )


def _better(session: Session, words: Words) -> str:
    """Return the word that was meant: the least changed one, among those the commonest."""
    asked = replace(words, begins=False)
    for row in _candidates(session, word_of(words.text)):
        hits = [(_hits(session, replace(asked, text=word)), word) for word in row]
        count, word = max(hits, default=(0, ""))
        if count:
            return _in_case_of(words.text, word)
    return ""


def _candidates(session: Session, word: str) -> Iterator[list[str]]:
    """Yield words that may have been meant, in rows, from the least changed to the most."""
    yield [*by_looks(word), *by_other_layout(word)]
    if len(word) < _SHORTEST:
        return
    connection = session.connection()
    listed = json.dumps(sorted(one_slip_away(word)), ensure_ascii=False)
    yield _nearest(word, connection.exec_driver_sql(_KNOWN, (listed,)).scalars(), 1)
    sound = sound_of(stem_of_folded(word))
    if sound:
        same = connection.exec_driver_sql(_OF_ONE_SOUND, (sound, _MOST_OF_ONE_SOUND)).scalars()
        yield _nearest(word, same, _MOST_CHANGED)
    if len(word) >= _LONG:
        yield _nearest(word, _like(session, word), 2)


def _like(session: Session, word: str) -> list[str]:
    """Return words of titles and names that share one half with a word, and nearly its length."""
    half = max(_SHORTEST_HALF, len(word) // 2)
    halves = (trigrams_of(word[:half]), trigrams_of(word[-half:]))
    match = " OR ".join(f"({trigrams})" for trigrams in halves)
    bounds = (len(word) - 2, len(word) + 2)
    rows = session.connection().exec_driver_sql(_LIKE, (match, _MOST_LIKE, *bounds))
    return list(rows.scalars())


def _nearest(word: str, others: Iterable[str], most: int) -> list[str]:
    """Return the words that are at most so many slips away, the nearest first."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - compiled, not needed for a first window

    near = ((OSA.distance(word, other, score_cutoff=most), other) for other in others)
    return [other for distance, other in sorted(near) if 0 < distance <= most][:_MOST_TRIED]


def _in_case_of(typed: str, word: str) -> str:
    if len(typed) > 1 and typed.isupper():
        return word.upper()
    return word.capitalize() if typed[:1].isupper() else word
