import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.search.ranges import UnclearError, read_dates, read_numbers


@pytest.mark.parametrize(
    ("typed", "earliest", "latest", "text"),
    [
        ("2021", "2021-01-01", "2021-12-31", "2021"),
        ("2021..2024", "2021-01-01", "2024-12-31", "2021..2024"),
        ("2021..", "2021-01-01", None, "2021.."),
        ("..2024-02", None, "2024-02-29", "..2024-02"),
        ("20.05.2021 .. May 2022", "2021-05-20", "2022-05-31", "2021-05-20..2022-05"),
        ("2021/2024", "2021-01-01", "2024-12-31", "2021/2024"),
        ("2021/..", "2021-01-01", None, "2021/.."),
        ("с 2021 по 2024", "2021-01-01", "2024-12-31", "2021/2024"),
        ("2021-05~..2022?", "2021-05-01", "2022-12-31", "2021-05~..2022?"),
        (">2020", "2021-01-01", None, ">2020"),
        ("≥ 2020-05", "2020-05-01", None, ">=2020-05"),
        ("<2020", None, "2019-12-31", "<2020"),
        ("<=2021-05", None, "2021-05-31", "<=2021-05"),
        ("=2021", "2021-01-01", "2021-12-31", "2021"),
    ],
)
def test_dates_ask_for_a_range_of_days(
    typed: str, earliest: str | None, latest: str | None, text: str
) -> None:
    found = read_dates(typed)
    assert (found.earliest, found.latest, found.text) == (earliest, latest, text)
    again = read_dates(found.text)
    assert again == found


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("soon", "bad_date"),
        ("..", "date_needs_year"),
        ("7 July", "date_needs_year"),
        ("7 July..2021", "date_needs_year"),
        (">2021/..", "date_needs_year"),
        ("2024..2021", "reversed_range"),
        ("2024/2021", "reversed_range"),
        ("2021/2022..2024", "bad_date"),
        ("с 2021..2024", "bad_date"),
        (">9999", "bad_date"),
        ("<0001", "bad_date"),
        ("", "bad_date"),
    ],
)
def test_a_date_that_asks_for_no_range_is_refused(typed: str, problem: str) -> None:
    with pytest.raises(UnclearError) as refused:
        read_dates(typed)
    assert refused.value.problem == problem


@pytest.mark.parametrize(
    ("typed", "low", "high"),
    [
        ("21", 21, 21),
        ("XXI", 21, 21),
        ("двадцать первое", 21, 21),
        ("21-е..XXV", 21, 25),
        ("..5", None, 5),
        ("5..", 5, None),
        (">5", 6, None),
        ("<=5", None, 5),
        ("0", 0, 0),
    ],
)
def test_numbers_may_be_figures_roman_or_words(typed: str, low: int, high: int) -> None:
    assert read_numbers(typed, years=False) == (low, high)


def test_years_may_be_joined_as_people_join_them() -> None:
    for typed in ("2021..2024", "2021-2024", "2021–2024", "2021/2024"):
        assert read_numbers(typed, years=True) == (2021, 2024)


@pytest.mark.parametrize(
    ("typed", "years", "problem"),
    [
        ("many", False, "bad_number"),
        ("..", False, "bad_number"),
        ("XXI", True, "bad_number"),
        ("20211", True, "bad_number"),
        (">9999", True, "bad_number"),
        ("<0", False, "bad_number"),
        ("9..3", False, "reversed_range"),
        ("2024-2021", True, "reversed_range"),
    ],
)
def test_a_number_that_is_none_is_refused(typed: str, years: bool, problem: str) -> None:
    with pytest.raises(UnclearError) as refused:
        read_numbers(typed, years=years)
    assert refused.value.problem == problem


@settings(max_examples=300, deadline=None)
@given(typed=st.text(alphabet="0123456789X?~%-/.<>={}[],sмая мMay ", max_size=16))
def test_whatever_is_understood_is_understood_again_as_printed(typed: str) -> None:
    try:
        found = read_dates(typed)
    except UnclearError:
        return
    assert read_dates(found.text) == found
