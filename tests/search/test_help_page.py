"""The page of help on finding is itself a test: what it shows works as it says."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.search.fields import FIELDS, find_field
from db.search.grammar import parse
from db.search.printing import print_query
from db.search.problems import problems
from db.search.tokens import OPERATORS

PAGE = Path(__file__).parents[2] / "resources" / "help" / "finding.md"
_EXAMPLE = re.compile(r"^\| `([^`]+)` \| (.+) \|$", re.MULTILINE)
_FIELD = re.compile(r"`([^\W\d_][\w-]*):[^`]*`")


def examples() -> Iterator[str]:
    """Yield every query of the page's tables, in the order they stand."""
    for found in _EXAMPLE.finditer(PAGE.read_text(encoding="utf-8")):
        yield found[1]


def test_the_page_shows_examples_in_both_languages() -> None:
    shown = list(examples())
    assert len(shown) == len(set(shown)) > 40
    assert sum(bool(re.search("[а-я]", example)) for example in shown) > 8


@pytest.mark.parametrize("example", list(examples()))
def test_an_example_is_understood_and_printed_back(example: str) -> None:
    tree = parse(example)
    assert problems(tree) == ()
    for language in ("en", "ru"):
        assert parse(print_query(tree, language)) == tree


def test_each_example_is_told_in_one_sentence() -> None:
    for found in _EXAMPLE.finditer(PAGE.read_text(encoding="utf-8")):
        assert found[2].endswith("."), found[0]


def test_the_page_names_every_field_in_both_languages_and_every_operator() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for field in FIELDS.values():
        assert f"| {field.english[0]}: | {field.russian[0]}: |" in page
    explained = {find_field(name) for name in _FIELD.findall(page)}
    assert explained >= set(FIELDS.values())
    for operator in set(OPERATORS) - {"|", "AND", "И"}:
        assert f"`{operator}`" in page or f" {operator} " in page
