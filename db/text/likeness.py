"""Likeness of texts: whether a release is nearly the same as one already held.

Texts are compared by their shingles, runs of five folded words. A sketch keeps the smallest hashes
of them (bottom-k, Broder 1997): near-identical texts share most of a sketch, so that an index over
hashes finds candidates and `likeness` decides.
"""

import struct
from collections.abc import Iterable
from functools import partial
from hashlib import blake2b

from .folding import fold, words

_RUN = 5
_SHORT = 40  # words; shorter texts have so few inner runs that their ends must count too
_MASK = (1 << 63) - 1  # SQLite integers are signed
_digest = partial(blake2b, digest_size=8)


def sketch(text: str, size: int = 16) -> tuple[int, ...]:
    """Return up to `size` hashes of 63 bits, ascending, the same on every machine.

    A text without words has an empty sketch.
    """
    return tuple(sorted(set(_hashes(_runs(text))))[:size])


def likeness(a: str, b: str) -> float:
    """Return the Jaccard likeness of two texts' shingles: 0 nothing shared, 1 the same words."""
    first, second = _shingles(a), _shingles(b)
    if not first and not second:
        return float(fold(a) == fold(b))
    return len(first & second) / len(first | second)


def _shingles(text: str) -> frozenset[str]:
    return frozenset(_runs(text))


def _runs(text: str) -> list[str]:
    """Cut a text into runs of words; a short one has runs across its ends, so shorter ones."""
    found = words(text)
    if not found:
        return []
    if len(found) < _SHORT:
        edge = [""] * (_RUN - 1)
        found = [*edge, *found, *edge]
    return list(map(" ".join, zip(*(found[at:] for at in range(_RUN)), strict=False)))


def _hashes(runs: Iterable[str]) -> list[int]:
    digests = [digest.digest() for digest in map(_digest, map(str.encode, runs))]
    hashes = struct.unpack(f">{len(digests)}Q", b"".join(digests))
    return [value & _MASK for value in hashes]
