"""Keys that come before there is anything to take them: held, and given back in their order."""

from collections.abc import Callable
from functools import partial

import shiboken6
from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

MOST = 200


class EarlyKeys(QWidget):
    """Has the keyboard of a window while its room is built, and remembers what is typed.

    Out of sight, and only as large as what can have the keyboard must be.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._line: list[Callable[[], None]] = []
        self._is_holding = False
        self._before: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("The catalogue is being opened"))
        self.setGeometry(0, 0, 1, 1)
        self.hide()

    @property
    def is_holding(self) -> bool:
        """Whether keys are remembered now."""
        return self._is_holding

    def hold(self) -> None:
        """Take the keyboard, and remember what is typed from now on."""
        focus, self._is_holding = self.window().focusWidget(), True
        if focus is not self:
            self._before = focus
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def later(self, act: Callable[[], None]) -> None:
        """Remember an act that was asked for, and hold what is typed after it."""
        self._line.append(act)
        self.hold()

    @Slot()
    def release(self) -> None:
        """Do all that was remembered, until an act has to be remembered again."""
        line, self._line = self._line, []
        had_focus = self.hasFocus()
        self.forget()
        if had_focus and self._before is not None and shiboken6.isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        for place, one in enumerate(line):
            one()
            if self._is_holding:
                self._line += line[place + 1 :]
                return

    def forget(self) -> None:
        """Remember nothing any more."""
        self._line.clear()
        self._is_holding = False
        self.hide()

    @override
    def focusNextPrevChild(self, next: bool, /) -> bool:
        """Keep Tab: it is remembered as any other key."""
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Remember a key."""
        if len(self._line) < MOST:
            self._line.append(partial(_press, event.clone()))
        event.accept()


def _press(event: QKeyEvent) -> None:
    """Give a key to whoever has the keyboard now."""
    focus = QApplication.focusWidget()
    if focus is not None:
        QCoreApplication.sendEvent(focus, event)
