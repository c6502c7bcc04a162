"""A tree of a query printed as the text that reads back as the same tree.

Printing is canonical: the first name of a field and of a value in the language asked for, straight
quotes, a hyphen for a minus, parentheses only where they are needed.
"""

import re
from collections.abc import Iterable

from .fields import FIELDS, Language
from .tokens import DASHES, OPERATORS
from .tree import All, Any, Broken, Choice, Cites, Dates, Leaf, Named, Node, Not, Numbers, Words
from .values import value_word

_DASH = re.compile(DASHES)
_OR = {"en": " OR ", "ru": " ИЛИ "}
_READ_ON = frozenset({"dangling_operator", "bad_date", "date_needs_year", "reversed_range"})
"""Problems of parts that would be read together with the words printed after them."""
_NEVER_BARE = re.compile(r'[\s()|"«“„”‟＂]')
_NEEDS_QUOTES = re.compile(r'[\s(),|"«»“„”‟＂*]|\A=|\A\Z')


def print_query(node: Node, language: Language = "en") -> str:
    """Return a query as text, with the names of fields and values in English or Russian.

    ``parse`` reads it back as the same tree, for every tree that ``parse`` can make.
    """
    if isinstance(node, All):
        return " ".join(_within(part, language) for part in node.parts)
    if isinstance(node, Any):
        listed = _listed(node, language)
        return listed or _OR[language].join(print_query(part, language) for part in node.parts)
    if isinstance(node, Not):
        inner = print_query(node.part, language)
        loose = isinstance(node.part, All) or _is_loose(node.part, language)
        # A word that is nothing but dashes would be one more minus
        return f"-({inner})" if loose or _DASH.match(inner) else f"-{inner}"
    return _leaf(node, language)


def quote_value(text: str) -> str:
    """Return a value as it stands after a colon: in quotes where it must be."""
    return _quoted(text) if _NEEDS_QUOTES.search(text) else text


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _within(node: Node, language: Language) -> str:
    printed = print_query(node, language)
    return f"({printed})" if _is_loose(node, language) else printed


def _is_loose(node: Node, language: Language) -> bool:
    """Tell whether a node is printed with operators that what stands beside it would take."""
    return isinstance(node, Any) and not _listed(node, language)


def _leaf(node: Leaf, language: Language) -> str:
    if isinstance(node, Broken):
        return f"({node.text})" if node.problem in _READ_ON else node.text
    if isinstance(node, Words):
        column = f"{FIELDS[node.column].word(language)}:" if node.column else ""
        value = _value(node, language)
        return f'"{value}"' if value in OPERATORS and not column else column + value
    if isinstance(node, Cites):
        return f"{FIELDS['cites'].word(language)}:{node.reference}"
    return f"{FIELDS[node.field].word(language)}:{_value(node, language)}"


def _value(node: Leaf, language: Language) -> str:
    """Print what stands after a field's colon."""
    if isinstance(node, Words | Named):
        return _marked(node)
    if isinstance(node, Choice):
        return ",".join(value_word(node.field, key, language) for key in node.keys)
    if isinstance(node, Numbers):
        return _bounds(node)
    return quote_value(node.text) if isinstance(node, Dates) else ""


def _marked(node: Words | Named) -> str:
    if isinstance(node, Words) and node.inside:
        return f"*{node.text}"
    text = _quoted(node.text) if node.phrase or _NEVER_BARE.search(node.text) else node.text
    return ("=" if node.exact else "") + text + ("*" if node.begins else "")


def _bounds(node: Numbers) -> str:
    low, high = ("" if end is None else str(end) for end in (node.low, node.high))
    return low if low == high else f"{low}..{high}"


def _listed(node: Any, language: Language) -> str:
    """Print alternatives of one field as a list (``tag:a,b``), if that is what they are."""
    fields = {_field_of(part) for part in node.parts}
    field = fields.pop()
    if fields or not field:
        return ""
    values = ",".join(_listed_values(node.parts, language))
    return f"{FIELDS[field].word(language)}:{values}"


def _field_of(node: Node) -> str:
    if isinstance(node, Words):
        return node.column
    return node.field if isinstance(node, Named | Dates | Numbers) else ""


def _listed_values(parts: Iterable[Node], language: Language) -> Iterable[str]:
    return (
        _value(part, language)
        for part in parts
        if isinstance(part, Words | Named | Dates | Numbers)
    )
