"""Opens PDFs: the one door to PDFium, with the little that is used of it typed.

PDFium is built without JavaScript here and opens no file, link or form that a PDF names.
"""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import Any

from db.errors import Unreadable

_raw: Any = import_module("pypdfium2.raw")  # ctypes made from headers: nothing of it is typed
PDFIUM_VERSION: str = str(import_module("pypdfium2.version").PDFIUM_INFO.build)

MOST_PAGES = 2000
_MOST_LETTERS = 200_000
_LINE_ENDS = frozenset({0x0A, 0x0D})
_BLANKS = _LINE_ENDS | {0x20, 0xA0}
_HYPHENS = frozenset({0x02, 0xFFFE})
"""What PDFium gives for a hyphen at the end of a line where it takes the word to go on."""
_DAMAGED = "\ufffd"
_BOLD = 600
_LONGEST_NAME = 2000

HYPHEN = "\u00ad"
"""Stands for a hyphen at the end of a line, which may be part of the word or not."""


@dataclass(frozen=True, slots=True)
class Letter:
    """Hold a letter, its box and the line it stands on in points, y upwards.

    `is_made` are blanks that PDFium has put between others.
    """

    sign: str
    left: float
    right: float
    bottom: float
    top: float
    base: float
    is_made: bool
    is_bold: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Hold a page: its letters in the order they are drawn; `unknown` of them have no meaning."""

    height: float
    letters: tuple[Letter, ...]
    unknown: int


class Document:
    """A PDF in memory."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open a PDF.

        Raises Unreadable: "password", "too_many_pages" or "damaged".
        """
        _raw.FPDF_InitLibrary()
        self._data = data  # PDFium reads from it as long as the document is open
        self._handle = _raw.FPDF_LoadMemDocument64(data, len(data), None)
        if not self._handle:
            locked = {_raw.FPDF_ERR_PASSWORD, _raw.FPDF_ERR_SECURITY}
            reason = "password" if _raw.FPDF_GetLastError() in locked else "damaged"
            raise Unreadable(name, reason)
        self.count = int(_raw.FPDF_GetPageCount(self._handle))
        if not 0 < self.count <= MOST_PAGES:
            self.close()
            raise Unreadable(
                name, "too_many_pages" if self.count > 0 else "damaged", limit=MOST_PAGES
            )

    def close(self) -> None:
        """Give the memory back."""
        _raw.FPDF_CloseDocument(self._handle)

    def pages(self) -> Iterator[Page]:
        """Yield the pages, each when it is asked for; one that is damaged has no letters."""
        for number in range(self.count):
            page = _raw.FPDF_LoadPage(self._handle, number)
            if not page:
                yield Page(height=0, letters=(), unknown=0)
                continue
            try:
                yield _read(page)
            finally:
                _raw.FPDF_ClosePage(page)

    def stated(self, key: str) -> str:
        """Return what the file says of itself as "Title" or "CreationDate"; empty if nothing."""
        return _string(partial(_raw.FPDF_GetMetaText, self._handle, key.encode()))

    def attachments(self) -> list[str]:
        """Return the names of the files attached."""
        count = min(int(_raw.FPDFDoc_GetAttachmentCount(self._handle)), 100)
        found = (_raw.FPDFDoc_GetAttachment(self._handle, number) for number in range(count))
        return [_string(partial(_raw.FPDFAttachment_GetName, one)) for one in found if one]


def _read(page: Any) -> Page:  # noqa: ANN401 - a handle of PDFium's
    height = float(_raw.FPDF_GetPageHeightF(page))
    text = _raw.FPDFText_LoadPage(page)
    if not text:
        return Page(height=height, letters=(), unknown=0)
    try:
        letters = tuple(_letters(text))
    finally:
        _raw.FPDFText_ClosePage(text)
    unknown = sum(letter.sign == _DAMAGED for letter in letters)
    return Page(height=height, letters=letters, unknown=unknown)


def _letters(text: Any) -> Iterator[Letter]:  # noqa: ANN401 - likewise
    """Yield the letters of a page; what is the same within a word is asked for at its beginning."""
    box, x, y = _raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    to_box, to_x, to_y = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    begins, is_bold = True, False
    for index in range(min(int(_raw.FPDFText_CountChars(text)), _MOST_LETTERS)):
        code = int(_raw.FPDFText_GetUnicode(text, index))
        is_blank = code in _BLANKS
        if begins:
            is_bold = int(_raw.FPDFText_GetFontWeight(text, index)) >= _BOLD
            _raw.FPDFText_GetCharOrigin(text, index, to_x, to_y)
        begins = is_blank or code in _HYPHENS
        if code in _LINE_ENDS:
            continue
        _raw.FPDFText_GetLooseCharBox(text, index, to_box)
        yield Letter(
            _sign(text, index, code),
            min(box.left, box.right),
            max(box.left, box.right),
            min(box.bottom, box.top),
            max(box.bottom, box.top),
            y.value,
            is_blank and _raw.FPDFText_IsGenerated(text, index) == 1,
            is_bold,
        )


def _sign(text: Any, index: int, code: int) -> str:  # noqa: ANN401 - likewise
    if code in _HYPHENS:
        return HYPHEN
    if code == 0 or code > 0x10FFFF or _raw.FPDFText_HasUnicodeMapError(text, index) == 1:
        return _DAMAGED
    return chr(code)


def _string(fill: Callable[..., object]) -> str:
    """Read a string that PDFium writes into a buffer; asked without one, it tells the size."""
    size = min(int(str(fill(None, 0))), _LONGEST_NAME)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    fill(buffer, size)
    return bytes(buffer)[:size].decode("utf-16-le", "replace").strip("\0 ")
