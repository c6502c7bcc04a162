"""The formats a release may come in, a row each; the first whose bytes fit reads them.

Formats that no reader is kept for are known by their bytes and refused by name, so that the user
learns what to do. Readers of documents are loaded when one comes: most releases are pages or text.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

from db.errors import Unreadable
from db.exchange.html import looks_like_html, read_page
from db.exchange.plain import read_text
from db.exchange.release import Parts

LARGEST_MB = 50
"""What no file may exceed, whatever its format."""
LARGEST_TEXT_MB = 10
"""What no text or page may exceed; documents hold pictures too."""

_MAIL_HEADER = re.compile(
    rb"(?:received|return-path|message-id|mime-version|delivered-to|x-[\w-]+|from|date|subject): ",
    re.IGNORECASE,
)
_MAIL_ONLY = re.compile(
    rb"^(?:received|return-path|message-id|mime-version):\s", re.IGNORECASE | re.MULTILINE
)
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_PICTURES_AND_PROGRAMS = (
    b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"\x7fELF",
    b"PK\x03\x04", b"PK\x05\x06", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08",
    b"\xfd7zXZ\0", b"SQLite format 3\0", b"OggS\0", b"\xca\xfe\xba\xbe", b"\0asm",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """Hold a row of the table.

    `largest_mb` is the size past which a file is no release but a book of pictures or a mistake.
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
    largest_mb: int = LARGEST_TEXT_MB


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
    if _MAIL_HEADER.match(data) is None:
        return False
    head = re.split(rb"\r?\n\r?\n", data[:8192], maxsplit=1)[0]
    return _MAIL_ONLY.search(head) is not None


def _never(data: bytes) -> bool:  # noqa: ARG001 - plain text has no signature
    return False


def _refuse_doc(data: bytes, name: str, charset: str | None) -> NoReturn:  # noqa: ARG001 - as read
    """Refuse what Word 97 wrote, and what Word locks away in the same container."""
    if _LOCKED in data:
        raise Unreadable(name, "password")
    raise Unreadable(name, "unknown_format", format="DOC")


def _refuse_binary(data: bytes, name: str, charset: str | None) -> NoReturn:  # noqa: ARG001 - as read
    raise Unreadable(name, "binary")


def _document(
    key: str,
    suffix: str,
    media_type: str,
    sniff: Callable[[bytes], bool],
    read: Callable[[bytes, str, str | None], Parts],
) -> Format:
    return Format(
        key=key,
        suffixes=(suffix,),
        media_types=(media_type,),
        sniff=sniff,
        read=read,
        label=key.upper(),
        largest_mb=LARGEST_MB,
    )


def _read_pdf(data: bytes, name: str, charset: str | None) -> Parts:
    from db.exchange.pdf.reader import read_pdf  # noqa: PLC0415 - loaded where it is needed

    return read_pdf(data, name, charset)


def _read_docx(data: bytes, name: str, charset: str | None) -> Parts:
    from db.exchange.docx.reader import read_docx  # noqa: PLC0415 - likewise

    return read_docx(data, name, charset)


def _read_odt(data: bytes, name: str, charset: str | None) -> Parts:
    from db.exchange.odt.reader import read_odt  # noqa: PLC0415 - likewise

    return read_odt(data, name, charset)


def _read_rtf(data: bytes, name: str, charset: str | None) -> Parts:
    from db.exchange.rtf.reader import read_rtf  # noqa: PLC0415 - likewise

    return read_rtf(data, name, charset)


def _read_mail(data: bytes, name: str, charset: str | None) -> Parts:  # noqa: ARG001 - as read
    from db.exchange.mail.reader import read_mail  # noqa: PLC0415 - likewise

    return read_mail(data, name, _read_any)


def _read_any(data: bytes, name: str) -> Parts:
    return format_of(data, name=name).read(data, name, None)


_OPEN_XML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument.text"

DOC = Format(
    key="doc",
    suffixes=(".doc",),
    media_types=("application/msword",),
    sniff=_starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    read=_refuse_doc,
    label="DOC",
)
MAIL = Format(
    key="mail",
    suffixes=(".eml",),
    media_types=("message/rfc822",),
    sniff=_is_mail,
    read=_read_mail,
    label="mail",
    largest_mb=LARGEST_MB,
)
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
    _document("pdf", ".pdf", "application/pdf", _is_pdf, _read_pdf),
    _document("docx", ".docx", f"{_OPEN_XML}.document", _zip_of(b"word/document"), _read_docx),
    _document("odt", ".odt", _OPEN_DOCUMENT, _zip_of(_OPEN_DOCUMENT.encode()), _read_odt),
    DOC,
    _document("rtf", ".rtf", "application/rtf", _starts(b"{\\rtf"), _read_rtf),
    MAIL,
    BINARY,
    HTML,
    TEXT,
)
"""All formats, the surest signature first."""
_READ_BY_NAME = (HTML, TEXT)
READABLE_SUFFIXES = tuple(
    suffix for row in FORMATS if row not in (DOC, BINARY) for suffix in row.suffixes
)
"""The endings of the names of files that can be read, as dialogs offer them."""
