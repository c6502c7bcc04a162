"""The editor a release is pasted into: a whole one with its HTML, all else as plain text."""

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from typing_extensions import override

from desktop.dialogs.pasted import Pasted, dropped_files, pasted_from

_LINE_BREAKS = str.maketrans("\u2029\u2028\ufdd0\ufdd1", "\n\n\n\n")


class ReleaseEdit(QPlainTextEdit):
    """Edit the text of a release; Tab leaves it, Ctrl+Shift+V pastes without HTML.

    What is pasted into an empty editor, or over all of it, is handed over by `pasted` with all its
    flavours, and shown once it has been read.
    """

    pasted = Signal(object)
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        self.setProperty("role", "field")
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._on_text_changed)

    def raw(self) -> str:
        """Give the text letter by letter, with the no-break spaces `toPlainText()` loses."""
        return self.document().toRawText().translate(_LINE_BREAKS)

    def show_text(self, text: str) -> None:
        """Show a text as it was read; Ctrl+Z brings back what stood here."""
        self._filling = True
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.document().setModified(False)
        self._filling = False

    def is_edited(self) -> bool:
        """Tell whether the text differs from the one shown last."""
        return self.document().isModified()

    @override
    def canInsertFromMimeData(self, source: QMimeData, /) -> bool:
        """Leave files to the dialog."""
        return not dropped_files(source) and super().canInsertFromMimeData(source)

    @override
    def insertFromMimeData(self, source: QMimeData, /) -> None:
        """Hand a whole release over, insert a piece."""
        found = pasted_from(source)
        if found and self._is_for_all():
            self.pasted.emit(found)
        else:
            super().insertFromMimeData(source)

    @override
    def keyPressEvent(self, e: QKeyEvent, /) -> None:
        """Paste without HTML on Ctrl+Shift+V; leave Ctrl+Enter to the dialog."""
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if e.key() == Qt.Key.Key_V and e.modifiers() == held:
            self._paste_plain()
        elif e.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and e.modifiers() & held:
            e.ignore()
        else:
            super().keyPressEvent(e)

    def _paste_plain(self) -> None:
        text = QApplication.clipboard().text()
        if text and self._is_for_all():
            self.pasted.emit(Pasted(text=text))
        else:
            self.insertPlainText(text)

    def _is_for_all(self) -> bool:
        marked = self.textCursor()
        whole = abs(marked.selectionEnd() - marked.selectionStart())
        return whole >= self.document().characterCount() - 1

    @Slot()
    def _on_text_changed(self) -> None:
        if not self._filling:
            self.edited.emit()
