"""Saved searches: kept, changed, put in order, removed, and all of it taken back."""

import pytest

from db.catalogue import Catalogue
from db.errors import Refused
from db.queries.saved_searches import saved_searches
from db.rows.lists import ListSpec
from db.rows.saved import SavedSearchRow, SearchSpec
from db.terms import EntryKind
from desktop.acts import searches as acts

UNSIGNED = SearchSpec(
    name="Initialled, not signed",
    query="stage:initialled -stage:signed",
    kind=EntryKind.AGREEMENT,
    sort="date",
    descending=True,
)


def kept(catalogue: Catalogue) -> tuple[SavedSearchRow, ...]:
    with catalogue.read() as session:
        return saved_searches(session)


def names(catalogue: Catalogue) -> list[str]:
    return [search.name for search in kept(catalogue)]


def save(catalogue: Catalogue, *names: str) -> list[int]:
    return [catalogue.write(acts.save_search(SearchSpec(name=name))).value for name in names]


def test_a_saved_search_shows_the_list_it_was_saved_from(catalogue: Catalogue) -> None:
    number = catalogue.write(acts.save_search(UNSIGNED)).value
    (search,) = kept(catalogue)
    assert search.spec() == ListSpec(
        kind=EntryKind.AGREEMENT,
        saved=number,
        query="stage:initialled -stage:signed",
        sort="date",
        descending=True,
    )


def test_a_search_of_all_entries_may_leave_the_order_to_its_list(catalogue: Catalogue) -> None:
    catalogue.write(acts.save_search(SearchSpec(name="Azerbaijan", query="country:AZ")))
    (search,) = kept(catalogue)
    assert search.spec() == ListSpec(query="country:AZ", saved=search.id)


def test_searches_stand_in_the_order_they_were_saved_until_they_are_moved(
    catalogue: Catalogue,
) -> None:
    first, second, _third = save(catalogue, "First", "Second", "Third")
    assert names(catalogue) == ["First", "Second", "Third"]
    catalogue.write(acts.move_search(first, 2))
    assert names(catalogue) == ["Second", "Third", "First"]
    catalogue.write(acts.move_search(second, 99))
    assert names(catalogue) == ["Third", "First", "Second"]
    catalogue.undo()
    assert names(catalogue) == ["Second", "Third", "First"]
    save(catalogue, "Fourth")
    assert names(catalogue) == ["Second", "Third", "First", "Fourth"]


def test_a_search_moved_to_where_it_stands_is_no_act(catalogue: Catalogue) -> None:
    _first, second = save(catalogue, "First", "Second")
    assert not catalogue.write(acts.move_search(second, 1)).change


def test_a_changed_search_asks_for_something_else_until_that_is_undone(
    catalogue: Catalogue,
) -> None:
    number = catalogue.write(acts.save_search(UNSIGNED)).value
    changed = SearchSpec(name="Drafts", query="stage:drafted")
    written = catalogue.write(acts.change_search(number, changed))
    assert written.change.tables == {"saved_search"}
    assert not written.change.entries
    (search,) = kept(catalogue)
    assert (search.name, search.query, search.kind) == ("Drafts", "stage:drafted", None)
    catalogue.undo()
    (search,) = kept(catalogue)
    assert search.query == UNSIGNED.query


def test_a_removed_search_comes_back_by_undo_to_its_place(catalogue: Catalogue) -> None:
    first, _second = save(catalogue, "First", "Second")
    catalogue.write(acts.remove_search(first))
    assert names(catalogue) == ["Second"]
    catalogue.undo()
    assert names(catalogue) == ["First", "Second"]


def test_a_search_needs_a_name_of_its_own(catalogue: Catalogue) -> None:
    with pytest.raises(Refused) as refused:
        save(catalogue, " \n")
    assert refused.value.reason == "search_needs_name"
    number, _other = save(catalogue, "Ёлка", "Other")
    with pytest.raises(Refused) as refused:
        save(catalogue, "елка")
    assert refused.value.reason == "search_exists"
    catalogue.write(acts.change_search(number, SearchSpec(name="ЁЛКА")))  # its own name is free
    with pytest.raises(Refused):
        catalogue.write(acts.change_search(number, SearchSpec(name="other")))


def test_what_is_gone_can_be_neither_changed_nor_moved_nor_removed(catalogue: Catalogue) -> None:
    for act in (
        acts.change_search(7, UNSIGNED),
        acts.move_search(7, 0),
        acts.remove_search(7),
    ):
        with pytest.raises(Refused) as refused:
            catalogue.write(act)
        assert refused.value.reason == "search_missing"
