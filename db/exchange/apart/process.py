"""The process that reads, seen from the program: begun, asked, watched and ended."""

import json
import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic
from typing import BinaryIO, cast

from db.errors import Interrupted, Unreadable
from db.exchange.apart.wire import Answer, BadFrame, Request, send_request, take_answer

_LOOK_EVERY = 0.05
_ROOT = Path(__file__).resolve().parents[3]
_KEPT_VARIABLES = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TZ")
_LOG = logging.getLogger(__name__)

Cancelled = Callable[[], bool]


class ReadingProcess:
    """The process that reads, whichever it is at the moment."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, request: Request, cancelled: Cancelled, seconds: float) -> Answer:
        """Let it read one file.

        Raises Unreadable or Interrupted.
        """
        with self._turn(cancelled):
            return self._ask(request, cancelled, seconds)

    def ask_all(
        self, requests: Sequence[Request], cancelled: Cancelled, seconds: float
    ) -> list[Answer | Unreadable]:
        """Let it read several files without waiting between them; answer for each, in order.

        One it broke off over, or that kept it for `seconds`, is asked for again by itself.
        Raises Interrupted.
        """
        found: list[Answer | Unreadable] = []
        while len(found) < len(requests):
            with self._turn(cancelled):
                found += self._in_a_row(requests[len(found) :], cancelled, seconds)
            if len(found) < len(requests):
                try:
                    found.append(self.ask(requests[len(found)], cancelled, seconds))
                except Unreadable as refusal:
                    found.append(refusal)
        return found

    @contextmanager
    def _turn(self, cancelled: Cancelled) -> Generator[None]:
        while not self._lock.acquire(timeout=_LOOK_EVERY):
            if cancelled():
                raise Interrupted
        try:
            if cancelled():
                raise Interrupted
            yield
        finally:
            self._lock.release()

    def end(self) -> None:
        """End it."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was still to be written has nowhere to go
                    pipe.close()

    def _ask(self, request: Request, cancelled: Cancelled, seconds: float) -> Answer:
        was_running = self._is_running()
        process = self._running()
        with _Watch(process, cancelled, seconds) as watch:
            try:
                answer = _exchange(process, request)
            except (BadFrame, OSError):
                answer = None
            except BaseException:  # Ctrl+C in the middle of a frame: the pipes are of no use now
                self.end()
                raise
        if answer is not None and not watch.verdict:
            if answer.broke:
                _LOG.error("a reader broke off: %s", answer.broke)
                self.end()
            return answer
        status = process.poll() if watch.verdict else _status(process)
        self.end()
        if was_running and status == 0 and not watch.verdict:
            return self._ask(request, cancelled, seconds)  # it had gone idle at that very moment
        raise _why(watch.verdict, status, request.name)

    def _in_a_row(
        self, requests: Sequence[Request], cancelled: Cancelled, seconds: float
    ) -> list[Answer]:
        """Return the answers that come before anything goes wrong."""
        process = self._running()
        answers: list[Answer] = []
        # by a thread: both pipes may be full, and neither end must wait for the other then
        sending = threading.Thread(target=_send_all, args=(process, requests), daemon=True)
        sending.start()
        try:
            with _Watch(process, cancelled, seconds), suppress(BadFrame, OSError):
                for request in requests:
                    answer = take_answer(cast("BinaryIO", process.stdout), request.name)
                    if answer.broke:
                        break
                    answers.append(answer)
        finally:
            if len(answers) < len(requests):
                self.end()
            sending.join()
        return answers

    def _is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or not self._is_running():
            self.end()
            self._process = _begun()
        return self._process


class _Watch:
    """Ends a process that takes too long or is no longer wanted; `verdict` says which."""

    def __init__(
        self, process: subprocess.Popen[bytes], cancelled: Cancelled, seconds: float
    ) -> None:
        self.verdict = ""
        self._process, self._cancelled = process, cancelled
        self._deadline = monotonic() + seconds
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, name="reading apart", daemon=True)

    def __enter__(self) -> "_Watch":
        self._thread.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._done.wait(_LOOK_EVERY):
            if self._cancelled():
                self.verdict = "cancelled"
            elif monotonic() > self._deadline:
                self.verdict = "too_slow"
            if self.verdict:
                self._process.kill()
                return


def _exchange(process: subprocess.Popen[bytes], request: Request) -> Answer:
    send_request(cast("BinaryIO", process.stdin), request)
    return take_answer(cast("BinaryIO", process.stdout), request.name)


def _send_all(process: subprocess.Popen[bytes], requests: Sequence[Request]) -> None:
    with suppress(OSError, ValueError):  # it has gone, and who waits for its answers sees that
        for request in requests:
            send_request(cast("BinaryIO", process.stdin), request)


def _begun() -> subprocess.Popen[bytes]:
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    windows = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    process = subprocess.Popen(  # this very Python and a file of ours
        [sys.executable, "-I", "-X", "utf8", str(Path(__file__).with_name("__main__.py"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=_ROOT.anchor,
        env=kept,
        start_new_session=sys.platform != "win32",  # Ctrl+C is for the program, not for this
        creationflags=windows,
    )
    places = [str(_ROOT), *(str(Path(place).resolve()) for place in sys.path if place)]
    stdin = cast("BinaryIO", process.stdin)
    stdin.write(json.dumps(places).encode() + b"\n")
    stdin.flush()
    return process


def _status(process: subprocess.Popen[bytes]) -> int | None:
    """Wait for a process that has closed its pipe to be gone."""
    try:
        return process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        return None


def _why(verdict: str, status: int | None, name: str) -> Exception:
    """Say why there is no answer; a kill that was not ours is the system's, short of memory."""
    if verdict == "cancelled":
        return Interrupted()
    signals = {"SIGXCPU": "too_slow", "SIGKILL": "too_much_memory"}
    ended_by = {-getattr(signal, one): why for one, why in signals.items() if hasattr(signal, one)}
    return Unreadable(name, verdict or ended_by.get(status or 0, "crashed"))
