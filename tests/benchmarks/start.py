"""Measures starting: a process each time, beside one that shows a bare window of PySide6."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measure import MILLION, Line, Timing, by_size, line, size_of, timing_of

_ROUNDS = 7
_BARE = ("tests.benchmarks.bare_window",)


def lines(path: Path) -> Iterator[Line]:
    """Measure starting on a catalogue; on a disk that is warm, as all rounds but the first are."""
    started = ("tests.benchmarks.started", str(path))
    for command in (_BARE, started):
        _run(command)
    bare: list[dict[str, float]] = []
    ours: list[dict[str, float]] = []
    for _ in range(_ROUNDS):
        bare.append(_run(_BARE))
        ours.append(_run(started))
    yield from _told(size_of(path), bare, ours)


def _told(size: int, bare: list[dict[str, float]], ours: list[dict[str, float]]) -> Iterator[Line]:
    floor = _timing(bare, "first")
    yield line(
        "first window", _timing(ours, "first"), floor, target="≤ 2x bare window", most_ratio=2
    )
    most = by_size(size, 4, 6)
    target = "≤ 4x bare window; ≤ 6x at 1 M"
    yield line("list filled", _timing(ours, "filled"), floor, target=target, most_ratio=most)
    held = statistics.median(one["held"] for one in ours)
    most = 150 if size < MILLION else 250
    yield Line(
        what="memory then",
        ours=f"{held:.0f} MB",
        target="≤ 150 MB; ≤ 250 MB at 1 M",
        met=held <= most,
    )


def _timing(rounds: list[dict[str, float]], name: str) -> Timing:
    return timing_of([one[name] for one in rounds])


def _run(words: tuple[str, ...]) -> dict[str, float]:
    """Start a process; return the milliseconds until what it tells of, and the memory it held."""
    start = time.time()
    done = subprocess.run(
        [sys.executable, "-m", *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env=os.environ,
    )
    if done.returncode:
        raise RuntimeError(done.stderr.strip() or f"status {done.returncode}")
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return {name: at if name == "held" else (at - start) * 1000 for name, at in told.items()}
