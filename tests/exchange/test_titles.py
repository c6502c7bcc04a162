"""Tests of `db.exchange.titles` and `db.exchange.languages`."""

import pytest

from db.exchange.languages import languages_of
from db.exchange.titles import LONGEST, first_meaningful_line, shortened


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n\n  Talks   held in Dilijan \nmore", "Talks held in Dilijan"),
        ("Mar 042025\n\nIMG_2025\n\nTalks were held in Dilijan.", "Talks were held in Dilijan."),
        ("date 2025-03-04 By Anna Sarkisyan\n\nTalks were held.", "Talks were held."),
        (
            "04.03.2025, 12:00 по Москве\nПереговоры прошли в Дилижане",
            "Переговоры прошли в Дилижане",
        ),
        ("🇦🇲🇷🇺 Переговоры прошли успешно\nПодробности", "🇦🇲🇷🇺 Переговоры прошли успешно"),
        ("Communiqué", "Communiqué"),
        ("", ""),
    ],
)
def test_the_title_is_the_first_line_that_says_something(text: str, title: str) -> None:
    assert first_meaningful_line(text) == title


def test_a_long_line_is_cut_at_the_end_of_a_sentence_or_of_a_word() -> None:
    sentence = "The council of ministers met in the morning and in the evening of that day."
    assert shortened(f"{sentence} " * 9) == f"{sentence} {sentence} {sentence}"
    cut = shortened("word " * 100)
    assert cut.endswith("word…")
    assert len(cut) <= LONGEST
    assert len(shortened("w" * 1000)) == LONGEST


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("The talks were held in the capital.", ("en",)),
        ("Переговоры прошли в столице.", ("ru",)),
        ("Danışıqlar paytaxtda keçirilib, sənəd imzalanıb.", ("az",)),
        ("Переговоры прошли в столице, подписан акт.\nThe talks were held.", ("ru", "en")),
        ("2024", ()),
    ],
)
def test_languages_are_told_by_letters_the_most_used_first(
    text: str, languages: tuple[str, ...]
) -> None:
    assert languages_of(text) == languages


def test_what_a_page_states_is_used_only_where_letters_do_not_tell() -> None:
    assert languages_of("Переговоры прошли в столице.", stated="en") == ("ru",)
    assert languages_of("Сұхбат қорытындысы жарияланды.", stated="kk") == ("kk",)
