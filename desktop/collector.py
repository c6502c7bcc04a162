"""Python's garbage collector, kept to the GUI thread.

Left to itself it runs in whichever thread allocates, and frees Qt's objects in a worker, where that
crashes the program. So it is switched off, and a timer runs it where widgets may die.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS = 2_000
_MANY = 700


def spare_what_is_loaded() -> None:
    """Let the collector never again look through what there is: modules and classes, mostly.

    It would take up to 40 ms each time, in which the window does not answer.
    """
    gc.freeze()


class Collector(QObject):
    """Collects garbage on the thread it lives on, a little at a time."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    @Slot()
    def _collect(self) -> None:
        """Collect the youngest generation that has grown, as the collector itself would."""
        young, middle, old = gc.get_count()
        thresholds = gc.get_threshold()
        if old > thresholds[2]:
            gc.collect(2)
        elif middle > thresholds[1]:
            gc.collect(1)
        elif young > _MANY:
            gc.collect(0)
