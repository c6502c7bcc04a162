"""The words of a Russian sentence with what each may be: lemma, case, number, gender."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from desktop.reading.morphology import Parse, parses

CASES = frozenset(("nomn", "gent", "datv", "accs", "ablt", "loct"))
_WORD = re.compile(
    r"(?P<short>(?i:(?:и|вр|в)\.\s?(?:и\.\s?)?о\.)(?=\W)|(?:им|св|г|гг|ул|пр|пл|акад|проф|зам|д-р|ген|чл|корр|стр|т|д|др|н|пр)\.(?=\W|$|[А-ЯЁ]))"
    r"|(?P<initial>[А-ЯЁA-Z](?:\.|(?=\.)))"
    r"|(?P<word>[^\W\d_]+(?:[-‑’'ʼ][^\W_]+)*)"
    r"|(?P<number>\d+(?:[.,]\d+)*(?:-[а-яё]{1,3}\b)?)"
    r"|(?P<sign>[^\w\s])"
)
MIXED_ACRONYM = re.compile(r"[А-ЯЁ][а-яё]{2,}-?[А-ЯЁ]{3,}")
"""Acronyms that begin as a word: «АтлантНИРО»."""
_QUOTES = {"«": "»", "“": "”", "„": "“", '"': '"', "‘": "’"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word or sign: its place in the sentence and how it may be read."""

    start: int
    end: int
    text: str
    sort: str
    """``word``, ``initial``, ``short`` (an abbreviation), ``number`` or ``sign``."""
    parses: tuple[Parse, ...] = ()

    @property
    def lower(self) -> str:
        """Return the word in lower case, ё as е."""
        return self.text.lower().replace("ё", "е")

    @property
    def is_capital(self) -> bool:
        """Tell whether the word begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def lemmas(self) -> frozenset[str]:
        """Return the dictionary forms the word may be of, ё as е."""
        return frozenset((*(p.normal.replace("ё", "е") for p in self.parses), self.lower))

    def noun(self, cases: frozenset[str] = CASES) -> Parse | None:
        """Return the likeliest reading as a noun in one of some cases, or None."""
        if self.parses and self.parses[0].pos in _SMALL_WORDS:
            return None
        return next((p for p in self.parses if p.pos == "NOUN" and p.case in cases), None)

    def adjective(self, cases: frozenset[str] = CASES) -> Parse | None:
        """Return the likeliest reading as an adjective or participle, or None."""
        return next((p for p in self.parses if p.pos in _ADJECTIVES and p.case in cases), None)

    def verb(self) -> bool:
        """Tell whether the word is most likely a verb."""
        return bool(self.parses) and self.parses[0].pos in {"VERB", "INFN", "GRND", "PRTS"}


_ADJECTIVES = frozenset(("ADJF", "PRTF"))
_SMALL_WORDS = frozenset(("PREP", "CONJ", "PRCL", "NPRO"))


@lru_cache(maxsize=16384)
def words_of(sentence: str) -> tuple[Word, ...]:
    """Return the words and signs of a sentence, in order; offsets count from its start."""
    return tuple(_words(sentence))


def _words(sentence: str) -> Iterator[Word]:
    for found in _WORD.finditer(sentence):
        sort = found.lastgroup or "sign"
        read = parses(found[0]) if sort == "word" else ()
        yield Word(found.start(), found.end(), found[0], sort, read)


def closing_quote(words: Sequence[Word], at: int, longest: int = 25) -> int | None:
    """Return the place of the sign that closes the quotes opened at a place, or None.

    Where one sign closes two («НК «Заря» …), it is the first.
    """
    close = _QUOTES.get(words[at].text)
    depth, first = 0, None
    for place in range(at + 1, min(len(words), at + longest)):
        text = words[place].text
        if text == close and not depth:
            return place
        first = place if text == close and first is None else first
        depth += (text == "«") - (text == "»" and depth > 0)
    return first


def opens_quote(word: Word) -> bool:
    """Tell whether a sign opens quotes."""
    return word.text in _QUOTES


def text_of(words: Sequence[Word], sentence: str) -> str:
    """Return the words as the sentence sets them, with single spaces."""
    return " ".join(sentence[words[0].start : words[-1].end].split()) if words else ""


def quoted_span(words: Sequence[Word], start: int, end: int) -> bool:
    """Tell whether the words from one place to before another stand in quotes."""
    inside = opens_quote(words[start]) or (start > 0 and opens_quote(words[start - 1]))
    closing = words[end] if end < len(words) else None
    return inside and (
        words[end - 1].text in _QUOTES.values()
        or (closing is not None and closing.text in _QUOTES.values())
    )
