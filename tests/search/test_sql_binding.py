"""Binding: words side by side become one expression, and what is not catalogued is told."""

import json

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Entry
from db.search.grammar import parse
from db.search.sql import Bound, Form, Match, bind, condition, may_be_probed, word_leaves
from db.search.sql.bound import Every, Matching, Naming, Nothing, Without
from db.search.tree import All, Any, Cites, Named, Node, Not, Words


def _word(text: str) -> Words:
    return Words(text=text)


def _found(session: Session, node: Node, form: Form = Form.PROBE) -> set[int]:
    asked = condition(bind(session, node), form)
    return set(session.execute(select(Entry.id).where(asked)).scalars())


@pytest.mark.parametrize(
    "query",
    [
        "health",
        "health session vaccines",
        "health OR vaccines OR протокол",
        "health -vaccines -протокол",
        "(health OR vaccines) (session OR протокол) -ganja",
        "-health -vaccines",
        "-(health vaccines)",
    ],
)
def test_words_of_one_table_are_asked_for_at_once(rich: Session, query: str) -> None:
    assert len(word_leaves(bind(rich, parse(query)))) == 1


def test_words_as_they_stand_are_asked_of_their_own_table(rich: Session) -> None:
    leaves = word_leaves(bind(rich, parse('health ="memorandum" vaccines ="signed"')))
    assert [leaf.table for leaf in leaves] == ["entry_words", "exact_words"]


def test_words_apart_from_each_other_stay_apart(rich: Session) -> None:
    bound = bind(rich, parse("health (vaccines OR country:AZ)"))
    assert len(word_leaves(bound)) == 2


def test_a_word_that_is_not_wanted_alone_is_left_to_sql(rich: Session) -> None:
    tree = bind(rich, parse("-health kind:meeting")).tree
    assert isinstance(tree, Every)
    assert sum(isinstance(part, Without) for part in tree.parts) == 1


@pytest.mark.parametrize(
    ("query", "problem", "about"),
    [
        ("tag:nonsense", "unknown_tag", "nonsense"),
        ("health person:nobodyatall", "unknown_name", "nobodyatall"),
        ("publisher:nobody OR health", "unknown_name", "nobody"),
        ("-cites:A-9999", "unknown_reference", "A-9999"),
    ],
)
def test_what_is_not_catalogued_is_told_at_its_place(
    rich: Session, query: str, problem: str, about: str
) -> None:
    (found,) = bind(rich, parse(query)).problems
    assert (found.problem, found.about) == (problem, about)
    start, end = found.span
    assert query[start:end].endswith(about)


def test_what_is_not_catalogued_finds_nothing_and_everything_when_left_out(rich: Session) -> None:
    unknown = Named(field="tag", text="nonsense")
    everything = _found(rich, All(parts=()))
    for form in Form:
        assert _found(rich, unknown, form) == set()
        assert _found(rich, Not(part=unknown), form) == everything
        assert _found(rich, All(parts=(unknown, _word("health"))), form) == set()
        either = Any(parts=(unknown, _word("health")))
        assert _found(rich, either, form) == _found(rich, _word("health")) != set()
    assert bind(rich, unknown).tree == Nothing()


def test_a_reference_is_looked_up_and_finds_its_neighbours(rich: Session) -> None:
    bound = bind(rich, Cites(reference="A-0001"))
    assert bound.problems == ()
    assert _found(rich, Cites(reference="A-0001"))


def test_a_name_of_one_word_needs_no_second_look(rich: Session) -> None:
    for text, borne in (("брайен", True), ("o'brien", True), ("brien", True), ("brie", False)):
        tree = bind(rich, Named(field="person", text=text)).tree
        assert isinstance(tree, Naming) == borne, text
        if isinstance(tree, Naming):
            assert len(json.loads(tree.ids)) == 1


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ('("health")', True),
        ('({title} : ("health" OR "здоров"))', True),
        ('("heal" * OR "health")', False),
        ('(("a") AND ("b" *)) NOT ("c")', False),
        ('("he" * OR "he")', True),
        ('("of hea" *)', True),
        ("(" + " OR ".join(f'"w{at}"' for at in range(9)) + ")", False),
    ],
)
def test_open_ended_and_many_words_are_never_probed(text: str, may: bool) -> None:
    match = Match("entry_words", text)
    assert may_be_probed(match) == may
    asked = condition(Bound(tree=Matching(match=match)), Form.PROBE, {match: Form.PROBE})
    assert ("EXISTS" in str(asked)) == may


def test_a_word_is_asked_in_the_form_that_is_chosen_for_it(rich: Session) -> None:
    bound = bind(rich, parse("health country:AZ"))
    (leaf,) = word_leaves(bound)
    asked = str(condition(bound, Form.PROBE, {leaf: Form.SET}))
    assert asked.count("EXISTS") == 1
    assert "entry_words MATCH" in asked
    assert str(condition(bound, Form.PROBE)).count("EXISTS") == 2


def test_a_very_long_query_is_answered(rich: Session) -> None:
    words = tuple(_word(f"word{at}") for at in range(400))
    some = (*words, _word("health"))
    nested: Node = _word("health")
    for at in range(60):
        nested = Any(parts=(nested, All(parts=(_word(f"word{at}"), Not(part=some[-1])))))
    for form in Form:
        assert _found(rich, Any(parts=some), form) == _found(rich, _word("health"))
        assert _found(rich, All(parts=some), form) == set()
    assert _found(rich, nested) == _found(rich, _word("health"))
