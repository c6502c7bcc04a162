import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.widgets.date_step import step_date


@pytest.mark.parametrize(
    ("text", "cursor", "by", "stepped", "part"),
    [
        ("2021-05-20", 10, 1, "2021-05-21", "21"),
        ("2021-05-31", 9, 1, "2021-06-01", "01"),
        ("2021-01-01", 10, -1, "2020-12-31", "31"),
        ("2021-01-31", 6, 1, "2021-02-28", "02"),
        ("2020-02-29", 2, 1, "2021-02-28", "2021"),
        ("2021-12", 7, 1, "2022-01", "01"),
        ("2021-12", 4, -1, "2020-12", "2020"),
        ("2021?", 5 - 1, 1, "2022?", "2022"),
        ("2021/2024", 9, 1, "2021/2025", "2025"),
        ("2021/2024", 0, -1, "2020/2024", "2020"),
        ("0999", 4, 1, "1000", "1000"),
    ],
)
def test_the_part_under_the_cursor_steps(
    text: str, cursor: int, by: int, stepped: str, part: str
) -> None:
    result = step_date(text, cursor, by)
    assert result is not None
    assert result.text == stepped
    assert result.text[result.start : result.start + result.length] == part


@pytest.mark.parametrize(
    ("text", "cursor"),
    [
        ("", 0),
        ("20 May", 3),
        ("2023-40", 7),
        ("2021-21", 7),
        ("XXXX-07-07", 9),
        ("202X", 4),
        ("9999", 4),
        ("2021-02-31", 10),
        ("20210520", 8),
    ],
)
def test_what_is_no_calendar_date_is_left_alone(text: str, cursor: int) -> None:
    assert step_date(text, cursor, 1) is None


@given(st.dates(), st.sampled_from([1, -1]))
def test_a_day_stepped_and_stepped_back_is_the_same_day(day: object, by: int) -> None:
    there = step_date(str(day), 10, by)
    back = step_date(there.text, 10, -by) if there else None
    assert back is None or back.text == str(day)
    assert there is not None or str(day) in {"0001-01-01", "9999-12-31"}
