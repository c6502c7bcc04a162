import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.text.pieces import pieces_of


@given(st.lists(st.text(alphabet="ab1=,", min_size=1)), st.integers(min_value=1, max_value=20))
def test_the_words_of_all_pieces_are_those_of_the_text(words: list[str], size: int) -> None:
    text = " ".join(words)
    assert [word for piece in pieces_of(text, size) for word in piece.split()] == text.split()


@pytest.mark.parametrize("text", ["", "word", "one two three four"])
def test_pieces_are_the_text_and_all_but_the_last_are_long_enough(text: str) -> None:
    pieces = list(pieces_of(text, 5))
    assert "".join(pieces) == text
    assert all(len(piece) >= 5 for piece in pieces[:-1])
