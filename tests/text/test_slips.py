"""Slips of the keys: the other layout, letters that look alike, one letter wrong."""

import pytest

from db.text.slips import by_looks, by_other_layout, one_slip_away


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("ыщдфкшы", "solaris"), ("ghbdtn", "привет"), ("[jkjl", "холод"), ("Руфдер", "health")],
)
def test_words_typed_with_the_other_layout_on_are_read_back(typed: str, meant: str) -> None:
    assert meant in by_other_layout(typed)


def test_digits_are_the_same_in_both_layouts() -> None:
    assert by_other_layout("2021") == ()


def test_letters_of_the_other_script_are_put_right_where_that_makes_a_whole_word() -> None:
    latin, cyrillic = "M", "ф"
    assert "москва" in by_looks(f"{latin}осква")
    assert by_looks(f"{cyrillic}alz") == ()
    assert by_looks("жизнь") == ()


@pytest.mark.parametrize("typed", ["baku", "bauk", "bak", "baaku", "paku", "ubaku", "bakup", "aku"])
def test_one_slip_leads_from_a_word_to_what_was_meant(typed: str) -> None:
    assert typed == "baku" or "baku" in one_slip_away(typed)


def test_a_slip_stays_in_its_script_and_is_a_slip() -> None:
    assert "порт" in one_slip_away("порг")
    assert "порт" not in one_slip_away("порт")
    assert "" not in one_slip_away("a")
