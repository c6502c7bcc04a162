"""The formats a release may come in, a row each; the first whose bytes fit reads them.

Formats that no reader is kept for yet are known by their bytes and refused by name, so that the
user learns what to do. A reader for one of them takes the place of the refusal in its row.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

from db.errors import Unreadable
from db.exchange.html import looks_like_html, read_page
from db.exchange.plain import read_text
from db.exchange.release import Parts

_MAIL_HEADER = re.compile(
    rb"(?:received|return-path|message-id|mime-version|delivered-to|x-[\w-]+|from|date|subject): ",
    re.IGNORECASE,
)
_MAIL_ONLY = re.compile(
    rb"^(?:received|return-path|message-id|mime-version):\s", re.IGNORECASE | re.MULTILINE
)
_PICTURES_AND_PROGRAMS = (
    b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"\x7fELF",
    b"PK\x03\x04", b"PK\x05\x06", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08",
    b"\xfd7zXZ\0", b"SQLite format 3\0", b"OggS\0", b"\xca\xfe\xba\xbe", b"\0asm",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """Hold a row of the table.

    `suffixes` are lower case with their dot, `media_types` those of IANA. `sniff` tells the format
    by its bytes; `read` takes bytes, the file's name and the charset that came beside them, and
    raises Unreadable. `label` is the name users know the format by.
    """

    key: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    read: Callable[[bytes, str, str | None], Parts]
    label: str


def format_of(data: bytes, *, name: str = "", media_type: str = "") -> Format:
    """Find the format of some bytes: by the bytes, then by media type, then by the file's name.

    A format that needs its signature is never told by its name alone; plain text is what is left.
    """
    by_bytes = (row for row in FORMATS if row.sniff(data))
    named = (row for row in _READ_BY_NAME if media_type in row.media_types or _fits(row, name))
    return next(by_bytes, None) or next(named, TEXT)


def _fits(row: Format, name: str) -> bool:
    return name.lower().endswith(row.suffixes)


def _starts(*signatures: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(signatures)


def _zip_of(inner: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(b"PK\x03\x04") and inner in data


def _is_pdf(data: bytes) -> bool:
    return re.match(rb"%PDF-\d\.\d", data) is not None or (
        b"%PDF-" in data[:1024] and b"startxref" in data[-2048:]
    )


def _is_mail(data: bytes) -> bool:
    head = re.split(rb"\r?\n\r?\n", data[:8192], maxsplit=1)[0]
    return _MAIL_HEADER.match(head) is not None and _MAIL_ONLY.search(head) is not None


def _never(data: bytes) -> bool:  # noqa: ARG001 - plain text has no signature
    return False


def _not_yet(label: str) -> Callable[[bytes, str, str | None], Parts]:
    def refuse(data: bytes, name: str, charset: str | None) -> NoReturn:  # noqa: ARG001 - as read
        raise Unreadable(name, "unknown_format", format=label)

    return refuse


def _refuse_binary(data: bytes, name: str, charset: str | None) -> NoReturn:  # noqa: ARG001 - as read
    raise Unreadable(name, "binary")


def _unread(
    key: str, label: str, suffix: str, media_type: str, sniff: Callable[[bytes], bool]
) -> Format:
    return Format(
        key=key,
        suffixes=(suffix,),
        media_types=(media_type,),
        sniff=sniff,
        read=_not_yet(label),
        label=label,
    )


_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

HTML = Format(
    key="html",
    suffixes=(".html", ".htm", ".xhtml", ".shtml"),
    media_types=("text/html", "application/xhtml+xml"),
    sniff=looks_like_html,
    read=read_page,
    label="HTML",
)
TEXT = Format(
    key="text",
    suffixes=(".txt", ".text", ".md"),
    media_types=("text/plain",),
    sniff=_never,
    read=read_text,
    label="plain text",
)
BINARY = Format(
    key="binary",
    suffixes=(),
    media_types=(),
    sniff=_starts(*_PICTURES_AND_PROGRAMS),
    read=_refuse_binary,
    label="binary data",
)
FORMATS: tuple[Format, ...] = (
    _unread("pdf", "PDF", ".pdf", "application/pdf", _is_pdf),
    _unread("docx", "DOCX", ".docx", _OFFICE, _zip_of(b"word/document.xml")),
    _unread(
        "odt",
        "ODT",
        ".odt",
        "application/vnd.oasis.opendocument.text",
        _zip_of(b"application/vnd.oasis.opendocument.text"),
    ),
    _unread(
        "doc", "DOC", ".doc", "application/msword", _starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    ),
    _unread("rtf", "RTF", ".rtf", "application/rtf", _starts(b"{\\rtf")),
    _unread("mail", "mail", ".eml", "message/rfc822", _is_mail),
    BINARY,
    HTML,
    TEXT,
)
"""All formats, the surest signature first."""
_READ_BY_NAME = (HTML, TEXT)
