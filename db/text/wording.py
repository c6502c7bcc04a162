"""Wording: texts as the full-text index takes them in, many thousand words at a time.

The same as joining the tokens of a text one by one, but what stands between two blanks is read
once and then looked up whole: parting at blanks is quicker than any pattern.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .tokens import SEAM, Token, token_of, tokens_of, with_numerals

_BETWEEN = f" {SEAM} "
_REMEMBERED = 250_000


@dataclass(frozen=True, slots=True)
class Wording:
    """Texts in the two forms in which they are indexed."""

    stems: str
    """The stems of all words, and after them what else finds a word."""
    words: str
    """All folded words as they stand."""
    chunks: frozenset[str]
    """What stands between blanks, for ``dictionary_words``."""


class _Forms(dict[str, tuple[str, str, str]]):
    """The stems and the words of each chunk, and what finds it besides."""

    def __missing__(self, chunk: str) -> tuple[str, str, str]:
        if len(self) >= _REMEMBERED:
            self.clear()
        tokens = tokens_of(chunk)
        found = self[chunk] = (
            " ".join([token.stem_text for token in tokens]),
            " ".join([token.word_text for token in tokens]),
            _BETWEEN.join([token.further_text for token in tokens if token.further_text]),
        )
        return found


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
    return {word for chunk in chunks for token in tokens_of(chunk) for word in _own_words(token)}


def _own_words(token: Token) -> Iterator[str]:
    yield from (word for word, _, _ in token.words)
    if token.joined:
        yield token.joined
