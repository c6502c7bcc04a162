"""The one line that finds: what is typed narrows the list when typing pauses."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from desktop.icons import follow

DEBOUNCE_MS = 120
LEAST = 2
"""Letters from which on the list is narrowed."""


class SearchBox(QLineEdit):
    """Tell what is typed, and when the keyboard goes back to the list.

    Escape first empties the line, then leaves it; Down and Enter leave it at once. A slash typed
    anywhere but in a text comes here.
    """

    typed_changed = Signal(str)
    """What is to be found; empty below two letters."""
    left = Signal()
    """The keyboard is to go to the list."""

    def __init__(self, *, debounce_ms: int = DEBOUNCE_MS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = ""
        self._timer = QTimer(self, singleShot=True, interval=debounce_ms)
        self._timer.timeout.connect(self._tell)
        self._build_sign()
        self.setPlaceholderText(self.tr("Find titles, names and texts"))
        self.setAccessibleName(self.tr("Find"))
        self.setClearButtonEnabled(True)
        self.textChanged.connect(self._on_text_changed)
        QShortcut(QKeySequence("/"), self, self.take_focus)

    def typed(self) -> str:
        """Give what is to be found now, told or not; empty below two letters."""
        words = self.text().strip()
        return words if len(words) >= LEAST else ""

    @Slot()
    def take_focus(self) -> None:
        """Take the keyboard, ready to type over what stands here."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    @Slot()
    def empty(self) -> None:
        """Empty the line, and say so at once."""
        self.clear()
        self._tell()

    @override
    def event(self, arg__1: QEvent, /) -> bool:
        """Claim Escape before any shortcut of the window."""
        asks = arg__1.type() == QEvent.Type.ShortcutOverride
        if asks and isinstance(arg__1, QKeyEvent) and arg__1.key() == Qt.Key.Key_Escape:
            arg__1.accept()
            return True
        return super().event(arg__1)

    @override
    def keyPressEvent(self, arg__1: QKeyEvent, /) -> None:
        """Go to the list on Down and Enter; empty the line and then leave it on Escape."""
        match arg__1.key():
            case Qt.Key.Key_Escape if self.text():
                self.empty()
            case Qt.Key.Key_Escape | Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._tell()
                self.left.emit()
            case _:
                super().keyPressEvent(arg__1)
                return
        arg__1.accept()

    @override
    def changeEvent(self, arg__1: QEvent, /) -> None:
        """Take the room that another font needs."""
        super().changeEvent(arg__1)
        if arg__1.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _build_sign(self) -> None:
        sign = QAction(self)
        sign.setEnabled(True)
        follow(sign, "search", tone="quiet")
        self.addAction(sign, QLineEdit.ActionPosition.LeadingPosition)
        sign.triggered.connect(self.take_focus)

    @Slot()
    def _on_text_changed(self) -> None:
        self._timer.start()

    @Slot()
    def _tell(self) -> None:
        self._timer.stop()
        typed = self.typed()
        if typed != self._told:
            self._told = typed
            self.typed_changed.emit(typed)
