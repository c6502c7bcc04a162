"""Conditions: a bound query as one expression over ``entry``, for the WHERE of any statement."""

from collections.abc import Mapping
from functools import singledispatch

from sqlalchemy import ColumnElement, and_, false, not_, or_, true

from db.search.sql.bound import Bound, BoundNode, Either, Every, Matching, Without
from db.search.sql.choices import choice_condition
from db.search.sql.cites import cited_condition
from db.search.sql.dates import dates_condition
from db.search.sql.merging import leaves
from db.search.sql.named import naming_condition, stated_condition, tagged_condition
from db.search.sql.numbers import numbers_condition
from db.search.sql.tables import Form
from db.search.sql.words import words_condition
from db.search.words import Match

WordsForm = Form | Mapping[Match, Form] | None


def condition(bound: Bound, form: Form, words_form: WordsForm = None) -> ColumnElement[bool]:
    """Return what an entry must fulfil, never NULL, over columns of ``entry`` alone.

    ``words_form`` says how each full-text expression is asked, one for all or by `word_leaves`;
    where it says nothing, ``form`` holds. Open-ended words are never probed.
    """
    return _visit(bound.tree, form, words_form)


def word_leaves(bound: Bound) -> tuple[Match, ...]:
    """Return the full-text expressions of a query, so that their hits can be counted first."""
    return tuple(dict.fromkeys(leaves(bound.tree)))


def _visit(node: BoundNode, form: Form, words_form: WordsForm) -> ColumnElement[bool]:
    match node:
        case Every(parts=parts):
            return and_(true(), *(_visit(part, form, words_form) for part in parts))
        case Either(parts=parts):
            return or_(false(), *(_visit(part, form, words_form) for part in parts))
        case Without(part=part):
            return not_(_visit(part, form, words_form))
        case Matching(match=expression):
            return words_condition(expression, _chosen(expression, form, words_form))
        case _:
            return _leaf(node, form)


def _chosen(expression: Match, form: Form, words_form: WordsForm) -> Form:
    if isinstance(words_form, Form):
        return words_form
    return (words_form or {}).get(expression, form)


@singledispatch
def _leaf(_node: BoundNode, _form: Form) -> ColumnElement[bool]:
    """Ask for nothing that is; every other leaf has a function of its own."""
    return false()


_leaf.register(choice_condition)
_leaf.register(cited_condition)
_leaf.register(dates_condition)
_leaf.register(naming_condition)
_leaf.register(numbers_condition)
_leaf.register(stated_condition)
_leaf.register(tagged_condition)
