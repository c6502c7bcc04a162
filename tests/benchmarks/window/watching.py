"""The real window, opened and watched: what is pressed, and when a part of it was painted."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from db.catalogue import Catalogue
from desktop.app import make_application, make_window
from desktop.plain_imports import restore_import
from desktop.settings import Settings
from desktop.window import MainWindow

_PATIENCE_S = 60
_LOOK_MS = 2
_STILL_S = 0.2
"""So long nothing is asked of the catalogue before the window is taken to be at rest."""


class Painting:
    """Notes when a widget is painted for the first time with what is waited for."""

    def __init__(self, widget: QWidget, is_due: Callable[[], bool]) -> None:
        self.at = 0.0
        """Seconds, as `perf_counter` counts them; 0 until then."""
        self._filter = _Filter(widget, is_due, self._note)

    def wait(self) -> float:
        """Wait for it; return when it was."""
        wait_until(lambda: bool(self.at))
        self._filter.deleteLater()
        return self.at

    def _note(self) -> None:
        self.at = perf_counter()


class _Filter(QObject):
    def __init__(
        self, widget: QWidget, is_due: Callable[[], bool], note: Callable[[], None]
    ) -> None:
        super().__init__(widget)
        self._is_due, self._note, self._is_seen = is_due, note, False
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Paint and not self._is_seen and self._is_due():
            self._is_seen = True
            QTimer.singleShot(0, self, self._note)  # once it is painted
        return False


@contextmanager
def opened(path: Path) -> Generator[MainWindow]:
    """Open the window of a catalogue, with all of its room, and close it in the end."""
    restore_import()
    application = make_application([])
    window = make_window(Catalogue.open(path, who="Benchmark", program="benchmark"), Settings())
    window.show()
    window.activateWindow()
    wait_until(lambda: window.is_ready)
    wait_for_rest(window)
    yield window
    window.close()
    application.processEvents()


def wait_until(is_so: Callable[[], bool]) -> None:
    """Let the window work until something is so.

    Raises:
        TimeoutError: it is not after a minute.
    """
    loop, timer = QEventLoop(), QTimer(interval=_LOOK_MS)
    end = perf_counter() + _PATIENCE_S
    timer.timeout.connect(lambda: loop.quit() if is_so() or perf_counter() > end else None)
    timer.start()
    loop.exec()
    if not is_so():
        raise TimeoutError


def wait_for_rest(window: MainWindow) -> None:
    """Wait until nothing has been under way for a moment."""
    busy = perf_counter()

    def is_still() -> bool:
        nonlocal busy
        if not window.workspace.operations.is_idle:
            busy = perf_counter()
        return perf_counter() - busy > _STILL_S

    wait_until(is_still)


def press(widget: QWidget, letter: str) -> None:
    """Press and let go a key that types a letter."""
    key = ord(letter.upper()) if letter.isascii() else Qt.Key.Key_unknown
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(widget, event)
