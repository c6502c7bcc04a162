from hypothesis import given, settings
from hypothesis import strategies as st

from db.text.folding import words
from db.text.highlight import found_spans


def lit(text: str, *query: str, prefix_last: bool = True) -> list[str]:
    return [text[start:end] for start, end in found_spans(text, query, prefix_last=prefix_last)]


def test_other_forms_of_the_words_sought_are_lit() -> None:
    text = "🇷🇺 Подписано соглашение; Соглашения действуют. Two agreements."
    assert lit(text, "соглашений") == ["соглашение", "Соглашения"]
    assert lit(text, "AGREEMENT") == ["agreements"]


def test_only_the_last_word_may_be_unfinished() -> None:
    text = "Universities sign an agreement on medicine"
    assert lit(text, "medicine", "universit") == ["Universities", "medicine"]
    assert lit(text, "universit", "medicine") == ["medicine"]
    assert lit(text, "universit", prefix_last=False) == []


def test_a_phrase_is_taken_word_by_word() -> None:
    assert lit("the Moscow meeting", "moscow meeting") == ["Moscow", "meeting"]


def test_nothing_is_lit_for_an_empty_query() -> None:
    assert lit("some text") == []
    assert lit("some text", " ", "…") == []


@settings(max_examples=100, deadline=None)
@given(st.text(), st.lists(st.text(max_size=5), max_size=3))
def test_lit_spans_lie_in_the_text_and_do_not_overlap(text: str, query: list[str]) -> None:
    last = 0
    for start, end in found_spans(text, query):
        assert last <= start < end <= len(text)
        last = end


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1))
def test_every_word_of_a_text_finds_itself(text: str) -> None:
    for word in words(text):
        assert found_spans(text, [word], prefix_last=False)
