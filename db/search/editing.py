"""A query's text edited for its user: what a facet or a command adds, takes back or turns round.

Only parts at the top of the query are touched, those that must all be so; the rest of the text
stays as it was typed. Choices of names (tags, bodies) are the whole name: ``tag:="…"``; a body may
be chosen by its reference too: ``body:O-0012``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from db.text.folding import fold

from .fields import FIELDS, REFERENCE, Language, Takes, find_field, language_of
from .grammar import parse
from .printing import print_query, quote_value
from .tokens import Mark, scan
from .tree import All, Any, Broken, Choice, Named, Node, Not, Numbers, Span

_WRONG_VALUES = frozenset({"unknown_value", "bad_number"})
_NAME = re.compile(r"([^\W\d_][\w-]*):")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A top part of a query that asks for values of one field."""

    field: str
    leaves: tuple[Node, ...]
    wanted: bool
    span: Span

    @property
    def values(self) -> tuple[str, ...]:
        return tuple(value for leaf in self.leaves for value in _values(leaf))


def choices_in(text: str, field: str) -> dict[str, bool]:
    """Return the values of a field that a query asks for (True) or excludes (False).

    Values are stored keys, years as figures, names as they were typed.
    """
    return {value: part.wanted for part in _parts(text, field) for value in part.values}


def with_choice(
    text: str, field: str, value: str, *, excluded: bool = False, language: Language = "en"
) -> str:
    """Return a query that also asks for a value, or excludes it; asked for already, it goes.

    Values of a field that an entry mostly has one of are alternatives (``type:a,b``); each of
    another field is a part of its own. ``language`` is that of the names that are added.
    """
    key = _key(field, value)
    known = {_key(field, each): wanted for each, wanted in choices_in(text, field).items()}
    bare = without_choice(text, field, value)
    if known.get(key) is (not excluded):
        return bare
    leaf = _leaf(field, value)
    part = next((part for part in _parts(bare, field) if part.wanted is not excluded), None)
    if part is not None and FIELDS[field].collects:
        return _replaced(bare, part, (*part.leaves, leaf))
    printed = print_query(Not(part=leaf) if excluded else leaf, language)
    return _joined(bare, printed)


def without_choice(text: str, field: str, value: str) -> str:
    """Return a query that neither asks for a value nor excludes it."""
    key = _key(field, value)
    for part in reversed(list(_parts(text, field))):
        leaves = tuple(left for leaf in part.leaves for left in _without(leaf, key))
        if len(leaves) != len(part.leaves) or leaves != part.leaves:
            text = _replaced(text, part, leaves) if leaves else _removed(text, part.span)
    return text


def _parts(text: str, field: str) -> Iterator[_Part]:
    for node in _top(text):
        inner = node.part if isinstance(node, Not) else node
        leaves = inner.parts if isinstance(inner, Any) else (inner,)
        known = any(not isinstance(leaf, Broken) for leaf in leaves)
        if known and {_field(leaf) for leaf in leaves} == {field}:
            yield _Part(
                field=field, leaves=leaves, wanted=not isinstance(node, Not), span=node.span
            )


def _field(node: Node) -> str:
    """Return the field a leaf asks for one value, or several, of; empty for any other part."""
    if isinstance(node, Broken):
        found = find_field(node.text.partition(":")[0])
        return found.name if found and node.problem in _WRONG_VALUES else ""
    if isinstance(node, Choice | Named):
        return node.field
    return node.field if isinstance(node, Numbers) and node.low == node.high else ""


def _values(leaf: Node) -> tuple[str, ...]:
    if isinstance(leaf, Choice):
        return leaf.keys
    if isinstance(leaf, Numbers):
        return (str(leaf.low),)
    return (leaf.text,) if isinstance(leaf, Named) else ()


def _key(field: str, value: str) -> str:
    return fold(value) if FIELDS[field].takes is Takes.NAME else value


def _without(leaf: Node, key: str) -> Iterator[Node]:
    """Yield what is left of a leaf without a value."""
    if isinstance(leaf, Choice):
        keys = tuple(each for each in leaf.keys if each != key)
        if keys:
            yield Choice(field=leaf.field, keys=keys)
    elif not (isinstance(leaf, Named | Numbers) and key in _keys_of(leaf)):
        yield leaf


def _keys_of(leaf: Named | Numbers) -> tuple[str, ...]:
    return tuple(_key(leaf.field, value) for value in _values(leaf))


def _leaf(field: str, value: str) -> Node:
    if FIELDS[field].takes is Takes.CHOICE:
        return Choice(field=field, keys=(value,))
    if FIELDS[field].takes is Takes.NUMBER:
        return Numbers(field=field, low=int(value), high=int(value))
    exact = field == "tag" or not REFERENCE.fullmatch(value)
    return Named(field=field, text=value, phrase=quote_value(value) != value, exact=exact)


def _replaced(text: str, part: _Part, leaves: tuple[Node, ...]) -> str:
    """Print a part anew, under the name and in the language its user gave it."""
    start, end = part.span
    named = _NAME.search(text, start, end)
    known = find_field(named[1]) if named else None
    name = named[1] if named and known and known.name == part.field else FIELDS[part.field].name
    language = language_of(name)
    values = (
        leaf.text.partition(":")[2]
        if isinstance(leaf, Broken)
        else print_query(leaf, language).partition(":")[2]
        for leaf in leaves
    )
    printed = f"{name}:{','.join(values)}"
    return text[:start] + ("" if part.wanted else "-") + printed + text[end:]


def _removed(text: str, span: Span) -> str:
    """Cut a part out, with the operator and the blanks that joined it."""
    start, end = span
    tokens = scan(text).tokens
    before = [token for token in tokens if token.span[1] <= start]
    after = [token for token in tokens if token.span[0] >= end]
    if before and before[-1].mark is Mark.AND:
        start = before[-1].span[0]
    elif after and after[0].mark is Mark.AND:
        end = after[0].span[1]
    left, right = text[:start].rstrip(), text[end:]
    if not left or left.endswith("("):
        return text[:start] + right.lstrip()
    joined = not right or right[0].isspace() or right[0] == ")"
    return left + ("" if joined else " ") + right


def _joined(text: str, printed: str) -> str:
    """Add a part that must be so as well; what would swallow it is closed, or parenthesised."""
    if not text.strip():
        return printed
    wanted = (*_top(text), *_top(printed))
    closed = text + scan(text).missing
    return next(
        (whole for whole in (_put_after(text, printed), _put_after(closed, printed))
         if _top(whole) == wanted),
        f"({closed.strip()}) {printed}",
    )  # fmt: skip


def _put_after(text: str, printed: str) -> str:
    return text + ("" if text[-1].isspace() else " ") + printed


def _top(text: str) -> tuple[Node, ...]:
    tree = parse(text)
    return tree.parts if isinstance(tree, All) else (tree,)
