"""Interruption: how one thread stops a read that another one carries out.

SQLite's own interrupt stops the statement that runs at that moment, and is forgotten where none
does. So what was asked is also noted here, looked at before each statement, and by SQLite itself
every so often, for a statement that began in between (https://sqlite.org/c3ref/interrupt.html).
"""

from collections.abc import Generator
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Any

from db.errors import Interrupted

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

_KEY = "interruption"
_STEPS = 1_000_000
"""Instructions of SQLite between two looks: some 20 ms, since each look waits for Python."""


class Interruption:
    """Stops one read, from any thread and at any time: before it, during it or too late."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._running: Any = None
        self._is_asked = False

    @property
    def is_asked(self) -> bool:
        """Whether the read is to stop, or was to."""
        return self._is_asked

    def interrupt(self) -> None:
        """Ask the read to stop; its statement under way ends at once."""
        with self._lock:
            self._is_asked = True
            if self._running is not None:
                self._running.interrupt()

    def check(self) -> None:
        """Go on, unless it was asked to stop.

        Raises:
            Interrupted: it was.
        """
        if self._is_asked:
            raise Interrupted

    @contextmanager
    def watch(self, session: "Session") -> Generator[None]:
        """Make what a session reads stop when that is asked; the session can be used afterwards.

        Raises:
            Interrupted: it was stopped.
        """
        from sqlalchemy.exc import DBAPIError  # noqa: PLC0415 - a session has loaded it

        self.check()
        connection = session.connection()
        connection.info[_KEY] = session.info[_KEY] = self
        try:
            with self._running_on(connection.connection.dbapi_connection):
                yield
        except DBAPIError as error:
            if self._is_asked and _is_interrupt(error.orig):
                raise Interrupted from error
            raise
        finally:
            del connection.info[_KEY], session.info[_KEY]
            if self._is_asked and not _answers(connection):
                session.invalidate()

    @contextmanager
    def watch_plain(self, connection: Any) -> Generator[None]:  # noqa: ANN401 - a DB-API connection
        """Make what a plain connection does stop when that is asked.

        Raises:
            Interrupted: it was stopped.
        """
        self.check()
        try:
            with self._running_on(connection):
                yield
        except Exception as error:
            if self._is_asked and _is_interrupt(error):
                raise Interrupted from error
            raise

    @contextmanager
    def _running_on(self, connection: Any) -> Generator[None]:  # noqa: ANN401 - a DB-API connection
        """Note whom to interrupt, and that alone: the next reader of this connection is spared."""
        connection.set_progress_handler(lambda: self._is_asked, _STEPS)
        with self._lock:
            self._running = connection
        try:
            yield
        finally:
            with self._lock:
                self._running = None
            connection.set_progress_handler(None, 0)


def check_interrupted(session: "Session") -> None:
    """End a query here where nobody waits for its answer any more; else do nothing, at no cost.

    For the work of a query between its statements, every few milliseconds of it: SQLite stops its
    own statements itself.

    Raises:
        Interrupted: the read this session belongs to was overtaken or cancelled.
    """
    interruption = session.info.get(_KEY)
    if interruption is not None:
        interruption.check()


def check_before_statements(engine: Any) -> None:  # noqa: ANN401 - the event takes it untyped
    """Make an engine look, before each statement, whether its read was asked to stop."""
    from sqlalchemy import event  # noqa: PLC0415 - an engine has loaded it

    @event.listens_for(engine, "before_cursor_execute")
    def _check(connection: "Connection", *_what: object) -> None:  # pyright: ignore[reportUnusedFunction] - registered by the decorator
        interruption = connection.info.get(_KEY)
        if interruption is not None:
            interruption.check()


def _is_interrupt(error: BaseException | None) -> bool:
    return getattr(error, "sqlite_errorname", "") == "SQLITE_INTERRUPT"


def _answers(connection: "Connection") -> bool:
    """Tell whether a connection is at rest: half-read statements would keep it interrupted."""
    from sqlalchemy.exc import DBAPIError  # noqa: PLC0415 - likewise

    try:
        connection.exec_driver_sql("SELECT 1").scalar()
    except DBAPIError:
        return False
    return True
