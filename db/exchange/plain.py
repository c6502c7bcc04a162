"""Reads plain text: the characters as decoded, but CRLF and CR as LF for simple offsets."""

from db.errors import Unreadable
from db.exchange.decoding import decode
from db.exchange.languages import languages_of
from db.exchange.release import Parts
from db.exchange.titles import first_meaningful_line
from db.text.cleaning import storable

READER = "text"
READER_VERSION = "1"


def read_text(data: bytes, name: str, charset: str | None = None) -> Parts:
    """Read plain text.

    Raises Unreadable: "binary", "undecodable", or "empty" where it shows nothing.
    """
    decoded = decode(data, name=name, charset=charset)
    text = storable(with_line_feeds(decoded.text))
    if is_blank(text):
        raise Unreadable(name, "empty")
    return Parts(
        encoding=decoded.encoding,
        reader=READER,
        reader_version=READER_VERSION,
        text=text,
        title=first_meaningful_line(text),
        languages=languages_of(text),
        warnings=decoded.warnings,
    )


def with_line_feeds(text: str) -> str:
    """Turn CRLF and lone CR into LF; U+0085, U+2028 and U+2029 are characters like any other."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_blank(text: str) -> bool:
    """Tell whether a text shows nothing: white space, and characters of no width and no look."""
    return all(sign.isspace() or not sign.isprintable() for sign in text)
