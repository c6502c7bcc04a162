import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.text.ordinals import from_roman, parse_ordinal, to_roman


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 3999))
def test_roman_numerals_go_there_and_back(number: int) -> None:
    assert from_roman(to_roman(number)) == number


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_numbers_without_a_roman_numeral_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="no Roman numeral"):
        to_roman(number)


@pytest.mark.parametrize("text", ["", "IIII", "VX", "abc", "12"])
def test_what_is_no_strict_roman_numeral_is_not_read_as_one(text: str) -> None:
    assert from_roman(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("XXXVII", 37),
        ("ХХI", 21),
        ("XXI-е", 21),
        ("ХХ-м", 20),
        ("37th", 37),
        ("21", 21),
        ("№ 5", 5),
        ("21-е", 21),
        ("21-го", 21),
        ("nineteenth", 19),
        ("Twenty-first", 21),
        ("fortieth", 40),
        ("двадцать первое", 21),
        ("девятнадцатого", 19),
        ("третьего", 3),
        ("сороковая", 40),
        ("сто первое", 101),
    ],
)
def test_ordinals_are_read_in_figures_numerals_and_words(text: str, number: int) -> None:
    assert parse_ordinal(text) == number


@pytest.mark.parametrize(
    "text", ["", "regular", "очередное", "ninety nineteenth", "двадцать", "0", "3.5"]
)
def test_what_is_no_ordinal_gives_none(text: str) -> None:
    assert parse_ordinal(text) is None


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_any_text_is_a_positive_ordinal_or_none(text: str) -> None:
    number = parse_ordinal(text)
    assert number is None or number > 0
