"""Cleaning of what people type and paste, before it is stored.

Titles and notes lose what cannot be seen and would mislead. A source's text loses only what
SQLite cannot hold faithfully: it is evidence and stays as it came.
"""

import re
import unicodedata

_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")
# Marks that reorder text they do not belong to: embeddings, overrides and isolates of UAX #9
_BIDI = "\u202a-\u202e\u2066-\u2069"
_HIDDEN = re.compile(
    rf"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f{_BIDI}\u200b\ufeff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_NEWLINE = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_GAP = re.compile(r"[ \t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")


def clean_line(text: str) -> str:
    """Return a title or other one-line value without hidden characters or line breaks.

    Ordinary white space is squeezed, no-break spaces stay; the result is in NFC. Idempotent.
    """
    return unicodedata.normalize("NFC", _GAP.sub(" ", _HIDDEN.sub("", text)).strip())


def clean_block(text: str) -> str:
    """Return a value of several lines without hidden characters, its line breaks all line feeds.

    Line ends and the whole are trimmed, indents and empty lines inside stay. Idempotent.
    """
    lines = _NEWLINE.split(_HIDDEN.sub("", text))
    return unicodedata.normalize("NFC", "\n".join(map(str.rstrip, lines)).strip())


def storable(text: str) -> str:
    """Return a source's text without NUL and lone surrogates, all else unchanged."""
    return _UNSTORABLE.sub("", text)
