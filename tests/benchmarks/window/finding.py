"""From a key pressed in the search box to the rows it finds, painted."""

from collections.abc import Iterator
from dataclasses import replace
from time import perf_counter

from db.rows.lists import ListSpec
from db.terms import EntryKind
from desktop.panels.search_box import DEBOUNCE_MS
from desktop.window import MainWindow
from tests.benchmarks.measure import Line, by_size, line, timing_of
from tests.benchmarks.window.listing import shown
from tests.benchmarks.window.watching import press, wait_for_rest

_ROUNDS = 6
_TARGET = "≤ 50 ms; 150 at 1 M"
_QUERIES = ("co", "cooperation", "archive", "министр", "health published:2019")


def lines(window: MainWindow, size: int) -> Iterator[Line]:
    """Measure in the list of sources, whose texts are sought too."""
    window.room.master.show_spec(ListSpec(kind=EntryKind.SOURCE, sort="date", descending=True))
    wait_for_rest(window)
    for query in _QUERIES:
        yield _last_key(window, query, size)
    yield _key_after_key(window, size)
    _empty(window)


def _last_key(window: MainWindow, query: str, size: int) -> Line:
    """Type a query up to its last letter, rest, and press that."""
    waited: list[float] = []
    worked: list[float] = []
    for _ in range(_ROUNDS):
        _empty(window)
        for letter in query[:-1]:
            press(window.room.search, letter)
        wait_for_rest(window)
        whole, work = _pressed(window, query)
        waited.append(whole)
        worked.append(work)
    most, pause = by_size(size, 50, 150), f"the {DEBOUNCE_MS} ms in which typing may go on"
    told = f"last key of `{query}` to rows, after {pause}"
    one = line(told, timing_of(worked), target=_TARGET, most=most, grows=True)
    whole = timing_of(waited)
    return replace(one, ours=f"{one.ours}; with them {whole.middle:.0f} / {whole.slow:.0f} ms")


def _key_after_key(window: MainWindow, size: int) -> Line:
    """Press each key as soon as the rows of the one before stand; what fills in is overtaken."""
    query = "cooperation"
    times: list[float] = []
    for _ in range(_ROUNDS // 2):
        _empty(window)
        press(window.room.search, query[0])
        times += [_pressed(window, query[:end])[1] for end in range(2, len(query) + 1)]
    most = by_size(size, 50, 150)
    told = f"each key of `{query}` to rows, the one before overtaken"
    return line(told, timing_of(times), target=_TARGET, most=most)


def _pressed(window: MainWindow, query: str) -> tuple[float, float]:
    """Press the last key of a query; return the milliseconds since, and since it was told."""
    search, told = window.room.search, list[float]()
    painting = shown(window, ListSpec(kind=EntryKind.SOURCE, query=query))

    def note(_query: str) -> None:
        told.append(perf_counter())

    search.query_changed.connect(note)
    start = perf_counter()
    press(search, query[-1])
    at = painting.wait()
    search.query_changed.disconnect(note)
    # a field that is complete is told within the press of the key
    return (at - start) * 1000, (at - told[-1]) * 1000


def _empty(window: MainWindow) -> None:
    window.room.search.take_focus()
    window.room.search.empty()
    wait_for_rest(window)
