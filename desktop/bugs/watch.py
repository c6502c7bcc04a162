"""The watch over errors nobody expected: in slots, in threads, at the end of things, in Qt itself.

Python reports an exception in a slot to ``sys.excepthook`` and goes on; so does the window.
"""

import sys
import threading
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from desktop.bugs.bug import bug_of


class Watch(QObject):
    """Write down what nobody took, from any thread, and tell each fault once."""

    noticed = Signal(object)
    """A `Bug` that was not told before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told = set[str]()

    def begin(self) -> None:
        """Take every error that nobody takes."""
        sys.excepthook = self._on_exception
        threading.excepthook = lambda told: self._on_left(told.exc_value)
        sys.unraisablehook = lambda told: self._on_left(told.exc_value)
        qInstallMessageHandler(_on_qt_message)

    def end(self) -> None:
        """Let errors go their usual way again."""
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        qInstallMessageHandler(None)

    def notice(self, error: BaseException) -> None:
        """Write an error down, and tell of it where it is a new one."""
        from desktop.bugs.log import begin_log, write_down  # noqa: PLC0415 - logging loads slowly

        begin_log()
        write_down(error)
        bug = bug_of(error)
        if bug.code not in self._told:
            self._told.add(bug.code)
            self.noticed.emit(bug)

    def _on_exception(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        self.notice(error)

    def _on_left(self, error: BaseException | None) -> None:
        if error is not None:
            self.notice(error)


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, _message: str) -> None:
    """Write down that Qt complained, and where; its words may hold ours."""
    if kind in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}:
        return
    from desktop.bugs.log import complain  # noqa: PLC0415 - logging is slow to load

    complain(f"{kind.name} of {context.category}")
