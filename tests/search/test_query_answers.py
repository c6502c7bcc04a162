"""Any query finds by SQL, in either form, what a plain Python filter finds."""

from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import Session

import db.search.sql.cites
from db.models import Entry
from db.search.sql import Bound, Form, Match, bind, condition, ranked_ids, word_leaves
from db.search.tree import All, Any, Broken, Cites, Leaf, Node, Not, Words
from tests.search.leaves import UNKNOWN, leaves_of
from tests.search.naive import Naive


@pytest.fixture(scope="module")
def naive(rich: Session) -> Naive:
    return Naive(rich)


@pytest.fixture(scope="module")
def leaves(naive: Naive) -> list[Leaf]:
    return leaves_of(naive.tables)


def _found(session: Session, asked: ColumnElement[bool]) -> set[int]:
    return set(session.execute(select(Entry.id).where(asked)).scalars())


def _agrees(session: Session, naive: Naive, node: Node) -> None:
    expected = naive.answer(node)
    bound = bind(session, node)
    for form in Form:
        for words_form in _words_forms(bound):
            asked = condition(bound, form, words_form)
            found = _found(session, asked)
            assert found == expected, (node, form, found ^ expected)
            # a condition that is neither true nor false would be missing from both
            assert _found(session, ~asked) == set(naive.entries) - expected, (node, form)


def _words_forms(bound: Bound) -> tuple[Form | Mapping[Match, Form] | None, ...]:
    first = word_leaves(bound)[:1]
    return (None, dict.fromkeys(first, Form.SET), Form.PROBE) if first else (None,)


def test_every_single_leaf_is_answered_as_it_is_meant(
    rich: Session, naive: Naive, leaves: list[Leaf]
) -> None:
    for leaf in (*leaves, *UNKNOWN):
        _agrees(rich, naive, leaf)


def test_what_has_many_links_is_cited_as_what_has_few(
    rich: Session, naive: Naive, leaves: list[Leaf], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(db.search.sql.cites, "_FEW", 0)
    for leaf in leaves:
        if isinstance(leaf, Cites):
            _agrees(rich, naive, leaf)


def test_most_leaves_find_something(naive: Naive, leaves: list[Leaf]) -> None:
    found = [bool(naive.answer(leaf)) for leaf in leaves]
    assert sum(found) > 0.8 * len(found)
    for kind in {type(leaf) for leaf in leaves}:
        answers = [naive.answer(leaf) for leaf in leaves if isinstance(leaf, kind)]
        assert len({frozenset(answer) for answer in answers}) > 3, kind


@pytest.fixture(scope="module")
def trees(leaves: list[Leaf]) -> st.SearchStrategy[Node]:
    words = [leaf for leaf in leaves if isinstance(leaf, Words)]
    leaf = st.sampled_from(leaves) | st.sampled_from(words) | st.sampled_from(UNKNOWN)
    return st.recursive(
        leaf,
        lambda inner: st.one_of(
            inner.map(lambda part: Not(part=part)),
            st.lists(inner, max_size=4).map(lambda parts: All(parts=tuple(parts))),
            st.lists(inner, min_size=2, max_size=4).map(lambda parts: Any(parts=tuple(parts))),
        ),
        max_leaves=10,
    )


@settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_any_tree_is_answered_as_it_is_meant(
    rich: Session, naive: Naive, trees: st.SearchStrategy[Node], data: st.DataObject
) -> None:
    node = data.draw(trees)
    _agrees(rich, naive, node)
    ranked = ranked_ids(rich, bind(rich, node), true(), candidates=7)
    assert len(ranked) == len(set(ranked))
    assert set(ranked) == naive.answer(node)


@pytest.mark.parametrize(
    "node",
    [
        Not(part=Broken(text="x:", problem="no_value")),
        All(parts=(Broken(text="x:", problem="no_value"), All(parts=()))),
        Any(parts=(Broken(text="x:", problem="no_value"), Not(part=All(parts=())))),
    ],
)
def test_what_asks_for_nothing_narrows_nothing(rich: Session, naive: Naive, node: Node) -> None:
    assert naive.answer(node) == set(naive.entries)
    _agrees(rich, naive, node)
