"""Enter in a dialog: what a button with the focus makes of it.

Qt lets Enter press the dialog's default button from wherever the focus is, on "Cancel" too where
that is no default itself; and a button that may become the default does so in the reader's back,
while Enter is for a line or a list.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton
from typing_extensions import override


class _Pressed(QObject):
    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        if not plain or event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return False
        if isinstance(watched, QPushButton):
            watched.click()
        return True


def enter_presses(*buttons: QPushButton) -> None:
    """Have Enter press each of these buttons where it has the focus, and nowhere else."""
    for button in buttons:
        button.setAutoDefault(False)
        button.installEventFilter(_Pressed(button))
