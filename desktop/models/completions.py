"""What the search box offers while one types: fields, values, names catalogued, earlier queries."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from db import queries
from db.search.completion import Completion
from db.search.fields import key_of
from db.search.printing import quote_value
from db.search.tree import Span
from db.terms import EntryKind
from db.text.folding import fold
from desktop.widgets.suggestion_model import Suggestion

MOST = 20
"""Rows that are offered at once."""
_RECENT = 5
_KINDS = {
    "person": EntryKind.PERSON,
    "body": EntryKind.ORGANISATION,
    "place": EntryKind.PLACE,
}
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """What an offer does: text takes the place of a span, in code points."""

    span: Span
    text: str
    goes_on: bool = False
    """Whether something is still to be typed right behind it, as after the name of a field."""


def offers_names(completion: Completion) -> bool:
    """Tell whether names of fields may stand here, and so plain words too."""
    return not completion.wants and all(option.text.endswith(":") for option in completion.options)


def option_offers(completion: Completion, first: Collection[str] = ()) -> list[Suggestion]:
    """Return fields and the values of closed vocabularies; none for a value already there.

    Values among ``first`` come before the others, such as countries that are catalogued.
    """
    options = sorted(completion.options, key=lambda option: option.text not in first)
    if len(options) == 1 and key_of(options[0].text) == key_of(completion.typed):
        return []
    return [
        Suggestion(
            title=option.text if option.text.endswith(":") else option.label,
            detail=option.explanation,
            badge="" if key_of(option.text) in _keys(option.label) else option.text,
            payload=Put(span=completion.span, text=option.text, goes_on=option.text.endswith(":")),
        )
        for option in options
    ]


def _keys(label: str) -> tuple[str, str]:
    return key_of(label), f"{key_of(label)}:"


def date_offers(completion: Completion, today: date) -> list[Suggestion]:
    """Return ways to write a date, before one is typed and once a year stands there."""
    if not completion.typed:
        year = today.year
        ways = (
            (f"{year}", QT_TRANSLATE_NOOP("completions", "this year")),
            (f"{year - 1}", QT_TRANSLATE_NOOP("completions", "last year")),
            (f"{year - 2}..", QT_TRANSLATE_NOOP("completions", "from this year on")),
            (f"..{year - 2}", QT_TRANSLATE_NOOP("completions", "up to this year")),
            (f"{today:%Y-%m}", QT_TRANSLATE_NOOP("completions", "this month")),
        )
    elif _YEAR.fullmatch(completion.typed):
        ways = (
            (f"{completion.typed}..", QT_TRANSLATE_NOOP("completions", "from this year on")),
            (f"..{completion.typed}", QT_TRANSLATE_NOOP("completions", "up to this year")),
        )
    else:
        return []
    return [
        Suggestion(
            title=way,
            detail=QCoreApplication.translate("completions", str(told)),
            icon="calendar",
            payload=Put(span=completion.span, text=way),
        )
        for way, told in ways
    ]


def recent_offers(queries: Iterable[str], text: str) -> list[Suggestion]:
    """Return earlier queries with a word that begins what is typed, the latest first."""
    typed = fold(text)
    fitting = [
        query for query in queries if f" {typed}" in f" {fold(query)}" and fold(query) != typed
    ]
    whole = (0, len(text))
    return [
        Suggestion(title=query, icon="history", payload=Put(span=whole, text=query))
        for query in fitting[: _RECENT if typed else MOST]
    ]


def asked_of_catalogue(completion: Completion, language: str) -> Callable[[Any], list[Suggestion]]:
    """Make the query for values that only the catalogue knows."""
    wants, typed = completion.wants, completion.typed

    def query(session: Any) -> list[Suggestion]:  # noqa: ANN401 - a session, which models may not name
        match wants:
            case "tag":
                tags = queries.completion_labels.complete_tag_label(session, typed, MOST)
                return [
                    _named(completion, tag.label(language), colour=tag.colour or "#808080")
                    for tag in tags
                ]
            case "publisher":
                names: Sequence[str] = queries.completion_labels.complete_publisher(
                    session, typed, MOST
                )
                return [_named(completion, name, icon="source") for name in names]
            case "post":
                names = queries.completion_labels.complete_post(session, typed, language, MOST)
                return [_stated(completion, name) for name in names]
            case "cites":
                return [
                    _cited(completion, f)
                    for f in queries.completions.complete_reference(session, typed, MOST)
                ]
            case _:
                found = (
                    queries.completions.complete_entry(session, typed, (_KINDS[wants],), MOST)
                    if typed
                    else ()
                )
                return [_entry(completion, one) for one in found]

    return query


def _named(
    completion: Completion, name: str, *, icon: str = "", colour: str = "", detail: str = ""
) -> Suggestion:
    put = Put(span=completion.span, text=f"={quote_value(name)}")
    return Suggestion(title=name, detail=detail, icon=icon, colour=colour, payload=put)


def _stated(completion: Completion, name: str) -> Suggestion:
    """Offer a post as words: in texts it stands with much around it."""
    return Suggestion(title=name, payload=Put(span=completion.span, text=quote_value(name)))


def _entry(completion: Completion, found: "queries.picker.Found") -> Suggestion:
    told = (found.matched, found.body, " · ".join(found.country_codes.split()[:2]))
    detail = "  ·  ".join(filter(None, told))
    return _named(completion, found.title, icon=str(found.kind), detail=detail)


def _cited(completion: Completion, found: "queries.picker.Found") -> Suggestion:
    reference = found.ref.reference if found.ref is not None else ""
    return Suggestion(
        title=reference,
        detail=found.title,
        icon=str(found.kind),
        payload=Put(span=completion.span, text=reference),
    )
