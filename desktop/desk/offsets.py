"""Offsets: the one place where code points of a text meet positions of a QTextDocument.

A QTextDocument counts UTF-16 units, takes CRLF for one break, and gives other characters back than
it was given. So offsets are counted here, and quoted words are always cut out of the text itself.
"""

import re
from bisect import bisect_right

_ODD = re.compile("\r\n|[\U00010000-\U0010ffff]")

_ORDER_MARKS = ("\ufeff", "\ufffe")
_WORD_JOINER = "\u2060"


def drawable(text: str) -> str:
    """Return the text to insert into a document, of the same length and looks.

    A byte order mark that begins a string is taken for one, and lost, where Qt takes the string
    over; U+FFFE would even turn the bytes of every character around. A word joiner, as invisible,
    stands in its place.
    """
    return _WORD_JOINER + text[1:] if text.startswith(_ORDER_MARKS) else text


class DocumentMap:
    """Maps offsets in a text (code points) to positions in its document (UTF-16 units), and back.

    Both are the same but for CRLF, which is one position less, and characters beyond the Basic
    Multilingual Plane, which are one more. Nothing else changes length when the text is inserted
    as `drawable()` into a QTextDocument by `QTextCursor.insertText()`.
    """

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._offsets: list[int] = [0]
        """Where each stretch of even counting begins in the text ..."""
        self._positions: list[int] = [0]
        """... and in the document."""
        shift = 0
        for odd in _ODD.finditer(text):
            shift += -1 if odd.group() == "\r\n" else 1
            self._offsets.append(odd.end())
            self._positions.append(odd.end() + shift)

    @property
    def end(self) -> int:
        """The last position in the document."""
        return self.position(self._length)

    def position(self, offset: int) -> int:
        """Return the position of an offset; between CR and LF it is before both."""
        offset = min(max(offset, 0), self._length)
        at = bisect_right(self._offsets, offset) - 1
        position = self._positions[at] + offset - self._offsets[at]
        return min(position, self._ceiling(at))

    def offset(self, position: int) -> int:
        """Return the offset of a position; inside a surrogate pair it is before the character."""
        at = bisect_right(self._positions, max(position, 0)) - 1
        offset = self._offsets[at] + max(position, 0) - self._positions[at]
        return min(offset, self._ceiling_offset(at), self._length)

    def _ceiling(self, at: int) -> int:
        """Return the last position before the break that ends a stretch, where CRLF does."""
        if at + 1 == len(self._offsets):
            return self._positions[at] + self._length - self._offsets[at]
        return self._positions[at + 1] - 1

    def _ceiling_offset(self, at: int) -> int:
        """Return the last offset in a stretch that has a position of its own."""
        if at + 1 == len(self._offsets):
            return self._length
        length = self._offsets[at + 1] - self._offsets[at]
        drawn = self._positions[at + 1] - self._positions[at]
        odd = 1 if drawn > length else 2  # a character beyond the plane, or CRLF
        return self._offsets[at + 1] - odd
