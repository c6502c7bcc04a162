"""Choices: fields with values out of a closed vocabulary, any of which will do."""

from collections.abc import Callable, Mapping

from sqlalchemy import ColumnElement, and_, func, or_

from db.search.sql.presence import has
from db.search.sql.tables import (
    LINK_ENDS,
    Form,
    agreement,
    entry,
    entry_country,
    link,
    own,
    owned,
    source,
    stage,
)
from db.search.tree import Choice
from db.terms import EntryKind, Strength

Keys = tuple[str, ...]

_KINDS = tuple(EntryKind)


def choice_condition(choice: Choice, form: Form) -> ColumnElement[bool]:
    """Ask whether an entry has one of the values."""
    return _FIELDS[choice.field](choice.keys, form)


def _kind(keys: Keys, _form: Form) -> ColumnElement[bool]:
    return entry.c.kind.in_(keys)


def _type(keys: Keys, form: Form) -> ColumnElement[bool]:
    return own(form, lambda its: and_(its.kind.in_(_KINDS), its.subtype.in_(keys)))


def _review(keys: Keys, form: Form) -> ColumnElement[bool]:
    if form is Form.PROBE:  # a third of all entries: seldom worth gathering
        return entry.c.review.in_(keys)
    return own(form, lambda its: and_(its.kind.in_(_KINDS), its.review.in_(keys)))


def _state(keys: Keys, form: Form) -> ColumnElement[bool]:
    # an agreement's state is its latest stage, and may bear the same word
    have_one = (EntryKind.SOURCE, EntryKind.MEETING)
    return own(form, lambda its: and_(its.kind.in_(have_one), its.state.in_(keys)))


def _stage(keys: Keys, form: Form) -> ColumnElement[bool]:
    return owned(form, stage.c.agreement_id, stage.c.kind.in_(keys))


def _country(keys: Keys, form: Form) -> ColumnElement[bool]:
    return owned(
        form,
        entry_country.c.entry_id,
        entry_country.c.code.in_(keys),
        entry_country.c.strength <= Strength.OF_ITS_PEOPLE,
    )


def _lang(keys: Keys, form: Form) -> ColumnElement[bool]:
    return or_(
        *(
            owned(form, table.c.id, or_(*(_holds(table.c[codes], key) for key in keys)))
            for table, codes in ((source, "languages"), (agreement, "authentic_languages"))
        )
    )


def _holds(codes: ColumnElement[str], code: str) -> ColumnElement[bool]:
    return func.instr(" " + codes + " ", f" {code} ") > 0


def _role(keys: Keys, form: Form) -> ColumnElement[bool]:
    return or_(*(owned(form, end, link.c.kind.in_(keys)) for end in LINK_ENDS))


def _has(keys: Keys, form: Form) -> ColumnElement[bool]:
    return or_(*(has(key, form) for key in keys))


_FIELDS: Mapping[str, Callable[[Keys, Form], ColumnElement[bool]]] = {
    "kind": _kind,
    "type": _type,
    "stage": _stage,
    "state": _state,
    "review": _review,
    "country": _country,
    "lang": _lang,
    "role": _role,
    "has": _has,
}
