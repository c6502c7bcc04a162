"""The dictionary of the index: every word once, with its stem and how it sounds.

Words are never taken out but by a rebuild: a word that stands nowhere finds nothing.
"""

import json
from collections.abc import Sequence, Set

from sqlalchemy import Connection

from db.text.stems import sound_of, stem_of_folded
from db.text.wording import dictionary_words

_UNKNOWN = """
    SELECT value, 1 FROM json_each(?) WHERE NOT EXISTS (
        SELECT 1 FROM index_word WHERE word = value AND in_names
    )
    UNION ALL SELECT value, 0 FROM json_each(?) WHERE NOT EXISTS (
        SELECT 1 FROM index_word WHERE word = value
    )
"""
_INSERT = """
    INSERT INTO index_word (word, stem, sound, in_names) VALUES (?, ?, ?, ?)
    ON CONFLICT (word) DO UPDATE SET in_names = 1 WHERE excluded.in_names
"""
_INSERT_PARTS = """
    INSERT INTO word_parts (rowid, word) SELECT id, word FROM index_word
    WHERE word IN (SELECT value FROM json_each(?)) ORDER BY id
"""
_REMEMBERED = 200_000


class Learner:
    """Writes the words of documents that are not known yet.

    It remembers what it has written, so that it must not outlive the transaction.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: set[str] = set()
        self._known_names: set[str] = set()

    def learn(self, names: Set[str], texts: Set[str]) -> None:
        """Take what stands between blanks in titles and names, and in texts."""
        fresh_names = names - self._known_names
        fresh = texts - self._known - self._known_names - fresh_names
        self._write(dictionary_words(fresh_names), dictionary_words(fresh))
        if len(self._known) + len(self._known_names) > _REMEMBERED:
            self._known.clear()
            self._known_names.clear()
        self._known_names |= fresh_names
        self._known |= fresh

    def _write(self, names: Set[str], texts: Set[str]) -> None:
        if not (names or texts):
            return
        asked = (_listed(sorted(names)), _listed(sorted(texts - names)))
        unknown = self._connection.exec_driver_sql(_UNKNOWN, asked).all()
        if not unknown:
            return
        self._connection.exec_driver_sql(_INSERT, [_row(*one) for one in unknown])
        in_names = [word for word, is_named in unknown if is_named]
        if in_names:
            self._connection.exec_driver_sql(_INSERT_PARTS, (_listed(in_names),))


def _row(word: str, in_names: int) -> tuple[str, str, str, int]:
    stem = stem_of_folded(word)
    return word, stem, sound_of(stem), in_names


def _listed(words: Sequence[str]) -> str:
    return json.dumps(words, ensure_ascii=False)
