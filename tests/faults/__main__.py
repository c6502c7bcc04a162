"""All trials, counted: ``python -m tests.faults``; the status is 1 where anything was lost."""

import argparse
import sys
import time
from collections.abc import Iterator, Sequence

from tests.faults import interposer
from tests.faults.interposer import Mode
from tests.faults.operation import Operation
from tests.faults.operations import OPERATIONS
from tests.faults.table import as_table
from tests.faults.trials import DISK_FAILS, DISK_FULL, Outcome, Trials


def _trials(operation: Operation, chosen: argparse.Namespace) -> Iterator[Outcome]:
    trials = Trials(operation)
    yield trials.killed_at_random(chosen.kills, chosen.seed)
    calls = _some(trials.count_calls(), chosen.calls)
    for mode, name in (
        (Mode.KILL_BEFORE, "killed before a call"),
        (Mode.KILL_HALFWAY, "killed halfway through a call"),
    ):
        yield trials.killed_at_calls(calls, mode, name)
    for mode, error, name in (
        (Mode.FAIL_ON, DISK_FULL, "disk full from a call on"),
        (Mode.FAIL_ONCE, DISK_FAILS, "a call fails"),
    ):
        yield trials.failing_at_calls(calls, mode, error, name)


def _some(count: int, most: int) -> Sequence[int]:
    """Return the calls to try: all, or so many spread evenly, the first and the last among them."""
    if not most or count <= most:
        return range(1, count + 1)
    return sorted({1 + round(at * (count - 1) / (most - 1)) for at in range(most)})


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    names = [operation.name for operation in OPERATIONS]
    parser.add_argument("operations", nargs="*", help=f"of {', '.join(names)}; all if none")
    parser.add_argument("--kills", type=int, default=200, help="kills at random moments")
    parser.add_argument("--calls", type=int, default=0, help="at most so many calls; 0: every one")
    parser.add_argument("--seed", type=int, default=1, help="of the random moments")
    return parser


def main(words: list[str]) -> int:
    """Run the trials that were asked for; return the exit status."""
    chosen = _parser().parse_args(words)
    reason = interposer.why_not()
    if reason:
        _say(f"No trials were run: {reason}.")
        return 0
    if not interposer.is_interposed():
        return interposer.run_again_interposed(words)
    outcomes, begun = list[Outcome](), time.monotonic()
    for operation in OPERATIONS:
        if not chosen.operations or operation.name in chosen.operations:
            for outcome in _trials(operation, chosen):
                _say(f"{outcome.operation}, {outcome.fault}: {outcome.trials} trials")
                outcomes.append(outcome)
    _say(as_table(outcomes, time.monotonic() - begun))
    return 1 if any(outcome.lost for outcome in outcomes) else 0


sys.exit(main(sys.argv[1:]))
