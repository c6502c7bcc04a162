"""The grammar of the query language: any text, read into a tree.

    query    = every, { OR, every } ;
    every    = operand, { [ AND ], operand } ;
    operand  = { NOT | "-" }, ( "(", query, ")" | item ) ;
    item     = value | name, ":", value, { ",", value } | name, ":(", query, ")" ;
    value    = [ "=" ], ( word | quoted words ), [ "*" ] | "*", word, [ "*" ] ;

Reading never fails: what cannot be understood is kept as ``Broken`` and the rest is read on. Its
time is linear in the text.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from .fields import QueryField, Takes, find_field
from .leaves import read_date, read_leaves, read_words
from .ranges import UnclearError
from .tokens import Mark, Token, Value, scan
from .tree import All, Any, Broken, Dates, Node, Not, Span

_MOST_WORDS_OF_A_DATE = 6
_FIGURES = re.compile(r"[0-9]{3}")
_OPERANDS = frozenset(
    {Mark.ITEM, Mark.OPEN, Mark.DEEP, Mark.MINUS, Mark.NOT}
)  # fmt: skip


def parse(text: str, *, typing: bool = False) -> Node:
    """Return the tree of a query; spans are code points of the text.

    With ``typing``, a word or an open phrase at the very end may go on.
    """
    return _Reader(scan(text).tokens, typing=typing).read()


def _all(parts: Sequence[Node]) -> Node:
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, All) else (part,))
    return flat[0] if len(flat) == 1 else All(parts=tuple(flat), span=_around(flat))


def _any(parts: Sequence[Node]) -> Node:
    flat: list[Node] = []
    for part in parts:
        if not _asks_nothing(part):
            flat.extend(part.parts if isinstance(part, Any) else (part,))
    if not flat:
        return All(parts=())
    return flat[0] if len(flat) == 1 else Any(parts=tuple(flat), span=_around(flat))


def _asks_nothing(node: Node) -> bool:
    return isinstance(node, All) and not node.parts


def _around(parts: Sequence[Node]) -> Span:
    return (parts[0].span[0], parts[-1].span[1]) if parts else (0, 0)


class _Reader:
    """Recursive descent over the tokens; ``tokens.MAX_DEPTH`` bounds how deep it goes."""

    def __init__(self, tokens: Sequence[Token], *, typing: bool) -> None:
        self.tokens = tokens
        self.typing = typing
        self.at = 0

    def read(self) -> Node:
        return self._either("")

    def _mark(self, ahead: int = 0) -> Mark | None:
        at = self.at + ahead
        return self.tokens[at].mark if at < len(self.tokens) else None

    def _next(self) -> Token:
        self.at += 1
        return self.tokens[self.at - 1]

    def _either(self, name: str) -> Node:
        """Read alternatives; in a field's group its name stands before every word."""
        alternatives = [self._every(name)]
        while self._mark() is Mark.OR:
            self._next()
            alternatives.append(self._every(name))
        return _any(alternatives) if len(alternatives) > 1 else alternatives[0]

    def _every(self, name: str) -> Node:
        parts: list[Node] = []
        while (mark := self._mark()) not in {None, Mark.CLOSE}:
            joins = bool(parts) and self._mark(1) in _OPERANDS
            if mark is Mark.OR and joins:
                break
            if mark is Mark.AND and joins:
                self._next()
            elif mark in {Mark.OR, Mark.AND}:
                parts.append(self._dangling())
            else:
                parts.append(self._operand(name))
        return _all(parts)

    def _dangling(self) -> Broken:
        token = self._next()
        return Broken(
            text=token.text, problem="dangling_operator", about=token.text, span=token.span
        )

    def _operand(self, name: str) -> Node:
        start = self.tokens[self.at].span[0]
        wanted = True
        while (mark := self._mark()) is Mark.MINUS or (
            mark is Mark.NOT and self._mark(1) in _OPERANDS
        ):
            self._next()
            wanted = not wanted
        part = self._primary(name)
        if wanted or _asks_nothing(part):
            return part
        if isinstance(part, Not):
            return part.part
        return Not(part=part, span=(start, self.tokens[self.at - 1].span[1]))

    def _primary(self, name: str) -> Node:
        mark = self._mark()
        if mark is Mark.OPEN:
            return self._group(name)
        if mark is Mark.ITEM:
            return self._item(name)
        if mark in {Mark.OR, Mark.AND, Mark.NOT}:
            return self._dangling()
        token = self._next()
        problem = "too_deep" if mark is Mark.DEEP else "stray_parenthesis"
        return Broken(text=token.text, problem=problem, span=token.span)

    def _group(self, name: str, start: int | None = None) -> Node:
        opened = self._next()
        part = self._either(name)
        last = self._next() if self._mark() is Mark.CLOSE else self.tokens[self.at - 1]
        if isinstance(part, Broken | All):
            return part
        return replace(part, span=(opened.span[0] if start is None else start, last.span[1]))

    def _item(self, name: str) -> Node:
        token = self._next()
        name = token.name or name
        field = find_field(name) if name else None
        if field is None:
            return self._plain(token)
        if token.opens:
            return self._field_group(token)
        dates = self._spaced_date(field, token)
        if dates:
            return dates
        leaves = read_leaves(field, name, token.values, typing=self.typing)
        if not leaves:
            return Broken(text=token.text, problem="no_value", about=name, span=token.span)
        if len(leaves) == 1 and not isinstance(leaves[0], Broken):
            return replace(leaves[0], span=token.span)
        whole = _any(leaves)
        return whole if isinstance(whole, Broken) else replace(whole, span=token.span)

    def _plain(self, token: Token) -> Node:
        if token.name:
            return Broken(
                text=token.text, problem="unknown_field", about=token.name, span=token.span
            )
        return read_words(token.values[0], typing=self.typing)

    def _field_group(self, token: Token) -> Node:
        if self._mark() is Mark.DEEP:
            deep = self._next()
            return Broken(
                text=token.text + deep.text,
                problem="too_deep",
                span=(token.span[0], deep.span[1]),
            )
        part = self._group(token.name, token.span[0])
        if not _asks_nothing(part):
            return part
        return Broken(text=token.text, problem="no_value", about=token.name, span=token.span)

    def _spaced_date(self, field: QueryField, token: Token) -> Dates | None:
        """Read a date typed with blanks, such as ``signed:20 May 2021``, as far as it goes."""
        if field.takes is not Takes.DATE or len(token.values) != 1:
            return None
        value = token.values[0]
        if not value.is_plain or _reads_as_date(field, value):
            return None
        following = self._plain_words()
        for count in range(len(following), 0, -1):
            last = following[count - 1]
            texts = [value.text, *(each.text for each in following[:count])]
            joined = replace(value, text=" ".join(texts), quoted=True)
            dates = _reads_as_date(field, joined)
            if dates:
                self.at += count
                return replace(dates, span=(token.span[0], last.span[1]))
        return None

    def _plain_words(self) -> list[Value]:
        """Return the bare words that follow and might belong to a date: none without a year."""
        found: list[Value] = []
        for token in self.tokens[self.at : self.at + _MOST_WORDS_OF_A_DATE]:
            if token.mark is not Mark.ITEM or token.name or not token.values[0].is_plain:
                break
            found.append(token.values[0])
        return found if any(_FIGURES.search(value.text) for value in found) else []


def _reads_as_date(field: QueryField, value: Value) -> Dates | None:
    try:
        return read_date(field, value)
    except UnclearError:
        return None
