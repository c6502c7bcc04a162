import pytest

from db.queries.lists import SORTS, ListSpec
from db.terms import EntryKind
from desktop.panels.list_names import (
    FILTERS,
    direction_name,
    empty_words,
    filter_name,
    filters_of,
    first_order,
    home_of,
    is_narrowed,
    list_key,
    list_title,
    sort_name,
    sorts_of,
)

KINDS = [None, *EntryKind]
HOMES = [
    *(ListSpec(kind=kind) for kind in KINDS),
    ListSpec(kind=EntryKind.SOURCE, inbox=True),
    ListSpec(tags=(3,)),
    ListSpec(trashed=True),
    ListSpec(conflicts=True),
    ListSpec(gaps=True),
]


@pytest.mark.parametrize("home", HOMES, ids=list_key)
def test_every_list_has_a_name_an_order_and_words_for_when_it_is_empty(home: ListSpec) -> None:
    assert list_title(home, "health")
    assert all(empty_words(home))
    assert first_order(home)[0] in sorts_of(home.kind)
    assert set(filters_of(home, home)) <= set(FILTERS)
    assert home_of(home) == home
    assert not is_narrowed(home, home)


@pytest.mark.parametrize("kind", KINDS)
def test_every_order_offered_is_one_the_catalogue_has_and_has_names(
    kind: EntryKind | None,
) -> None:
    for sort in sorts_of(kind):
        assert sort in SORTS
        names = {sort_name(sort, kind)}
        names |= {direction_name(sort, descending=descending) for descending in (False, True)}
        assert len(names) == 3


def test_keys_of_lists_are_all_different() -> None:
    assert len({list_key(home) for home in HOMES}) == len(HOMES)


def test_a_spec_leads_home() -> None:
    narrowed = ListSpec(kind=EntryKind.MEETING, tags=(3,), countries=("AZ",), sort="date")
    assert home_of(narrowed) == ListSpec(kind=EntryKind.MEETING)
    assert is_narrowed(narrowed, home_of(narrowed))
    ordered = ListSpec(kind=EntryKind.MEETING, sort="date", descending=True)
    assert not is_narrowed(ordered, home_of(ordered))


def test_filters_fit_the_list() -> None:
    agreements = ListSpec(kind=EntryKind.AGREEMENT)
    assert filters_of(agreements, agreements) == ("countries", "types", "states", "tags", "years")
    tag = ListSpec(tags=(3,))
    assert filters_of(tag, tag) == ("kind", "countries", "years")
    assert "types" in filters_of(ListSpec(kind=EntryKind.AGREEMENT, tags=(3,)), tag)
    trash = ListSpec(trashed=True)
    assert filters_of(trash, trash) == ("kind", "tags")
    assert filter_name("states", EntryKind.AGREEMENT) == "Stage"
    assert filter_name("states", EntryKind.SOURCE) == "State"
