"""Operations: reads in a pool, writes on one thread, results back on the GUI thread.

No widget, model or mapped object enters a worker: a read takes a query and brings frozen rows back,
a write takes an act and brings its answer back. Whoever asked gets the answer only while it lives,
and of several reads in one lane only the last.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

import shiboken6
from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from sqlalchemy.orm import Session
from typing_extensions import override

from db.act import Act, Written
from db.catalogue import Catalogue
from desktop.hub import Hub

T = TypeVar("T")
Then = Callable[[Any], None]


@dataclass(frozen=True, slots=True, eq=False)
class _Order:
    """What to run in a worker, and what to do with its answer."""

    work: Callable[[], Any]
    owner: QObject
    then: Then | None
    failed: Then | None
    initiator: object = None
    lane: tuple[int, str] | None = None
    ticket: int = 0
    is_write: bool = False


class _Runner(QRunnable):
    """Runs one order in a pool and posts its answer to the GUI thread."""

    def __init__(self, order: _Order, answered: Callable[[object, object, object], None]) -> None:
        super().__init__()
        self._order = order
        self._answered = answered

    @override
    def run(self) -> None:
        answer, error = None, None
        try:
            answer = self._order.work()
        except Exception as caught:  # noqa: BLE001 - every failure is shown by the GUI thread
            error = caught
        self._answered(self._order, answer, error)


class Operations(QObject):
    """The only way the desktop reaches the catalogue."""

    failed = Signal(object)
    """An exception nobody took: a ``CatalogueError`` to be worded, or a bug."""
    saving_changed = Signal(int)
    """How many writes are under way."""
    idle = Signal()
    """All that was asked has been answered."""

    _answered = Signal(object, object, object)

    def __init__(self, catalogue: Catalogue, hub: Hub, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.catalogue = catalogue
        self._hub = hub
        self._readers = QThreadPool(self)
        self._readers.setMaxThreadCount(4)
        self._writer = QThreadPool(self)
        self._writer.setMaxThreadCount(1)
        self._writer.setExpiryTimeout(-1)
        self._lanes: dict[tuple[int, str], int] = {}
        self._tickets = 0
        self._saving = 0
        self._waiting = 0
        self._answered.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way."""
        return self._waiting == 0

    def read(
        self,
        query: Callable[[Session], T],
        then: Callable[[T], None],
        *,
        owner: QObject,
        lane: str = "",
        failed: Then | None = None,
    ) -> None:
        """Run a query in the pool; ``then`` gets its rows on the GUI thread.

        With a lane, a later read of the same owner and lane makes the answer of this one void.
        """

        def work() -> T:
            with self.catalogue.read() as session:
                return query(session)

        self.run(work, then, owner=owner, lane=lane, failed=failed)

    def write(
        self,
        act: Act[T],
        then: Callable[[T], None] | None = None,
        *,
        owner: QObject,
        failed: Then | None = None,
    ) -> None:
        """Carry out an act after those before it; the hub tells of it, then ``then`` is called."""
        self._write(lambda: self.catalogue.write(act), then, owner, failed)

    def undo(self, *, owner: QObject, failed: Then | None = None) -> None:
        """Take back the last act."""
        self._write(self.catalogue.undo, None, owner, failed)

    def redo(self, *, owner: QObject, failed: Then | None = None) -> None:
        """Do the last undone act again."""
        self._write(self.catalogue.redo, None, owner, failed)

    def keep(
        self,
        run: Callable[[Session], T],
        then: Callable[[T], None] | None = None,
        *,
        owner: QObject,
    ) -> None:
        """Write what lies outside history, in turn with the acts."""
        self._write(lambda: Written(value=self.catalogue.keep(run)), then, owner, None)

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        *,
        owner: QObject,
        failed: Then | None = None,
        lane: str = "",
    ) -> None:
        """Run work that needs no session (reading a file, typesetting) in the pool."""
        self._tickets += 1
        key = (id(owner), lane) if lane else None
        if key is not None:
            self._lanes[key] = self._tickets
        order = _Order(
            work=work, owner=owner, then=then, failed=failed, lane=key, ticket=self._tickets
        )
        self._start(self._readers, order)

    def close(self) -> None:
        """Wait until all writes are done, and start no more."""
        self._readers.clear()
        self._writer.waitForDone()
        self._readers.waitForDone()

    def _write(
        self,
        work: Callable[[], Written[T]],
        then: Callable[[T], None] | None,
        owner: QObject,
        failed: Then | None,
    ) -> None:
        self._saving += 1
        self.saving_changed.emit(self._saving)
        order = _Order(
            work=work, owner=owner, then=then, failed=failed, initiator=owner, is_write=True
        )
        self._start(self._writer, order)

    def _start(self, pool: QThreadPool, order: _Order) -> None:
        self._waiting += 1
        pool.start(_Runner(order, self._answered.emit))

    @Slot(object, object, object)
    def _take(self, order: _Order, answer: object, error: Exception | None) -> None:
        self._waiting -= 1
        if order.is_write:
            self._saving -= 1
            self.saving_changed.emit(self._saving)
        if error is None and isinstance(answer, Written):
            written = cast("Written[Any]", answer)
            if written.change:
                self._hub.changed.emit(written.change, order.initiator)
            answer = written.value
        self._deliver(order, answer, error)
        if self._waiting == 0:
            self.idle.emit()

    def _deliver(self, order: _Order, answer: object, error: Exception | None) -> None:
        overtaken = order.lane is not None and self._lanes.get(order.lane) != order.ticket
        alive = shiboken6.isValid(order.owner)
        if error is not None:
            if order.failed is not None and alive and not overtaken:
                order.failed(error)
            elif order.is_write or not overtaken:
                self.failed.emit(error)
        elif order.then is not None and alive and not overtaken:
            order.then(answer)
