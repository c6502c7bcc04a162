"""How a query is coloured, and what is said of what is wrong in it."""

import pytest

from db.search.problems import PROBLEMS
from db.search.tree import Broken
from desktop.models.query_tints import tints_of, wrong_in
from desktop.query_words import problem_sentence


def _toned(text: str) -> dict[str, str]:
    return {text[tint.first : tint.last]: tint.tone for tint in tints_of(text, wrong_in(text))}


def test_fields_operators_and_mistakes_have_a_colour_each() -> None:
    assert _toned('страна:AZ OR -"health care" signed:2021.. foo:bar') == {
        "страна:": "accent",
        "OR": "meeting",
        "-": "meeting",
        "signed:": "accent",
        "foo:bar": "warn",
    }


def test_plain_words_have_no_colour() -> None:
    assert _toned("health of the nation") == {}


def test_a_mistake_is_underlined_whole_and_nothing_overlaps_it() -> None:
    tints = tints_of("type:memorandom x", wrong_in("type:memorandom x"))
    assert [(tint.first, tint.last, tint.wrong) for tint in tints] == [(0, 5, False), (5, 15, True)]
    whole = tints_of("country: x", wrong_in("country: x"))
    assert [(tint.first, tint.last, tint.wrong) for tint in whole] == [(0, 8, True)]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("sigend:2021", "Did you mean “signed:”?"),
        ("подписно:2021", "Did you mean “подписано:”?"),
        ("type:memorandom", "Did you mean “memorandum”?"),
        ("zzz:1", "put them in quotes"),
        ("country:", "country:AZ"),
        ("signed:2024..2020", "ends before it begins"),
        ("cites:foo", "A-0012"),
    ],
)
def test_a_mistake_is_told_with_what_to_do(query: str, told: str) -> None:
    (wrong,) = wrong_in(query)
    assert told in problem_sentence(wrong)


@pytest.mark.parametrize("problem", [*PROBLEMS, "unknown_tag", "unknown_name", "unknown_reference"])
def test_every_problem_has_a_sentence_of_its_own(problem: str) -> None:
    told = problem_sentence(Broken(text="type:qq", problem=problem, about="qq"))
    assert told.endswith(".")
    assert "{" not in told
    assert "could not be understood" not in told
