"""How to find: the page of examples, each of which can be tried with a click or with Enter."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFontDatabase,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
    QTextTableCellFormat,
)
from PySide6.QtWidgets import QDialog, QLabel, QTextBrowser, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.theme import RESOURCES, bold_font, colours, gap, mix, scaled_font

PAGE = RESOURCES / "help" / "finding.md"
_SCHEME = "find"
_FIRST_COLUMN = 36
"""Of the width of a table, in per cent."""


class FindingPage(QTextBrowser):
    """Show the page; what stands in the first column of its tables can be tried."""

    tried = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._examples: list[str] = []
        self._set: QTextDocument | None = None
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("How to find"))
        self.anchorClicked.connect(self._on_clicked)
        self._refill = QTimer(self, singleShot=True, interval=0)
        self._refill.timeout.connect(self._fill)
        self._fill()

    def examples(self) -> list[str]:
        """Give the queries that can be tried, in the order of the page."""
        return list(self._examples)

    @override
    def loadResource(self, type: int, name: QUrl | str, /) -> object:
        """Load nothing: all there is stands in the page itself."""
        return None

    @override
    def changeEvent(self, arg__1: QEvent, /) -> None:
        """Set the page anew in another font or palette, at the same place."""
        super().changeEvent(arg__1)
        if arg__1.type() in {QEvent.Type.FontChange, QEvent.Type.PaletteChange}:
            self._refill.start()  # both come several times over with a change of theme

    @Slot(QUrl)
    def _on_clicked(self, url: QUrl) -> None:
        if url.scheme() == _SCHEME:
            self.tried.emit(self._examples[int(url.path())])

    @Slot()
    def _fill(self) -> None:
        """Set the page in a document of its own: one that is shown is laid out at every stroke."""
        at, unit = self.verticalScrollBar().value(), gap(self.font())
        self._examples, document = [], QTextDocument(self)
        document.setDefaultFont(scaled_font(self.font(), 1.05))
        document.setDocumentMargin(3 * unit)
        document.setMarkdown(PAGE.read_text(encoding="utf-8"))
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._set_table(document, frame, unit)
        _set_headings(document, unit)
        self.setDocument(document)
        if self._set is not None:
            self._set.deleteLater()
        self._set = document
        self.verticalScrollBar().setValue(at)

    def _set_table(self, document: QTextDocument, table: QTextTable, unit: int) -> None:
        look = table.format()
        columns = table.columns()
        first = _FIRST_COLUMN if columns == 2 else 100 // columns
        widths = [first, *[(100 - first) // (columns - 1)] * (columns - 1)]
        percent = QTextLength.Type.PercentageLength
        look.setColumnWidthConstraints([QTextLength(percent, width) for width in widths])
        look.setWidth(QTextLength(percent, 100))
        look.setBorder(0)
        look.setBorderCollapse(True)
        look.setCellPadding(unit * 0.6)
        look.setCellSpacing(0)
        table.setFormat(look)
        head = QTextCharFormat()
        head.setFont(bold_font(document.defaultFont()))
        head.setForeground(colours(self).quiet)
        for column in range(columns):
            _merge(table.cellAt(0, column), head)
        line = mix(colours(self).surface, colours(self).ink, 0.12)
        for row in range(table.rows()):
            self._set_example(document, table.cellAt(row, 0))
            for column in range(columns):
                _rule_off(table.cellAt(row, column), line)

    def _set_example(self, document: QTextDocument, cell: QTextTableCell) -> None:
        """Make what is set as code in a cell a link to itself."""
        for fragment in _fragments(cell):
            if fragment.charFormat().fontFixedPitch():
                link = QTextCharFormat()
                link.setAnchor(True)
                link.setAnchorHref(f"{_SCHEME}:{len(self._examples)}")
                link.setForeground(colours(self).accent)
                family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
                link.setFontFamilies([family])
                self._examples.append(fragment.text())
                cursor = QTextCursor(document)
                cursor.setPosition(fragment.position())
                end = fragment.position() + fragment.length()
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(link)


class FindingHelp(QDialog):
    """Show how to find beside the window, which can be used meanwhile."""

    example_chosen = Signal(str)
    """A query that is to be tried."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("How to find"))
        self.page = FindingPage()
        self.page.tried.connect(self.example_chosen)
        unit = gap(self.font())
        hint = QLabel(self.tr("A click on an example tries it, and so does Enter after Tab."))
        hint.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        hint.setContentsMargins(3 * unit, unit, 3 * unit, unit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page, 1)
        column.addWidget(hint)
        self.resize(unit * 88, unit * 90)


def _set_headings(document: QTextDocument, unit: int) -> None:
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            look = block.blockFormat()
            look.setTopMargin(2.5 * unit if block.blockNumber() else 0)
            look.setBottomMargin(unit)
            QTextCursor(block).setBlockFormat(look)
        block = block.next()


def _rule_off(cell: QTextTableCell, line: QColor) -> None:
    look = QTextTableCellFormat()
    look.merge(cell.format())
    look.setBottomBorder(1)
    look.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setBottomBorderBrush(line)
    cell.setFormat(look)


def _fragments(cell: QTextTableCell) -> Iterator[QTextFragment]:
    block: QTextBlock = cell.firstCursorPosition().block()
    last = cell.lastCursorPosition().block()
    while block.isValid():
        part = block.begin()
        while not part.atEnd():
            yield part.fragment()
            part += 1
        if block == last:
            return
        block = block.next()


def _merge(cell: QTextTableCell, look: QTextCharFormat) -> None:
    cursor = cell.firstCursorPosition()
    last = cell.lastCursorPosition().position()
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(look)
