"""Wording: texts as the full-text index takes them in, many thousand words at a time.

The same as joining the tokens of a text one by one, but what stands between two blanks is read
once and then looked up whole: parting at blanks is quicker than any pattern.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from .stems import stem_of_folded
from .tokens import SEAM, plain_word, runs_of, token_of, with_numerals

_BETWEEN = f" {SEAM} "
_REMEMBERED = 150_000


@dataclass(frozen=True, slots=True)
class Wording:
    """Texts in the two forms in which they are indexed."""

    stems: str
    """The stems of all words, and after them what else finds a word."""
    words: str
    """All folded words as they stand."""
    chunks: frozenset[str]
    """What stands between blanks, for ``dictionary_words``."""


class _Forms(dict[str, tuple[str, str, str, str]]):
    """The stems and the words of each chunk, what finds it besides, and its words run together."""

    def __missing__(self, chunk: str) -> tuple[str, str, str, str]:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[chunk] = _form(chunk)
        return found


def _form(chunk: str) -> tuple[str, str, str, str]:
    word = plain_word(chunk)
    if word:
        return stem_of_folded(word), word, "", ""
    tokens = [token_of(run) for run in runs_of(chunk)]
    return (
        " ".join([token.stem_text for token in tokens]),
        " ".join([token.word_text for token in tokens]),
        _BETWEEN.join([token.further_text for token in tokens if token.further_text]),
        " ".join([token.joined for token in tokens if token.joined]),
    )


_FORMS = _Forms()


def wording(texts: Iterable[str]) -> Wording:
    """Return texts as they are indexed; no phrase runs over from one into the next."""
    stems: list[str] = []
    words: list[str] = []
    further: list[str] = []
    met: set[str] = set()
    for text in texts:
        chunks = with_numerals(text).split()
        if chunks:
            forms = [_FORMS[chunk] for chunk in chunks]
            stems.append(" ".join([form[0] for form in forms]))
            words.append(" ".join([form[1] for form in forms]))
            further.extend([form[2] for form in forms if form[2]])
            met.update(chunks)
    return Wording(_BETWEEN.join(stems + further), _BETWEEN.join(words), frozenset(met))


def with_reference(title: Wording, reference: str) -> Wording:
    """Return the wording of a title with a reference, which is in no dictionary."""
    token = token_of(reference)
    stems = (title.stems, token.stem_text, token.further_text)
    return Wording(
        _BETWEEN.join(filter(None, stems)),
        _BETWEEN.join(filter(None, (title.words, token.word_text))),
        title.chunks,
    )


def dictionary_words(chunks: Iterable[str]) -> set[str]:
    """Return the distinct words of chunks, and those that two of them make together."""
    forms = [_FORMS[chunk] for chunk in chunks]
    words = " ".join([form[1] for form in forms])
    joined = " ".join([form[3] for form in forms if form[3]])
    return {*words.split(), *joined.split()}
