"""How far a query reaches: whether it asks for words, and which other entries it looks at."""

from collections.abc import Iterator

from db.search.grammar import parse
from db.search.tree import All, Any, Leaf, Named, Node, Not, Words
from db.terms import EntryKind

_NAMED = {
    "person": EntryKind.PERSON,
    "body": EntryKind.ORGANISATION,
    "place": EntryKind.PLACE,
}


def asks_for_words(query: str) -> bool:
    """Tell whether there are words by which answers can be ranked."""
    return any(isinstance(leaf, Words) for leaf in _leaves(parse(query), wanted=True))


def kinds_named(query: str) -> frozenset[EntryKind]:
    """Return the kinds of entries whose names decide what a query finds."""
    leaves = (*_leaves(parse(query), wanted=True), *_leaves(parse(query), wanted=False))
    fields = {leaf.field for leaf in leaves if isinstance(leaf, Named)}
    return frozenset(kind for field, kind in _NAMED.items() if field in fields)


def _leaves(node: Node, *, wanted: bool) -> Iterator[Leaf]:
    """Walk the leaves that must be so (``wanted``), or those that must not."""
    match node:
        case All() | Any():
            for part in node.parts:
                yield from _leaves(part, wanted=wanted)
        case Not():
            yield from _leaves(node.part, wanted=not wanted)
        case _ if wanted:
            yield node
        case _:
            return
