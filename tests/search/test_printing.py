import pytest
from hypothesis import given, settings

from db.search import tokens
from db.search.fields import Language
from db.search.grammar import parse
from db.search.printing import print_query, quote_value
from db.search.tree import All, Any, Named, Node, Not, Words

from .query_trees import texts, trees


@settings(max_examples=300, deadline=None)
@given(tree=trees)
def test_any_tree_printed_and_parsed_again_is_itself(tree: Node) -> None:
    for language in ("en", "ru"):
        assert parse(print_query(tree, language)) == tree


@settings(max_examples=500, deadline=None)
@given(text=texts)
def test_whatever_is_typed_keeps_its_meaning_when_printed(text: str) -> None:
    for typing in (False, True):
        tree = parse(text, typing=typing)
        for language in ("en", "ru"):
            assert parse(print_query(tree, language)) == tree


@settings(max_examples=300, deadline=None)
@given(text=texts)
def test_parentheses_too_deep_are_so_again_when_printed(text: str) -> None:
    depth = tokens.MAX_DEPTH
    tokens.MAX_DEPTH = 2
    try:
        tree = parse(text)
        assert parse(print_query(tree)) == tree
    finally:
        tokens.MAX_DEPTH = depth


@pytest.mark.parametrize(
    ("typed", "language", "printed"),
    [
        ("страна:азербайджан  ТИП:Меморандум", "en", "country:AZ type:memorandum"),
        ("country:AZ type:press_release", "ru", "страна:AZ тип:пресс-релиз"),
        ("a AND (b OR c) НЕ «d e»", "en", 'a (b OR c) -"d e"'),
        ("a | (b c)", "ru", "a ИЛИ b c"),
        ("tag:health OR tag:trade", "en", "tag:health,trade"),
        ("x (year:2021 | year:2023)", "en", "x year:2021,2023"),
        ("signed:20 мая 2021 г.", "en", "signed:2021-05-20"),
        ("signed:≥2021", "en", "signed:>=2021"),
        ("number:xxi", "ru", "номер:21"),
        ("cites:а12", "en", "cites:A-0012"),
        ("-(a OR b)", "en", "-(a OR b)"),
        ("((((a))))", "en", "a"),
        ("", "en", ""),
    ],
)
def test_printing_is_canonical(typed: str, language: Language, printed: str) -> None:
    assert print_query(parse(typed), language) == printed


@pytest.mark.parametrize(
    ("made", "printed"),
    [
        (Words(text="two words"), '"two words"'),
        (Words(text="OR"), '"OR"'),
        (Named(field="tag", text="a (b)"), 'tag:"a (b)"'),
        (Not(part=Any(parts=(Words(text="a"), Words(text="b")))), "-(a OR b)"),
        (All(parts=()), ""),
    ],
)
def test_a_word_that_could_not_stand_bare_is_put_in_quotes(made: Node, printed: str) -> None:
    assert print_query(made) == printed


@pytest.mark.parametrize(
    ("value", "quoted"),
    [
        ("health", "health"),
        ("mutual recognition", '"mutual recognition"'),
        ('ООО "Ромашка"', '"ООО ""Ромашка"""'),
        ("a,b", '"a,b"'),
        ("=x", '"=x"'),
        ("", '""'),
    ],
)
def test_a_value_is_quoted_where_it_must_be(value: str, quoted: str) -> None:
    assert quote_value(value) == quoted
