"""Operations: reads in a pool, writes on one thread, results back on the GUI thread.

No widget, model or mapped object enters a worker: a read takes a query and brings frozen rows back,
a write takes an act and brings its answer back. Whoever asked gets the answer only while it lives,
and of several reads in one lane only the last: an overtaken read never starts, or is interrupted.
What somebody waits for does not queue behind what fills in later (``background=True``).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

import shiboken6
from PySide6.QtCore import QObject, Signal

from db.act import Act, Written
from db.backups.due import LARGE
from db.catalogue import Catalogue
from db.interruption import Interruption
from db.queries.plain import Execute
from desktop.hub import Hub
from desktop.workers import Workers

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

T = TypeVar("T")
Then = Callable[[Any], None]
_Lane = tuple[int, str]

AT_ONCE, IN_BACKGROUND, WITHOUT_SESSION = 4, 2, 2
"""How many of each sort run at a time; `db.engine.READERS` holds a connection for each read."""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class _Order:
    """What to run in a worker, and what to do with its answer."""

    work: Callable[[], Any]
    owner: QObject
    then: Then | None
    failed: Then | None
    lane: _Lane | None = None
    is_write: bool = False
    interruption: Interruption = field(default_factory=Interruption)

    @property
    def is_void(self) -> bool:
        """Whether nobody waits for the answer any more."""
        return self.interruption.is_asked or not shiboken6.isValid(self.owner)

    def carry_out(self) -> object:
        """Do the work, in a worker; not begun where it was cancelled."""
        self.interruption.check()
        return self.work()

    def cancel(self) -> None:
        """Stop it, or keep it from starting; what is to be saved is saved all the same."""
        if not self.is_write:
            self.interruption.interrupt()


class Operations(QObject):
    """The only way the desktop reaches the catalogue."""

    failed = Signal(object)
    """An exception nobody took: a ``CatalogueError`` to be worded, or a bug."""
    saving_changed = Signal(int)
    """How many writes are under way."""
    idle = Signal()
    """All that was asked has been answered."""

    def __init__(self, catalogue: Catalogue, hub: Hub, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.catalogue = catalogue
        self.before_large: Callable[[], None] | None = None
        """Is called in the writer's thread before an act that touches very many entries."""
        self._hub = hub
        self._readers = Workers(self, AT_ONCE)
        self._background = Workers(self, IN_BACKGROUND)
        self._workers = Workers(self, WITHOUT_SESSION)
        self._writer = Workers(self, 1)
        self._writer.keep_thread()
        self._asked: set[_Order] = set()
        self._lanes: dict[_Lane, _Order] = {}
        self._held: list[tuple[Workers, _Order]] | None = None
        self._is_closed = False
        self._saving = 0

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._asked

    def read(
        self,
        query: "Callable[[Session], T]",
        then: Callable[[T], None],
        *,
        owner: QObject,
        lane: str = "",
        failed: Then | None = None,
        background: bool = False,
    ) -> None:
        """Run a query off the GUI thread; ``then`` gets its rows there.

        With a lane, a later read of the same owner and lane cancels this one. A background read
        never keeps another from starting: for counts, and for whole lists behind a first page. A
        query with much work of its own asks ``db.interruption.check_interrupted`` now and then.
        """
        interruption = Interruption()

        def work() -> T:
            with self.catalogue.read(interruption) as session:
                return query(session)

        order = _Order(
            work=work,
            owner=owner,
            then=then,
            failed=failed,
            lane=_lane(owner, lane),
            interruption=interruption,
        )
        workers = self._background if background else self._readers
        if self._held is None:
            self._start(workers, order)
        elif self._enlist(order):
            self._held.append((workers, order))

    def look(
        self,
        query: Callable[[Execute], T],
        then: Callable[[T], None],
        *,
        owner: QObject,
        lane: str = "",
        failed: Then | None = None,
    ) -> None:
        """Run a few lines of plain SQL (``db.queries.plain``) off the GUI thread, as a read.

        It needs no session, waits for nothing that is loaded, and is too short to be interrupted.
        """

        def work() -> T:
            with self.catalogue.look() as execute:
                return query(execute)

        lane_of = _lane(owner, lane)
        order = _Order(work=work, owner=owner, then=then, failed=failed, lane=lane_of)
        self._start(self._readers, order)

    def hold(self) -> None:
        """Let reads wait, but not looks: what the first read loads keeps a window from painting."""
        self._held = []

    def release(self) -> None:
        """Begin the reads that wait, and let none wait any more."""
        held, self._held = self._held or (), None
        for workers, order in held:
            self._begin(workers, order)

    def cancel(self, *, owner: QObject, lane: str = "") -> None:
        """Cancel what was asked for an owner in a lane; without one, all its reads and work.

        Nothing is told of what was cancelled. Writes are never cancelled.
        """
        for order in self._asked:
            in_lane = not lane or order.lane == _lane(owner, lane)
            if order.owner is owner and in_lane:
                order.cancel()

    def write(
        self,
        act: Act[T],
        then: Callable[[T], None] | None = None,
        *,
        owner: QObject,
        failed: Then | None = None,
    ) -> None:
        """Carry out an act after those before it; the hub tells of it, then ``then`` is called.

        What touches very many entries waits until a backup of the state before it has begun.
        """

        def work() -> Written[T]:
            if act.extent is not None and self.before_large is not None:
                with self.catalogue.read() as session:
                    is_large = act.extent(session) > LARGE
                if is_large:
                    self.before_large()
            return self.catalogue.write(act)

        self._write(work, then, owner, failed)

    def undo(self, *, owner: QObject, failed: Then | None = None) -> None:
        """Take back the last act."""
        self._write(self.catalogue.undo, None, owner, failed)

    def redo(self, *, owner: QObject, failed: Then | None = None) -> None:
        """Do the last undone act again."""
        self._write(self.catalogue.redo, None, owner, failed)

    def take_back(
        self,
        revision: int,
        then: Callable[[None], None] | None = None,
        *,
        owner: QObject,
        failed: Then | None = None,
    ) -> None:
        """Take back one past act alone, after the acts before it."""
        self._write(lambda: self.catalogue.take_back(revision), then, owner, failed)

    def rehearse(
        self,
        act: Act[T],
        then: Callable[[T], None],
        *,
        owner: QObject,
        failed: Then | None = None,
    ) -> None:
        """Try an act out in turn with the others: ``then`` gets its answer, nothing is changed."""
        self._write(lambda: Written(value=self.catalogue.rehearse(act)), then, owner, failed)

    def keep(
        self,
        run: "Callable[[Session], T]",
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
        """Run work that needs no session (reading a file, typesetting); it can't be interrupted."""
        lane_of = _lane(owner, lane)
        order = _Order(work=work, owner=owner, then=then, failed=failed, lane=lane_of)
        self._start(self._workers, order)

    def close(self) -> None:
        """Wait until all is saved; reads are cancelled, and nothing is begun or told any more."""
        self._is_closed = True
        for order in self._asked:
            order.cancel()
        for workers in (self._writer, self._readers, self._background, self._workers):
            workers.wait()

    def _write(
        self,
        work: Callable[[], Written[T]],
        then: Callable[[T], None] | None,
        owner: QObject,
        failed: Then | None,
    ) -> None:
        self._saving += 1
        self.saving_changed.emit(self._saving)
        order = _Order(work=work, owner=owner, then=then, failed=failed, is_write=True)
        self._start(self._writer, order)

    def _start(self, workers: Workers, order: _Order) -> None:
        if self._enlist(order):
            self._begin(workers, order)

    def _begin(self, workers: Workers, order: _Order) -> None:
        workers.start(order.carry_out, partial(self._take, order))

    def _enlist(self, order: _Order) -> bool:
        """Note what is asked, in place of what stood in its lane; tell whether it may begin."""
        if self._is_closed:
            return False
        if order.lane is not None:
            if order.lane in self._lanes:
                self._lanes[order.lane].cancel()
            self._lanes[order.lane] = order
        if not order.is_write:
            order.owner.destroyed.connect(order.cancel)
        self._asked.add(order)
        return True

    def _take(self, order: _Order, answer: object, error: Exception | None) -> None:
        self._forget(order)
        if self._is_closed:
            return
        if order.is_write:
            self._saving -= 1
            self.saving_changed.emit(self._saving)
        if error is None and isinstance(answer, Written):
            written = cast("Written[Any]", answer)
            if written.change:
                self._hub.changed.emit(written.change, order.owner)
            answer = written.value
        self._deliver(order, answer, error)
        if self.is_idle:
            self.idle.emit()

    def _forget(self, order: _Order) -> None:
        self._asked.discard(order)
        if order.lane is not None and self._lanes.get(order.lane) is order:
            del self._lanes[order.lane]
        if not order.is_write and shiboken6.isValid(order.owner):
            order.owner.destroyed.disconnect(order.cancel)

    def _deliver(self, order: _Order, answer: object, error: Exception | None) -> None:
        """Hand an answer to whoever asked: not to the dead, and nothing of what was cancelled."""
        if order.is_void and not order.is_write:
            return
        if error is None:
            if order.then is not None and not order.is_void:
                order.then(answer)
        elif order.failed is not None and not order.is_void:
            order.failed(error)
        else:
            self.failed.emit(error)


def _lane(owner: QObject, lane: str) -> _Lane | None:
    return (id(owner), lane) if lane else None
