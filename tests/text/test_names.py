import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.text.names import person_sort_name, similarity, sort_title, split_name


@pytest.mark.parametrize(
    ("text", "given_name", "family"),
    [
        ("Mikhail Murashko", "Mikhail", "Murashko"),
        ("Murashko, Mikhail", "Mikhail", "Murashko"),
        ("MURASHKO Mikhail", "Mikhail", "MURASHKO"),
        ("Мурашко Михаил", "Михаил", "Мурашко"),
        ("Мурашко Михаил Альбертович", "Михаил Альбертович", "Мурашко"),
        ("Михаил Альбертович Мурашко", "Михаил Альбертович", "Мурашко"),
        ("Lebedev Sergey Nikolaevich", "Sergey Nikolaevich", "Lebedev"),
        ("Андрей Плутницкий", "Андрей", "Плутницкий"),
        ("Константин Косачев", "Константин", "Косачев"),
        ("Алиев Ильхам Гейдар оглы", "Ильхам Гейдар оглы", "Алиев"),
        ("И.М. Сеченов", "И.М.", "Сеченов"),
        ("Сеченов И. М.", "И. М.", "Сеченов"),
        ("I.M.Sechenov", "I.M.", "Sechenov"),
        ("Dr. Hans Kluge", "Hans", "Kluge"),
        ("Ursula von der Leyen", "Ursula", "von der Leyen"),
        ("Сеченов", "", "Сеченов"),
        ("", "", ""),
    ],
)
def test_a_persons_name_is_parted(text: str, given_name: str, family: str) -> None:
    assert split_name(text) == (given_name, family)


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_any_text_can_be_parted(text: str) -> None:
    given_name, family = split_name(text)
    assert given_name == given_name.strip()
    assert family == family.strip()


def test_titles_sort_without_articles_quotes_and_brackets() -> None:
    assert sort_title("The «Roadmap»") == "roadmap"
    assert sort_title("“An” agreement") == "an agreement"
    assert sort_title("(Draft) memorandum") == "draft memorandum"
    assert sort_title("The") == "the"


def test_titles_sort_in_the_order_readers_expect() -> None:
    expected = ["9th meeting", "XIX meeting", "21st meeting", "Agreement", "The Roadmap"]
    expected += ["Договор", "Ёлка", "Жизнь", "Иран", "Йемен", "Кения"]
    shuffled = expected[::-1]
    assert sorted(shuffled, key=sort_title) == expected


def test_persons_sort_by_family_name_first() -> None:
    assert person_sort_name(*split_name("Mikhail Murashko")) == "murashko, mikhail"
    assert person_sort_name("", "Сеченов") == "сеченов"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Mikhail Murashko", "Мурашко Михаил Альбертович"),
        ("Sechenov", "Сеченова"),
        ("Shahin Mustafayev", "Шахин Мустафаев"),
        ("Ali Asadov", "Əli Əsədov"),
        ("Ministry of Health", "The Ministry of Heatlh"),
    ],
)
def test_spellings_of_one_name_are_alike(first: str, second: str) -> None:
    assert similarity(first, second) >= 0.85


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Hans Kluge", "Sergey Leonov"),
        ("19th meeting of the commission", "21st meeting of the commission"),
        ("XIX заседание комиссии", "XX заседание комиссии"),
        ("", "Baku"),
        ("—", "—"),
    ],
)
def test_names_of_different_things_are_not_alike(first: str, second: str) -> None:
    assert similarity(first, second) < 0.8


@settings(max_examples=100, deadline=None)
@given(st.text(), st.text())
def test_likeness_of_names_is_a_share_and_goes_both_ways(first: str, second: str) -> None:
    assert 0 <= similarity(first, second) <= 1
    assert similarity(first, second) == pytest.approx(similarity(second, first))
