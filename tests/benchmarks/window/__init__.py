"""Measures the window itself: from key or click to what is painted, in a process of its own."""

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measure import Line, size_of


def lines(path: Path) -> Iterator[Line]:
    """Measure the real window on a catalogue."""
    from tests.benchmarks.window import finding, form, jumping, listing, scrolling  # noqa: PLC0415 - loads Qt
    from tests.benchmarks.window.watching import opened  # noqa: PLC0415 - likewise

    size = size_of(path)
    with opened(path) as window:
        yield from listing.lines(window, size)
        yield from finding.lines(window, size)
        yield from scrolling.lines(window)
        yield from form.lines(window, path)
        yield from jumping.lines(window, size)
