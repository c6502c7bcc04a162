"""Looking for words in a PDF: a line, the number of the place found, and the keys to go on."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtPdf import QPdfDocument, QPdfLink, QPdfSearchModel
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget
from typing_extensions import override

from desktop.icons import follow
from desktop.widgets.elided_label import ElidedLabel

QUIET_MS = 200


class _Line(QLineEdit):
    """Enter goes on, Shift+Enter goes back, Escape gives up."""

    step_wanted = Signal(int)
    left = Signal()

    @override
    def keyPressEvent(self, arg__1: QKeyEvent, /) -> None:
        if arg__1.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            back = arg__1.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step_wanted.emit(-1 if back else 1)
        elif arg__1.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(arg__1)


class PdfSearch(QWidget):
    """Find words; Enter goes to the next place, Shift+Enter to the one before."""

    found = Signal(int, QPdfLink)
    """A place: its number, and where it is."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = QPdfSearchModel(self)
        self.line = _Line()
        self._count = ElidedLabel(tone="quiet")
        self._before, self._next = QToolButton(), QToolButton()
        self._current = -1
        self._timer = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._build()
        self._connect()

    def set_document(self, document: QPdfDocument) -> None:
        """Look in another document."""
        self.model.setDocument(document)

    def counted(self) -> str:
        """Give the words beside the line: which place this is, of how many."""
        return self._count.text()

    def step(self, by: int) -> None:
        """Go to the next place (1) or the one before (-1), round the end."""
        if self._timer.isActive():
            self._search()
        elif self.model.count():
            first = 0 if by > 0 else -1
            at = first if self._current < 0 else self._current + by
            self._go_to(at % self.model.count())

    @Slot()
    def go_back(self) -> None:
        """Go to the place before."""
        self.step(-1)

    @Slot()
    def go_on(self) -> None:
        """Go to the next place."""
        self.step(1)

    @Slot()
    def _search(self) -> None:
        self._timer.stop()
        self._current = -1
        self.model.setSearchString(self.line.text().strip())
        self._on_count_changed()

    @Slot()
    def _on_count_changed(self) -> None:
        if self._current < 0 and self.model.count():
            self._go_to(0)
        self._tell()

    def _go_to(self, number: int) -> None:
        self._current = number
        self.found.emit(number, self.model.resultAtIndex(number))
        self._tell()

    def _tell(self) -> None:
        count = self.model.count()
        words = self.tr("{0} of {1}").format(self._current + 1, count) if count else ""
        if self.line.text().strip() and not count:
            words = self.tr("not found")
        self._count.setText(words)
        for button in (self._before, self._next):
            button.setEnabled(bool(count))

    def _build(self) -> None:
        self.line.setPlaceholderText(self.tr("Find in the report"))
        self.line.setAccessibleName(self.tr("Find in the report"))
        self.line.setClearButtonEnabled(True)
        self._count.setMinimumWidth(self.fontMetrics().averageCharWidth() * 12)
        signs = ((self._before, "back", self.tr("Place before")), (self._next, "forward", ""))
        for button, sign, words in signs:
            follow(button, sign)
            button.setAccessibleName(words or self.tr("Next place"))
            button.setToolTip(words or self.tr("Next place"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self._before)
        row.addWidget(self._next)
        row.addWidget(self._count)
        self._tell()

    def _connect(self) -> None:
        self.line.textChanged.connect(self._timer.start)
        self.line.step_wanted.connect(self.step)
        self.line.left.connect(self.left)
        self._timer.timeout.connect(self._search)
        self.model.countChanged.connect(self._on_count_changed)
        self._before.clicked.connect(self.go_back)
        self._next.clicked.connect(self.go_on)
