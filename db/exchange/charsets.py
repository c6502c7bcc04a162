"""Recognises the eight-bit encoding of a text by how its letters fall.

A wrong reading of Russian gives rare letters, capitals inside words or letters of two alphabets in
one word. Each reading is scored by the frequency of its letters; a near tie is put to
charset-normalizer, asked about the candidates alone.
"""

import math
import re
from collections.abc import Iterator
from itertools import islice

from charset_normalizer import from_bytes

CYRILLIC = ("cp1251", "koi8_r", "cp866", "iso8859_5", "koi8_u")
LATIN = ("cp1252", "latin_1")
LEAST_SCORE = -3.75
"""The mean log-probability of a letter below which a reading is no language of ours."""

_SAMPLE_RUNS = 4000
_TIE = 0.3
_HIGH_RUN = re.compile(rb"[\x80-\xff]{1,60}")
_LETTERS = re.compile(r"[^\W\d_]+")
_ODD = -8.0
_PRIOR = -2.9
_PRIOR_WEIGHT = 3
_RARE_CYRILLIC = -6.5
_CAPITAL_INSIDE = -2.0
_COMMON_LATIN = frozenset("àáâäãåæçèéêëíîïñóôöõøùúûüßœ")
_LETTERS_OF_RUSSIAN = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєўґ"
_PERCENT = (
    10.97, 8.45, 8.01, 7.35, 6.70, 6.26, 5.47, 4.73, 4.54, 4.40, 3.49, 3.21, 2.98, 2.81, 2.62,
    2.01, 1.90, 1.74, 1.70, 1.65, 1.59, 1.44, 1.21, 0.97, 0.94, 0.73, 0.64, 0.48, 0.36, 0.32,
    0.26, 0.04, 0.3, 0.5, 0.3, 0.3, 0.3, 0.05,
)  # fmt: skip
_CYRILLIC_LETTER = {
    letter: math.log(percent / 100)
    for letter, percent in zip(_LETTERS_OF_RUSSIAN, _PERCENT, strict=True)
}
"""The log-probability of a letter in Russian; letters of its neighbours are given a guess."""


def guess(data: bytes) -> str | None:
    """Name the codec that reads these bytes best, or None where none reads them well.

    For bytes with at least one above 0x7F and no mark of their encoding.
    """
    ranked = sorted(((_score(data, codec), -i, codec) for i, codec in _candidates(data)))[::-1]
    if not ranked or ranked[0][0] < LEAST_SCORE:
        return None
    best, second = ranked[0], ranked[1] if len(ranked) > 1 else None
    if second is None or best[0] - second[0] > _TIE or second[0] == best[0]:
        return best[2]
    return _vote(data, best[2], second[2])


def plausible(data: bytes, codec: str) -> bool:
    """Tell whether an eight-bit codec makes words of these bytes."""
    return _score(data, codec) >= LEAST_SCORE


def _candidates(data: bytes) -> Iterator[tuple[int, str]]:
    for rank, codec in enumerate((*LATIN[:1], *CYRILLIC, *LATIN[1:])):
        try:
            data.decode(codec)
        except UnicodeDecodeError:
            continue
        yield rank, codec


def _vote(data: bytes, best: str, second: str) -> str:
    match = from_bytes(data[: 1 << 16], cp_isolation=[best, second]).best()
    return match.encoding if match is not None and match.encoding == second else best


def _score(data: bytes, codec: str) -> float:
    values: list[float] = []
    for run in islice(_HIGH_RUN.finditer(data), _SAMPLE_RUNS):
        text = run.group().decode(codec, "replace")
        before = data[run.start() - 1 : run.start()].isalpha()
        after = data[run.end() : run.end() + 1].isalpha()
        for word in _LETTERS.finditer(text):
            joined = (before and word.start() == 0) or (after and word.end() == len(text))
            values.extend(_letters(word.group(), joined=joined))
        values.extend(_ODD for sign in text if _is_odd(sign))
    return (sum(values) + _PRIOR * _PRIOR_WEIGHT) / (len(values) + _PRIOR_WEIGHT)


def _letters(word: str, *, joined: bool) -> Iterator[float]:
    """Value each letter; `joined` says that a letter of ASCII stands in the same word."""
    shouted = word.isupper()
    for index, letter in enumerate(word):
        if "\u0400" <= letter <= "\u052f":
            value = _ODD if joined else _CYRILLIC_LETTER.get(letter.lower(), _RARE_CYRILLIC)
            inside = index > 0 and letter.isupper() and not shouted
            yield value + (_CAPITAL_INSIDE if inside else 0.0)
        elif len(word) > 2:
            yield _ODD
        else:
            yield (-2.5 if letter.lower() in _COMMON_LATIN else -4.0) - (0 if joined else 1.5)


def _is_odd(sign: str) -> bool:
    return "\u0080" <= sign <= "\u009f" or "\u2500" <= sign <= "\u25ff" or sign == "\ufffd"
