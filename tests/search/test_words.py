"""What is typed into the search box, as a question and as words to light."""

import pytest

from db.search.words import lit_words, match_text, parts_of


@pytest.mark.parametrize(
    ("typed", "lit"),
    [
        ("Health roadmap", ("health", "roadmap")),
        ('"health sector" -customs', ("health", "sector")),
        ("-customs", ()),
        ("соглашение*", ("соглашение",)),
        ("  ", ()),
    ],
)
def test_only_the_words_that_are_looked_for_are_lit(typed: str, lit: tuple[str, ...]) -> None:
    assert lit_words(typed) == lit


def test_a_question_of_unwanted_words_alone_asks_nothing() -> None:
    assert match_text(parts_of("-customs")) == ""
