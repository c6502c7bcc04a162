import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.search.completion import Completion, complete
from db.search.fields import FIELDS

from .query_trees import texts


def at_bar(text: str) -> Completion:
    """Complete where the bar stands in a text."""
    cursor = text.index("|")
    return complete(text.replace("|", ""), cursor)


def put_in(text: str) -> list[str]:
    return [option.text for option in at_bar(text).options]


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("cou|", ["country:"]),
        ("health -cou|", ["country:"]),
        ("стра|", ["страна:"]),
        ("СОСТ|", ["состояние:", "состоялось:"]),
        ("organi|", ["body:"]),
        ("ty|pe:memorandum", ["type:"]),
        ("zzz|", []),
        ('"typ|', []),
        ("*typ|", []),
        ("ty|pe", []),
        ("type:mem|", ["memorandum"]),
        ("type:road|", ["roadmap"]),
        ("тип:карт|", ["дорожная-карта"]),
        ("type:protocol,mem|", ["memorandum"]),
        ("type:(protocol OR mem|", ["memorandum"]),
        ("type:(protocol) mem|", []),
        ('type:"press|', ["press-release"]),
        ("country:азер|", ["AZ"]),
        ("lang:русс|", ["ru"]),
        ("foo:ba|", []),
        ("title:mem|", []),
    ],
)
def test_names_and_values_are_offered(text: str, options: list[str]) -> None:
    assert put_in(text) == options


def test_labels_are_told_in_both_languages() -> None:
    (option,) = at_bar("тип:мемо|").options
    assert (option.text, option.label, option.explanation) == (
        "меморандум",
        "меморандум",
        "memorandum",
    )
    (option,) = at_bar("country:аз|").options
    assert (option.text, option.label, option.explanation) == ("AZ", "Azerbaijan", "Азербайджан")


def test_a_field_is_explained_in_the_language_of_the_screen() -> None:
    (option,) = complete("стра", 4, language="ru").options
    assert option.explanation == FIELDS["country"].tells[1]
    (option,) = complete("стра", 4, language="en").options
    assert option.explanation == FIELDS["country"].tells[0]


@pytest.mark.parametrize(
    ("text", "wants", "typed"),
    [
        ("tag:hea|", "tag", "hea"),
        ("person:|", "person", ""),
        ('body:"world he|', "body", "world he"),
        ('body:="world he|alth"', "body", "world he"),
        ("лицо:мур|", "person", "мур"),
        ("person:a,b|", "person", "b"),
        ("cites:A-|", "cites", "A-"),
        ("signed:20|", "date", "20"),
    ],
)
def test_what_only_the_catalogue_knows_is_asked_for(text: str, wants: str, typed: str) -> None:
    found = at_bar(text)
    assert (found.wants, found.typed, found.options) == (wants, typed, ())


@pytest.mark.parametrize(
    ("text", "replaced"),
    [
        ("cou|", "cou"),
        ("a cou|", "cou"),
        ("ty|pe:x", "type:"),
        ("type:me|m", "mem"),
        ('body:="wor|ld"', '="world"'),
        ("type:|", ""),
        ("type:a,|b", "b"),
    ],
)
def test_an_option_takes_the_place_of_what_was_typed(text: str, replaced: str) -> None:
    start, end = at_bar(text).span
    assert text.replace("|", "")[start:end] == replaced


def test_every_field_is_offered_where_nothing_is_typed() -> None:
    assert len(complete("", 0).options) == len(FIELDS)
    assert complete("health ", 7, language="ru").options[0].text == "вид:"


@settings(max_examples=300, deadline=None)
@given(text=texts, place=st.integers(0, 60))
def test_completion_stays_within_any_text(text: str, place: int) -> None:
    cursor = min(place, len(text))
    start, end = complete(text, cursor).span
    assert 0 <= start <= cursor <= end <= len(text)
