"""Measures reading: ``python -m tests.benchmarks.reading``.

Prints seconds for loading the models, for each release kept with the tests once they are loaded,
and for a text of a megabyte in which no two names are the same. Targets: 0.3 s and 10 s.
"""

import gc
import re
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

from desktop.reading.release import read_release
from desktop.reading.suggest import suggest
from tests.desktop.reading.score import RELEASES, releases

_LARGE = 1_000_000
_NAME = re.compile(r"\b[A-ZА-ЯЁ][a-zа-яё]{4,}\b")


def main() -> None:
    """Print every figure on a line of its own."""
    gc.set_threshold(200_000, 20, 20)  # as the command line does
    texts = [text for _name, text, _by_hand in releases(Path(RELEASES))]
    _say("first release, models loaded", _seconds(lambda: _read(max(texts, key=len))))
    times = [_seconds(lambda text=text: _read(text)) for text in texts]
    _say(f"a release, median of {len(times)}", statistics.median(times))
    _say("a release, slowest", max(times))
    large = _large()
    _say(f"1 MB of text, {len(large):,} characters", _seconds(lambda: _read(large)))


def _read(text: str) -> None:
    suggest(read_release(text))


def _seconds(work: Callable[[], None]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _large() -> str:
    """Repeat the releases with other people each time, as no real text repeats itself."""
    parts: list[str] = []
    size = turn = 0
    while size < _LARGE:
        infix = f"{'aeiou'[turn % 5]}{'bdklmnrstv'[turn // 5 % 10]}{'aeiou'[turn // 50 % 5]}"
        for _name, text, by_hand in releases(Path(RELEASES)):
            told = _of_others(text, by_hand, infix) if turn else text
            parts.append(told)
            size += len(told.encode())
        turn += 1
    return "\n\n".join(parts).encode()[:_LARGE].decode(errors="ignore")


def _of_others(text: str, by_hand: dict[str, Any], infix: str) -> str:
    """Give the people of a release other names of the same shape."""
    names = {word for one in by_hand["people"] for word in _NAME.findall(str(one["name"]))}
    if not names:
        return text
    stems = "|".join(sorted((re.escape(name[:-2]) for name in names), key=len, reverse=True))
    return re.sub(rf"\b({stems})", rf"\1{infix}", text)


def _say(what: str, seconds: float) -> None:
    sys.stdout.write(f"{what:40} {seconds:7.3f} s\n")


if __name__ == "__main__":
    main()
