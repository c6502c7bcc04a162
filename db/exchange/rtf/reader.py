"""Reads RTF: paragraphs, headings, list labels as they stand, tables, text boxes and notes.

What stands on every page is set once: headers above the text, footers below. Deleted and hidden
words are left out; nothing that is embedded or linked is opened.
"""

from db.exchange.document import parts_of
from db.exchange.release import Parts
from db.exchange.rtf.stream import Stream
from db.exchange.rtf.tokens import tokens
from db.exchange.sheet import headings, set_sheet

READER = "rtf"
READER_VERSION = "1"


def read_rtf(data: bytes, name: str, charset: str | None = None) -> Parts:  # noqa: ARG001 - as read
    """Read RTF; a file cut short is read as far as it goes.

    Raises Unreadable: "no_text", or "bomb" where groups are nested deeper than any writer does.
    """
    stream = Stream(name)
    for token in tokens(data):
        stream.take(token)
    items = stream.finished()
    return parts_of(
        set_sheet(items),
        name=name,
        reader=READER,
        reader_version=READER_VERSION,
        properties=stream.properties(),
        headings=list(headings(items)),
        warnings=sorted(stream.warnings),
    )
