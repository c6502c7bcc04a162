"""Reads the headers of a mail, also those that break the rules for letters beyond ASCII."""

from binascii import Error as Base64Error
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime

from db.errors import Unreadable
from db.exchange.decoding import decode
from db.text.cleaning import clean_line

_LONGEST = 2000


def header(message: Message, name: str) -> str:
    """Return a header as one line of text; empty where there is none."""
    wanted = (text for key, text in message.raw_items() if key.lower() == name)
    return decoded(str(next(wanted, "")))


def decoded(raw: str) -> str:
    """Decode the words of a header that are encoded (RFC 2047), and bytes that never were."""
    line = "".join(raw[:_LONGEST].splitlines())
    try:
        pieces = decode_header(line)
    except (HeaderParseError, Base64Error, ValueError, LookupError):
        pieces = [(line, None)]
    return clean_line("".join(_piece(text, charset) for text, charset in pieces))


def day_sent(message: Message) -> str | None:
    """Return the day a mail was sent, in its sender's zone, as EDTF; None where it says none."""
    try:
        return parsedate_to_datetime(header(message, "date")).date().isoformat()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _piece(text: str | bytes, charset: str | None) -> str:
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogateescape")
    if charset in {None, "unknown-8bit"} and data.isascii():
        return data.decode("ascii")
    try:
        return decode(data, charset=charset).text if data else ""
    except Unreadable:
        return data.decode("utf-8", "replace")
