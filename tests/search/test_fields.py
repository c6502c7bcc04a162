import pytest

from db.search.fields import FIELDS, QueryField, Takes, find_field, key_of, language_of
from db.search.grammar import parse
from db.search.problems import problems
from db.search.values import value_keys
from db.terms import StageKind

_ALL = list(FIELDS.values())


@pytest.mark.parametrize("field", _ALL, ids=lambda field: field.name)
def test_a_field_is_found_by_each_of_its_names_in_any_case(field: QueryField) -> None:
    for name in (field.name, *field.english, *field.russian):
        assert find_field(name) is field
        assert find_field(name.upper().replace("-", "_")) is field


def test_no_two_fields_share_a_name() -> None:
    names = [
        key_of(name) for field in _ALL for name in {*field.english, *field.russian}
    ]  # fmt: skip
    assert len(names) == len(set(names))


def test_names_are_found_with_either_russian_e() -> None:
    found = find_field("рождёние")
    assert found is not None
    assert found.name == "born"
    assert find_field("nothing") is None


def test_every_stage_of_an_agreement_is_a_date() -> None:
    assert all(FIELDS[stage].takes is Takes.DATE for stage in StageKind)


@pytest.mark.parametrize("field", _ALL, ids=lambda field: field.name)
def test_the_examples_of_a_field_ask_it_without_problems(field: QueryField) -> None:
    for example, names in zip(field.examples, (field.english, field.russian), strict=True):
        tree = parse(example)
        assert problems(tree) == ()
        assert example.startswith(f"{names[0]}:")
        asked = {getattr(tree, "field", ""), getattr(tree, "column", "")}
        assert field.name in asked or (field.name == "cites" and hasattr(tree, "reference"))
    assert all(field.tells)


def test_fields_of_a_closed_vocabulary_have_values() -> None:
    assert all(value_keys(field.name) for field in _ALL if field.takes is Takes.CHOICE)


@pytest.mark.parametrize(("typed", "language"), [("страна", "ru"), ("country", "en"), ("Ё", "ru")])
def test_the_language_typed_in_is_known_by_its_letters(typed: str, language: str) -> None:
    assert language_of(typed) == language
