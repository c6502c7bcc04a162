import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.text.highlight import Lit, found_spans
from db.text.tokens import tokens_of

MARKS = ("", "phrase", "exact", "begins", "inside")


def lit(text: str, *words: str, mark: str = "") -> list[str]:
    wanted = Lit(words=words, **({mark: True} if mark else {}))
    return [text[start:end] for start, end in found_spans(text, [wanted])]


@pytest.mark.parametrize(
    ("text", "word", "shown"),
    [
        ("🇷🇺 Подписано соглашение; Соглашения", "соглашений", ["соглашение", "Соглашения"]),
        ("Two agreements", "AGREEMENT", ["agreements"]),
        ("Университет Сеченова, Sechenov", "Sechenov", ["Сеченова", "Sechenov"]),
        ("The 37th, XXXVII и 37-го", "37", ["37th", "XXXVII", "37-го"]),
        ("The 37th, XXXVII", "xxxvii", ["37th", "XXXVII"]),
        ("Co-operation", "cooperation", ["Co-operation"]),
        ("Co-operation", "operation", []),
        ("Health-care", "care", ["care"]),
        ("Health-care", "healthcare", ["Health-care"]),
        ("Health care, healthcare", "health-care", ["Health", "care", "healthcare"]),
        ("V заседание, V. Putin", "5", ["V"]),
        ("e\u0301te\u0301 été", "ete", ["e\u0301te\u0301", "été"]),
    ],
)
def test_words_are_lit_in_every_form(text: str, word: str, shown: list[str]) -> None:
    assert lit(text, word) == shown


def test_a_word_that_may_go_on_is_lit_past_the_end_of_its_stem() -> None:
    text = "Universities sign an agreement on medicine"
    assert lit(text, "universit", mark="begins") == ["Universities"]
    assert lit(text, "medicine", "ag", mark="begins") == ["agreement", "medicine"]
    assert lit(text, "universit") == []


def test_a_phrase_is_lit_only_where_its_words_follow_one_another() -> None:
    text = "The fourth meeting; meeting fourth; Fourth\nmeetings"
    assert lit(text, "fourth", "meeting", mark="phrase") == [
        "fourth",
        "meeting",
        "Fourth",
        "meetings",
    ]
    assert lit("Встреча с Михаилом Мурашко", "Mikhail Murashko", mark="phrase") == [
        "Михаилом",
        "Мурашко",
    ]


def test_exact_words_are_lit_in_their_own_form_alone() -> None:
    assert lit("Agreement, agreements, XXI 21", "agreement", mark="exact") == ["Agreement"]
    assert lit("Agreement, agreements, XXI 21", "21", mark="exact") == ["21"]
    assert lit("a b, a c, a b", "a b", mark="exact") == ["a", "b", "a", "b"]


def test_a_part_of_a_word_is_lit_and_not_the_word() -> None:
    assert lit("Chärter O’Neill charters", "arte", mark="inside") == ["ärte", "arte"]
    assert lit("O’Neill", "one", mark="inside") == ["O’Ne"]
    assert lit("banana", "ana", mark="inside") == ["ana"]


def test_nothing_is_lit_for_an_empty_query() -> None:
    assert found_spans("some text", []) == []
    assert lit("some text", " ", "…") == []
    assert lit("", "text") == []


@settings(max_examples=200, deadline=None)
@given(st.text(), st.lists(st.text(max_size=5), max_size=3), st.sampled_from(MARKS))
def test_lit_spans_lie_in_the_text_and_do_not_overlap(
    text: str, query: list[str], mark: str
) -> None:
    wanted = Lit(words=tuple(query), **({mark: True} if mark else {}))
    last = 0
    for start, end in found_spans(text, [wanted]):
        assert last <= start < end <= len(text)
        last = end


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=1), st.sampled_from(MARKS))
def test_every_word_of_a_text_finds_itself(text: str, mark: str) -> None:
    for token in tokens_of(text):
        if token.words:
            wanted = Lit(words=(token.run,), **({mark: True} if mark else {}))
            assert found_spans(text, [wanted])
