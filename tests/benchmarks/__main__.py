"""Measures how fast Chancery is: ``python -m tests.benchmarks``.

Makes catalogues, or takes those that lie in ``--folder``, measures every part on every size and
prints tables in Markdown. What is under way goes to standard error. Ctrl+C stops.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from tests.benchmarks.catalogues import catalogue_of
from tests.benchmarks.measure import Line
from tests.benchmarks.parts import PARTS, STOPPED, Part, PartFailed, chosen_parts, run_part
from tests.benchmarks.surroundings import surroundings, today
from tests.benchmarks.table import say, show, show_growth

_SIZES = (10_000, 100_000, 1_000_000)
_RESULTS = Path(__file__).with_name("results")


@dataclass(slots=True)
class Run:
    """What has been measured so far, by size."""

    lines: dict[int, list[Line]] = field(default_factory=dict[int, list[Line]])
    text: list[str] = field(default_factory=list[str])
    failed: bool = False

    def tell(self, words: str) -> None:
        """Print a piece of Markdown, and keep it."""
        say(words)
        self.text.append(words)


def main() -> int:
    """Measure and print; return the exit status."""
    asked = _asked()
    run = Run()
    run.tell(f"# Speed\n\n{surroundings()}")
    try:
        with _folder(asked.folder) as folder:
            for size in asked.sizes:
                _measure_size(run, size, folder, chosen_parts(asked.parts))
    except KeyboardInterrupt:
        _progress("stopped")
        return STOPPED
    for small, large in pairwise(run.lines):
        run.tell(show_growth((small, large), run.lines[small], run.lines[large]))
    if asked.keep:
        _keep(run, asked)
    return 1 if run.failed else 0


def _measure_size(run: Run, size: int, folder: Path, parts: list[Part]) -> None:
    path = catalogue_of(size, folder, _progress)
    is_first = not run.lines
    run.lines[size] = []
    run.tell(f"\n## {size:,} entries")
    for part in parts:
        if size <= part.largest and (is_first or not part.is_once):
            run.lines[size] += _measure_part(run, part, path)


def _measure_part(run: Run, part: Part, path: Path) -> list[Line]:
    name = f"{part.module}, X" if part.on_x else part.module
    _progress(f"{path.stem}: {name}")
    lines: list[Line] = []
    try:
        for one in run_part(part, path):
            _progress(f"  {one.what}: {one.ours}")
            lines.append(one)
    except PartFailed as error:
        run.failed = True
        run.tell(f"\n{name} failed: {error}")
    if lines:
        run.tell(show(name, lines))
    return lines


def _keep(run: Run, asked: argparse.Namespace) -> None:
    _RESULTS.mkdir(exist_ok=True)
    what = (*map(str, asked.sizes), *asked.parts)
    file = _RESULTS / f"{today()}-{'-'.join(what)}.md"
    file.write_text("\n".join(run.text).strip() + "\n", encoding="utf-8")
    _progress(f"kept in {file.name}")


@contextmanager
def _folder(asked: Path | None) -> Generator[Path]:
    if asked is not None:
        asked.mkdir(parents=True, exist_ok=True)
        yield asked
    else:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder)


def _progress(words: str) -> None:
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    add: Callable[..., object] = parser.add_argument
    names = list(dict.fromkeys(part.module for part in PARTS))
    add("parts", nargs="*", metavar="PART", help=f"of {', '.join(names)}; all if left out")
    add("--sizes", type=_sizes, default=_SIZES, help="of the catalogues, with commas between")
    add("--folder", type=Path, help="where catalogues lie, or are made and stay")
    add("--keep", action="store_true", help="write the tables to tests/benchmarks/results")
    asked = parser.parse_args()
    unknown = set(asked.parts) - set(names)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    return asked


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(sorted(int(size) for size in text.split(",")))


if __name__ == "__main__":
    sys.exit(main())
