"""Did you mean: a word that stands nowhere is put right by one that does."""

import pytest

from db.catalogue import Catalogue
from db.commands.entries import trash_entries
from db.search.spelling import did_you_mean
from db.search.tree import All, Named, Node, Not, Words
from db.terms import EntryKind
from tests.factories import make_entry
from tests.write_path.acts import write


@pytest.fixture
def filled(catalogue: Catalogue) -> Catalogue:
    make_entry(
        catalogue, EntryKind.MEETING, "Solaris Commission on Healthcare", note="Rare vaccine"
    )
    make_entry(catalogue, EntryKind.MEETING, "Сотрудничество в области здравоохранения")
    make_entry(catalogue, EntryKind.PERSON, "Mikhail Murashko")
    make_entry(catalogue, EntryKind.PERSON, "Shahin Mustafayev")
    make_entry(catalogue, EntryKind.MEETING, "Commission of old", note="commission")
    return catalogue


def meant(catalogue: Catalogue, typed: str, node: Node | None = None) -> str | None:
    words = [
        Words(text=word, span=(typed.index(word), typed.index(word) + len(word)))
        for word in typed.split()
    ]
    with catalogue.read() as session:
        return did_you_mean(session, typed, node or All(parts=tuple(words)))


@pytest.mark.parametrize(
    ("typed", "better"),
    [
        ("solarris", "solaris"),
        ("Solairs", "Solaris"),
        ("SLARIS", "SOLARIS"),
        ("comission", "commission"),
        ("vacine", "vaccine"),
        ("helthcaer", "healthcare"),
        ("здравохранение", "здравоохранения"),
        ("ыщдфкшы", "solaris"),
        ("cjnhelybxtcndj", "сотрудничество"),
        ("pдравоохранения".replace("p", "з"), None),
        ("сотpудничество", "сотрудничество"),
        ("Mustafaef", "Mustafayev"),
    ],
)
def test_a_slip_is_put_right(filled: Catalogue, typed: str, better: str | None) -> None:
    assert meant(filled, typed) == better


def test_the_rest_of_the_query_stays_as_typed(filled: Catalogue) -> None:
    typed = 'kind:meeting  title:"solarris comission" -qqqqq'
    phrase = Words(text="solarris comission", phrase=True, column="title", span=(14, 40))
    unwanted = Not(part=Words(text="qqqqq", span=(42, 47)))
    node = All(parts=(Named(field="person", text="qqqqq"), phrase, unwanted))
    assert meant(filled, typed, node) == 'kind:meeting  title:"solaris commission" -qqqqq'


@pytest.mark.parametrize(
    "typed", ["solaris", "commissions", "qqqqqqqq", "zz", "", "…", "здравоохранение"]
)
def test_nothing_is_said_of_words_that_stand_somewhere_or_are_like_none(
    filled: Catalogue, typed: str
) -> None:
    assert meant(filled, typed) is None


def test_exact_words_and_parts_of_words_are_left_alone(filled: Catalogue) -> None:
    for node in (Words(text="solarris", exact=True), Words(text="solarris", inside=True)):
        assert meant(filled, "solarris", node) is None


def test_a_word_still_being_typed_is_no_slip(filled: Catalogue) -> None:
    assert meant(filled, "solar", Words(text="solar", begins=True)) is None
    assert meant(filled, "solerris", Words(text="solerris", begins=True)) == "solaris"


def test_no_word_is_proposed_that_stands_in_the_trash_alone(filled: Catalogue) -> None:
    entry = make_entry(filled, EntryKind.MEETING, "Zanzibar")
    assert meant(filled, "zanzibarr") == "zanzibar"
    write(filled, lambda session: trash_entries(session, entry_ids=[entry]))
    assert meant(filled, "zanzibarr") is None


def test_of_two_words_equally_near_the_commoner_is_proposed(filled: Catalogue) -> None:
    make_entry(filled, EntryKind.MEETING, "Harbor")
    for _ in range(2):
        make_entry(filled, EntryKind.MEETING, "Larbor")
    assert meant(filled, "carbor") == "larbor"
