"""What a search could be called, and how one asks for a home that only the sidebar knows."""

from PySide6.QtCore import QCoreApplication

from db.rows.lists import ListSpec
from db.search.editing import choices_in, with_choice
from db.search.fields import FIELDS, Language
from db.search.grammar import parse
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
from db.search.values import value_label
from db.terms import EntryKind
from db.text.folding import fold
from desktop.labels import plural

LONGEST = 60
"""Letters of a suggested name."""

# a name is a user's text, in the language of the labels it is made of
_JOINED = {"en": " or ", "ru": " или "}
_NOT = {"en": "not", "ru": "не"}
_NUMBER = {"en": "No.", "ru": "№"}


def kept_spec(spec: ListSpec, tag_label: str) -> ListSpec:
    """Return a list that shows the same by its kind and query alone.

    A saved search has no other home: the inbox, a board or a tag becomes part of the query.
    """
    query = spec.query
    kind = EntryKind.SOURCE if spec.inbox else spec.kind
    homes = (
        ("state", "inbox", spec.inbox),
        ("has", "conflict", spec.conflicts),
        ("has", "gap", spec.gaps),
        ("tag", tag_label, bool(spec.tag and tag_label)),
    )
    for field, value, is_home in homes:
        if is_home:
            query = _asking(query, field, value)
    return ListSpec(
        kind=kind,
        query=query.strip(),
        saved=spec.saved,
        sort=spec.sort,
        descending=spec.descending,
    )


def _asking(query: str, field: str, value: str) -> str:
    asked = {fold(key) for key, wanted in choices_in(query, field).items() if wanted}
    return query if fold(value) in asked else with_choice(query, field, value)


def suggested_name(spec: ListSpec, language: str) -> str:
    """Return a name for a search, made of what its query asks for."""
    asked = _words(parse(spec.query), "ru" if language == "ru" else "en")
    home = plural(spec.kind) if spec.kind else ""
    name = asked[:1].upper() + asked[1:] if asked else home or _tr("All entries")
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"


def _words(node: Node, language: Language) -> str:
    """Return a part of a query as one would say it; what could not be read is left out."""
    if isinstance(node, All | Any):
        parts = filter(None, (_words(part, language) for part in node.parts))
        return (", " if isinstance(node, All) else _JOINED[language]).join(parts)
    if isinstance(node, Not):
        part = _words(node.part, language)
        return f"{_NOT[language]} {part}" if part else ""
    return _leaf_words(node, language)


def _leaf_words(leaf: Leaf, language: Language) -> str:
    match leaf:
        case Choice():
            labels = (value_label(leaf.field, key, language) for key in leaf.keys)
            said = _JOINED[language].join(labels)
        case Dates():
            said = f"{FIELDS[leaf.field].word(language)} {leaf.text}"
        case Numbers():
            said = _bounds(leaf, language)
        case Cites():
            said = leaf.reference
        case Broken():
            said = ""
        case Words() | Named():
            said = leaf.text
    return said


def _bounds(node: Numbers, language: Language) -> str:
    low, high = ("" if end is None else str(end) for end in (node.low, node.high))
    bounds = low if low == high else f"{low}–{high}"
    return bounds if node.field == "year" else f"{_NUMBER[language]} {bounds}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("search_names", text)
