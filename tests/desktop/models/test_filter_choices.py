import pytest

from db.catalogue import Catalogue
from db.queries.lists import ListSpec
from db.terms import EntryKind, StageKind
from desktop.models.filter_choices import (
    FilterChoice,
    chosen_keys,
    read_choices,
    with_keys,
    without,
)
from tests.desktop.models.entries import agreements, make, party, stage, tag

AGREEMENTS = ListSpec(kind=EntryKind.AGREEMENT)


def choices(catalogue: Catalogue, spec: ListSpec, name: str) -> dict[str, int | None]:
    with catalogue.read() as session:
        return {choice.label: choice.count for choice in read_choices(session, spec, name, "en")}


@pytest.fixture
def three(catalogue: Catalogue) -> list[int]:
    first, second = agreements(catalogue, "Alpha", "Beta")
    third = make(catalogue, EntryKind.AGREEMENT, "Gamma", agreement_type="roadmap")
    for entry, countries in ((first, ("AZ", "RU")), (second, ("RU",)), (third, ("KZ",))):
        for country in countries:
            party(catalogue, entry, country)
    stage(catalogue, first, StageKind.SIGNED, "2021")
    stage(catalogue, second, StageKind.SIGNED, "2023-05-20")
    return [first, second, third]


def test_a_list_of_one_kind_offers_what_its_entries_have(
    catalogue: Catalogue, three: list[int]
) -> None:
    assert choices(catalogue, AGREEMENTS, "countries") == {
        "Russia": 2,
        "Azerbaijan": 1,
        "Kazakhstan": 1,
    }
    assert choices(catalogue, AGREEMENTS, "types") == {"Agreement": 2, "Roadmap": 1}
    assert choices(catalogue, AGREEMENTS, "states") == {"signed": 2}
    assert choices(catalogue, AGREEMENTS, "years") == {"2023": 1, "2021": 1}


def test_a_narrowed_list_counts_what_each_value_would_leave(
    catalogue: Catalogue, three: list[int]
) -> None:
    narrowed = ListSpec(kind=EntryKind.AGREEMENT, countries=("RU",))
    assert choices(catalogue, narrowed, "types") == {"Agreement": 2}
    assert choices(catalogue, narrowed, "countries") == {
        "Russia": 2,
        "Azerbaijan": 1,
        "Kazakhstan": 1,
    }


def test_a_chosen_value_is_offered_even_where_it_leaves_nothing(
    catalogue: Catalogue, three: list[int]
) -> None:
    nothing = ListSpec(kind=EntryKind.AGREEMENT, countries=("KZ",), states=("signed",))
    assert choices(catalogue, nothing, "states") == {"signed": 0}


def test_a_list_of_many_kinds_offers_the_kinds(catalogue: Catalogue, three: list[int]) -> None:
    assert choices(catalogue, ListSpec(), "kind") == {"Agreements": 3, "Places": 3}
    assert choices(catalogue, ListSpec(), "countries")["Russia"] == 3


def test_tags_are_counted_with_their_narrower_ones(catalogue: Catalogue, three: list[int]) -> None:
    health = tag(catalogue, "health", three[0])
    tag(catalogue, "medicines", three[1], parent_id=health)
    assert choices(catalogue, AGREEMENTS, "tags") == {"health": 2, "medicines": 1}


def test_a_country_is_found_by_its_code_and_in_both_languages(
    catalogue: Catalogue, three: list[int]
) -> None:
    with catalogue.read() as session:
        found = read_choices(session, AGREEMENTS, "countries", "ru")
    assert found[0] == FilterChoice(key="RU", label="Россия", also="RU Russia Россия", count=2)


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("kind", ("meeting",)),
        ("countries", ("AZ", "RU")),
        ("types", ("roadmap",)),
        ("states", ("signed", "dated")),
        ("tags", ("3", "5")),
        ("years", ("2021", "2023")),
    ],
)
def test_what_narrows_a_list_can_be_told_and_taken_back(name: str, keys: tuple[str, ...]) -> None:
    spec = with_keys(ListSpec(), name, keys)
    assert chosen_keys(spec, name) == keys
    assert without(spec, name) == ListSpec()


def test_years_stand_for_the_span_between_them() -> None:
    spec = with_keys(AGREEMENTS, "years", ("2023", "2019", "2021"))
    assert (spec.year_from, spec.year_to) == (2019, 2023)
    assert chosen_keys(with_keys(AGREEMENTS, "years", ("2020",)), "years") == ("2020",)
