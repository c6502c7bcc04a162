"""Tokens: what a run of letters is found by, and where its parts stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.text.tokens import SEAM, tokens, tokens_of

WRITTEN = st.text(
    st.sampled_from("aAeVXIхХяё4 7'’-‑—.ß\u0301\xad\xa0\n" + SEAM) | st.characters(), max_size=40
)


def found_by(text: str) -> str:
    return " ".join(token.stem_text for token in tokens_of(text))


def found_besides(text: str) -> str:
    return " ".join(token.further_text for token in tokens_of(text) if token.further_text)


@pytest.mark.parametrize(
    ("written", "plain", "besides"),
    [
        ("co-operation", "cooper", ""),
        ("pre-school", "preschool", ""),
        ("e-mail", "email", ""),
        ("health-care", "health care", "healthcar"),
        ("state-of-the-art", "state of the art", "stateoftheart"),
        ("A-0012", "a 0012", "a0012"),
        ("2021-05-20", "2021 05 20", ""),
        ("O’Neill", "oneil", ""),
        ("Azerbaijan's", "azerbaijan", ""),
        ("Кот-д’Ивуар", "кот дивуар", "котдивуар"),
        ("37th 1st 22nd 3rd", "37 1 22 3", ""),
        ("37-е 37-го 21-й 5-ая", "37 37 21 5", ""),
        ("XXXVII", "37", "xxxvii"),
        ("ХХ ХIХ", "20 19", "хх хiх"),
        ("XX-XXI", "20 21", f"xx {SEAM} xxi"),
        ("XXI-го", "21", "xxi"),
        ("Ⅻ", "12", "xii"),
        ("Xi CIVIL MMXX CI I", "xi civil mmxx ci i", ""),
        ("V заседание", "5 заседан", "v"),
        ("X\xa0session", "10 session", "x"),
        ("V. Putin", "v putin", ""),
        ("I.V. Putin", "i v putin", ""),
        ("vitamin X", "vitamin x", ""),
    ],
)
def test_a_word_has_one_form(written: str, plain: str, besides: str) -> None:
    assert (found_by(written), found_besides(written)) == (plain, besides)


def test_words_stand_as_they_are_written_but_for_case_and_marks() -> None:
    (token,) = tokens_of("Ёлка-Ş’s")
    assert [word for word, _, _ in token.words] == ["елка", "s"]
    assert [word for word, _, _ in tokens_of("XXXVII")[0].words] == ["xxxvii"]


@settings(max_examples=300, deadline=None)
@given(WRITTEN)
def test_pieces_lie_where_they_are_said_to_stand(text: str) -> None:
    end_of_last = 0
    for token, start, end in tokens(text):
        assert end_of_last <= start < end == start + len(token.run)
        end_of_last = end
        for pieces in (token.stems, token.words):
            reached = 0
            for piece, first, last in pieces:
                assert piece.isalnum()
                assert reached <= first < last <= len(token.run)
                reached = last


@settings(max_examples=300, deadline=None)
@given(WRITTEN)
def test_a_text_has_the_same_tokens_with_places_and_without(text: str) -> None:
    assert [token for token, _, _ in tokens(text)] == tokens_of(text)


@settings(max_examples=200, deadline=None)
@given(WRITTEN)
def test_the_index_is_given_letters_digits_blanks_and_seams_alone(text: str) -> None:
    for token in tokens_of(text):
        for given_text in (token.stem_text, token.further_text, token.word_text):
            assert all(part == SEAM or part.isalnum() for part in given_text.split())
