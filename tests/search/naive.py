"""A plain Python filter: reads all rows once and decides each part of a query by its meaning.

Nothing here is quick or clever; that is what the SQL is compared with.
"""

from collections.abc import Callable, Iterable
from functools import reduce

from sqlalchemy.orm import Session

from db.search.tree import (
    All,
    Any,
    Broken,
    Choice,
    Cites,
    Dates,
    Leaf,
    Named,
    Node,
    Not,
    Numbers,
    Words,
)
from tests.search.naive_fields import chosen, cited, numbered, overlapping
from tests.search.naive_names import named
from tests.search.naive_tables import Row, Tables
from tests.search.naive_words import Texts, asks_for_words, worded


class Naive:
    """All rows of a catalogue, and the answers they give."""

    def __init__(self, session: Session) -> None:
        self.tables = Tables(session)
        self.entries: dict[int, Row] = {row["id"]: row for row in self.tables["entry"]}
        self._texts = Texts(self.tables)
        self._known: dict[Leaf, set[int]] = {}

    def answer(self, node: Node) -> set[int]:
        """Return the ids of all entries, in the trash or not, that a query finds."""
        found = self._answer(node)
        return set(self.entries) if found is None else found

    def _answer(self, node: Node) -> set[int] | None:
        """Return None for what asks for nothing."""
        match node:
            case Not(part=part):
                inner = self._answer(part)
                return None if inner is None else set(self.entries) - inner
            case All(parts=parts):
                return self._joined(parts, set[int].intersection)
            case Any(parts=parts):
                return self._joined(parts, set[int].union)
            case _:
                return self._of_leaf(node)

    def _joined(
        self, parts: Iterable[Node], join: Callable[[set[int], set[int]], set[int]]
    ) -> set[int] | None:
        found = [inner for part in parts if (inner := self._answer(part)) is not None]
        return reduce(join, found) if found else None

    def _of_leaf(self, leaf: Leaf) -> set[int] | None:
        if isinstance(leaf, Broken) or (isinstance(leaf, Words) and not asks_for_words(leaf)):
            return None
        if isinstance(leaf, Named) and not any(map(str.isalnum, leaf.text)):
            return None
        if leaf not in self._known:
            fits = self._test(leaf)
            self._known[leaf] = {id_ for id_, entry in self.entries.items() if fits(entry)}
        return self._known[leaf]

    def _test(self, leaf: Leaf) -> Callable[[Row], bool]:
        match leaf:
            case Words():
                return worded(leaf, self._texts)
            case Named():
                return named(leaf, self.tables)
            case _:
                return lambda entry: self._fits(leaf, entry)

    def _fits(self, leaf: Leaf, entry: Row) -> bool:
        match leaf:
            case Choice():
                return chosen(leaf, self.tables, entry)
            case Dates():
                return overlapping(leaf, self.tables, entry)
            case Numbers():
                return numbered(leaf, self.tables, entry)
            case Cites():
                return cited(leaf, self.tables, entry)
            case _:
                return True
