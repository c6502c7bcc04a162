from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.text.stems import stem, stems


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("соглашение", "Соглашения"),
        ("agreement", "Agreements"),
        ("Сеченова", "Сеченов"),
        ("Мустафаевым", "Мустафаев"),
        ("Azerbaijan", "Azerbaijan’s"),
        ("всё", "все"),
    ],
)
def test_forms_of_one_word_share_a_stem(first: str, second: str) -> None:
    assert stem(first) == stem(second)


def test_different_words_keep_different_stems() -> None:
    assert stem("agreement") != stem("meeting")
    assert stem("соглашение") != stem("совещание")


def test_numbers_and_other_scripts_stay_as_they_are() -> None:
    assert stem("2021") == "2021"
    assert stem("שלום") == "שלום"


def test_a_text_becomes_its_stems_in_order() -> None:
    assert stems("Подписаны 6 соглашений, two Agreements!") == "подписа 6 соглашен two agreement"
    assert stems(" … ") == ""


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_stems_hold_only_letters_digits_and_spaces(text: str) -> None:
    assert all(letter.isalnum() or letter == " " for letter in stems(text))


def test_threads_do_not_disturb_each_other() -> None:
    many = [f"{word}{ending}" for word in ("договор", "министр") for ending in ("ами", "ов", "ом")]
    stem.cache_clear()
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(stem, many * 50))
    assert set(found) == {"договор", "министр"}
