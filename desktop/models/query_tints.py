"""The colours of a query as it is typed: fields, operators, and what is not understood."""

from collections.abc import Iterator, Sequence

from db.search.fields import find_field
from db.search.grammar import parse
from db.search.problems import problems
from db.search.tokens import Mark, Token, scan
from db.search.tree import Broken
from desktop.widgets.tinted_line import Tint

_FIELD, _OPERATOR, _WRONG = "accent", "meeting", "warn"
_OPERATORS = frozenset({Mark.OR, Mark.AND, Mark.NOT, Mark.MINUS, Mark.OPEN, Mark.CLOSE, Mark.STRAY})


def tints_of(text: str, wrong: Sequence[Broken]) -> list[Tint]:
    """Return how a query is coloured; what is wrong in it is underlined, and nothing else there."""
    spans = sorted({part.span for part in wrong if part.span[1] > part.span[0]})
    made = [Tint(first=first, last=last, tone=_WRONG, wrong=True) for first, last in spans]
    free = (
        tint
        for token in scan(text).tokens
        for tint in _tints(token)
        if all(tint.last <= first or tint.first >= last for first, last in spans)
    )
    return sorted((*made, *free), key=lambda tint: tint.first)


def wrong_in(text: str) -> tuple[Broken, ...]:
    """Return what can't be understood in a query, in the order it stands."""
    return problems(parse(text, typing=True))


def _tints(token: Token) -> Iterator[Tint]:
    first, last = token.span
    if token.mark in _OPERATORS:
        yield Tint(first=first, last=last, tone=_OPERATOR)
    elif token.name and find_field(token.name) is not None:
        yield Tint(first=first, last=first + len(token.name) + 1, tone=_FIELD)
