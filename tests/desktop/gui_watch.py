"""A watch over the GUI thread: what holds it too long, and what reaches the catalogue from it.

Held is told by the processor time of the thread, so that neither other processes nor a slow disk
make a test fail; waiting is not measured, and the catalogue, the one thing to wait for, is watched
by itself.
"""

import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

from PySide6.QtCore import QEvent, QObject, QThread
from PySide6.QtWidgets import QApplication
from sqlalchemy import event as sqlalchemy_event
from sqlalchemy.engine import Engine
from typing_extensions import override

LIMIT_MS = 50.0
_SAMPLE_MS = 5
_ROOT = str(Path(__file__).parents[2])

Deliver = Callable[[QObject, QEvent], bool]


class WatchedApplication(QApplication):
    """Hands each event to a watch, while there is one."""

    watch: "GuiWatch | None" = None

    @override
    def notify(self, arg__1: QObject, arg__2: QEvent, /) -> bool:
        """Deliver an event, under the watch where it is for the GUI thread."""
        watch = self.watch
        if watch is None or threading.get_ident() != watch.thread:
            return super().notify(arg__1, arg__2)
        return watch.deliver(super().notify, arg__1, arg__2)


@dataclass(slots=True, eq=False)
class _Delivery:
    """An event on its way: at which depth of event loops, since when, and what ran inside it."""

    level: int
    name: str
    began: float
    wall: float
    nested: float = 0.0
    places: list[str] = field(default_factory=list[str])


class GuiWatch:
    """Remember what each event cost the GUI thread, and every statement run on it."""

    def __init__(self) -> None:
        self.thread = threading.get_ident()
        self.longest: list[tuple[float, str]] = []
        """Milliseconds, and what they went to: the longest first."""
        self.statements: list[str] = []
        """What was asked of the catalogue on the GUI thread, and from where."""
        self._under_way: list[_Delivery] = []
        self._excused: set[str] = set()
        self._over = threading.Event()

    def excuse(self, name: str, *, because: str) -> None:
        """Overlook an event (``"Paint of PdfPane"``) that Qt itself makes long; say why."""
        assert because
        self._excused.add(name)

    def deliver(self, notify: Deliver, receiver: QObject, event: QEvent) -> bool:
        """Deliver an event, and measure it unless it is part of another one's delivery."""
        level = QThread.currentThread().loopLevel()
        if self._under_way and level <= self._under_way[-1].level:
            return notify(receiver, event)
        name = f"{_type_of(event)} of {type(receiver).__name__}"
        delivery = _Delivery(level, name, time.thread_time(), time.perf_counter())
        self._under_way.append(delivery)
        try:
            return notify(receiver, event)
        finally:
            self._under_way.pop()
            took = time.thread_time() - delivery.began
            if self._under_way:
                self._under_way[-1].nested += took
            self._note(delivery, (took - delivery.nested) * 1000)

    def complaints(self) -> list[str]:
        """Tell what held the thread longer than it may, and what reached the catalogue."""
        held = [f"{took:.0f} ms: {what}" for took, what in self.longest if took > LIMIT_MS]
        return [*held, *self.statements]

    @contextmanager
    def on_duty(self, application: WatchedApplication) -> Iterator[None]:
        """Watch an application and all engines."""
        sampler = threading.Thread(target=self._sample, daemon=True)
        sqlalchemy_event.listen(Engine, "before_cursor_execute", self._on_statement)
        application.watch = self
        sampler.start()
        try:
            yield
        finally:
            application.watch = None
            sqlalchemy_event.remove(Engine, "before_cursor_execute", self._on_statement)
            self._over.set()
            sampler.join()

    def _note(self, delivery: _Delivery, took: float) -> None:
        if delivery.name in self._excused or took < LIMIT_MS / 5:
            return
        what = "\n    ".join([delivery.name, *dict.fromkeys(delivery.places)])
        self.longest.append((took, what))
        self.longest.sort(reverse=True)
        del self.longest[20:]

    def _on_statement(self, _connection: object, _cursor: object, text: str, *_rest: Any) -> None:  # noqa: ANN401 - SQLAlchemy's arguments
        if threading.get_ident() == self.thread and self._under_way:
            where = "\n    ".join(_places(sys._getframe()))
            self.statements.append(f"on the GUI thread: {text[:200]}\n    {where}")

    def _sample(self) -> None:
        """Look now and then where the GUI thread is, once it has been with one event for long."""
        while not self._over.wait(_SAMPLE_MS / 1000):
            under_way = self._under_way[-1:]
            for delivery in under_way:
                if time.perf_counter() - delivery.wall < LIMIT_MS / 2000:
                    continue
                frame = sys._current_frames().get(self.thread)
                delivery.places.extend(_places(frame)[-1:])


def _places(frame: FrameType | None) -> list[str]:
    """Return the lines of the program itself in a stack, outermost first."""
    return [
        f"{Path(one.filename).relative_to(_ROOT)}:{one.lineno} in {one.name}"
        for one in traceback.extract_stack(frame)
        if one.filename.startswith(_ROOT) and "gui_watch" not in one.filename
    ]


def _type_of(event: QEvent) -> str:
    kind = event.type()
    return kind.name if isinstance(kind, QEvent.Type) else str(kind)
