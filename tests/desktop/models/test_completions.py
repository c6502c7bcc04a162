"""What the search box offers for what is typed."""

from datetime import date

import pytest

from db.catalogue import Catalogue
from db.search.completion import complete
from desktop.models.completions import (
    Put,
    asked_of_catalogue,
    date_offers,
    offers_names,
    option_offers,
    recent_offers,
)
from desktop.widgets.suggestion_model import Suggestion
from tests.factories import make_agreement, make_body, make_person, make_source, make_tag


def _puts(offers: list[Suggestion]) -> list[str]:
    return [offer.payload.text for offer in offers if isinstance(offer.payload, Put)]


def _asked(catalogue: Catalogue, text: str) -> list[str]:
    with catalogue.read() as session:
        return _puts(asked_of_catalogue(complete(text, len(text)), "en")(session))


def test_fields_are_offered_in_the_language_typed_and_go_on() -> None:
    offers = option_offers(complete("стр", 3))
    assert [offer.title for offer in offers] == ["страна:"]
    assert isinstance(offers[0].payload, Put)
    assert offers[0].payload.goes_on
    assert offers_names(complete("стр", 3))
    assert not offers_names(complete("type:", 5))


def test_values_are_offered_by_their_labels_until_one_stands_there() -> None:
    offers = option_offers(complete("type:mem", 8))
    assert [(offer.title, offer.detail) for offer in offers] == [("memorandum", "меморандум")]
    assert option_offers(complete("type:memorandum", 15)) == []


def test_a_date_is_taught_before_it_is_typed() -> None:
    today = date(2026, 11, 22)
    assert _puts(date_offers(complete("signed:", 7), today))[:3] == ["2026", "2025", "2024.."]
    assert _puts(date_offers(complete("signed:2021", 11), today)) == ["2021..", "..2021"]
    assert date_offers(complete("signed:2021-05", 14), today) == []


def test_earlier_queries_are_offered_by_any_word_but_never_what_stands_there() -> None:
    queries = ["health country:AZ", "country:AZ", "вакцина"]
    assert [offer.title for offer in recent_offers(queries, "coun")] == queries[:2]
    assert recent_offers(queries, "вакцина") == []
    assert [offer.title for offer in recent_offers(queries, "")] == queries


def test_names_come_from_the_catalogue_as_whole_names(catalogue: Catalogue) -> None:
    make_person(catalogue, "Mikhail Murashko")
    make_body(catalogue, "Murmansk")
    make_tag(catalogue, "public health", "здравоохранение")
    make_source(catalogue, "Text.", publisher="Azertac")
    assert _asked(catalogue, "person:mur") == ['="Mikhail Murashko"']
    assert _asked(catalogue, "body:mur") == ["=Murmansk"]
    assert _asked(catalogue, "tag:hea") == ['="public health"']
    assert _asked(catalogue, "publisher:az") == ["=Azertac"]
    assert _asked(catalogue, "person:") == []


@pytest.mark.parametrize("typed", ["cites:a", "cites:A-", "cites:a-1"])
def test_references_are_completed(catalogue: Catalogue, typed: str) -> None:
    make_agreement(catalogue)
    assert _asked(catalogue, typed) == ["A-0001"]
