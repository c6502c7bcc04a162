"""Which of two countries a name sounds of: surely enough, or not at all."""

import pytest

from desktop.reading.people.cultures import country_of_name


@pytest.mark.parametrize(
    ("name", "countries", "expected"),
    [
        ("Kenji Takahashi", ("JP", "PE"), "JP"),
        ("Rosa Quispe Huamani", ("JP", "PE"), "PE"),
        ("Abdulaziz bin Nasser Al-Harbi", ("KZ", "SA"), "SA"),
        ("Yerzhan Abdrakhmanov", ("KZ", "SA"), "KZ"),
        ("Giorgi Beridze", ("GE", "AM"), "GE"),
        ("Армен Саркисян", ("GE", "AM"), "AM"),
        ("Нгуен Ван Хоанг", ("RU", "VN"), "VN"),
        ("Владимир Кузнецов", ("RU", "VN"), "RU"),
        ("Jelena Petrović", ("RS", "CN"), "RS"),
    ],
)
def test_a_name_sounds_of_one_country(name: str, countries: tuple[str, ...], expected: str) -> None:
    assert country_of_name(name, countries) == expected
    assert country_of_name(name, countries[::-1]) == expected


@pytest.mark.parametrize(
    ("name", "countries"),
    [
        ("Abdulaziz bin Nasser Al-Harbi", ("AE", "SA")),
        ("Rosa Quispe Huamani", ("CL", "PE")),
        ("Rosa Quispe Huamani", ("PE",)),
        ("Rosa Quispe Huamani", ()),
        ("", ("CL", "PE")),
        ("李明", ("CN", "PE")),
    ],
)
def test_nothing_is_told_where_countries_share_their_names_or_nothing_is_known(
    name: str, countries: tuple[str, ...]
) -> None:
    assert country_of_name(name, countries) == ""
