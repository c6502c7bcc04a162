from db.catalogue import Catalogue
from db.text.countries import country_codes
from desktop.dialogs.country_choice import Country, countries, matching

KNOWN = (
    Country(code="SY", english="Syria", russian="Сирия", meetings=2),
    Country(code="AZ", english="Azerbaijan", russian="Азербайджан"),
    Country(code="GN", english="Guinea", russian="Гвинея"),
    Country(code="PG", english="Papua New Guinea", russian="Папуа — Новая Гвинея"),
)


def codes(typed: str) -> list[str]:
    return [country.code for country in matching(KNOWN, typed)]


def test_nothing_typed_offers_what_is_in_the_catalogue() -> None:
    assert codes("") == ["SY"]


def test_a_code_an_older_name_and_another_case_are_understood() -> None:
    assert codes("az") == ["AZ"]
    assert codes("Syrian Arab Republic") == ["SY"]
    assert codes("азербайджана") == ["AZ"]


def test_the_beginning_of_any_word_is_enough_and_the_exact_name_comes_first() -> None:
    assert codes("gui") == ["GN", "PG"]
    assert codes("Guinea") == ["GN", "PG"]
    assert codes("гвин") == ["GN", "PG"]
    assert codes("uinea") == []


def test_all_countries_are_there_with_those_catalogued_first(catalogue: Catalogue) -> None:
    with catalogue.read() as session:
        found = countries(session)
    assert len(found) == len(country_codes())
    assert not any(country.is_catalogued for country in found)
    assert found[0].english == "Afghanistan"
