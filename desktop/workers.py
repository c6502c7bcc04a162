"""Threads that work for one object of the window, and tell it in its own how the work went.

What a worker is the last to refer to, dies in its thread: a widget too, which crashes, or the pool,
which would wait for the very thread it dies in. So what is asked stays referred to here until it is
told, and a worker lets go of it before it tells.
"""

from collections.abc import Callable
from contextlib import suppress
from itertools import count
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from typing_extensions import override

from db.errors import CatalogueError

Work = Callable[[], object]
Told = Callable[[Any, Exception | None], object]
"""Gets what the work returned, or why it failed."""


class Workers(QObject):
    """A few threads; what they are given while all are busy waits its turn."""

    _ended = Signal(int, object, object)

    def __init__(self, owner: QObject, threads: int) -> None:
        super().__init__(owner)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._numbers = count()
        self._under_way: dict[int, tuple[Work, Told]] = {}
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def keep_thread(self) -> None:
        """Work always in the same thread, however long nothing was to be done."""
        self._pool.setExpiryTimeout(-1)

    def start(self, work: Work, told: Told) -> None:
        """Work in a thread, then call ``told`` in that of the window, unless this is gone."""
        number = next(self._numbers)
        self._under_way[number] = work, told
        self._pool.start(_Runner(number, work, self._ended.emit))

    def wait(self) -> None:
        """Return when nothing is under way; what was not told yet is told later."""
        self._pool.waitForDone()

    @Slot(int, object, object)
    def _tell(self, number: int, answer: object, error: Exception | None) -> None:
        _work, told = self._under_way.pop(number)
        told(answer, error)


class _Runner(QRunnable):
    def __init__(self, number: int, work: Work, end: Callable[[int, object, object], None]) -> None:
        super().__init__()
        self._number, self._end = number, end
        self._work: Work | None = work

    @override
    def run(self) -> None:
        answer, error = None, None
        work, self._work = self._work, None
        try:
            answer = work() if work else None
        except Exception as caught:  # noqa: BLE001 - every failure is shown by the GUI thread
            error = caught
            _write_down(caught)
        del work
        with suppress(RuntimeError):  # nobody is there any more to be told
            self._end(self._number, answer, error)


def _write_down(error: Exception) -> None:
    """Write a bug into the log here, where it is caught: not every view tells of it."""
    if not isinstance(error, CatalogueError):
        from desktop.bugs.log import write_down  # noqa: PLC0415 - logging is slow to load

        write_down(error)
