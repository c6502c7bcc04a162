"""Tests of `db.exchange.pdf.hyphens`."""

import pytest

from db.exchange.pdf.hyphens import joined, words_of
from db.exchange.pdf.pages import HYPHEN


@pytest.mark.parametrize(
    ("head", "tail", "text"),
    [
        ("the coope", "ration of states", "the cooperation of states"),
        ("a long", "term plan", "a long-term plan"),
        ("Franco", "German talks", "Franco-German talks"),
        ("the vaccine", "producing plants", "the vaccine-producing plants"),
        ("COVID", "related", "COVID-related"),
        ("2024", "2025", "2024-2025"),
        ("Сто", "роны подтвердили", "Стороны подтвердили"),
        ("научно", "технический", "научно-технический"),
        ("эконо", "мического", "экономического"),
        ("государств", "участников", "государств-участников"),
        ("по", "прежнему", "по-прежнему"),
        ("социально-эконо", "мической", "социально-экономической"),
        ("Министр", "Баку", "Министр-Баку"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_is_kept_where_the_word_has_it(
    head: str, tail: str, text: str
) -> None:
    words = words_of(["The vaccine producing states cooperation"])
    assert joined(f"{head}{HYPHEN}", tail, words) == text


def test_a_word_that_stands_whole_elsewhere_decides() -> None:
    assert joined(f"trade{HYPHEN}", "mark", {"trade-mark"}) == "trade-mark"
    assert joined(f"trade{HYPHEN}", "mark", {"trademark", "trade", "mark"}) == "trademark"


def test_words_broken_at_the_end_of_a_line_are_no_words() -> None:
    assert words_of([f"The minis{HYPHEN}", "ters met"]) == {"the", "ters", "met"}
