"""How things are measured: many times, the middle and the slow end, beside a floor of the same run.

Absolute figures wander with the machine; what counts is the ratio to the floor, measured in turn
with what it is the floor of.
"""

import contextlib
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from db.engine import connect_raw

ROUNDS = 30
GROWTH = "≤ 2x from 100,000 to 1 M"
MILLION = 900_000
"""From so many entries on, the targets for a million hold."""
_LONGEST = 3.0
"""Seconds after which no further round is begun."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Milliseconds of one thing done many times."""

    middle: float
    slow: float
    """The 95th of a hundred."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the table."""

    what: str
    ours: str
    floor: str = ""
    ratio: str = ""
    target: str = ""
    met: bool | None = None
    """Whether the target is reached; None where there is none, or none for this size."""
    ms: float = 0.0
    """The middle in milliseconds, where it is a time."""
    grows: bool = False
    """Whether it belongs into the table of growth."""


def timed(work: Callable[[], object], *, rounds: int = ROUNDS) -> Timing:
    """Do something once to warm up, and then many times."""
    work()
    times: list[float] = []
    begun = perf_counter()
    while len(times) < rounds and perf_counter() - begun < _LONGEST:
        times.append(milliseconds(work))
    return timing_of(times)


def in_turn(
    ours: Callable[[], object], floor: Callable[[], object], *, rounds: int = ROUNDS
) -> tuple[Timing, Timing]:
    """Measure two things in turn, so that what slows the machine slows both."""
    ours()
    floor()
    mine: list[float] = []
    theirs: list[float] = []
    begun = perf_counter()
    while len(mine) < rounds and perf_counter() - begun < 2 * _LONGEST:
        mine.append(milliseconds(ours))
        theirs.append(milliseconds(floor))
    return timing_of(mine), timing_of(theirs)


def milliseconds(work: Callable[[], object]) -> float:
    """Do something once; return how long it took."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def timing_of(times: Sequence[float]) -> Timing:
    """Return the middle and the slow end of times in milliseconds."""
    slow = sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]
    return Timing(middle=statistics.median(times), slow=slow)


def line(
    what: str,
    ours: Timing,
    floor: Timing | None = None,
    *,
    target: str = "",
    most: float | None = None,
    most_ratio: float | None = None,
    grows: bool = False,
) -> Line:
    """Return the line of a table for a timing, with its ratio to a floor.

    ``most`` milliseconds are asked of the slow end, ``most_ratio`` of the middle.
    """
    ratio = ours.middle / floor.middle if floor else 0.0
    asked = most is not None or most_ratio is not None
    in_time = most is None or ours.slow <= most
    near_floor = most_ratio is None or ratio <= most_ratio
    return Line(
        what=what,
        ours=f"{ours.middle:.2f} / {ours.slow:.2f} ms",
        floor=f"{floor.middle:.2f} ms" if floor else "",
        ratio=f"{ratio:.1f}x" if floor else "",
        target=target,
        met=(in_time and near_floor) if asked else None,
        ms=ours.middle,
        grows=grows,
    )


def size_of(path: Path) -> int:
    """Count the entries of a catalogue."""
    with contextlib.closing(connect_raw(path, mode="ro")) as raw:
        return int(raw.execute("SELECT count(*) FROM entry").fetchone()[0])


def by_size(size: int, usual: float, at_a_million: float) -> float:
    """Return what a target is for a catalogue of a size."""
    return usual if size < MILLION else at_a_million
