"""Values that could be asked for instead: each count is what is left without the others."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from db.catalogue import Catalogue
from db.queries.alternatives import with_alternatives
from db.queries.facets import facet_counts
from db.queries.lists import list_count
from db.rows.facets import FACETS, Facets
from db.rows.lists import ListSpec
from db.search.editing import choices_in, with_choice, without_choice
from db.search.fields import FIELDS
from db.terms import EntryKind

LISTS = (
    ListSpec(query="kind:agreement"),
    ListSpec(query="kind:agreement,meeting country:AZ"),
    ListSpec(query="health -kind:person"),
    ListSpec(kind=EntryKind.AGREEMENT, query="type:memorandum year:2021 review:draft"),
    ListSpec(kind=EntryKind.SOURCE, query="lang:ru state:inbox"),
    ListSpec(query="state:inbox"),
    ListSpec(query="lang:en,ru"),
    ListSpec(tag=1, query="type:roadmap OR type:protocol"),
    ListSpec(trashed=True, query="kind:agreement"),
)


@pytest.fixture(scope="module")
def shelf(sample_path: Path) -> Iterator[Catalogue]:
    """Open the sample to look at; nothing is written."""
    with Catalogue.open(sample_path) as opened:
        yield opened


def counted(catalogue: Catalogue, spec: ListSpec) -> Facets:
    with catalogue.read() as session:
        return with_alternatives(session, spec, facet_counts(session, spec))


@pytest.mark.parametrize("spec", LISTS, ids=str)
def test_each_count_is_what_asking_for_this_value_alone_leaves(
    shelf: Catalogue, spec: ListSpec
) -> None:
    found = counted(shelf, spec)
    for field, whole in found.totals.items():
        assert FIELDS[field].collects
        bare = spec.query
        for key in choices_in(spec.query, field):
            bare = without_choice(bare, field, key)
        bare += " "  # its last word is finished
        with shelf.read() as session:
            assert whole == list_count(session, replace(spec, query=bare))
            for value in found.values[field]:
                asking = with_choice(bare, field, value.key)
                assert value.count == list_count(session, replace(spec, query=asking)), asking


@pytest.mark.parametrize("spec", LISTS, ids=str)
def test_only_facets_that_are_asked_about_and_of_one_value_are_counted_so(
    shelf: Catalogue, spec: ListSpec
) -> None:
    found = counted(shelf, spec)
    asked = {field for field in FACETS if choices_in(spec.query, field)}
    assert set(found.totals) == {field for field in asked if FIELDS[field].collects}
    with shelf.read() as session:
        plain = facet_counts(session, spec)
    for field in set(FACETS) - set(found.totals) - {"tag"}:
        assert found.values.get(field) == plain.values.get(field)


def test_who_chose_one_kind_sees_the_others(shelf: Catalogue) -> None:
    whole = {value.key: value.count for value in counted(shelf, ListSpec()).values["kind"]}
    chosen = counted(shelf, ListSpec(query="kind:agreement"))
    assert {value.key: value.count for value in chosen.values["kind"]} == whole
    assert chosen.total == whole["agreement"]
    assert chosen.totals == {"kind": sum(whole.values())}


def test_a_second_country_is_counted_beside_the_first(shelf: Catalogue) -> None:
    assert counted(shelf, ListSpec(query="country:AZ")).totals == {}
