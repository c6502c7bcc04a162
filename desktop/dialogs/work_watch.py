"""Work of minutes under a dialog: how far it is, and stopping it."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.catalogue_import import Stop
from desktop.widgets.busy_bar import BusyBar

_LOOK_MS = 100


class WorkWatch(QObject):
    """Shows in a bar how far a worker is; the worker tells by ``tell``, which also stops it."""

    stopped = Signal()
    """Cancel was pressed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.bar = BusyBar()
        self._stop = Stop()
        self._far = (0, 0)
        self._shown = 0
        self._what = ""
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self.bar.cancel_requested.connect(self.stopped)

    @property
    def is_under_way(self) -> bool:
        """Whether work is shown."""
        return self._timer.isActive()

    def start(self, what: str) -> None:
        """Show work that begins, and stop what was begun before."""
        self._stop.ask()
        self._stop = Stop()
        self._far, self._shown, self._what = (0, 0), 0, what
        self.bar.start(what)
        self._timer.start()

    def teller(self) -> "Teller":
        """Return what the worker of this work calls."""
        return Teller(self, self._stop)

    def note(self, done: int, total: int) -> None:
        """Note how far it is, from any thread."""
        self._far = (done, total)  # looked at, not signalled, a thousand times

    def finish(self) -> None:
        """Put the bar away."""
        self._timer.stop()
        self.bar.finish()

    def stop(self) -> None:
        """Have the worker stop at its next step."""
        self._stop.ask()

    @Slot()
    def _look(self) -> None:
        done, total = self._far
        if total != self._shown:
            self._shown = total
            self.bar.start(self._what, steps=total)
        self.bar.advance(done)


class Teller:
    """Called by a worker: tells how far it is, and ends it when that is asked."""

    def __init__(self, watch: WorkWatch, stop: Stop) -> None:
        self._watch, self._stop = watch, stop

    def __call__(self, done: int, total: int) -> None:
        """Tell what is done, and of how much (0: nobody knows).

        Raises:
            Interrupted: it is to end.
        """
        self._stop.check()
        self._watch.note(done, total)
