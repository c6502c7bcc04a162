"""From a click on a row to the form of its entry, painted: entries of some fifty links."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from db.engine import connect_raw
from db.rows.lists import ListSpec
from db.terms import EntryKind
from desktop.models.columns import TITLE
from desktop.window import MainWindow
from tests.benchmarks.measure import Line, line, timing_of
from tests.benchmarks.window.watching import Painting, wait_for_rest

_ENTRIES = 8
_LINKED = """
    SELECT object_id FROM link WHERE object_kind = 'person'
    GROUP BY object_id ORDER BY abs(count(*) - 50), object_id LIMIT ?
"""


def lines(window: MainWindow, path: Path) -> Iterator[Line]:
    """Measure people; their forms show what they took part in."""
    with contextlib.closing(connect_raw(path, mode="ro")) as raw:
        people = [int(row[0]) for row in raw.execute(_LINKED, (_ENTRIES,))]
    window.room.master.show_spec(ListSpec(kind=EntryKind.PERSON))
    wait_for_rest(window)
    times = [_clicked(window, person) for person in people]
    yield line("first form of a kind, from the click", timing_of(times[:1]))
    told = "form of an entry with some 50 links, from the click"
    yield line(told, timing_of(times[1:]), target="≤ 50 ms", most=50, grows=True)


def _clicked(window: MainWindow, entry: int) -> float:
    """Click on the row of an entry; return the milliseconds until its form is painted."""
    view, model, detail = window.room.master.view, window.room.master.model, window.room.detail
    index = model.index(model.row_of(entry), TITLE)
    view.scrollTo(index, QTableView.ScrollHint.PositionAtCenter)
    wait_for_rest(window)

    def is_due() -> bool:
        ref = detail.current_entry()
        return ref is not None and ref.id == entry

    painting = Painting(detail, is_due)
    start = perf_counter()
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center()
    )
    at = painting.wait()
    wait_for_rest(window)
    return (at - start) * 1000
