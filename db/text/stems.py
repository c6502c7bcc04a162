"""Stems: the part of a word that its endings leave alone, for the full-text index.

Snowball's English algorithm serves Latin words and its Russian one Cyrillic words, so that
«соглашение» finds «соглашения»; words of other scripts, and numbers, stay as they are.
"""

import re
from functools import lru_cache
from threading import Lock
from typing import Literal, Protocol, cast

from .folding import fold, words
from .scripts import sound_key

_LOCK = Lock()
_SHORTEST = 3
_TAKEN_FOR_ENDINGS = ("ов", "ев", "ил")
_FAMILY = re.compile(r"(?:y?[eo](?:v|ff|w)a?|il)$")


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - the library's name


@lru_cache(maxsize=2)
def _stemmer(language: Literal["english", "russian"]) -> _Stemmer:
    import snowballstemmer  # noqa: PLC0415 - not needed for a first window

    return cast("_Stemmer", snowballstemmer.stemmer(language))  # pyright: ignore[reportUnknownMemberType] - untyped


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the stem of one word, folded; an apostrophe inside is dropped.

    Safe to call from several threads.
    """
    return stem_of_folded(fold(word))


@lru_cache(maxsize=131072)
def stem_of_folded(word: str) -> str:
    """Return the stem of a word that is folded already."""
    script = script_of_stem(word)
    if script == "Cyrl":
        word = _russian(word)
    elif script == "Latn":
        word = _stemmed("english", word)
    return word.replace("'", "")


def _russian(word: str) -> str:
    """Stem a Cyrillic word, so that all forms of a name meet.

    «Сеченова» leaves сеченов, but «Сеченов» loses ов as if it were a genitive plural, and «Михаил»
    ил as if it were a verb: such a stem is stemmed again, unless too little would be left.
    """
    once = _stemmed("russian", word)
    if len(once) < _SHORTEST:
        return word if word.endswith(_TAKEN_FOR_ENDINGS) else once
    if once.endswith(_TAKEN_FOR_ENDINGS):
        twice = _stemmed("russian", once)
        return twice if len(twice) >= _SHORTEST else once
    return once


def _stemmed(language: Literal["english", "russian"], word: str) -> str:
    with _LOCK:  # a Snowball stemmer keeps the word it works on in itself
        return _stemmer(language).stemWord(word)


def stems(text: str) -> str:
    """Return the stems of a text's words in order, joined by spaces, for the full-text index."""
    return " ".join(map(stem, words(text)))


def script_of_stem(word: str) -> str:
    """Return ``Cyrl`` or ``Latn`` (ISO 15924) by the first letter of a folded word, or nothing."""
    for letter in word:
        if letter.isalpha():
            if "а" <= letter <= "я":
                return "Cyrl"
            return "Latn" if "a" <= letter <= "z" else ""
    return ""


@lru_cache(maxsize=65536)
def sound_of(stemmed: str) -> str:
    """Return the loose Latin key of how a stem sounds, equal for both scripts; often empty.

    Stems alone have one, so that all inflected forms of a word sound the same. Names lose in Latin
    letters the ending that Russian stems lose. A and E are one: Əliyev, Aliyev, «Алиев».
    """
    if not stemmed.isalpha() or not script_of_stem(stemmed):
        return ""
    bare = _FAMILY.sub("", stemmed).rstrip("iy") if stemmed.isascii() else stemmed
    key = sound_key(bare if len(bare) >= _SHORTEST else stemmed).replace("e", "a")
    return key if len(key) >= _SHORTEST else ""
