"""Scrolling: a frame beside one of rows in memory, and rows painted after a leap of the bar."""

import random
from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtWidgets import QTableView

from db.queries.lists import list_lines
from db.rows.lists import ListSpec
from db.terms import EntryKind
from desktop.models.columns import TITLE
from desktop.window import MainWindow
from tests.benchmarks.measure import Line, in_turn, line, timing_of
from tests.benchmarks.window.memory_table import MemoryTable, MemoryView
from tests.benchmarks.window.watching import Painting, wait_for_rest, wait_until

_SPEC = ListSpec(kind=EntryKind.AGREEMENT, sort="date", descending=True)
_ROWS = 1_000
"""The rows scrolled through: as many as the list keeps, and more."""
_FRAMES = 120
_LEAPS = 12


def lines(window: MainWindow) -> Iterator[Line]:
    """Measure in the list of agreements."""
    window.room.master.show_spec(_SPEC)
    wait_for_rest(window)
    yield _frames(window)
    times = [_leapt(window, random.Random(leap).random()) for leap in range(_LEAPS)]
    told = "leap of the scroll bar, to the rows there"
    yield line(told, timing_of(times), target="≤ 50 ms", most=50)


def _frames(window: MainWindow) -> Line:
    view, model = window.room.master.view, window.room.master.model
    rows = range(min(_ROWS, model.rowCount()))
    for row in rows[:: view.rowAt(view.viewport().height() - 1) or 1]:  # read once
        view.scrollTo(model.index(row, TITLE), QTableView.ScrollHint.PositionAtTop)
        wait_until(lambda row=row: model.line_at(row) is not None)
    wait_for_rest(window)
    with window.workspace.operations.catalogue.read() as session:
        table = MemoryTable(list_lines(session, model.ids_in(rows)), _SPEC)
    floor = MemoryView(table, view)
    ours, theirs = in_turn(_scrolled(view), _scrolled(floor), rounds=_FRAMES)
    floor.close()
    told = "frame of scrolling by a row and a half"
    return line(told, ours, theirs, target="≤ 1.5x rows in memory", most_ratio=1.5)


def _scrolled(view: QTableView) -> Callable[[], object]:
    """Return what scrolls on and paints; from the end of the rows it begins anew."""
    bar = view.verticalScrollBar()
    height = view.rowHeight(0)
    bar.setValue(0)

    def scroll() -> None:
        bar.setValue((bar.value() + height * 3 // 2) % (height * _ROWS // 2))
        view.viewport().grab()

    return scroll


def _leapt(window: MainWindow, share: float) -> float:
    """Drag the bar somewhere; return the milliseconds until all rows in sight are painted."""
    view, model = window.room.master.view, window.room.master.model
    bar = view.verticalScrollBar()

    def is_due() -> bool:
        rows = (view.rowAt(0), view.rowAt(view.viewport().height() - 1))
        return all(model.line_at(row) is not None for row in rows)

    bar.setValue(0)
    wait_for_rest(window)
    painting = Painting(view.viewport(), is_due)
    start = perf_counter()
    bar.setValue(round(bar.maximum() * (0.1 + 0.8 * share)))
    at = painting.wait()
    wait_for_rest(window)
    return (at - start) * 1000
