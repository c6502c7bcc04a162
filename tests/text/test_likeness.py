from hypothesis import given, settings
from hypothesis import strategies as st

from db.text.likeness import likeness, sketch

LONG = " ".join(f"word{number}" for number in range(400))


def test_near_identical_texts_share_most_of_their_sketch() -> None:
    edited = LONG.replace("word200 ", "other ").upper() + "\n\nSubscribe now!"
    assert len(set(sketch(LONG)) & set(sketch(edited))) >= 12
    assert likeness(LONG, edited) > 0.9


def test_different_texts_share_nothing() -> None:
    other = " ".join(f"слово{number}" for number in range(400))
    assert not set(sketch(LONG)) & set(sketch(other))
    assert likeness(LONG, other) == 0


def test_a_sketch_is_the_same_on_every_machine() -> None:
    assert sketch("Moscow hosted the meeting", size=2) == sketch("MOSCOW  hosted the «meeting»", 2)
    assert sketch("Baku", size=1) == (410069510203518133,)


def test_short_texts_have_sketches_too() -> None:
    assert sketch("Baku")
    assert likeness("Baku meeting", "Baku meeting!") == 1
    assert 0 < likeness("The Baku meeting was held", "The Baku meeting is held") < 1


def test_a_text_without_words_is_like_nothing_but_itself() -> None:
    assert sketch(" … ") == ()
    assert likeness("", "…") == 0
    assert likeness("…", "…") == 1
    assert likeness("", "Baku") == 0


@settings(max_examples=100, deadline=None)
@given(st.text(), st.integers(1, 20))
def test_sketches_are_ascending_and_fit_a_signed_column(text: str, size: int) -> None:
    hashes = sketch(text, size)
    assert list(hashes) == sorted(set(hashes))
    assert len(hashes) <= size
    assert all(0 <= number < 2**63 for number in hashes)


@settings(max_examples=60, deadline=None)
@given(st.text(), st.text())
def test_likeness_is_a_share_and_goes_both_ways(first: str, second: str) -> None:
    assert likeness(first, first) == 1
    assert 0 <= likeness(first, second) == likeness(second, first) <= 1
