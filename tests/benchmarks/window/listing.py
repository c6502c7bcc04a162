"""From another list, or another order, to its first rows painted; and all of a list selected."""

from collections.abc import Iterator
from dataclasses import replace
from time import perf_counter

from db.rows.lists import ListSpec
from db.terms import EntryKind
from desktop.window import MainWindow
from tests.benchmarks.measure import Line, by_size, line, milliseconds, timing_of
from tests.benchmarks.window.watching import Painting, wait_for_rest

_ROUNDS = 8
_TARGET = "≤ 50 ms; 150 at 1 M"


def lines(window: MainWindow, size: int) -> Iterator[Line]:
    """Measure lists as a whole."""
    most = by_size(size, 50, 150)
    kinds = (EntryKind.MEETING, EntryKind.AGREEMENT) * _ROUNDS
    times = [_list_shown(window, kind) for kind in kinds]
    told = "list chosen in the sidebar, to its first rows"
    yield line(told, timing_of(times[2:]), target=_TARGET, most=most, grows=True)
    for sort in ("title", "countries"):
        times = [_sorted(window, sort) for _ in range(_ROUNDS)]
        told = f"sorted by {sort}, to the first rows"
        yield line(told, timing_of(times), target=_TARGET, most=most, grows=True)
    times = [_all_selected(window) for _ in range(_ROUNDS)]
    yield line("all selected", timing_of(times), target="≤ 50 ms", most=50)
    window.room.master.view.clearSelection()
    wait_for_rest(window)


def shown(window: MainWindow, spec: ListSpec) -> Painting:
    """Watch for the first rows of a list."""
    master = window.room.master

    def is_due() -> bool:
        model = master.model
        is_it = (model.spec.kind, model.spec.query) == (spec.kind, spec.query)
        return is_it and model.shows_spec and model.line_at(0) is not None

    return Painting(master.view.viewport(), is_due)


def _list_shown(window: MainWindow, kind: EntryKind) -> float:
    spec = ListSpec(kind=kind)
    painting, start = shown(window, spec), perf_counter()
    window.room.master.show_spec(spec)
    return _since(window, start, painting)


def _sorted(window: MainWindow, sort: str) -> float:
    """Sort by a column; return the milliseconds."""
    master = window.room.master
    master.head.spec_changed.emit(replace(master.spec(), sort="date", descending=True))
    wait_for_rest(window)
    spec = replace(master.spec(), sort=sort, descending=False)
    painting = Painting(
        master.view.viewport(),
        lambda: master.model.spec.sort == sort and master.model.shows_spec,
    )
    start = perf_counter()
    master.head.spec_changed.emit(spec)
    return _since(window, start, painting)


def _all_selected(window: MainWindow) -> float:
    view = window.room.master.view
    view.clearSelection()
    wait_for_rest(window)

    def select() -> None:
        view.selectAll()
        view.viewport().grab()

    return milliseconds(select)


def _since(window: MainWindow, start: float, painting: Painting) -> float:
    at = painting.wait()
    wait_for_rest(window)
    return (at - start) * 1000
