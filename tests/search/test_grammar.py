import sys
from types import FrameType

import pytest
from hypothesis import given, settings

from db.search.grammar import parse
from db.search.printing import print_query
from db.search.problems import PROBLEMS, problems
from db.search.tree import All, Any, Choice, Cites, Dates, Named, Node, Not, Numbers, Words

from .query_trees import texts


def word(
    text: str,
    *,
    phrase: bool = False,
    exact: bool = False,
    begins: bool = False,
    inside: bool = False,
    column: str = "",
) -> Words:
    return Words(text=text, phrase=phrase, exact=exact, begins=begins, inside=inside, column=column)


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("", All(parts=())),
        ("health", word("health")),
        ("a b", All(parts=(word("a"), word("b")))),
        ('"a b"', word("a b", phrase=True)),
        ("«ООО «Ромашка»»", word("ООО «Ромашка»", phrase=True)),
        ("„a“", word("a", phrase=True)),
        ("“a b” c", All(parts=(word("a b", phrase=True), word("c")))),
        ('"a ""b"" c"', word('a "b" c', phrase=True)),
        ('"not closed', word("not closed", phrase=True)),
        ("=form", word("form", exact=True)),
        ('="two words"', word("two words", phrase=True, exact=True)),
        ("pre*", word("pre", begins=True)),
        ('"two wo"*', word("two wo", phrase=True, begins=True)),
        ("*part", word("part", inside=True)),
        ("*part*", word("part", inside=True)),
        ("title:*part", word("part", inside=True, column="title")),
        ("Санкт-Петербург", word("Санкт-Петербург")),
        ("- a – b", All(parts=(word("-"), word("a"), word("–"), word("b")))),
    ],
)
def test_words_and_their_marks(typed: str, tree: Node) -> None:
    assert parse(typed) == tree


A, B, C = word("a"), word("b"), word("c")


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("a OR b c", Any(parts=(A, All(parts=(B, C))))),
        ("a ИЛИ b | c", Any(parts=(A, B, C))),
        ("a|b", Any(parts=(A, B))),
        ("a И b AND c", All(parts=(A, B, C))),
        ("(a OR b) c", All(parts=(Any(parts=(A, B)), C))),
        ("(a OR b", Any(parts=(A, B))),
        ("a (b (c))", All(parts=(A, B, C))),
        ("a -b", All(parts=(A, Not(part=B)))),
        ("a –b", All(parts=(A, Not(part=B)))),
        ("a НЕ b", All(parts=(A, Not(part=B)))),
        ("NOT (a b)", Not(part=All(parts=(A, B)))),
        ("NOT NOT a", A),
        ("-(-a)", A),
        ("a OR ()", A),
        ('"" a', A),
        ('a -"" OR b', Any(parts=(A, B))),
        ("or a not", All(parts=(word("or"), A, word("not")))),
    ],
)
def test_operators_in_capitals_join_and_exclude(typed: str, tree: Node) -> None:
    assert parse(typed) == tree


def dates(field: str, earliest: str | None, latest: str | None, text: str) -> Dates:
    return Dates(field=field, earliest=earliest, latest=latest, text=text)


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("type:memorandum", Choice(field="type", keys=("memorandum",))),
        ("тип:протокол,меморандум", Choice(field="type", keys=("memorandum", "protocol"))),
        ('type:"press release"', Choice(field="type", keys=("press_release",))),
        ("type:mem*", Choice(field="type", keys=("memorandum",))),
        ("-Страна:Азербайджан", Not(part=Choice(field="country", keys=("AZ",)))),
        ("number:XXI", Numbers(field="number", low=21, high=21)),
        ("year:2020..2024", Numbers(field="year", low=2020, high=2024)),
        ("year:>2020", Numbers(field="year", low=2021, high=None)),
        ("cites:a-12", Cites(reference="A-0012")),
        ("cites:А-0012", Cites(reference="A-0012")),
        ("person:murashko", Named(field="person", text="murashko")),
        ('body:="a b"', Named(field="body", text="a b", phrase=True, exact=True)),
        (
            "tag:health,trade",
            Any(parts=(Named(field="tag", text="health"), Named(field="tag", text="trade"))),
        ),
        (
            "country:(AZ -RU)",
            All(
                parts=(
                    Choice(field="country", keys=("AZ",)),
                    Not(part=Choice(field="country", keys=("RU",))),
                )
            ),
        ),
        ("signed:2021?", dates("signed", "2021-01-01", "2021-12-31", "2021?")),
        ("signed:20 May 2021", dates("signed", "2021-05-20", "2021-05-20", "2021-05-20")),
        ("signed:мая 2021 г.", dates("signed", "2021-05-01", "2021-05-31", "2021-05")),
        (
            "signed:2021 May",
            All(parts=(dates("signed", "2021-01-01", "2021-12-31", "2021"), word("May"))),
        ),
        ("held:2020-22", dates("held", "2020-06-01", "2020-08-31", "2020-22")),
    ],
)
def test_fields_take_their_values(typed: str, tree: Node) -> None:
    assert parse(typed) == tree


@pytest.mark.parametrize(
    "typed",
    ["http://example.org/a", "10:30", ":)", "Протокол: приложение", "C:\\texts", "foo:", "21:x"],
)
def test_a_colon_that_names_no_field_is_part_of_words(typed: str) -> None:
    tree = parse(typed)
    parts = tree.parts if isinstance(tree, All) else (tree,)
    assert all(isinstance(part, Words) for part in parts if part != parse(")"))
    assert {problem.problem for problem in problems(tree)} <= {"stray_parenthesis"}


@pytest.mark.parametrize(
    ("typed", "problem", "about", "where"),
    [
        ("a foo:bar b", "unknown_field", "foo", "foo:bar"),
        ("a type:bar b", "unknown_value", "bar", "bar"),
        ("type:memorandum,bar", "unknown_value", "bar", "bar"),
        ("type: a", "no_value", "type", "type:"),
        ("type:() a", "no_value", "type", "type:"),
        ("tag:–", "no_value", "tag", "–"),
        ("person:*rash", "no_parts", "person", "*rash"),
        ("signed:nonsense a", "bad_date", "nonsense", "nonsense"),
        ("signed:2021-02-30", "bad_date", "2021-02-30", "2021-02-30"),
        ("held:XXXX-07-07", "date_needs_year", "XXXX-07-07", "XXXX-07-07"),
        ("held:2024..2021", "reversed_range", "2024..2021", "2024..2021"),
        ("year:MMXXI", "bad_number", "MMXXI", "MMXXI"),
        ("number:5..3", "reversed_range", "5..3", "5..3"),
        ("cites:12", "bad_reference", "12", "12"),
        ("a ) b", "stray_parenthesis", "", ")"),
        ("a OR", "dangling_operator", "OR", "OR"),
        ("a AND OR b", "dangling_operator", "AND", "AND"),
        ("НЕ", "dangling_operator", "НЕ", "НЕ"),
        ("x " + "(" * 50 + "a", "too_deep", "", "(" * 50 + "a"),
        ("type:" + "(" * 50, "too_deep", "", "type:" + "(" * 50),
    ],
)
def test_a_problem_is_told_at_its_place(typed: str, problem: str, about: str, where: str) -> None:
    (found,) = problems(parse(typed))
    start, end = found.span
    assert (found.problem, found.about, typed[start:end]) == (problem, about, where)
    assert problem in PROBLEMS


def test_the_rest_of_a_query_with_problems_still_asks() -> None:
    tree = parse("health foo:bar type:xyz,protocol )")
    assert isinstance(tree, All)
    assert tree.parts[0] == word("health")
    assert Choice(field="type", keys=("protocol",)) in getattr(tree.parts[2], "parts", ())
    assert [each.problem for each in problems(tree)] == [
        "unknown_field",
        "unknown_value",
        "stray_parenthesis",
    ]


@pytest.mark.parametrize(
    ("typed", "begins"),
    [
        ("heal", True),
        ("the heal", True),
        ('"health sec', True),
        ("title:heal", True),
        ("person:mur", True),
        ("heal ", False),
        ('"health sec"', False),
        ("=heal", False),
        ("(heal)", False),
    ],
)
def test_a_word_still_being_typed_may_go_on(typed: str, begins: bool) -> None:
    def last(node: Node) -> Node:
        return node.parts[-1] if isinstance(node, All) else node

    assert getattr(last(parse(typed, typing=True)), "begins", None) is begins
    assert getattr(last(parse(typed)), "begins", None) is False


@settings(max_examples=500, deadline=None)
@given(text=texts)
def test_every_problem_stands_somewhere_in_the_text(text: str) -> None:
    for problem in problems(parse(text)):
        start, end = problem.span
        assert 0 <= start < end <= len(text)
        assert problem.problem in PROBLEMS


_TILES = (
    "(", ")", "()", "(a ", '"', '"a" ', "«", "“", "-", "- ", "a OR ", "NOT ", "foo:", ",", "type:",
    "type:(", "type:a,", "tag:a,", "signed:a ", "signed:a b 1234 ", "signed:1 2021 ", "*", "=", "|",
    "(OR)", "2..", "a",
)  # fmt: skip


@pytest.mark.parametrize("tile", ["(", "()", "(a ", "-(", "type:("])
def test_a_hundred_thousand_parentheses_leave_the_stack_in_peace(tile: str) -> None:
    text = tile * (100_000 // len(tile))
    tree = parse(text)
    assert parse(print_query(tree)) == tree


@pytest.mark.parametrize("tile", _TILES)
def test_whatever_is_repeated_a_thousand_times_is_read(tile: str) -> None:
    tree = parse(tile * 1_000)
    assert parse(print_query(tree)) == tree


def _calls(text: str) -> int:
    """Return how many functions are called, Python's and C's, when a text is read."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        parse(text)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("tile", _TILES)
def test_reading_grows_with_the_text_alone(tile: str) -> None:
    parse(tile * 1_000)  # what is read once only, such as names of countries
    assert _calls(tile * 1_000) <= 2.2 * _calls(tile * 500) + 200
