"""Long work on the GUI thread in short steps, between which the window answers."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Slot

_PAUSE_MS = 1
"""A turn of the event loop may look for timers twice: one due at once would go off in each look."""


class Steps(QObject):
    """Takes one step of a generator in a turn of the event loop, and says in one that it is done.

    Whatever else waits, a key above all, comes between.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] | None = None
        self._then: Callable[[], object] = _nothing
        self._goes_on = False
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._step)

    def run(self, steps: Iterator[None], then: Callable[[], object]) -> None:
        """Begin; whatever was under way is left where it is."""
        self._steps, self._then, self._goes_on = steps, then, True
        self._timer.start()

    def stop(self) -> None:
        """Take no further step."""
        self._goes_on = False
        self._timer.stop()

    @Slot()
    def _step(self) -> None:
        steps = self._steps
        if steps is None:
            self._then()
            return
        try:
            next(steps)
        except StopIteration:
            if self._steps is steps:  # and the last step began nothing else
                self._steps = None
        if self._goes_on:
            self._timer.start()


def _nothing() -> None:
    """Do nothing."""
