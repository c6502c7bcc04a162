import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.text.sentences import sentence_at, sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The branch is named after I.M. Sechenov.",
        "Dr. Hans Kluge came to St. Petersburg.",
        "Trade grew by 3.5 percent.",
        "Им открыт МГМУ им. И.М. Сеченова.",
        "Это было в 2021 г. в Москве и в 2020–2021 гг. в Баку.",
        "Подписано 20.05.2021 в Москве!",
        "«Мы рады.»",
        "1. Подготовка кадров.",
        "It covers data, training, etc. and more.",
    ],
)
def test_abbreviations_initials_and_numbers_end_no_sentence(sentence: str) -> None:
    assert sentences(f"{sentence} Далее. {sentence}") == [sentence, "Далее.", sentence]


def test_a_date_or_a_quotation_may_end_a_sentence() -> None:
    text = "Signed on 7 July 2021. “It works.” He left? Yes… Done"
    assert sentences(text) == ["Signed on 7 July 2021.", "“It works.”", "He left?", "Yes…", "Done"]


def test_a_line_break_ends_a_sentence() -> None:
    assert sentences("Heading\r\n\r\n- first;\u2028second") == ["Heading", "- first;", "second"]


def test_the_sentence_at_an_offset_is_counted_in_code_points() -> None:
    text = "🇷🇺🇸🇾 Первое.  Второе.\n\nТретье"
    for sentence in ("Второе.", "Третье"):
        start, end = sentence_at(text, text.index(sentence) + 1)
        assert text[start:end] == sentence


def test_between_sentences_the_one_before_is_taken() -> None:
    assert sentence_at("One.  Two.", 5) == (0, 4)
    assert sentence_at("  One.", 0) == (2, 6)


def test_a_blank_line_has_an_empty_sentence() -> None:
    assert sentence_at("One.\n\nTwo.", 5) == (5, 5)
    assert sentence_at("", 3) == (0, 0)


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(), st.text(alphabet="Aa.!?…\n »1г")))
def test_sentences_hold_all_that_is_not_white_space_in_order(text: str) -> None:
    spans = sentence_spans(text)
    last = 0
    for start, end in spans:
        assert not text[last:start].strip()
        assert text[start:end] == text[start:end].strip()
        assert start < end
        assert sentence_at(text, start) == (start, end)
        last = end
    assert not text[last:].strip()
