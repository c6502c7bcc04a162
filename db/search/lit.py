"""The words of a query to light: from its tree to what ``db.text.highlight`` looks for."""

from collections.abc import Iterator

from db.search.tree import All, Any, Node, Words
from db.text.highlight import Lit


def lits_of(node: Node, *, column: str = "") -> tuple[Lit, ...]:
    """Return the words of a query that an entry may hold, without those it must not.

    ``column`` is ``title``, ``name`` or ``text``: then without words asked for elsewhere alone.
    """
    return tuple(dict.fromkeys(_lits(node, column)))


def _lits(node: Node, column: str) -> Iterator[Lit]:
    if isinstance(node, All | Any):
        for part in node.parts:
            yield from _lits(part, column)
    elif isinstance(node, Words) and _may_stand_in(node, column):
        yield Lit(
            words=tuple(node.text.split()),
            phrase=node.phrase or len(node.text.split()) > 1,
            exact=node.exact,
            begins=node.begins,
            inside=node.inside,
        )


def _may_stand_in(words: Words, column: str) -> bool:
    if words.inside and column == "text":
        return False
    return not column or words.column in {"", column}
