"""Marks: what is drawn never overlaps, and each looks different without colour."""

from hypothesis import given
from hypothesis import strategies as st
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
    seen = {
        (made.underlineStyle(), made.fontStrikeOut())
        for made in (mark_format(frozenset({mark}), look) for mark in Mark if mark != Mark.LIT)
    }
    assert len(seen) == len(Mark) - 1  # what is lit has a bar in the margin besides


def test_noise_that_is_lit_can_still_be_told_as_noise(qapp: QApplication) -> None:
    made = mark_format(frozenset({Mark.NOISE, Mark.LIT}), colours())
    assert made.fontStrikeOut()
    assert made.foreground().color() == colours().ink
