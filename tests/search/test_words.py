"""Words are found as people mean them: in any form, script, spelling, and nothing else is."""

import pytest

from db.catalogue import Catalogue
from db.commands.names import add_name
from db.search.tree import Words
from db.search.words import Match, match_of
from db.terms import EntryKind, NameKind
from tests.factories import make_entry
from tests.write_path.acts import write


def found(catalogue: Catalogue, text: str, **marks: object) -> list[str]:
    """Return the titles that a word or phrase finds, oldest first."""
    with catalogue.read() as session:
        match = match_of(session, Words(text=text, **marks))  # pyright: ignore[reportArgumentType] - marks by name
        rows = session.connection().exec_driver_sql(
            f"SELECT title FROM entry WHERE id IN (SELECT rowid FROM {match.table} "
            f"WHERE {match.table} MATCH ?) ORDER BY id",
            (match.text,),
        )
        return list(rows.scalars())


def fill(catalogue: Catalogue, *titles: str) -> None:
    for title in titles:
        make_entry(catalogue, EntryKind.MEETING, title)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("AGREEMENT", "Agreements on culture"),
        ("соглашению", "Соглашения о культуре"),
        ("все", "Всё о культуре"),
        ("sirin", "Şirin"),
        ("Əliyev", "Eliyev"),
        ("cooperation", "Council for Co-operation"),
        ("co-operation", "Council for Cooperation"),
        ("healthcare", "Health-care"),
        ("health-care", "Healthcare"),
        ("care", "Health-care"),
        ("ONeill", "Mr O’Neill"),
        ("O'Neill", "Mr ONeill"),
        ("Azerbaijan", "Azerbaijan’s ministers"),
        ("Sechenov", "Университет имени Сеченова"),
        ("Sechenov", "Встреча с Сеченовым"),
        ("Сеченов", "Sechenov University"),
        ("Мурашко", "Talks with Mikhail Murashko"),
        ("Aliyev", "Встреча с Алиевым"),
        ("Алиев", "Talks with Əliyev"),
        ("A-0012", "Annex to A-0012"),
        ("A0012", "Annex to A-0012"),
        ("covid19", "The COVID-19 pandemic"),
    ],
)
def test_a_word_finds_its_other_forms_and_spellings(
    catalogue: Catalogue, typed: str, title: str
) -> None:
    fill(catalogue, title, "Something else", "Нечто иное")
    assert found(catalogue, typed) == [title]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("operation", "Council for Co-operation"),
        ("more", "Море"[:3] + "ской флот"),
        ("Sechenov", "Secession"),
        ("11", "Talks with Xi Jinping"),
        ("5", "Talks with V. Putin"),
        ("10", "Х. Хасанов"),
        ("21", "The 2021 session"),
        ("the one", "One, the other"),
    ],
)
def test_a_word_does_not_find_what_only_resembles_it(
    catalogue: Catalogue, typed: str, title: str
) -> None:
    fill(catalogue, title)
    assert found(catalogue, typed) == []


SESSIONS = (
    "XXXVII session",
    "The 37th session",
    "Session 37",
    "ХХХVII заседание",
    "37-е заседание",
    "Итоги 37-го заседания",
)


@pytest.mark.parametrize("typed", ["37", "37th", "XXXVII", "xxxvii", "37-е", "37-го", "ХХХVII"])
def test_sessions_are_found_by_roman_and_arabic_numbers(catalogue: Catalogue, typed: str) -> None:
    fill(catalogue, *SESSIONS, "The 38th session", "XXXVI session")
    assert found(catalogue, typed) == list(SESSIONS)


def test_a_number_may_stand_in_a_phrase(catalogue: Catalogue) -> None:
    fill(catalogue, *SESSIONS, "The 37th year and this session")
    assert found(catalogue, "37th session", phrase=True) == list(SESSIONS[:2])
    assert found(catalogue, "xxxvii session", phrase=True) == list(SESSIONS[:2])


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("5th", ["V заседание"]),
        ("10", ["X session", "Х съезд"]),
        ("v", ["V заседание", "V. Putin"]),
    ],
)
def test_a_lone_letter_is_a_number_before_a_word(
    catalogue: Catalogue, typed: str, titles: list[str]
) -> None:
    fill(catalogue, "V заседание", "X session", "Х съезд", "V. Putin", "Vitamin X")
    assert found(catalogue, typed) == titles


def test_a_phrase_keeps_its_order_in_every_inflection_and_script(catalogue: Catalogue) -> None:
    fill(catalogue, "Mikhail Murashko", "Murashko, Mikhail", "Министр Михаил Мурашко")
    assert found(catalogue, "Mikhail Murashko", phrase=True) == [
        "Mikhail Murashko",
        "Министр Михаил Мурашко",
    ]
    assert found(catalogue, "Михаилу Мурашко", phrase=True) == [
        "Mikhail Murashko",
        "Министр Михаил Мурашко",
    ]


def test_no_phrase_runs_over_from_one_name_into_the_next(catalogue: Catalogue) -> None:
    entry = make_entry(catalogue, EntryKind.MEETING, "First Name")
    for text in ("Second Name", "Third Title"):
        write(
            catalogue,
            lambda session, text=text: add_name(
                session, entry_id=entry, text=text, kind=NameKind.VARIANT
            ),
        )
    assert found(catalogue, "second name", phrase=True) == ["First Name"]
    assert found(catalogue, "name third", phrase=True) == []


def test_an_exact_word_is_found_in_this_form_alone(catalogue: Catalogue) -> None:
    fill(catalogue, "Agreement", "Agreements", "AGREEMENT’S end", "Ägreement", "XXI", "21")
    assert found(catalogue, "agreement", exact=True) == [
        "Agreement",
        "AGREEMENT’S end",
        "Ägreement",
    ]
    assert found(catalogue, "21", exact=True) == ["21"]
    assert found(catalogue, "agreement end", exact=True) == ["AGREEMENT’S end"]
    assert found(catalogue, "agree", exact=True, begins=True) == [
        "Agreement",
        "Agreements",
        "AGREEMENT’S end",
        "Ägreement",
    ]


@pytest.mark.parametrize("typed", ["un", "univ", "universit", "university", "Universities"])
def test_a_word_may_go_on_past_the_end_of_its_stem(catalogue: Catalogue, typed: str) -> None:
    fill(catalogue, "Universities of Baku", "Moscow")
    assert found(catalogue, typed, begins=True) == ["Universities of Baku"]


def test_a_long_beginning_is_looked_up_word_by_word_where_few_words_begin_so(
    catalogue: Catalogue,
) -> None:
    fill(catalogue, "Customs union", "Customary law", "Costs", "Custody")
    with catalogue.read() as session:
        asked = match_of(session, Words(text="custo", begins=True))
        short = match_of(session, Words(text="cus", begins=True))
    assert "*" not in asked.text
    assert '"cus" *' in short.text
    assert found(catalogue, "custo", begins=True) == ["Customs union", "Customary law", "Custody"]
    fill(catalogue, *(f"Custo{chr(97 + at)}{chr(98 + at)}" for at in range(20)))
    with catalogue.read() as session:
        assert '"custo" *' in match_of(session, Words(text="custo", begins=True)).text
    assert len(found(catalogue, "custo", begins=True)) == 23


def test_a_beginning_with_a_digit_finds_references_which_no_dictionary_knows(
    catalogue: Catalogue,
) -> None:
    fill(catalogue, "Customs union")
    assert found(catalogue, "m000", begins=True) == ["Customs union"]
    assert found(catalogue, "0001", begins=True) == ["Customs union"]


def test_the_last_word_of_a_phrase_may_go_on(catalogue: Catalogue) -> None:
    fill(catalogue, "Health-care systems", "Health and care", "Careful health")
    assert found(catalogue, "health care sys", begins=True, phrase=True) == ["Health-care systems"]
    assert found(catalogue, "health-ca", begins=True) == ["Health-care systems"]
    assert found(catalogue, "healthca", begins=True) == ["Health-care systems"]


@pytest.mark.parametrize(
    ("part", "titles"),
    [
        ("arter", ["The Charter"]),
        ("ШЕНИ", ["Соглашение"]),
        ("ch", ["The Charter"]),
        ("rter", ["The Charter"]),
        ("zzz", []),
        ("zz", []),
        ("he-rt", ["The Charter"]),
        ("he-zz", []),
    ],
)
def test_parts_of_words_are_found_in_titles_and_names(
    catalogue: Catalogue, part: str, titles: list[str]
) -> None:
    fill(catalogue, "The Charter", "Соглашение")
    write_note(catalogue, "Charters everywhere, zzz")
    assert found(catalogue, part, inside=True) == titles


def write_note(catalogue: Catalogue, text: str) -> None:
    make_entry(catalogue, EntryKind.AGREEMENT, "Plain", note=text)


def test_a_column_narrows_what_is_found(catalogue: Catalogue) -> None:
    fill(catalogue, "Customs")
    write_note(catalogue, "Customs and XXI")
    assert found(catalogue, "customs", column="title") == ["Customs"]
    assert found(catalogue, "customs", column="text") == ["Plain"]
    assert found(catalogue, "customs", column="name") == []
    assert found(catalogue, "custom", column="text", begins=True) == ["Plain"]
    assert found(catalogue, "stom", column="text", inside=True) == []
    assert found(catalogue, "stom", column="title", inside=True) == ["Customs"]


ODD = [
    '"',
    "a AND",
    "*",
    "col:x",
    "-x",
    "(",
    "NEAR(a b)",
    "a\x00b",
    "{title}",
    "^a",
    "'",
    "\ue000",
    "+",
]


@pytest.mark.parametrize("typed", ODD)
@pytest.mark.parametrize("mark", ["", "phrase", "exact", "begins", "inside"])
def test_nothing_typed_reaches_the_index_as_syntax(
    catalogue: Catalogue, typed: str, mark: str
) -> None:
    with catalogue.read() as session:
        words = Words(text=typed, **({mark: True} if mark else {}))  # pyright: ignore[reportArgumentType] - marks by name
        match = match_of(session, words)
        if match.text:
            session.connection().exec_driver_sql(
                f"SELECT count(*) FROM {match.table} WHERE {match.table} MATCH ?", (match.text,)
            )


def test_what_holds_no_word_asks_for_nothing(catalogue: Catalogue) -> None:
    with catalogue.read() as session:
        assert match_of(session, Words(text=" … ")) == Match("entry_words", "")
        assert match_of(session, Words(text="-", exact=True)) == Match("exact_words", "")
