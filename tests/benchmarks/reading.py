"""Measures reading: releases kept with the tests, and a megabyte in which no two names agree."""

import gc
import re
import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desktop.reading.release import read_release
from desktop.reading.suggest import suggest
from tests.benchmarks.measure import Line, milliseconds, timing_of
from tests.desktop.reading.score import RELEASES, releases

_LARGE = 1_000_000
_NAME = re.compile(r"\b[A-ZА-ЯЁ][a-zа-яё]{4,}\b")


def lines(_path: Path) -> Iterator[Line]:
    """Measure reading; it needs no catalogue."""
    gc.set_threshold(200_000, 20, 20)  # as the command line does
    texts = [text for _name, text, _by_hand in releases(Path(RELEASES))]
    first = milliseconds(lambda: _read(max(texts, key=len)))
    yield Line(what="the longest release, models loaded", ours=f"{first / 1000:.2f} s", ms=first)
    times = [milliseconds(lambda text=text: _read(text)) for text in texts]
    timing, rate = timing_of(times), 1000 / statistics.mean(times)
    yield Line(
        what=f"a release, of {len(times)}",
        ours=f"{timing.middle:.0f} / {timing.slow:.0f} ms; {rate:.1f} a second",
        target="≥ 10 a second",
        met=rate >= 10,
        ms=timing.middle,
    )
    large = _large()
    whole = milliseconds(lambda: _read(large)) / 1000
    yield Line(
        what=f"1 MB of text, {len(large):,} characters",
        ours=f"{whole:.1f} s",
        target="≤ 10 s",
        met=whole <= 10,
    )


def _read(text: str) -> None:
    suggest(read_release(text))


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


def _table() -> None:
    from tests.benchmarks.table import say, show  # noqa: PLC0415 - run by itself alone

    say(show("Reading", lines(Path())))


if __name__ == "__main__":
    _table()
