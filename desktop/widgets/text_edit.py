"""The editor of several lines: summaries and notes."""

from PySide6.QtCore import QSize, QSizeF, Qt, QTimer, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from db.text.cleaning import clean_block
from desktop.widgets.editor import editor_signal

_LINE_BREAKS = str.maketrans("\u2029\u2028\ufdd0\ufdd1", "\n\n\n\n")


class BlockEdit(QPlainTextEdit):
    """Edit several lines in a field that grows with them; Tab leaves it, Ctrl+Enter commits."""

    edited = editor_signal()
    committed = editor_signal(str)

    def __init__(
        self,
        *,
        placeholder: str = "",
        least_lines: int = 2,
        most_lines: int = 12,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._least, self._most = least_lines, most_lines
        self._filling = False
        self.setProperty("role", "field")
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)  # in line with QLineEdit
        self.settle()  # the margin counts as an edit
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._refit = QTimer(self, singleShot=True, interval=0)
        self._refit.timeout.connect(self._fit)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self._fit()

    def value(self) -> str:
        """Give the cleaned lines."""
        return clean_block(self.raw())

    def raw(self) -> str:
        """Give the lines letter by letter, with the no-break spaces `toPlainText()` loses."""
        return self.document().toRawText().translate(_LINE_BREAKS)

    def words_to_light(self) -> str:
        """Give the lines in which found words are lit: letter by letter."""
        return self.raw()

    def set_value(self, value: str) -> None:
        """Show lines from their beginning, without emitting anything."""
        self._filling = True
        self.setPlainText(value)
        self._filling = False

    def problem(self) -> str:
        """Say why the lines can't be stored; words always can."""
        return ""

    def settle(self) -> None:
        """Take what stands here as saved."""
        self.document().clearUndoRedoStacks()

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        """Commit when the field is left, but not for its own context menu."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.committed.emit(self.value())

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Commit on Ctrl+Enter; Enter alone starts a line."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.committed.emit(self.value())
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, e: QResizeEvent, /) -> None:
        """Ask for another height once the layout, which gave this breadth, is done."""
        super().resizeEvent(e)
        self._refit.start()

    @override
    def sizeHint(self) -> QSize:
        """Ask for the room of the lines there are, within the bounds."""
        return QSize(super().sizeHint().width(), self._height())

    @override
    def minimumSizeHint(self) -> QSize:
        """Give way in breadth, never in height."""
        return QSize(self.fontMetrics().averageCharWidth() * 12, self._height())

    def _height(self) -> int:
        lines = min(self._most, max(self._least, round(self.document().size().height())))
        around = 2 * (self.frameWidth() + round(self.document().documentMargin()))
        return lines * self.fontMetrics().lineSpacing() + around

    @Slot()
    def _fit(self) -> None:
        policy = Qt.ScrollBarPolicy
        overfull = self.document().size().height() > self._most
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if overfull else policy.ScrollBarAlwaysOff
        )
        self.updateGeometry()

    @Slot()
    def _on_text_changed(self) -> None:
        if not self._filling:
            self.edited.emit()

    @Slot()
    def _on_size_changed(self, _size: QSizeF) -> None:
        self._fit()
        self._refit.start()  # a layout that is under way has asked for the height already
