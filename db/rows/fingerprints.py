"""Fingerprints: what a release is compared by with those that are there already."""

import hashlib
from dataclasses import dataclass

from db.text.likeness import sketch


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """The digests of a file and of the text read from it (SHA-256, hexadecimal), and its sketch."""

    file_sha256: str
    text: str
    text_sha256: str
    hashes: tuple[int, ...]
    """The sketch of the text (``db.text.likeness``), ascending."""


def fingerprint_of(*, file_sha256: str, text: str) -> Fingerprint:
    """Return the fingerprint of a release; it takes about as long as reading it did."""
    return Fingerprint(
        file_sha256=file_sha256,
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        hashes=sketch(text),
    )
