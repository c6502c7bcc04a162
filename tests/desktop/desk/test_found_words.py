"""Going through the words a search found in a text."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QSignalSpy

from db.text.highlight import Lit
from desktop.desk.desk import Desk
from desktop.desk.marks import Mark
from tests.desktop.desk.conftest import TEXT, Filled

ROADMAP = (Lit(words=("roadmap",)),)


@pytest.fixture
def lit(filled: Filled, desk: Desk, settle: Callable[[], None]) -> Desk:
    desk.light_words(ROADMAP)
    settle()
    return desk


def _selected(desk: Desk) -> tuple[int, str]:
    span = desk.source_text().selected_span()
    assert span is not None
    return span.first, desk.source_text().words(span)


def test_the_first_found_word_is_brought_into_sight(lit: Desk) -> None:
    assert lit.source_text().caret() == TEXT.index("roadmap")
    assert len(lit.source_text().marked(Mark.FOUND)) == 2


def test_found_words_are_gone_through_in_a_ring_both_ways(lit: Desk) -> None:
    first = TEXT.index("roadmap")
    second = TEXT.index("roadmap", first + 1)
    seen: list[int] = []
    told = QSignalSpy(lit.found().counted)
    for by in (1, 1, 1, -1, -1):
        lit.found().go(by)
        place, words = _selected(lit)
        assert words == "roadmap"
        seen.append(place)
    assert seen == [first, second, first, second, first]
    assert [told.at(n) for n in range(3)] == [[1, 2], [2, 2], [1, 2]]


def test_from_the_caret_on_the_next_one_is_next(lit: Desk) -> None:
    second = TEXT.rindex("roadmap")
    lit.source_text().select(second - 5, second - 5)
    lit.found().go(1)
    assert _selected(lit)[0] == second
    lit.source_text().select(second - 5, second - 5)
    lit.found().go(-1)
    assert _selected(lit)[0] == TEXT.index("roadmap")


def test_where_nothing_was_found_nothing_moves(desk: Desk) -> None:
    desk.source_text().select(4, 9)
    desk.found().go(1)
    assert _selected(desk)[0] == 4


def test_a_caret_that_was_moved_meanwhile_stays(desk: Desk, settle: Callable[[], None]) -> None:
    desk.light_words(ROADMAP)
    desk.source_text().select(40, 40)
    settle()
    assert desk.source_text().caret() == 40
    assert desk.source_text().marked(Mark.FOUND)
