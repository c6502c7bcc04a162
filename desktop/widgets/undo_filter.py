"""What Ctrl+Z means: first unsaved typing in the focused field, then an act of the catalogue.

A focused QLineEdit claims Ctrl+Z for itself even with nothing to take back, and the window's undo
never hears of it. Qt asks the focused widget first, by a `ShortcutOverride` event: this filter
answers for it.
"""

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

_UNDO = QKeySequence.StandardKey.Undo
_REDO = QKeySequence.StandardKey.Redo


class UndoFilter(QObject):
    """Stand before whatever text field has the focus, anywhere in the application.

    It sits on the focused field alone: a filter on the application would see every event there is.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._field: QWidget | None = None
        app.focusChanged.connect(self._on_focus_changed)
        self._on_focus_changed(None, app.focusWidget())

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Let the field have the key if it has typing to take back; otherwise the window."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if event.matches(_UNDO):
            return self._settle(event, has_steps=can_undo(watched))
        if event.matches(_REDO):
            return self._settle(event, has_steps=can_redo(watched))
        return False

    def _settle(self, event: QKeyEvent, *, has_steps: bool) -> bool:
        event.setAccepted(has_steps)
        return True

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if now is not None:
            now.installEventFilter(self)


def can_undo(field: QObject) -> bool:
    """Tell whether a text field has typing of its own to take back."""
    match field:
        case QComboBox():
            line = field.lineEdit()
            return line is not None and line.isUndoAvailable()
        case QLineEdit():
            return field.isUndoAvailable()
        case QPlainTextEdit() | QTextEdit():
            return not field.isReadOnly() and field.document().isUndoAvailable()
        case _:
            return False


def can_redo(field: QObject) -> bool:
    """Tell whether a text field has typing of its own to bring back."""
    match field:
        case QComboBox():
            line = field.lineEdit()
            return line is not None and line.isRedoAvailable()
        case QLineEdit():
            return field.isRedoAvailable()
        case QPlainTextEdit() | QTextEdit():
            return not field.isReadOnly() and field.document().isRedoAvailable()
        case _:
            return False
