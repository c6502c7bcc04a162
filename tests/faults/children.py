"""Children that carry out an operation and are killed, or meet calls that fail, on the way."""

import os
import select
import signal
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from db.errors import CatalogueError
from tests.faults.interposer import disarm
from tests.faults.operation import Operation, Step

_ACKNOWLEDGED, _REFUSED, _FAULT = b"a", b"r", b"f"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a child ended: its acknowledged steps, what was refused, and its faults."""

    acknowledged: int
    refused: int
    fault: str
    was_killed: bool


class _Attempt:
    """Tells the parent of each step through a pipe."""

    def __init__(self, pipe: int, *, arm: Callable[[], None], again: bool) -> None:
        self._pipe, self._arm, self._again = pipe, arm, again

    def ready(self) -> None:
        self._arm()

    def step(self, step: Step) -> None:
        try:
            step()
        except CatalogueError:
            if not self._again:
                raise
            os.write(self._pipe, _REFUSED)
            disarm()  # the cause is mended: now it must go well
            step()
        os.write(self._pipe, _ACKNOWLEDGED)


def run_child(
    operation: Operation,
    folder: Path,
    *,
    arm: Callable[[], None] = lambda: None,
    again: bool = False,
    kill_after: float | None = None,
) -> Ended:
    """Carry an operation out in a child; kill it after some seconds where that is asked."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _be_child(operation, folder, _Attempt(writing, arm=arm, again=again), writing)
    os.close(writing)
    if kill_after is not None:
        select.select([], [], [], kill_after)
        os.kill(child, signal.SIGKILL)
    told = _all_of(reading)
    _, status = os.waitpid(child, 0)
    steps, _, fault = told.partition(_FAULT)
    return Ended(
        acknowledged=steps.count(_ACKNOWLEDGED),
        refused=steps.count(_REFUSED),
        fault=fault.decode(errors="replace"),
        was_killed=os.WIFSIGNALED(status),
    )


def _be_child(operation: Operation, folder: Path, attempt: _Attempt, pipe: int) -> None:
    try:
        operation.run(folder, attempt)
    except BaseException as error:  # noqa: BLE001 - all of it is told to the parent
        disarm()
        kind = "refused" if isinstance(error, CatalogueError) else "fault"
        last = traceback.format_exception(error)[-3:]
        os.write(pipe, _FAULT + f"{kind}: {''.join(last)}".encode())
    os._exit(0)


def _all_of(pipe: int) -> bytes:
    told = b""
    while piece := os.read(pipe, 65_536):
        told += piece
    os.close(pipe)
    return told


def seconds_of(operation: Operation, folders: Sequence[Path]) -> float:
    """Return how long an operation takes in a child, the shortest of several runs."""
    taken = list[float]()
    for folder in folders:
        begun = time.monotonic()
        run_child(operation, folder)
        taken.append(time.monotonic() - begun)
    return min(taken)
