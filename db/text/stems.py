"""Stems: the part of a word that its endings leave alone, for the full-text index.

Snowball's English algorithm serves Latin words and its Russian one Cyrillic words, so that
«соглашение» finds «соглашения»; words of other scripts, and numbers, stay as they are.
"""

from functools import lru_cache
from threading import Lock
from typing import Literal, Protocol, cast

from .folding import fold, words

_LOCK = Lock()


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - the library's name


@lru_cache(maxsize=2)
def _stemmer(language: Literal["english", "russian"]) -> _Stemmer:
    import snowballstemmer  # noqa: PLC0415 - loads thirty languages, not needed for a first window

    return cast("_Stemmer", snowballstemmer.stemmer(language))  # pyright: ignore[reportUnknownMemberType] - untyped


@lru_cache(maxsize=131072)
def stem(word: str) -> str:
    """Return the stem of one word, folded; an apostrophe inside is dropped.

    Safe to call from several threads.
    """
    folded = fold(word)
    first = next((letter for letter in folded if letter.isalpha()), "")
    if "а" <= first <= "я":
        folded = _stemmed("russian", folded)
        if folded.endswith(("ов", "ев")):
            # «Сеченова» leaves сеченов, but «Сеченов» loses ов as if it were a genitive plural
            folded = _stemmed("russian", folded)
    elif "a" <= first <= "z":
        folded = _stemmed("english", folded)
    return folded.replace("'", "")


def _stemmed(language: Literal["english", "russian"], word: str) -> str:
    with _LOCK:  # a Snowball stemmer keeps the word it works on in itself
        return _stemmer(language).stemWord(word)


def stems(text: str) -> str:
    """Return the stems of a text's words in order, joined by spaces, for the full-text index."""
    return " ".join(map(stem, words(text)))
