import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from db.search.editing import choices_in, with_choice, without_choice
from db.search.grammar import parse
from db.search.tokens import Mark, scan
from db.search.tree import All, Node

from .query_trees import texts

WITHOUT = True


@pytest.mark.parametrize(
    ("text", "field", "value", "edited"),
    [
        ("", "country", "AZ", "country:AZ"),
        ("health ", "country", "AZ", "health country:AZ"),
        ("  Health   roadmap", "type", "protocol", "  Health   roadmap type:protocol"),
        ("type:memorandum x", "type", "protocol", "type:memorandum,protocol x"),
        ("тип:меморандум x", "type", "protocol", "тип:меморандум,протокол x"),
        ("country:AZ", "country", "RU", "country:AZ country:RU"),
        ("year:2021", "year", "2023", "year:2021,2023"),
        ("a OR b", "kind", "meeting", "(a OR b) kind:meeting"),
        ("a OR", "kind", "meeting", "(a OR) kind:meeting"),
        ('"half', "kind", "meeting", '"half" kind:meeting'),
        ("(a OR b", "kind", "meeting", "(a OR b) kind:meeting"),
        ("", "tag", "mutual recognition", 'tag:="mutual recognition"'),
        ("", "body", "WHO", "body:=WHO"),
        ("x", "body", "O-0012", "x body:O-0012"),
        ("lang:ru", "lang", "en", "lang:ru,en"),
        ("type:memorandum,xyz", "type", "protocol", "type:memorandum,xyz,protocol"),
        ("type:xyz", "type", "protocol", "type:xyz type:protocol"),
    ],
)
def test_a_choice_is_added_and_the_rest_stays_as_typed(
    text: str, field: str, value: str, edited: str
) -> None:
    assert with_choice(text, field, value) == edited


@pytest.mark.parametrize(
    ("text", "field", "value", "edited"),
    [
        ("health country:AZ  roadmap", "country", "AZ", "health  roadmap"),
        ("страна:Азербайджан x", "country", "AZ", "x"),
        ("x AND country:AZ", "country", "AZ", "x"),
        ("country:AZ AND x", "country", "AZ", "x"),
        ("type:memorandum,protocol", "type", "memorandum", "type:protocol"),
        ("year:2021,2023 x", "year", "2023", "year:2021 x"),
        ("tag:Health,trade", "tag", "health", "tag:trade"),
        ("body:o-0012 x", "body", "O-0012", "x"),
        ("(country:AZ x) y", "country", "AZ", "(x) y"),
    ],
)
def test_a_choice_that_is_there_goes(text: str, field: str, value: str, edited: str) -> None:
    assert with_choice(text, field, value) == edited
    assert without_choice(text, field, value) == edited


@pytest.mark.parametrize(
    ("text", "field", "value", "edited"),
    [
        ("x", "country", "AZ", "x -country:AZ"),
        ("country:AZ x", "country", "AZ", "x -country:AZ"),
        ("-country:AZ x", "country", "AZ", "x"),
        ("-type:memorandum x", "type", "protocol", "-type:memorandum,protocol x"),
        ("НЕ тип:меморандум x", "type", "protocol", "-тип:меморандум,протокол x"),
    ],
)
def test_a_value_is_excluded_turned_round_and_let_in(
    text: str, field: str, value: str, edited: str
) -> None:
    assert with_choice(text, field, value, excluded=WITHOUT) == edited


def test_what_is_added_may_be_russian() -> None:
    assert with_choice("", "kind", "meeting", language="ru") == "вид:встреча"
    assert with_choice("type:memorandum", "type", "protocol", language="ru") == (
        "type:memorandum,protocol"
    )


@pytest.mark.parametrize(
    ("text", "field", "found"),
    [
        ("type:memorandum,protocol -type:other", "type",
         {"memorandum": True, "protocol": True, "other": False}),
        ("country:AZ (country:RU OR x)", "country", {"AZ": True}),
        ("country:(AZ RU)", "country", {"AZ": True, "RU": True}),
        ("tag:health -tag:trade", "tag", {"health": True, "trade": False}),
        ("year:2021 year:2020..2024", "year", {"2021": True}),
        ("year:2021,2023", "year", {"2021": True, "2023": True}),
        ("health", "type", {}),
    ],
)  # fmt: skip
def test_choices_are_read_at_the_top_alone(text: str, field: str, found: dict[str, bool]) -> None:
    assert choices_in(text, field) == found


def _parts(text: str) -> tuple[Node, ...]:
    tree = parse(text)
    return tree.parts if isinstance(tree, All) else (tree,)


_choices = st.sampled_from(
    (("type", "memorandum"), ("country", "AZ"), ("tag", 'a "b", c'), ("year", "2021"))
)


@settings(max_examples=300, deadline=None)
@given(text=texts, choice=_choices, excluded=st.booleans())
def test_a_choice_can_be_added_to_any_text_and_taken_back(
    text: str, choice: tuple[str, str], excluded: bool
) -> None:
    field, value = choice
    tokens = scan(text).tokens
    assume(not any(token.mark in {Mark.STRAY, Mark.DEEP} for token in tokens))
    before = choices_in(text, field)
    assume(value not in before)
    edited = with_choice(text, field, value, excluded=excluded)
    assert choices_in(edited, field) == {**before, value: not excluded}
    others = [part for part in _parts(text) if getattr(part, "field", "") != field]
    assert [part for part in _parts(edited) if part in others] == others
    assert choices_in(with_choice(edited, field, value, excluded=excluded), field) == before
