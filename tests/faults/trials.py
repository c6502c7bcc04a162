"""The trials: an operation broken off at random, and at every call that changes a file."""

import contextlib
import errno
import random
import tempfile
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.children import Ended, run_child, seconds_of
from tests.faults.interposer import Mode, arm, disarm
from tests.faults.looking import State, losses, state_of
from tests.faults.operation import CATALOGUE, Operation, Step


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What came of many trials of one operation with one fault."""

    operation: str
    fault: str
    trials: int = 0
    broken_off: int = 0
    """Trials in which the fault really came: the child was killed, or a call failed."""
    refused: int = 0
    """Steps that were refused with a sentence, and went well once the cause was mended."""
    lost: list[str] = field(default_factory=list)


class _Plan:
    """Carries the steps out here, noting what the catalogue holds after each."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.states: list[State] = [state_of(path)]

    def ready(self) -> None:
        pass

    def step(self, step: Step) -> None:
        step()
        self.states.append(state_of(self._path))


class _Count:
    """Carries the steps out here, counting the calls that change a file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def ready(self) -> None:
        arm(self._folder, 0, Mode.COUNT)

    def step(self, step: Step) -> None:
        step()


class Trials:
    """All trials of one operation."""

    def __init__(self, operation: Operation) -> None:
        self._operation = operation
        with self._folder() as folder:
            plan = _Plan(folder / CATALOGUE)
            operation.run(folder, plan)
            self.states = plan.states

    def killed_at_random(self, count: int, seed: int) -> Outcome:
        """Kill the program at moments spread over the whole of the operation."""
        outcome = Outcome(operation=self._operation.name, fault="killed at a random moment")
        with self._folder() as one, self._folder() as another:
            whole = seconds_of(self._operation, (one, another))
        chance = random.Random(seed)
        for _ in range(count):
            moment = chance.uniform(0, whole)
            self._try(
                outcome, lambda folder, at=moment: run_child(self._operation, folder, kill_after=at)
            )
        return outcome

    def killed_at_calls(self, calls: Iterable[int], mode: Mode, name: str) -> Outcome:
        """Kill the program at chosen calls that change a file: before each, or halfway."""
        outcome = Outcome(operation=self._operation.name, fault=name)
        for call in calls:
            self._try(
                outcome,
                lambda folder, call=call: run_child(
                    self._operation, folder, arm=lambda: arm(folder, call, mode)
                ),
            )
        return outcome

    def failing_at_calls(self, calls: Iterable[int], mode: Mode, error: int, name: str) -> Outcome:
        """Let chosen calls fail; the step is tried again once the cause is mended."""
        outcome = Outcome(operation=self._operation.name, fault=name)
        for call in calls:
            self._try(
                outcome,
                lambda folder, call=call: run_child(
                    self._operation,
                    folder,
                    arm=lambda: arm(folder, call, mode, error),
                    again=True,
                ),
            )
        return outcome

    def count_calls(self) -> int:
        """Return how many calls of the operation change a file, once all is open."""
        with self._folder() as folder:
            self._operation.run(folder, _Count(folder))
            return disarm()

    @contextlib.contextmanager
    def _folder(self) -> Generator[Path]:
        with tempfile.TemporaryDirectory(prefix="chancery-faults-") as name:
            folder = Path(name)
            self._operation.prepare(folder)
            yield folder

    def _try(self, outcome: Outcome, trial: Callable[[Path], Ended]) -> None:
        outcome.trials += 1
        with self._folder() as folder:
            ended = trial(folder)
            outcome.broken_off += ended.was_killed or bool(ended.refused)
            outcome.refused += ended.refused
            lost = [f"fault: {ended.fault}"] if ended.fault.startswith("fault") else []
            lost += losses(folder / CATALOGUE, self.states, ended.acknowledged)
            lost += self._operation.also(folder, ended.acknowledged)
            if lost and ended.fault.startswith("refused"):
                lost.append(ended.fault)
            outcome.lost += lost


DISK_FULL, DISK_FAILS = errno.ENOSPC, errno.EIO
