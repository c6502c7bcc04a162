"""Tables in Markdown: what was measured of one catalogue, and what a tenfold catalogue costs."""

import sys
from collections.abc import Iterable, Sequence

from tests.benchmarks.measure import Line

_MOST = 2.0
"""None of what is asked for at once may more than double from 100,000 to 1,000,000 entries."""
_MET = {True: "", False: "**missed**", None: ""}


def show(heading: str, lines: Iterable[Line]) -> str:
    """Return a table of lines; what misses its target is marked."""
    head = ("what", "middle / slow", "floor", "ratio", "target", "")
    rows = [(one.what, one.ours, one.floor, one.ratio, one.target, _MET[one.met]) for one in lines]
    return _table(heading, head, rows)


def show_growth(sizes: tuple[int, int], small: Iterable[Line], large: Iterable[Line]) -> str:
    """Return how much more the same costs in a larger catalogue."""
    before = {one.what: one.ms for one in small if one.grows and one.ms}
    rows = [
        (one.what, f"{before[one.what]:.2f} ms", f"{one.ms:.2f} ms", *_factor(one, before))
        for one in large
        if one.grows and one.what in before
    ]
    head = ("what", *(f"{size:,}" for size in sizes), "factor", "target", "")
    return _table(f"Growth from {sizes[0]:,} to {sizes[1]:,} entries", head, rows)


def say(words: str) -> None:
    """Print at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def _factor(one: Line, before: dict[str, float]) -> tuple[str, str, str]:
    factor = one.ms / before[one.what]
    return f"{factor:.1f}x", f"≤ {_MOST:.0f}x", _MET[factor <= _MOST]


def _table(heading: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    ruled = "|" + " --- |" * len(head)
    return "\n".join([f"\n### {heading}\n", _row(head), ruled, *map(_row, rows), ""])


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"
