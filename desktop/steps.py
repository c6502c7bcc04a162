"""Long work on the GUI thread in short steps, between which the window answers."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Slot


class Steps(QObject):
    """Takes one step of a generator whenever nothing else waits, then says that it is done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] = iter(())
        self._then: Callable[[], object] = _nothing
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)

    def run(self, steps: Iterator[None], then: Callable[[], object]) -> None:
        """Begin; whatever was under way is left where it is."""
        self._steps, self._then = steps, then
        self._timer.start()

    def stop(self) -> None:
        """Take no further step."""
        self._timer.stop()

    @Slot()
    def _step(self) -> None:
        try:
            next(self._steps)
        except StopIteration:
            self._timer.stop()
            self._then()
        except BaseException:
            self._timer.stop()
            raise


def _nothing() -> None:
    """Do nothing."""
