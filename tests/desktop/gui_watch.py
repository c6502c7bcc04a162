"""A watch over the GUI thread: what holds it too long, and what reaches the catalogue from it.

Held means one turn of the event loop, in which no key is taken, or one event that a test sends. It
is told by the processor time of the thread, so that neither other processes nor a slow disk make a
test fail; waiting is not measured, and the catalogue, the one thing to wait for, is watched by
itself. Turns are told by the event dispatcher: an application that hands its events to Python
(``notify``) mistakes objects for dead ones at the same address, and crashes.
"""

import signal
import sys
import threading
import time
import traceback
from _thread import interrupt_main
from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from PySide6.QtCore import QAbstractEventDispatcher
from sqlalchemy import event as sqlalchemy_event
from sqlalchemy.engine import Engine

LIMIT_MS = 50.0
_SAMPLE_MS = 5
SIGNAL = signal.Signals["SIGUSR2" if hasattr(signal, "SIGUSR2") else "SIGBREAK"]
"""By which the GUI thread is asked where it is; Windows has the latter."""
_ROOT = str(Path(__file__).parents[2])


class GuiWatch:
    """Remember what each turn of the loop cost, and every statement run on the GUI thread."""

    def __init__(self) -> None:
        self.thread = threading.get_ident()
        self.longest: list[tuple[float, str]] = []
        """Milliseconds, and what they went to: the longest first."""
        self.statements: list[str] = []
        """What was asked of the catalogue on the GUI thread, and from where."""
        self._doing = ""
        self._began: float | None = None
        self._places: list[str] = []
        self._over = threading.Event()

    @contextmanager
    def during(self, doing: str) -> Generator[None]:
        """Watch what a test does or waits for; what lies between is the test's own work."""
        self._doing = doing
        self._begin()
        try:
            yield
        finally:
            self._end()
            self._doing = ""

    def complaints(self) -> list[str]:
        """Tell what held the thread longer than it may, and what reached the catalogue."""
        held = [f"held {took:.0f} ms, {what}" for took, what in self.longest if took > LIMIT_MS]
        return [*held, *self.statements]

    @contextmanager
    def on_duty(self) -> Generator[None]:
        """Watch the event loop of this thread, and all engines."""
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None
        sampler = threading.Thread(target=self._sample, daemon=True)
        dispatcher.awake.connect(self._on_turn)
        dispatcher.aboutToBlock.connect(self._on_turn)
        sqlalchemy_event.listen(Engine, "before_cursor_execute", self._on_statement)
        before = signal.signal(SIGNAL, self._on_sampled)
        sampler.start()
        try:
            yield
        finally:
            self._over.set()
            sampler.join()
            signal.signal(SIGNAL, before)
            sqlalchemy_event.remove(Engine, "before_cursor_execute", self._on_statement)
            dispatcher.awake.disconnect(self._on_turn)
            dispatcher.aboutToBlock.disconnect(self._on_turn)

    def _on_turn(self) -> None:
        self._end()
        if self._doing:
            self._begin()

    def _begin(self) -> None:
        self._places = []
        self._began = time.thread_time()

    def _end(self) -> None:
        began, self._began = self._began, None
        if began is None:
            return
        took = (time.thread_time() - began) * 1000
        if took > LIMIT_MS / 5:
            places = [f"{place} ({times})" for place, times in Counter(self._places).most_common(8)]
            self.longest.append((took, "\n    ".join([self._doing, *places])))
            self.longest.sort(reverse=True)
            del self.longest[20:]

    def _on_statement(self, _connection: object, _cursor: object, text: str, *_rest: Any) -> None:  # noqa: ANN401 - SQLAlchemy's arguments
        if threading.get_ident() == self.thread and self._doing:
            where = "\n    ".join(_lines(sys._getframe()))
            self.statements.append(f"asked on the GUI thread: {text[:200]}\n    {where}")

    def _sample(self) -> None:
        """Have the GUI thread say now and then where it is.

        Nothing else may look: whoever holds a frame of another thread frees what that refers to,
        widgets and painters too, in his own, and whoever holds none reads what is being changed.
        """
        while not self._over.wait(_SAMPLE_MS / 1000):
            if self._began is not None:
                interrupt_main(SIGNAL)

    def _on_sampled(self, _signal: int, frame: FrameType | None) -> None:
        if self._began is not None:
            self._places.extend(innermost(frame))


def innermost(frame: FrameType | None) -> list[str]:
    """Return the innermost line of the program itself in a stack, if there is one."""
    for one, line in traceback.walk_stack(frame):
        code = one.f_code
        if _is_own(code.co_filename):
            return [f"{code.co_filename[len(_ROOT) + 1 :]}:{line} in {code.co_name}"]
    return []


def _is_own(path: str) -> bool:
    return path.startswith(_ROOT) and "tests" not in path


def _lines(frame: FrameType | None) -> list[str]:
    """Return the lines of the program itself in a stack, outermost first."""
    return [
        f"{one.filename[len(_ROOT) + 1 :]}:{one.lineno} in {one.name}"
        for one in traceback.StackSummary.extract(traceback.walk_stack(frame), lookup_lines=False)
        if _is_own(one.filename)
    ][::-1]
