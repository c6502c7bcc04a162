"""One field and one value, read into a leaf of the tree.

Each function takes the field with the name it was typed by, and a value; what it cannot read
becomes a ``Broken`` leaf that stands at the value's place.
"""

import re
from collections.abc import Iterable

from db.text.folding import words

from .fields import QueryField, Takes
from .ranges import UnclearError, read_dates, read_numbers
from .tokens import Value
from .tree import Broken, Choice, Cites, Dates, Leaf, Named, Numbers, Words
from .values import find_value, values_beginning

_REFERENCE = re.compile(r"([AMSPOL])[-‐‑–—]?([0-9]{1,9})")
_CYRILLIC = str.maketrans("АМСРОЛ", "AMSPOL")


def broken(name: str, value: Value, problem: str, about: str = "") -> Broken:
    """Return a value that could not be read, with its field as it was typed."""
    typed = f"{name}:{value.typed}"
    return Broken(text=typed, problem=problem, about=about or value.text, span=value.span)


def read_words(value: Value, *, column: str = "", typing: bool = False) -> Words:
    """Return the words of a value, in one column of the index or anywhere."""
    return Words(
        text=value.text,
        phrase=value.quoted,
        exact=value.exact,
        begins=value.begins or (typing and _goes_on(value)),
        inside=value.inside,
        column=column,
        span=value.span,
    )


def _goes_on(value: Value) -> bool:
    """Tell whether somebody may still be typing this word."""
    plain = not (value.exact or value.inside)
    return plain and value.unfinished and value.text[-1].isalnum()


def read_leaves(
    field: QueryField, name: str, values: Iterable[Value], *, typing: bool = False
) -> list[Leaf]:
    """Return the leaves that a field and its values ask for; any of them will do."""
    if field.takes is Takes.CHOICE:
        return _choices(field, name, values)
    return [_leaf(field, name, value, typing=typing) for value in values]


def _choices(field: QueryField, name: str, values: Iterable[Value]) -> list[Leaf]:
    """Read the values of a closed vocabulary: what is known as one choice, then the rest."""
    keys: dict[str, None] = {}
    unknown: list[Leaf] = []
    spans: list[tuple[int, int]] = []
    for value in values:
        found = _keys(field, value)
        keys |= dict.fromkeys(found)
        if found:
            spans.append(value.span)
        else:
            unknown.append(broken(name, value, "unknown_value"))
    if not keys:
        return unknown
    span = (spans[0][0], spans[-1][1])
    return [Choice(field=field.name, keys=tuple(sorted(keys)), span=span), *unknown]


def _keys(field: QueryField, value: Value) -> tuple[str, ...]:
    if value.begins:
        return values_beginning(field.name, value.text)
    found = None if value.inside else find_value(field.name, value.text)
    return (found,) if found else ()


def _leaf(field: QueryField, name: str, value: Value, *, typing: bool) -> Leaf:
    try:
        if field.takes is Takes.DATE:
            return read_date(field, value)
        if field.takes is Takes.NUMBER:
            low, high = read_numbers(_unmarked(value), years=field.name == "year")
            return Numbers(field=field.name, low=low, high=high, span=value.span)
    except UnclearError as unclear:
        return broken(name, value, unclear.problem)
    if field.takes is Takes.REFERENCE:
        return _reference(name, value)
    return _named(field, name, value, typing=typing)


def read_date(field: QueryField, value: Value) -> Dates:
    """Return the days a value asks for; raises UnclearError."""
    found = read_dates(_unmarked(value))
    return Dates(
        field=field.name,
        earliest=found.earliest,
        latest=found.latest,
        text=found.text,
        span=value.span,
    )


def _unmarked(value: Value) -> str:
    """Return what was typed where asterisks have no meaning."""
    return value.text if value.quoted else value.typed


def _reference(name: str, value: Value) -> Leaf:
    found = _REFERENCE.fullmatch(_unmarked(value).strip().upper().translate(_CYRILLIC))
    if not found:
        return broken(name, value, "bad_reference")
    return Cites(reference=f"{found[1]}-{int(found[2]):04}", span=value.span)


def _named(field: QueryField, name: str, value: Value, *, typing: bool) -> Leaf:
    if not words(value.text):
        return broken(name, value, "no_value", name)
    if field.takes is Takes.WORDS:
        return read_words(value, column=field.name, typing=typing)
    if value.inside:
        return broken(name, value, "no_parts", name)
    return Named(
        field=field.name,
        text=value.text,
        phrase=value.quoted,
        exact=value.exact,
        begins=value.begins or (typing and _goes_on(value)),
        span=value.span,
    )
