"""Long work of its own thread: watched, stopped when asked, its answer back on the GUI thread.

For what opens its own connections (backups, comparisons, recovery) and takes minutes where a
catalogue is large: it holds neither the readers nor the writer up.
"""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from db.backups.watching import Step, Watch
from db.errors import Interrupted
from db.interruption import Interruption
from desktop.workers import Workers

T = TypeVar("T")
_LOOK_MS = 100


class LongWork(QObject):
    """Does one thing at a time."""

    advanced = Signal(object, int, int)
    """What is under way (a `Step`), how much of it is done, and of how much; 0: nobody knows."""
    finished = Signal()
    """Nothing is under way any more, however it ended."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._workers = Workers(self, 1)
        self._interruption = Interruption()
        self._then: Callable[[Any], object] | None = None
        self._failed: Callable[[Exception], object] | None = None
        self._far = self._shown = (Step.COPY, 0, 0)
        self._is_running = False
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)

    @property
    def is_running(self) -> bool:
        """Whether something is under way."""
        return self._is_running

    def start(
        self,
        work: Callable[[Watch], T],
        then: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Begin; what is stopped tells nobody but `finished`.

        Raises:
            RuntimeError: something is under way.
        """
        if self._is_running:
            message = "one thing at a time"
            raise RuntimeError(message)
        self._is_running = True
        self._interruption = interruption = Interruption()
        self._then, self._failed = then, failed
        watch = Watch(interruption=interruption, tell=self._note)
        self._timer.start()
        self._workers.start(partial(work, watch), self._take)

    @Slot()
    def cancel(self) -> None:
        """Stop at the next step; `finished` says when that was."""
        self._interruption.interrupt()

    def close(self) -> None:
        """Stop, and wait until it has; nobody is told any more."""
        self._then = self._failed = None
        self.cancel()
        self._workers.wait()

    def _note(self, step: Step, done: int, total: int) -> None:
        self._far = (step, done, total)  # by the worker: looked at, not signalled, so often

    @Slot()
    def _look(self) -> None:
        if self._far != self._shown:
            self._shown = self._far
            self.advanced.emit(*self._far)

    def _take(self, answer: object, error: Exception | None) -> None:
        self._timer.stop()
        self._is_running = False
        then, failed, self._then, self._failed = self._then, self._failed, None, None
        self.finished.emit()
        if error is None and then is not None:
            then(answer)
        elif error is not None and failed is not None and not isinstance(error, Interrupted):
            failed(error)
