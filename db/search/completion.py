"""What may stand where somebody types in a query: names of fields, values of closed vocabularies.

Values that only the catalogue knows (tags, people, bodies) are not looked up here: the answer says
which are wanted.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .fields import FIELDS, Language, QueryField, Takes, find_field, key_of, language_of
from .tokens import Mark, Token, Value, scan
from .tree import Span
from .values import value_label, value_word, values_beginning

_BEFORE = re.compile(r'=?["«“„”‟＂]?')
_AFTER = '"»“”‟＂*'


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One thing that may be put in."""

    text: str
    """What takes the place of the span, in quotes where it must be."""
    label: str
    explanation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """What may be put in at a place of a query."""

    span: Span
    """The code points that an option takes the place of."""
    typed: str = ""
    """What was typed of it, up to the cursor and without quotes."""
    options: tuple[Option, ...] = ()
    wants: str = ""
    """The field whose values the catalogue knows: tag, person, body, place, publisher, post,
    cites; or ``date``. Wrap a value in ``printing.quote_value``."""


def complete(text: str, cursor: int, *, language: Language = "en") -> Completion:
    """Return what may stand at the cursor, a place between code points.

    ``language`` is the screen's. Names of fields follow the script that is typed, values the
    language of their field's name.
    """
    token, name = _at(text, cursor)
    if token is None:
        return (
            _value(name, None, text, cursor)
            if name
            else _field_names((cursor, cursor), "", language)
        )
    start = token.span[0]
    if token.name and cursor <= start + len(token.name):
        span = (start, start + len(token.name) + 1)
        return _field_names(span, text[start:cursor], language)
    if token.name or name:
        return _value(token.name or name, token, text, cursor)
    value = token.values[0]
    if not value.is_plain or cursor < token.span[1]:
        return Completion(span=(cursor, cursor))
    return _field_names(token.span, text[start:cursor], language)


def _at(text: str, cursor: int) -> tuple[Token | None, str]:
    """Return the item the cursor stands in or behind, and the field whose group it stands in."""
    groups: list[str] = []
    before: Token | None = None
    for token in scan(text).tokens:
        start, end = token.span
        if start >= cursor:
            break
        if token.mark is Mark.OPEN:
            named = before is not None and before.opens and before.span[1] == start
            groups.append(before.name if named and before else groups[-1] if groups else "")
        elif token.mark is Mark.CLOSE:
            groups.pop()
        elif token.mark is Mark.ITEM and cursor <= end:
            return token, groups[-1] if groups else ""
        before = token
    return None, groups[-1] if groups else ""


def _field_names(span: Span, typed: str, language: Language) -> Completion:
    wanted = key_of(typed)
    script = language_of(typed) if typed else language
    options = [
        Option(
            text=f"{field.word(script)}:",
            label=field.word(script),
            explanation=field.tells[language == "ru"],
        )
        for field in sorted(_fields_beginning(wanted, script), key=lambda field: (
            not key_of(field.word(script)).startswith(wanted)
        ))
    ]  # fmt: skip
    return Completion(span=span, typed=typed, options=tuple(options))


def _fields_beginning(wanted: str, language: Language) -> Iterator[QueryField]:
    for field in FIELDS.values():
        names = field.russian if language == "ru" else field.english
        if any(key_of(name).startswith(wanted) for name in names):
            yield field


def _value(name: str, token: Token | None, text: str, cursor: int) -> Completion:
    field = find_field(name)
    value = _value_at(token, cursor)
    span = value.span if value else (cursor, cursor)
    typed = _typed(text[span[0] : cursor])
    if field is None or field.takes in {Takes.NUMBER, Takes.WORDS}:
        return Completion(span=span, typed=typed)
    if field.takes is Takes.DATE:
        return Completion(span=span, typed=typed, wants="date")
    if field.takes is not Takes.CHOICE:
        return Completion(span=span, typed=typed, wants=field.name)
    return Completion(
        span=span, typed=typed, options=tuple(_values(field, typed, language_of(name)))
    )


def _value_at(token: Token | None, cursor: int) -> Value | None:
    values = token.values if token else ()
    return next((value for value in values if value.span[0] <= cursor <= value.span[1]), None)


def _typed(text: str) -> str:
    before = _BEFORE.match(text)
    return text[before.end() if before else 0 :].rstrip(_AFTER)


def _values(field: QueryField, typed: str, language: Language) -> Iterator[Option]:
    other: Language = "en" if language == "ru" else "ru"
    for key in values_beginning(field.name, typed):
        yield Option(
            text=value_word(field.name, key, language),
            label=value_label(field.name, key, language),
            explanation=value_label(field.name, key, other),
        )
