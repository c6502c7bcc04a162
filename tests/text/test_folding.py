import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.text.folding import fold, fold_map, word_spans, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ёлка", "елка"),
        ("Йошкар-Ола", "йошкар-ола"),
        ("и\u0306од", "йод"),
        ("Əsədov İlham Şahin Çğöüı", "esedov ilham sahin cgoui"),
        ("Қасым Өзбек Ұлы Ңғіһәү", "касым озбек улы нгихау"),
        ("Straße Łódź Ærø", "strasse lodz aero"),
        ("«A» “b” ‘c’ d’e", '"a" "b" \'c\' d\'e'),
        ("2021–2024 — a\u2011b", "2021-2024 - a-b"),
        ("  a\u00a0\n\t b\u200b\ufeffc ", "a bc"),
        ("при\u00adвет", "привет"),
        ("café", "cafe"),
    ],
)
def test_spellings_of_one_text_fold_alike(text: str, folded: str) -> None:
    assert fold(text) == folded


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(), st.text(alphabet="иИ\u0306\u0301йё \u00a0əﬁ½’–")))
def test_each_folded_character_knows_where_it_came_from(text: str) -> None:
    folded, offsets = fold_map(text)
    assert folded == fold(text)
    assert len(offsets) == len(folded)
    assert offsets == sorted(offsets)
    for letter, offset in zip(folded, offsets, strict=True):
        assert letter in fold(f".{text[offset : offset + 2]}.")


def test_an_apostrophe_stays_in_a_word_and_a_hyphen_parts_words() -> None:
    text = "Azerbaijan’s 35-ФЗ, «Ёлка» I.M.Sechenov"
    assert words(text) == ["azerbaijan's", "35", "фз", "елка", "i", "m", "sechenov"]


def test_word_spans_count_code_points_of_the_original() -> None:
    text = "🇷🇺 Йод и\u0306од ко\u00adнец"
    assert [(word, text[start:end]) for word, start, end in word_spans(text)] == [
        ("йод", "Йод"),
        ("йод", "и\u0306од"),
        ("конец", "ко\u00adнец"),
    ]


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_words_lie_in_the_text_one_after_another(text: str) -> None:
    last = 0
    for word, start, end in word_spans(text):
        assert last <= start < end <= len(text)
        assert word
        assert " " not in word
        last = end
