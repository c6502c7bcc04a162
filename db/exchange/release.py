"""What intake gives back: the three things kept apart about a release, and what can be guessed."""

from dataclasses import dataclass

from db.rows.fingerprints import Fingerprint, fingerprint_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Hold what a reader makes of some bytes.

    `reader` and `reader_version` say what turned the bytes into `text`, so that another reading of
    the same original can be told from this one. `encoding` is a Python codec with which the
    original decodes strictly, unless `warnings` has "characters_replaced"; it is empty for formats
    that are no text themselves. `left_out` are the names of attachments that were not read.
    """

    encoding: str
    reader: str
    reader_version: str
    text: str
    title: str
    languages: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    published_hint: str | None = None
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Release(Parts):
    """Hold a release as it came, how it was decoded, and its text.

    `original` is the bytes untouched and `sha256` their digest in hexadecimal. `text` is what the
    reader saw, with CRLF and CR turned into LF: all offsets count its code points. `title` is a
    guess of at most 300 characters. `languages` are ISO 639-1 codes, most used first.
    `published_hint` is a day in EDTF (ISO 8601-2), only where the page names one day.
    `warnings` are codes: "characters_replaced", "encoding_guessed", "encoding_disagrees", "large",
    "structure_flattened", "pages_without_text", "furniture_once", "words_joined",
    "pictures_left_out", "parts_left_out", "changes_tracked", "attachments_left_out",
    "attachment_read".
    """

    name: str
    original: bytes
    sha256: str
    format: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Hold a release that is to be taken in, and what it is compared by."""

    release: Release
    fingerprint: Fingerprint


def arrival_of(release: Release) -> Arrival:
    """Make a release ready to be taken in: all that can be done without the catalogue."""
    fingerprint = fingerprint_of(file_sha256=release.sha256, text=release.text)
    return Arrival(release=release, fingerprint=fingerprint)
