"""A PDF to be read: its bookmarks, its pages, and a bar to find a page, words or a size."""

from PySide6.QtCore import QBuffer, QIODevice, QModelIndex, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPdf import QPdfBookmarkModel, QPdfDocument, QPdfLink
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSplitter,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.pdf_search import PdfSearch
from desktop.dialogs.pdf_view import PdfView
from desktop.theme import gap
from desktop.widgets.value_edit import IntEdit


class PdfPane(QWidget):
    """Show one PDF after another, from memory; nothing is written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._device = QBuffer(self)
        self.document = QPdfDocument(self)
        self.view, self.search, self.bookmarks = PdfView(self), PdfSearch(), QTreeView()
        self.page, self._of = IntEdit(least=1), QLabel()
        self._marks = QPdfBookmarkModel(self)
        self._build_views()
        self._build()
        self._connect()

    def show_pdf(self, content: bytes) -> None:
        """Show other pages, from the first."""
        self.document.close()
        self._device.close()
        self._device.setData(content)
        self._device.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._device)
        self._of.setText(self.tr("of {0}").format(self.document.pageCount()))
        self.bookmarks.setVisible(self._marks.rowCount(QModelIndex()) > 0)
        self.bookmarks.expandToDepth(0)
        self._on_page_changed(0)

    @Slot(int)
    def _on_page_changed(self, page: int) -> None:
        if not self.page.hasFocus() or self.page.value() != str(page + 1):
            self.page.set_value(str(page + 1))

    @Slot()
    def _on_page_committed(self) -> None:
        wanted = self.page.value()
        current = self.view.pageNavigator().currentPage()
        if wanted and int(wanted) - 1 != current:
            self.view.go_to(min(int(wanted), self.document.pageCount()) - 1)
        self._on_page_changed(self.view.pageNavigator().currentPage())

    @Slot(QModelIndex)
    def _on_bookmark(self, index: QModelIndex) -> None:
        role = QPdfBookmarkModel.Role
        self.view.go_to(index.data(int(role.Page)), index.data(int(role.Location)))

    @Slot(int, QPdfLink)
    def _on_found(self, number: int, link: QPdfLink) -> None:
        self.view.setCurrentSearchResultIndex(number)
        self.view.go_to(link.page(), link.location())

    @Slot()
    def _focus_view(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _focus_search(self) -> None:
        self.search.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.line.selectAll()

    @Slot()
    def _focus_page(self) -> None:
        self.page.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.page.selectAll()

    def _build_views(self) -> None:
        self.view.setDocument(self.document)
        self.search.set_document(self.document)
        self.view.setSearchModel(self.search.model)
        self._marks.setDocument(self.document)
        self.bookmarks.setModel(self._marks)
        self.bookmarks.setHeaderHidden(True)
        self.bookmarks.setProperty("role", "sidebar")
        self.bookmarks.setUniformRowHeights(True)
        self.bookmarks.setAccessibleName(self.tr("Bookmarks"))
        self.page.setAccessibleName(self.tr("Page"))
        self.page.setFixedWidth(self.fontMetrics().averageCharWidth() * 9)

    def _build(self) -> None:
        unit = gap(self.font())
        bar = QHBoxLayout()
        bar.setSpacing(unit)
        bar.setContentsMargins(unit, unit // 2, unit, unit // 2)
        label = QLabel(self.tr("Page"))
        for part in (label, self.page, self._of):
            bar.addWidget(part)
        bar.addSpacing(unit)
        for words, tip, act in self._sizes():
            button = QToolButton()
            button.setText(words)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.clicked.connect(act)
            bar.addWidget(button)
        bar.addSpacing(unit)
        bar.addWidget(self.search, 1)
        split = QSplitter()
        split.addWidget(self.bookmarks)
        split.addWidget(self.view)
        split.setStretchFactor(1, 1)
        split.setSizes([unit * 28, unit * 80])
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(split, 1)

    def _sizes(self) -> tuple[tuple[str, str, object], ...]:
        return (
            ("−", self.tr("Smaller (−)"), self.view.zoom_out),
            ("+", self.tr("Larger (+)"), self.view.zoom_in),
            (self.tr("Width"), self.tr("Fit the width (0)"), self.view.fit_width),
            (self.tr("Whole page"), self.tr("Show a whole page (9)"), self.view.fit_page),
        )

    def _connect(self) -> None:
        self.view.pageNavigator().currentPageChanged.connect(self._on_page_changed)
        self.page.committed.connect(self._on_page_committed)
        self.bookmarks.activated.connect(self._on_bookmark)
        self.bookmarks.clicked.connect(self._on_bookmark)
        self.search.found.connect(self._on_found)
        self.search.left.connect(self._focus_view)
        keys = {
            "Ctrl+F": self._focus_search,
            "Ctrl+G": self._focus_page,
            "F3": self.search.go_on,
            "Shift+F3": self.search.go_back,
            "Ctrl++": self.view.zoom_in,
            "Ctrl+=": self.view.zoom_in,
            "Ctrl+-": self.view.zoom_out,
            "Ctrl+0": self.view.fit_width,
            "Ctrl+9": self.view.fit_page,
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(act)
