"""Texts as the index takes them in: the tokens of each, joined."""

from hypothesis import given, settings
from hypothesis import strategies as st

from db.text.tokens import SEAM, tokens_of
from db.text.wording import dictionary_words, with_reference, wording

TEXTS = st.lists(
    st.text(st.sampled_from("aV XХ-’'.\n\xa0яё7" + SEAM) | st.characters(), max_size=30),
    max_size=3,
)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_texts_are_worded_as_their_tokens_are(texts: list[str]) -> None:
    found = wording(texts)
    tokens = [token for text in texts for token in tokens_of(text)]
    in_a_row = [part for token in tokens for part in token.stem_text.split()]
    besides = [part for token in tokens for part in token.further_text.split() if part != SEAM]
    assert [part for part in found.stems.split() if part != SEAM] == in_a_row + besides
    words = [word for token in tokens for word, _, _ in token.words]
    assert [part for part in found.words.split() if part != SEAM] == words
    joined = {token.joined for token in tokens if token.joined}
    assert dictionary_words(found.chunks) == {*words, *joined}


def test_a_seam_parts_texts_and_what_finds_them_besides() -> None:
    found = wording(["Health-care", "", "XXI century"])
    assert found.stems.replace(SEAM, "|") == "health care | 21 centuri | healthcar | xxi"
    assert found.words.replace(SEAM, "|") == "health care | xxi century"


def test_a_reference_is_indexed_but_in_no_dictionary() -> None:
    found = with_reference(wording(["Talks"]), "M-0012")
    assert found.stems.replace(SEAM, "|") == "talk | m 0012 | m0012"
    assert found.words.replace(SEAM, "|") == "talks | m 0012"
    assert dictionary_words(found.chunks) == {"talks"}
    assert with_reference(wording([]), "M-0012").words == "m 0012"
