import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.text.cleaning import clean_block, clean_line, storable

any_text = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("\0\r\n\u202e\ud800\u2028")))


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("  A\r\n title\t here ", "A title here"),
        ("a\0b\x07c\ud800d", "abcd"),
        ("safe\u202egnp.exe\u2066", "safegnp.exe"),
        ("\ufeffBOM\u200b", "BOM"),
        ("и\u0306од", "йод"),
        ("г.\u00a0Москва", "г.\u00a0Москва"),
        ("🇷🇺 flag", "🇷🇺 flag"),
    ],
)
def test_a_line_loses_what_cannot_be_seen(typed: str, clean: str) -> None:
    assert clean_line(typed) == clean


def test_a_block_keeps_its_lines_and_indents() -> None:
    assert clean_block("\n\n one \r\n\r\n  two\u2028three\0 \n") == "one\n\n  two\nthree"


def test_a_sources_text_loses_only_what_cannot_be_stored() -> None:
    kept = "\ufeff line\r\n\u202etext\u202c\u00a0\x07 и\u0306 "
    assert storable(f"{kept}\0\udfff") == kept


@settings(max_examples=100, deadline=None)
@given(any_text)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean_line(clean_line(text)) == clean_line(text)
    assert clean_block(clean_block(text)) == clean_block(text)


@settings(max_examples=100, deadline=None)
@given(any_text)
def test_what_is_cleaned_can_be_stored(text: str) -> None:
    for cleaned in (clean_line(text), clean_block(text), storable(text)):
        assert "\0" not in cleaned
        assert cleaned.encode().decode() == cleaned
    assert "\n" not in clean_line(text)
