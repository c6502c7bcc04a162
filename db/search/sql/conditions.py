"""Conditions: a bound query as one expression over ``entry``, for the WHERE of any statement."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import singledispatch

from sqlalchemy import ColumnElement, and_, false, not_, or_, true

from db.search.sql.bound import Bound, BoundNode, Either, Every, Matching, Without
from db.search.sql.choices import choice_condition
from db.search.sql.cites import cited_condition
from db.search.sql.dates import dates_condition
from db.search.sql.merging import leaves
from db.search.sql.named import naming_condition, stated_condition, tagged_condition
from db.search.sql.numbers import numbers_condition
from db.search.sql.tables import Form, Span
from db.search.sql.words import words_condition
from db.search.words import Match

WordsForm = Form | Mapping[Match, Form] | None


def condition(
    bound: Bound, form: Form, words_form: WordsForm = None, span: Span | None = None
) -> ColumnElement[bool]:
    """Return what an entry must fulfil, never NULL, over columns of ``entry`` alone.

    ``words_form`` says how each full-text expression is asked, one for all or by `word_leaves`;
    where it says nothing, ``form`` holds. What costs too much is never probed (`may_be_probed`).
    With a span it is right for entries of these ids alone: words are gathered among them.
    """
    return _Visitor(form, words_form, span).visit(bound.tree)


def word_leaves(bound: Bound) -> tuple[Match, ...]:
    """Return the full-text expressions of a query, so that their hits can be counted first."""
    return tuple(dict.fromkeys(leaves(bound.tree)))


@dataclass(frozen=True, slots=True)
class _Visitor:
    """Visits a tree once, with what is the same for all of it."""

    form: Form
    words_form: WordsForm
    span: Span | None

    def visit(self, node: BoundNode) -> ColumnElement[bool]:
        match node:
            case Every(parts=parts):
                # to open a list of hits for a row is the dearest question: it comes last
                return and_(true(), *map(self.visit, sorted(parts, key=self._is_probed)))
            case Either(parts=parts):
                return or_(false(), *map(self.visit, parts))
            case Without(part=part):
                return not_(self.visit(part))
            case Matching(match=expression):
                return words_condition(expression, self._chosen(expression), self.span)
            case _:
                return _leaf(node, self.form)

    def _is_probed(self, part: BoundNode) -> bool:
        return isinstance(part, Matching) and self._chosen(part.match) is Form.PROBE

    def _chosen(self, expression: Match) -> Form:
        if isinstance(self.words_form, Form):
            return self.words_form
        return (self.words_form or {}).get(expression, self.form)


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
