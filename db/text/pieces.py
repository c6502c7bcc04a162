"""A long text in pieces: to split all of it at once would keep other threads waiting."""

from collections.abc import Iterator

PIECE = 1 << 16
"""Code points of a piece: splitting one takes well under a millisecond."""


def pieces_of(text: str, size: int = PIECE) -> Iterator[str]:
    """Cut a text at blanks into pieces of at least ``size`` code points, the last one aside.

    What a piece begins with may be a blank; splitting all pieces gives the words of the text.
    """
    start = 0
    while start < len(text):
        end = text.find(" ", start + size)
        end = len(text) if end < 0 else end
        yield text[start:end]
        start = end
