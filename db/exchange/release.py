"""What intake gives back: the three things kept apart about a release, and what can be guessed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Hold what a reader makes of some bytes.

    `reader` and `reader_version` say what turned the bytes into `text`, so that another reading of
    the same original can be told from this one. `encoding` is a Python codec with which the
    original decodes strictly, unless `warnings` has "characters_replaced".
    """

    encoding: str
    reader: str
    reader_version: str
    text: str
    title: str
    languages: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    published_hint: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Release(Parts):
    """Hold a release as it came, how it was decoded, and its text.

    `original` is the bytes untouched and `sha256` their digest in hexadecimal. `text` is what the
    reader saw, with CRLF and CR turned into LF: all offsets count its code points. `title` is a
    guess of at most 300 characters. `languages` are ISO 639-1 codes, most used first.
    `published_hint` is a day in EDTF (ISO 8601-2), only where the page names one day.
    `warnings` are codes: "characters_replaced", "encoding_guessed", "encoding_disagrees", "large",
    "structure_flattened".
    """

    name: str
    original: bytes
    sha256: str
    format: str
