"""Binding: all that a query must ask the catalogue once, before it can be asked of entries."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.search.sql.bound import Bound, BoundNode, Cited, Matching, Naming, Nothing, Stated, Tagged
from db.search.sql.cites import neighbours
from db.search.sql.merging import EVERYTHING, either, every, without
from db.search.sql.names import ids_named, tokens
from db.search.sql.stated import values_stated
from db.search.sql.tables import entry
from db.search.sql.tags import tags_labelled
from db.search.tree import All, Any, Broken, Cites, Leaf, Named, Node, Not, Words
from db.search.words import match_of
from db.terms import EntryKind

_KINDS = {
    "person": EntryKind.PERSON,
    "body": EntryKind.ORGANISATION,
    "place": EntryKind.PLACE,
}


def bind(session: Session, node: Node) -> Bound:
    """Look up the names, tags, references and words of a query.

    What the catalogue does not know finds nothing and is told in ``problems``. A part that asks
    for nothing, such as a broken one, is left out, wherever it stands.
    """
    binder = _Binder(session)
    tree = binder.bound(node)
    problems = tuple(sorted(binder.problems, key=lambda problem: problem.span))
    return Bound(tree=EVERYTHING if tree is None else tree, problems=problems)


class _Binder:
    """Visits a tree once; None stands for a part that asks for nothing."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.problems: list[Broken] = []

    def bound(self, node: Node) -> BoundNode | None:
        match node:
            case Not(part=part):
                inner = self.bound(part)
                return None if inner is None else without(inner)
            case All(parts=parts):
                asking = self._asking(parts)
                return every(asking) if asking else None
            case Any(parts=parts):
                asking = self._asking(parts)
                return either(asking) if asking else None
            case _:
                return self._leaf(node)

    def _asking(self, parts: Iterable[Node]) -> list[BoundNode]:
        return [inner for part in parts if (inner := self.bound(part)) is not None]

    def _leaf(self, leaf: Leaf) -> BoundNode | None:
        match leaf:
            case Broken():
                return None
            case Words():
                match = match_of(self._session, leaf)
                return Matching(match=match) if match.text else None
            case Named():
                return self._named(leaf) if tokens(leaf.text) else None
            case Cites():
                return self._cites(leaf)
            case _:
                return leaf

    def _named(self, asked: Named) -> BoundNode:
        if asked.field == "tag":
            tags = tags_labelled(self._session, asked)
            return Tagged(tags=tags) if tags else self._unknown(asked, "unknown_tag")
        if asked.field in _KINDS:
            ids = ids_named(self._session, asked, _KINDS[asked.field])
            place = asked.field == "place"
            return (
                Naming(place=place, ids=ids)
                if ids != "[]"
                else self._unknown(asked, "unknown_name")
            )
        values = values_stated(self._session, asked)
        if not values:
            return self._unknown(asked, "unknown_name")
        return Stated(field=asked.field, values=values)

    def _cites(self, cites: Cites) -> BoundNode:
        found = self._session.execute(
            select(entry.c.id).where(entry.c.reference == cites.reference)
        ).scalar()
        if found is not None:
            return Cited(entry=found, ids=neighbours(self._session, found))
        return self._missing(cites.reference, "unknown_reference", cites.span)

    def _unknown(self, asked: Named, problem: str) -> BoundNode:
        return self._missing(asked.text, problem, asked.span)

    def _missing(self, text: str, problem: str, span: tuple[int, int]) -> BoundNode:
        self.problems.append(Broken(text=text, problem=problem, about=text, span=span))
        return Nothing()
