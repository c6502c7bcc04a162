"""What is measured, each part in a process of its own: nothing warms up or fills memory for it."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.measure import Line

_HOUSE = Path(__file__).resolve().parents[2]
STOPPED = 130
"""Exit status of a part that was stopped by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A module with ``lines(path)``, and where and how often it is run."""

    module: str
    largest: int = sys.maxsize
    """Not run on catalogues of more entries."""
    is_once: bool = False
    """Run on the first catalogue alone: its figures do not depend on the size."""
    on_x: bool = False
    """Run under a virtual X server, where there is one."""


PARTS = (
    Part(module="start"),
    Part(module="start", on_x=True),
    Part(module="window"),
    Part(module="finding"),
    Part(module="overview"),
    Part(module="report", is_once=True),
    Part(module="editing"),
    Part(module="history", is_once=True),
    Part(module="intake", largest=100_000),
    Part(module="reading", is_once=True),
)


class PartFailed(Exception):  # noqa: N818 - named for what has happened
    """A part ended before its end; the message says why."""


def chosen_parts(names: list[str]) -> list[Part]:
    """Return the parts of these names that this machine can run; all where none are named."""
    has_x = shutil.which("xvfb-run") is not None
    return [
        part for part in PARTS if (not names or part.module in names) and (has_x or not part.on_x)
    ]


def run_part(part: Part, path: Path) -> Iterator[Line]:
    """Run a part on a catalogue; give each line as soon as it is measured.

    Raises:
        PartFailed: what it said last.
    """
    command = [sys.executable, "-m", "tests.benchmarks.one_part", part.module, str(path)]
    server = ["xvfb-run", "-a"] if part.on_x else []
    with tempfile.TemporaryDirectory() as settings, tempfile.TemporaryFile("w+") as said:
        with subprocess.Popen(
            [*server, *command],
            stdout=subprocess.PIPE,
            stderr=said,
            text=True,
            cwd=_HOUSE,
            env=_surroundings(part, settings),
        ) as child:
            try:
                yield from _lines(child)
            except BaseException:
                child.terminate()
                raise
        if child.returncode == STOPPED:
            raise KeyboardInterrupt
        if child.returncode:
            said.seek(0)
            words = said.read().strip().splitlines()[-1:] or [f"status {child.returncode}"]
            raise PartFailed(words[0])


def _lines(child: "subprocess.Popen[str]") -> Iterator[Line]:
    for told in child.stdout or ():
        yield Line(**json.loads(told))


def _surroundings(part: Part, settings: str) -> dict[str, str]:
    """Keep a part from the settings of whoever runs it."""
    platform = "xcb" if part.on_x else "offscreen"
    return {
        **os.environ,
        "QT_QPA_PLATFORM": platform,
        "XDG_CONFIG_HOME": settings,
        "PYTHONIOENCODING": "utf-8",
    }
