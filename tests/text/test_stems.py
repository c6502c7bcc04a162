from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.text.stems import sound_of, stem, stem_of_folded, stems


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("соглашение", "Соглашения"),
        ("agreement", "Agreements"),
        ("Сеченова", "Сеченов"),
        ("Мустафаевым", "Мустафаев"),
        ("Azerbaijan", "Azerbaijan’s"),
        ("всё", "все"),
        ("Михаил", "Михаилом"),
        ("Алиев", "Алиевым"),
        ("Киев", "Киеве"),
        ("автомобиль", "автомобили"),
    ],
)
def test_forms_of_one_word_share_a_stem(first: str, second: str) -> None:
    assert stem(first) == stem(second)


def test_different_words_keep_different_stems() -> None:
    assert stem("agreement") != stem("meeting")
    assert stem("соглашение") != stem("совещание")


def test_too_little_is_never_left_of_a_name() -> None:
    assert stem("Алиев") == "алиев"
    assert stem("Али") != stem("Алиев")


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Sechenov", "Сеченовым"),
        ("Murashko", "Мурашко"),
        ("Aliyev", "Алиев"),
        ("Əliyev", "Алиева"),
        ("Mustafayev", "Мустафаев"),
        ("Əsədov", "Асадов"),
        ("Kiev", "Киев"),
        ("Mikhail", "Михаилом"),
        ("Alexei", "Алексеем"),
        ("Baku", "Баку"),
        ("protocol", "протокола"),
        ("Guliyev", "Гулиев"),
    ],
)
def test_a_name_sounds_the_same_in_both_scripts(latin: str, cyrillic: str) -> None:
    assert sound_of(stem(latin)) == sound_of(stem(cyrillic)) != ""


@pytest.mark.parametrize("word", ["of", "2021", "a1b2", "שלום", ""])
def test_what_is_short_or_no_word_of_the_two_scripts_has_no_sound(word: str) -> None:
    assert sound_of(stem(word)) == ""


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
    stem_of_folded.cache_clear()
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(stem, many * 50))
    assert set(found) == {"договор", "министр"}
