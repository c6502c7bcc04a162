"""The pages of a PDF, one beneath the other, with zoom by keys and jumps to a place on a page."""

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QWidget
from typing_extensions import override

_POINTS = 72
_STEP = 1.2
_LEAST, _MOST = 0.2, 6.0
_ABOVE = 0.2
"""How far down the window, as a share of its height, the place of a jump comes to lie."""


class PdfView(QPdfView):
    """Show all pages; + and - zoom, 0 fits the width, 9 fits a page, Home and End go far."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Pages of the report"))

    def fit_width(self) -> None:
        """Make a page as wide as the window."""
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def fit_page(self) -> None:
        """Show a whole page."""
        self.setZoomMode(QPdfView.ZoomMode.FitInView)

    def zoom_in(self) -> None:
        """Make the pages larger."""
        self._zoom(_STEP)

    def zoom_out(self) -> None:
        """Make the pages smaller."""
        self._zoom(1 / _STEP)

    def go_to(self, page: int, place: QPointF | None = None) -> None:
        """Go to a page (from 0), or to a place on it in points; Qt's own jump stops at the page."""
        self.pageNavigator().jump(page, place or QPointF(), 0)
        bar = self.verticalScrollBar()
        top = self._top_of(page)
        if place is not None:
            top += place.y() * self._scale(page) - self.viewport().height() * _ABOVE
        bar.setValue(round(top))

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Zoom and turn pages by single keys."""
        acts = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.fit_width,
            Qt.Key.Key_9: self.fit_page,
            Qt.Key.Key_Home: lambda: self.go_to(0),
            Qt.Key.Key_End: lambda: self.go_to(self._document().pageCount() - 1),
        }
        act = acts.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    @override
    def wheelEvent(self, arg__1: QWheelEvent, /) -> None:
        """Zoom with Ctrl and the wheel."""
        if arg__1.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(_STEP if arg__1.angleDelta().y() > 0 else 1 / _STEP)
            arg__1.accept()
        else:
            super().wheelEvent(arg__1)

    def _zoom(self, by: float) -> None:
        page = self.pageNavigator().currentPage()
        bar = self.verticalScrollBar()
        share = (bar.value() - self._top_of(page)) / self._scale(page)
        factor = self._scale(page) * _POINTS / self._resolution() * by
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(min(_MOST, max(_LEAST, factor)))
        bar.setValue(round(self._top_of(page) + share * self._scale(page)))

    def _top_of(self, page: int) -> float:
        heights = (
            self._document().pagePointSize(before).height() * self._scale(before)
            for before in range(page)
        )
        return self.documentMargins().top() + sum(round(h) + self.pageSpacing() for h in heights)

    def _scale(self, page: int) -> float:
        """Return the device-independent pixels of a point on a page."""
        size, room = self._document().pagePointSize(page), self._room()
        if size.isEmpty():
            return 1.0
        match self.zoomMode():
            case QPdfView.ZoomMode.FitToWidth:
                return room.width() / size.width()
            case QPdfView.ZoomMode.FitInView:
                return min(room.width() / size.width(), room.height() / size.height())
            case _:
                return self.zoomFactor() * self._resolution() / _POINTS

    def _room(self) -> QSizeF:
        margins = self.documentMargins()
        return QSizeF(
            self.viewport().width() - margins.left() - margins.right(),
            self.viewport().height() - self.pageSpacing(),
        )

    def _resolution(self) -> float:
        return QGuiApplication.primaryScreen().logicalDotsPerInch()

    def _document(self) -> QPdfDocument:
        return self.document()
