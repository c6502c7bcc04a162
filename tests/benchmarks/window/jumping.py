"""From a key pressed in "Jump to" to the rows it offers, painted."""

from collections.abc import Iterator
from time import perf_counter

from desktop.dialogs.jump import JumpDialog
from desktop.window import MainWindow
from tests.benchmarks.measure import Line, by_size, line, timing_of
from tests.benchmarks.window.watching import Painting, press, wait_for_rest, wait_until

_ROUNDS = 6
_TYPED = ("mi", "ministry", "мин", "A-0012")


def lines(window: MainWindow, size: int) -> Iterator[Line]:
    """Measure the last key of some names."""
    most = by_size(size, 50, 150)
    for typed in _TYPED:
        times = [_last_key(window, typed) for _ in range(_ROUNDS)]
        told = f"jump to: last key of `{typed}` to rows"
        yield line(told, timing_of(times), target="≤ 50 ms; 150 at 1 M", most=most, grows=True)


def _last_key(window: MainWindow, typed: str) -> float:
    window.actions_by_id["jump"].trigger()
    wait_until(lambda: bool(window.findChildren(JumpDialog)))
    dialog = window.findChildren(JumpDialog)[0]
    for letter in typed[:-1]:
        press(dialog.line, letter)
    wait_for_rest(window)
    painting = Painting(dialog.view.viewport(), lambda: dialog._answered == typed)
    start = perf_counter()
    press(dialog.line, typed[-1])
    at = painting.wait()
    dialog.reject()
    wait_until(lambda: not window.findChildren(JumpDialog))
    return (at - start) * 1000
