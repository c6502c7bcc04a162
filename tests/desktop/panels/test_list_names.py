import pytest

from db.queries.walks import SORTS, SORTS_OF_ALL
from db.rows.lists import BEST, ListSpec
from db.terms import EntryKind
from desktop.panels.list_names import (
    descends_first,
    direction_name,
    empty_words,
    first_order,
    home_of,
    list_key,
    list_title,
    sort_name,
    sorts_of,
)

KINDS = [None, *EntryKind]
HOMES = [
    *(ListSpec(kind=kind) for kind in KINDS),
    ListSpec(kind=EntryKind.SOURCE, inbox=True),
    ListSpec(tag=3),
    ListSpec(trashed=True),
    ListSpec(conflicts=True),
    ListSpec(gaps=True),
]


@pytest.mark.parametrize("home", HOMES, ids=list_key)
def test_every_list_has_a_name_an_order_and_words_for_when_it_is_empty(home: ListSpec) -> None:
    assert list_title(home, "health")
    assert all(empty_words(home))
    assert first_order(home)[0] in sorts_of(home.kind)
    assert home_of(home) == home


@pytest.mark.parametrize("kind", KINDS)
def test_every_order_offered_is_one_the_catalogue_has_and_has_names(
    kind: EntryKind | None,
) -> None:
    for sort in sorts_of(kind):
        assert sort in (SORTS if kind else SORTS_OF_ALL)
        names = {sort_name(sort, kind)}
        names |= {direction_name(sort, descending=descending) for descending in (False, True)}
        assert len(names) == 3


def test_keys_of_lists_are_all_different() -> None:
    assert len({list_key(home) for home in HOMES}) == len(HOMES)


def test_a_spec_leads_home_and_a_saved_search_is_a_home_of_its_own() -> None:
    narrowed = ListSpec(kind=EntryKind.MEETING, saved=4, query="health", sort="date")
    assert home_of(narrowed) == ListSpec(kind=EntryKind.MEETING, saved=4)
    assert list_title(home_of(narrowed), "Health talks") == "Health talks"
    assert list_title(home_of(narrowed), "") == "Meetings"  # its name has not been read yet


def test_dates_and_numbers_come_from_their_end_first() -> None:
    assert [descends_first(sort) for sort in ("date", "gaps", "title", "reference")] == [
        True,
        True,
        False,
        False,
    ]
    assert first_order(ListSpec(kind=EntryKind.AGREEMENT)) == ("date", True)
    assert first_order(ListSpec(kind=EntryKind.PERSON)) == ("title", False)


def test_orders_are_called_as_the_columns_of_the_kind() -> None:
    assert sort_name("state", EntryKind.AGREEMENT) == "Stage"
    assert sort_name("body", EntryKind.SOURCE) == "Publisher"
    assert sort_name("title", EntryKind.PERSON) == "Family name"
    assert sort_name(BEST, EntryKind.PERSON) == "Best first"
