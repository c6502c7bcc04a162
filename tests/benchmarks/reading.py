"""Measures reading: ``python -m tests.benchmarks.reading``.

Prints seconds for loading the models, for each release kept with the tests once they are loaded,
and for a text of a megabyte in which no two names are the same. Targets: 0.3 s and 10 s.
"""

import re
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from desktop.reading.release import read_release
from desktop.reading.suggest import suggest
from tests.desktop.reading.score import RELEASES, releases

_LARGE = 1_000_000
_NAME = re.compile(r"\b([A-ZА-ЯЁ][a-zа-яё]{3,})([a-zа-яё]{2})\b")


def main() -> None:
    """Print every figure on a line of its own."""
    texts = [text for _name, text, _by_hand in releases(Path(RELEASES))]
    _say("first release, models loaded", _seconds(lambda: _read(max(texts, key=len))))
    times = [_seconds(lambda text=text: _read(text)) for text in texts]
    _say(f"a release, median of {len(times)}", statistics.median(times))
    _say("a release, slowest", max(times))
    large = _large(texts)
    _say(f"a text of {len(large):,} characters", _seconds(lambda: _read(large)))


def _read(text: str) -> None:
    suggest(read_release(text))


def _seconds(work: Callable[[], None]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _large(texts: list[str]) -> str:
    """Repeat the releases with other names each time, as no real text repeats itself."""
    parts: list[str] = []
    size = turn = 0
    while size < _LARGE:
        infix = f"{'aeiou'[turn % 5]}{'bdklmnrstv'[turn // 5 % 10]}{'aeiou'[turn // 50 % 5]}"
        for text in texts:
            parts.append(_NAME.sub(rf"\1{infix}\2", text) if turn else text)
            size += len(text)
        turn += 1
    return "\n\n".join(parts)[:_LARGE]


def _say(what: str, seconds: float) -> None:
    sys.stdout.write(f"{what:40} {seconds:7.3f} s\n")


if __name__ == "__main__":
    main()
