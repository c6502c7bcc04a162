"""Takes a release in: bytes or pasted text to a frozen `Release`, or a refusal that says why."""

import hashlib
from collections.abc import Callable
from email.message import Message

from db.errors import Unreadable
from db.exchange.file_names import safe_name
from db.exchange.formats import HTML, LARGEST_MB, LARGEST_TEXT_MB, TEXT, format_of
from db.exchange.html import read_fragment
from db.exchange.release import Parts, Release
from db.text.cleaning import storable

_LARGEST_PASTE = LARGEST_TEXT_MB * 1_000_000
_LARGE = 1_000_000


def read_release(data: bytes, *, name: str = "", media_type: str | None = None) -> Release:
    """Read a release from the bytes of a file or a drop; `media_type` may name a charset.

    Files that come from outside are read by `db.exchange.apart` in a process of its own, which
    calls this. Raises Unreadable and nothing else: "too_large" past 50 MB for documents and 10 MB
    for pages and texts, "empty", "binary", "undecodable", "no_text", "unknown_format", "damaged",
    "password", "bomb", and for PDFs "too_many_pages", "scanned" and "garbled".
    """
    name = safe_name(name)
    _check_size(len(data), name, LARGEST_MB)
    if not data.strip():
        raise Unreadable(name, "empty")
    kind, charset = _media_type(media_type)
    found = format_of(data, name=name, media_type=kind)
    _check_size(len(data), name, found.largest_mb)
    parts = found.read(data, name, charset)
    return _release(data, name=name, format_key=found.key, parts=parts)


def read_pasted(text: str, html: str | None = None) -> Release:
    """Read a release from a clipboard's text and, where it has one, its HTML flavour.

    The original is the flavour that was read, as UTF-8. HTML is preferred for its lists and tables
    unless it can't be read or shows less than half of the text's words.
    Raises Unreadable: "too_large", "binary", "empty".
    """
    _check_size(len(text), "", LARGEST_TEXT_MB)
    rich = _pasted_html(html) if html else None
    if rich is not None and len(rich.text.split()) * 2 >= len(text.split()):
        return rich
    return _pasted(text, TEXT.read, TEXT.key)


def _pasted_html(html: str) -> Release | None:
    if len(html) > _LARGEST_PASTE:  # pictures written into the page, as a rule
        return None
    try:
        return _pasted(html, read_fragment, HTML.key)
    except Unreadable:
        return None


def _pasted(
    flavour: str, read: Callable[[bytes, str, str | None], Parts], format_key: str
) -> Release:
    kept = storable(flavour)
    data = kept.encode()
    _check_size(len(data), "", LARGEST_TEXT_MB)
    parts = read(data, "", "utf-8")
    lost = ("characters_replaced",) if kept != flavour else ()
    return _release(data, name="", format_key=format_key, parts=parts, more_warnings=lost)


def _release(
    data: bytes, *, name: str, format_key: str, parts: Parts, more_warnings: tuple[str, ...] = ()
) -> Release:
    large = ("large",) if len(data) > _LARGE else ()
    return Release(
        name=name,
        original=data,
        sha256=hashlib.sha256(data).hexdigest(),
        format=format_key,
        encoding=parts.encoding,
        reader=parts.reader,
        reader_version=parts.reader_version,
        text=parts.text,
        title=parts.title,
        languages=parts.languages,
        warnings=(*parts.warnings, *more_warnings, *large),
        published_hint=parts.published_hint,
        left_out=parts.left_out,
    )


def _check_size(size: int, name: str, limit_mb: int) -> None:
    if size > limit_mb * 1_000_000:
        raise Unreadable(name, "too_large", limit=limit_mb)


def _media_type(media_type: str | None) -> tuple[str, str | None]:
    """Take a media type apart (RFC 2045): "text/html; charset=windows-1251"."""
    message = Message()
    message["content-type"] = media_type or ""
    return message.get_content_type() if media_type else "", message.get_content_charset()
