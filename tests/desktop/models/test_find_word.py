import pytest

from db.catalogue import Catalogue
from db.queries.lists import ListSpec, list_ids
from db.terms import EntryKind
from desktop.models.find_word import find_from
from tests.desktop.models.entries import agreements

SPEC = ListSpec(kind=EntryKind.AGREEMENT)
TITLES = (
    "Agreement on customs",
    "Memorandum on health",
    "Protocol on customs",
    "Дорожная карта",
)


@pytest.mark.parametrize(
    ("typed", "row", "found"),
    [
        ("cus", 0, 0),
        ("cus", 1, 2),
        ("cus", 3, 0),
        ("memo", 2, 1),
        ("protocol on", 0, 2),
        ("дорож", 0, 3),
        ("ДОРОЖНАЯ К", 0, 3),
        ("a-0002", 0, 1),
        ("ustoms", 0, None),
        (" ", 0, None),
    ],
)
def test_the_next_word_that_begins_so_is_found_round_the_end(
    catalogue: Catalogue, typed: str, row: int, found: int | None
) -> None:
    agreements(catalogue, *TITLES)
    with catalogue.read() as session:
        ids = list_ids(session, SPEC)
        entry = find_from(session, SPEC, ids, row, typed)
    assert entry == (0 if found is None else ids[found])


def test_words_of_the_text_alone_do_not_count(catalogue: Catalogue) -> None:
    agreements(catalogue, "Alpha")
    with catalogue.read() as session:
        ids = list_ids(session, SPEC)
        assert find_from(session, SPEC, ids, 0, "draft") == 0
