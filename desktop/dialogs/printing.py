"""Printing a PDF: page by page at the printer's resolution, so that it can be stopped."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, QSize, QSizeF, QTimer, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

_POINTS = 72
_MOST_DPI = 600
"""More than this shows on no paper, and a page takes four bytes a dot."""


class PrintRun(QObject):
    """Print some pages of a document, one at a time."""

    advanced = Signal(int)
    """How many pages are done."""
    finished = Signal(bool)
    """Whether all was printed."""

    def __init__(self, document: QPdfDocument, printer: QPrinter, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._printer = document, printer
        self._pages = pages_to_print(printer, document.pageCount())
        self._painter = QPainter()
        self._done = 0
        self._cancelled = False

    @property
    def pages(self) -> Sequence[int]:
        """The pages to print, from 0, in the order in which they leave the printer."""
        return self._pages

    def start(self) -> None:
        """Begin; `finished` tells of the end."""
        self._printer.setFullPage(True)
        if not self._pages or not self._painter.begin(self._printer):
            QTimer.singleShot(0, self, self._fail)
        else:
            QTimer.singleShot(0, self, self._next)

    @Slot()
    def cancel(self) -> None:
        """Stop before the next page."""
        self._cancelled = True

    @Slot()
    def _next(self) -> None:
        if self._cancelled:
            self._printer.abort()
            self._painter.end()
            self.finished.emit(False)
            return
        if self._done and not self._printer.newPage():
            self._painter.end()
            self.finished.emit(False)
            return
        self._print(self._pages[self._done])
        self._done += 1
        self.advanced.emit(self._done)
        if self._done < len(self._pages):
            QTimer.singleShot(0, self, self._next)
        else:
            self.finished.emit(self._painter.end())

    @Slot()
    def _fail(self) -> None:
        self.finished.emit(False)

    def _print(self, page: int) -> None:
        resolution = self._printer.resolution()
        sheet = QRectF(self._printer.pageLayout().fullRectPixels(resolution))
        place = place_on_sheet(self._document.pagePointSize(page), sheet, resolution)
        sharpness = min(1.0, _MOST_DPI / resolution)
        dots = QSize(math.ceil(place.width() * sharpness), math.ceil(place.height() * sharpness))
        self._painter.drawImage(place, self._document.render(page, dots))


def place_on_sheet(size: QSizeF, sheet: QRectF, resolution: int) -> QRectF:
    """Return where a page (in points) lies on a sheet (in dots): in its middle, never larger."""
    dots = size * (resolution / _POINTS)
    shrink = min(1.0, sheet.width() / dots.width(), sheet.height() / dots.height())
    place = QRectF(0, 0, dots.width() * shrink, dots.height() * shrink)
    place.moveCenter(sheet.center())
    return place


def pages_to_print(printer: QPrinter, count: int) -> list[int]:
    """Return the pages that were asked for, from 0; copies too where the printer makes none."""
    ranges = printer.pageRanges()
    pages = [page for page in range(count) if ranges.isEmpty() or ranges.contains(page + 1)]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _copy in range(copies)]
