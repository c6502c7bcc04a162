import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.text.scripts import iso9, language_of, script_of, search_forms, transliterate

RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Baku", "Latn"),
        ("Баку", "Cyrl"),
        ("Первый МГМУ, WHO", "Cyrl"),
        ("دمشق", "Arab"),
        ("Երևան", "Armn"),
        ("თბილისი", "Geor"),
        ("2021 — 🇷🇺", "Zyyy"),
        ("ab вг", "Zyyy"),
        ("", "Zyyy"),
    ],
)
def test_the_script_is_that_of_most_letters(text: str, script: str) -> None:
    assert script_of(text) == script


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The parties met in Moscow", "en"),
        ("Стороны встретились в Москве", "ru"),
        ("Қазақстан Республикасы", ""),
        ("Україна і світ", ""),
        ("Azərbaycan Respublikası", ""),
        ("2021", ""),
        ("Стороны встретились в Москве и обсудили сотрудничество. " * 5 + "Қасым", "ru"),
    ],
)
def test_the_language_is_told_by_its_letters(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Мурашко", "Murashko"),
        ("Плутницкий", "Plutnitsky"),
        ("Щукин Юрий", "Shchukin Yury"),
        ("ЩУКИН", "SHCHUKIN"),
        ("Алексей Оверчук, WHO", "Aleksey Overchuk, WHO"),
        ("Қасым-Жомарт", "Qasym-Zhomart"),
    ],
)
def test_practical_transliteration_reads_as_english(cyrillic: str, latin: str) -> None:
    assert transliterate(cyrillic) == latin


def test_iso9_gives_the_letters_of_the_standard() -> None:
    assert iso9("Щёкин Юрий Объезд Эльбрус") == "Ŝëkin Ûrij Obʺezd Èlʹbrus"
    assert iso9("Қасым Жаңа Їжак") == "Ķasym Žaņa Ïžak"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=RUSSIAN), st.text(alphabet=RUSSIAN))
def test_iso9_keeps_different_words_different(first: str, second: str) -> None:
    assert (iso9(first) == iso9(second)) == (first == second)


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Sechenov", "Сеченова"),
        ("Mustafayev", "Мустафаев"),
        ("Alexei Overchuk", "Алексей Оверчук"),
        ("Mikhail Murashko", "Мурашко Михаил"),
        ("Yevgeny Shlyakhto", "Евгений Шляхто"),
        ("Dmitri", "Дмитрий"),
        ("Əli Əsədov", "Али Асадов"),
        ("Cəfərov", "Джафаров"),
        ("Sadyr Japarov", "Садыр Жапаров"),
        ("Kassym-Jomart Tokayev", "Касым-Жомарт Токаев"),
    ],
)
def test_a_name_meets_itself_in_the_other_script(latin: str, cyrillic: str) -> None:
    assert set(search_forms(latin)) & set(search_forms(cyrillic))


@pytest.mark.parametrize(
    ("first", "second"), [("Murashko", "Мишустин"), ("Asadov", "Асланов"), ("Baku", "Москва")]
)
def test_different_names_do_not_meet(first: str, second: str) -> None:
    assert not set(search_forms(first)) & set(search_forms(second))


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_search_forms_are_distinct_and_filled(name: str) -> None:
    forms = search_forms(name)
    assert len(set(forms)) == len(forms)
    assert all(forms)
