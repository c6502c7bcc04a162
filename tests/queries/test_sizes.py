"""How long lists are: told exactly where that is cheap, else as the least they have."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.catalogue import Catalogue
from db.queries import sizes
from db.queries.lists import list_count
from db.queries.plain import count_of_all
from db.queries.sizes import list_size
from db.rows.lists import BEST, ListSize, ListSpec
from db.terms import EntryKind
from tests import factories

LISTS = (
    ListSpec(),
    ListSpec(kind=EntryKind.AGREEMENT),
    ListSpec(trashed=True),
    ListSpec(kind=EntryKind.SOURCE, inbox=True),
    ListSpec(gaps=True),
    ListSpec(tag=1),
    ListSpec(query="country:AZ"),
    ListSpec(query="health", sort=BEST),
    ListSpec(kind=EntryKind.AGREEMENT, query="stage:signed -country:SY", sort="date"),
    ListSpec(query="nothing of the kind"),
)


@pytest.fixture(scope="module")
def shelf(sample_path: Path) -> Iterator[Catalogue]:
    """Open the sample to look at; nothing is written."""
    with Catalogue.open(sample_path) as opened:
        yield opened


@pytest.mark.parametrize("spec", LISTS, ids=str)
def test_a_short_list_is_counted_exactly(shelf: Catalogue, spec: ListSpec) -> None:
    with shelf.read() as session:
        assert list_size(session, spec) == ListSize(count=list_count(session, spec))


def test_of_many_lines_no_more_than_so_many_are_counted(
    shelf: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sizes, "MOST", 5)
    with shelf.read() as session:
        found = list_size(session, ListSpec(query="country:AZ"))
        assert found == ListSize(count=5, is_exact=False)
        assert list_size(session, ListSpec()).is_exact  # nothing narrows it: an index is counted


@pytest.mark.parametrize("walked", [1, 3, 10])
def test_among_many_entries_no_more_than_so_many_are_looked_at(
    shelf: Catalogue, monkeypatch: pytest.MonkeyPatch, walked: int
) -> None:
    spec = ListSpec(kind=EntryKind.AGREEMENT, query="has:country")
    monkeypatch.setattr(sizes, "WALKED", walked)
    with shelf.read() as session:
        found, whole = list_size(session, spec), list_count(session, spec)
    assert found.count <= min(walked, whole)
    assert not found.is_exact


def test_what_nothing_narrows_is_counted_in_plain_sql(catalogue: Catalogue) -> None:
    kept, thrown = (factories.make_agreement(catalogue, f"Title {n}") for n in (1, 2))
    factories.make_country(catalogue, "AZ")
    factories.trash(catalogue, thrown)
    assert kept != thrown
    lists = (ListSpec(), ListSpec(kind=EntryKind.AGREEMENT), ListSpec(trashed=True))
    with catalogue.look() as execute:
        assert [count_of_all(execute, spec) for spec in lists] == [2, 1, 1]
