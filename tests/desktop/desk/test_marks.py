"""Marks: what is drawn never overlaps, and each looks different without colour."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.desk.marks import Mark, Marks, mark_format
from desktop.theme import colours

SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda pair: (pair[0], sum(pair))),
    max_size=6,
)


@given(st.dictionaries(st.sampled_from(Mark), SPANS), st.integers(0, 40), st.integers(41, 99))
def test_segments_say_of_every_character_in_the_region_what_it_carries(
    spans: dict[Mark, list[tuple[int, int]]], first: int, last: int
) -> None:
    marks = Marks()
    for mark, stretches in spans.items():
        marks.set(mark, stretches)
    carried = {
        at: {mark for mark, found in spans.items() if any(a <= at < b for a, b in found)}
        for at in range(first, last)
    }
    drawn: dict[int, set[Mark]] = {}
    for start, end, found in marks.segments(first, last):
        for at in range(start, end):
            assert at not in drawn
            drawn[at] = set(found)
    assert drawn == {at: found for at, found in carried.items() if found}


def test_marks_differ_without_colour(qapp: QApplication) -> None:
    look = colours()
    told = [mark for mark in Mark if mark not in {Mark.LIT, Mark.PASSED_OVER}]
    seen = {
        (
            made.underlineStyle(),
            made.fontOverline(),
            made.fontStrikeOut(),
            made.background().style(),
        )
        for made in (mark_format(frozenset({mark}), look) for mark in told)
    }
    # what is lit has a bar in the margin besides; lines passed over are noise like any other
    assert len(seen) == len(told)


def test_what_is_decided_has_no_ground_and_lies_on_that_of_what_is_open(
    qapp: QApplication,
) -> None:
    look = colours()
    decided = mark_format(frozenset({Mark.DECIDED}), look)
    assert decided.background().style() == Qt.BrushStyle.NoBrush
    both = mark_format(frozenset({Mark.AGREEMENT, Mark.PLACE}), look)
    own = mark_format(frozenset({Mark.AGREEMENT}), look)
    assert both.background().color() == own.background().color()
    assert both.underlineStyle() != own.underlineStyle()


def test_noise_that_is_lit_can_still_be_told_as_noise(qapp: QApplication) -> None:
    made = mark_format(frozenset({Mark.NOISE, Mark.LIT}), colours())
    assert made.fontStrikeOut()
    assert made.foreground().color() == colours().ink
