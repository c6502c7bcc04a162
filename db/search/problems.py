"""What is wrong in a query, in the order it was typed; the desktop finds the words for it."""

from collections.abc import Iterator

from .tree import All, Any, Broken, Node, Not

PROBLEMS = (
    "unknown_field",
    "unknown_value",
    "no_value",
    "no_parts",
    "bad_date",
    "date_needs_year",
    "bad_number",
    "reversed_range",
    "bad_reference",
    "stray_parenthesis",
    "dangling_operator",
    "too_deep",
    "unknown_tag",
    "unknown_name",
    "unknown_reference",
)
"""Every key of ``Broken.problem``; ``Broken.about`` is

- the name as it was typed, of ``unknown_field``, ``no_value`` and ``no_parts`` (this field takes
  no ``*part`` of a word);
- the value as it was typed, of ``unknown_value``, dates, numbers, ranges and references;
- what the catalogue does not know, of ``unknown_tag``, ``unknown_name`` and
  ``unknown_reference`` (``db.search.sql.bind`` finds these);
- the operator, of ``dangling_operator`` (there is nothing beside it);
- empty, of the rest.
"""


def problems(node: Node) -> tuple[Broken, ...]:
    """Return the parts of a query that could not be understood, in the order they stand."""
    return tuple(sorted(_broken(node), key=lambda part: part.span))


def _broken(node: Node) -> Iterator[Broken]:
    if isinstance(node, Broken):
        yield node
    elif isinstance(node, Not):
        yield from _broken(node.part)
    elif isinstance(node, All | Any):
        for part in node.parts:
            yield from _broken(part)
