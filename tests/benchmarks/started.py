"""Starts Chancery as its user does, on a catalogue, and tells when it was seen.

``python -m tests.benchmarks.started CATALOGUE`` prints JSON: the time of the first painting of the
window, that of the list with its rows, and the megabytes held then. Then it closes the window.
"""

import json
import runpy
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from typing_extensions import override

from tests.benchmarks.resident import held

_DOOR = Path(__file__).resolve().parents[2] / "main.py"
_exec = QApplication.exec


class _Painted(QObject):
    """Notes when a widget was painted first with what is waited for."""

    def __init__(
        self, widget: QWidget, is_due: Callable[[], bool], done: Callable[[], None]
    ) -> None:
        super().__init__(widget)
        self._is_due, self._done, self._is_seen = is_due, done, False
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Paint and not self._is_seen and self._is_due():
            self._is_seen = True
            QTimer.singleShot(0, self, self._done)  # once it is painted
        return False


class _Watch(QObject):
    """Looks for the window and its list as they come, and tells of both."""

    def __init__(self) -> None:
        super().__init__()
        self._told: dict[str, float] = {}
        self._window: QMainWindow | None = None
        self._list: QWidget | None = None
        self._timer = QTimer(self, interval=5)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        self._look()

    @Slot()
    def _look(self) -> None:
        tops = QApplication.topLevelWidgets()
        window = next((top for top in tops if isinstance(top, QMainWindow)), None)
        centre = window.centralWidget() if window is not None else None
        if centre is not None and self._window is None:
            self._window = window
            _Painted(centre, lambda: True, lambda: self._note("first"))
        master = getattr(getattr(window, "_room", None), "master", None)
        if master is not None and self._list is None:
            self._list = master.view.viewport()
            has_rows = lambda: master.model.line_at(0) is not None  # noqa: E731 - said twice else
            _Painted(master.view.viewport(), has_rows, lambda: self._note("filled"))
            master.view.viewport().update()

    def _note(self, name: str) -> None:
        self._told[name] = time.time()
        if len(self._told) == 2 and self._window is not None:
            self._told["held"] = held()
            self._window.close()

    def tell(self) -> None:
        """Print what was noted."""
        sys.stdout.write(json.dumps(self._told) + "\n")


def _exec_watched(*_application: object) -> int:
    watch = _Watch()
    status = _exec()
    watch.tell()
    return status


def main() -> None:
    """Go through the door, with an event loop that watches."""
    QApplication.exec = _exec_watched  # pyright: ignore[reportAttributeAccessIssue] - a wrapped call
    sys.argv = [str(_DOOR), sys.argv[1]]
    runpy.run_path(str(_DOOR), run_name="__main__")


if __name__ == "__main__":
    main()
