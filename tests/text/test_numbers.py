"""Numbers in figures and words, both languages, as plain decimals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.text.numbers import parse_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("70", "70"),
        ("06", "6"),
        ("200,000", "200000"),
        ("1 250 000", "1250000"),
        ("1.250.000", "1250000"),
        ("3.5", "3.5"),
        ("3,5", "3.5"),
        ("2.3 billion", "2300000000"),
        ("100 million", "100000000"),
        ("45 тыс.", "45000"),
        ("12 тысяч", "12000"),
        ("1,5 млрд", "1500000000"),
        ("5 crore", "50000000"),
        ("Twelve", "12"),
        ("twenty-one", "21"),
        ("two hundred million", "200000000"),
        ("one hundred and five", "105"),
        ("восьми", "8"),
        ("десяти", "10"),
        ("двадцать пять", "25"),
        ("трёхсот", "300"),
        ("сто", "100"),
        ("две тысячи", "2000"),
    ],
)
def test_numbers_are_read(text: str, number: str) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize("text", ["", "many", "several hundred-odd", "3 boats", "стойкий дом", "-"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert parse_number(text) == ""


@given(st.integers(min_value=0, max_value=10**15))
def test_grouped_figures_come_back_as_they_were(number: int) -> None:
    assert parse_number(f"{number:,}") == str(number)
    assert parse_number(str(number)) == str(number)


@given(st.text(max_size=30))
def test_any_text_is_borne(text: str) -> None:
    assert isinstance(parse_number(text), str)
