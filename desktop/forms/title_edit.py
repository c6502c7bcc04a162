"""The title of an entry: large, over several lines where it is long, and saved on Enter."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from db.text.cleaning import clean_line
from desktop.theme import title_font
from desktop.widgets.text_edit import BlockEdit

_LOOK = """
QPlainTextEdit { border-width: 0 0 1px 0; border-radius: 0; padding: 0.1em 0; }
QPlainTextEdit { background: transparent; }
QPlainTextEdit:!focus { border-color: transparent; }
"""


class WrappedLine(BlockEdit):
    """Edit one line of words that may be longer than the field is wide; Enter commits it."""

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Commit on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.committed.emit(self.value())
            event.ignore()  # a card around it may have its own use for Enter
        else:
            super().keyPressEvent(event)


class TitleEdit(WrappedLine):
    """Edit a title; what is pasted into it becomes one line."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(least_lines=1, most_lines=8, parent=parent)
        self.setAccessibleName(self.tr("Title"))
        self.setPlaceholderText(self.tr("Title"))
        self.document().setDocumentMargin(0)
        self.setStyleSheet(_LOOK)
        self.fit(self.font())

    @override
    def value(self) -> str:
        """Give the title without line breaks."""
        return clean_line(self.raw())

    @override
    def problem(self) -> str:
        """Say that an entry can't go without a title."""
        return "" if self.value() else self.tr("An entry needs a title.")

    @override
    def insertFromMimeData(self, source: QMimeData | None, /) -> None:
        """Paste words as one line."""
        self.textCursor().insertText(clean_line(source.text() if source is not None else ""))

    def fit(self, font: QFont) -> None:
        """Follow the font of the form, larger."""
        self.setFont(title_font(font))
