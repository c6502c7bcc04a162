"""What is stored beside the records: originals and texts, written once and known by SHA-256."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """An original with the name it came under, which may be empty."""

    sha256: str
    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredText:
    """A text and the source it is of, None where only the history still knows it."""

    sha256: str
    reference: str | None
    text: str
