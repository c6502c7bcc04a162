"""Facets: every count is what asking for the value leaves, whatever narrows the list already."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event

from db.catalogue import Catalogue
from db.derived import facets as tokens
from db.errors import Interrupted
from db.interruption import Interruption
from db.queries import facets as counting
from db.queries.facets import BLOCK_BITS, country_codes_in, facet_counts
from db.queries.lists import list_count
from db.rows.facets import FACETS, Facets
from db.rows.lists import ListSpec
from db.search.editing import choices_in, with_choice
from db.terms import EntryKind, LinkKind, StageKind
from tests import factories

LISTS = (
    ListSpec(),
    ListSpec(kind=EntryKind.AGREEMENT),
    ListSpec(kind=EntryKind.PERSON),
    ListSpec(conflicts=True),
    ListSpec(tag=1),
    ListSpec(query="country:AZ"),
    ListSpec(kind=EntryKind.AGREEMENT, query="stage:signed -country:SY year:2021"),
    ListSpec(query="health OR trade"),
    ListSpec(query="tag:=Health -kind:person"),
)


@pytest.fixture(scope="module")
def shelf(sample_path: Path) -> Iterator[Catalogue]:
    """Open the sample to look at; nothing is written."""
    with Catalogue.open(sample_path) as opened:
        yield opened


def counted(catalogue: Catalogue, spec: ListSpec) -> Facets:
    with catalogue.read() as session:
        return facet_counts(session, spec)


def pairs(facets: Facets) -> dict[tuple[str, str], int]:
    """Return all counts by field and key."""
    found = {
        (field, value.key): value.count
        for field, values in facets.values.items()
        for value in values
    }
    return found | {("tag", tag.label_en): tag.count for tag in facets.tags}


@pytest.mark.parametrize("spec", LISTS, ids=str)
def test_every_count_is_what_asking_for_the_value_leaves(shelf: Catalogue, spec: ListSpec) -> None:
    found = counted(shelf, spec)
    with shelf.read() as session:
        assert found.total == list_count(session, spec)
        for (field, key), count in pairs(found).items():
            if key not in choices_in(spec.query, field):
                asking = with_choice(spec.query, field, key)
                assert count == list_count(session, replace(spec, query=asking)), asking


@pytest.mark.parametrize("spec", LISTS, ids=str)
def test_nothing_that_entries_have_is_left_out(shelf: Catalogue, spec: ListSpec) -> None:
    found = counted(shelf, spec)
    for field in ("kind", "review"):  # every entry has one
        assert sum(value.count for value in found.values.get(field, ())) == found.total


@pytest.mark.parametrize("spec", LISTS, ids=str)
def test_block_by_block_gives_what_one_by_one_gives(
    shelf: Catalogue, spec: ListSpec, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = counted(shelf, spec)
    monkeypatch.setattr(counting, "FEW", 0)
    assert counted(shelf, spec) == few


def test_every_facet_is_found_in_the_sample(shelf: Catalogue) -> None:
    fields = {field for field, _key in pairs(counted(shelf, ListSpec()))}
    assert fields == set(FACETS)


def test_values_come_most_frequent_first_and_years_latest_first(shelf: Catalogue) -> None:
    found = counted(shelf, ListSpec())
    countries = [value.count for value in found.values["country"]]
    assert countries == sorted(countries, reverse=True)
    years = [value.key for value in found.values["year"]]
    assert years == sorted(years, reverse=True)


def test_broader_tags_come_first_and_bring_their_narrower_ones_along(catalogue: Catalogue) -> None:
    first, second = (factories.make_agreement(catalogue, f"Title {n}") for n in (1, 2))
    health = factories.make_tag(catalogue, "health", on=[first])
    medicines = factories.make_tag(catalogue, "medicines", parent=health, on=[first, second])
    factories.make_tag(catalogue, "unused")
    found = counted(catalogue, ListSpec())
    assert [(tag.id, tag.count) for tag in found.tags] == [(health, 2), (medicines, 2)]


def test_the_trash_is_counted_in_the_trash_alone(catalogue: Catalogue) -> None:
    kept, thrown = (factories.make_agreement(catalogue, f"Title {n}") for n in (1, 2))
    factories.trash(catalogue, thrown)
    assert kept != thrown
    assert pairs(counted(catalogue, ListSpec()))["kind", "agreement"] == 1
    assert pairs(counted(catalogue, ListSpec(trashed=True)))["kind", "agreement"] == 1


def test_the_state_of_an_agreement_is_its_stage_and_no_state(catalogue: Catalogue) -> None:
    agreement = factories.make_agreement(catalogue, "Title")
    factories.make_stage(catalogue, agreement, StageKind.PROPOSED)
    found = pairs(counted(catalogue, ListSpec()))
    assert ("stage", "proposed") in found
    assert not any(field == "state" for field, _key in found)


def test_bodies_of_one_title_are_told_by_their_references_and_others_by_their_titles(
    catalogue: Catalogue,
) -> None:
    agreement = factories.make_agreement(catalogue, "Title")
    for name in ("Ministry of Health", "ministry of health", "Customs"):
        body = factories.make_body(catalogue, name)
        factories.make_link(catalogue, LinkKind.PARTY, agreement, body)
    found = counted(catalogue, ListSpec(kind=EntryKind.AGREEMENT)).values["body"]
    assert [(value.key, value.label, value.count) for value in found] == [
        ("Customs", "Customs", 1),
        (found[1].reference, "Ministry of Health", 1),
        (found[2].reference, "ministry of health", 1),
    ]
    assert len({value.reference for value in found}) == 3


def test_nothing_listed_counts_nothing(catalogue: Catalogue) -> None:
    assert pairs(counted(catalogue, ListSpec())) == {}
    assert counted(catalogue, ListSpec(query="nothing of the kind")) == Facets(values={"body": ()})


def test_countries_are_counted_for_one_kind(catalogue: Catalogue) -> None:
    azerbaijan = factories.make_country(catalogue, "AZ")
    agreement = factories.make_agreement(catalogue, "Title")
    factories.make_link(catalogue, LinkKind.PARTY, agreement, azerbaijan)
    with catalogue.read() as session:
        assert country_codes_in(session, EntryKind.AGREEMENT) == {"AZ": 1}
        assert country_codes_in(session, EntryKind.MEETING) == {}


def test_counting_stops_where_nobody_waits_any_more(
    shelf: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "FEW", 0)
    interruption = Interruption()

    def interrupt(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if "group_concat(entry_facets" in statement:
            interruption.interrupt()

    event.listen(shelf.store.readers, "before_cursor_execute", interrupt)
    try:
        with pytest.raises(Interrupted), shelf.read(interruption) as session:
            facet_counts(session, ListSpec())
    finally:
        event.remove(shelf.store.readers, "before_cursor_execute", interrupt)


def test_no_pass_sorts_or_looks_entries_up_one_by_one(catalogue: Catalogue) -> None:
    factories.make_agreement(catalogue, "Title")
    with catalogue.read() as session:
        for statement in (
            counting.by_block(counting.shown(session, ListSpec())),
            counting.one_by_one([1, 2]),
        ):
            sql = str(
                statement.compile(session.connection(), compile_kwargs={"literal_binds": True})
            )
            plan = [
                row[3] for row in session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}")
            ]
            assert not any("TEMP B-TREE FOR GROUP" in step for step in plan), plan
            assert any(
                "entry_facets USING PRIMARY KEY" in step or step == "SCAN entry_facets"
                for step in plan
            ), plan


def test_blocks_are_those_the_tokens_are_written_in() -> None:
    assert BLOCK_BITS == tokens.BLOCK_BITS
