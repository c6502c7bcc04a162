"""From the text a value crosses the border as, to the value that is stored."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from db.errors import Refused
from db.models import Place
from db.rows.fields import Field, FieldType
from db.text.cleaning import clean_block, clean_line
from db.text.dates import DateError, EdtfDate, parse_date


def stored_date(value: str) -> EdtfDate | None:
    """Return the date, or None where the text is empty.

    Raises:
        Refused: ``date_unreadable``.
    """
    if not value.strip():
        return None
    try:
        return parse_date(value)
    except DateError as error:
        raise Refused("date_unreadable", value=value) from error


def stored_value(session: Session, field: Field, value: str) -> object:
    """Return what is stored for the text of a field.

    Raises:
        Refused: ``date_unreadable``, ``not_a_number``, ``not_a_choice``, ``title_empty``,
            ``entry_missing``.
    """
    if field.type == FieldType.PLACE:
        return _place(session, value)
    if field.type == FieldType.CHOICE:
        return _choice(field, value)
    if field.type == FieldType.LINE:
        return _line(field, value)
    return _FREE[field.type](value)


def _languages(value: str) -> str:
    return " ".join(dict.fromkeys(value.replace(",", " ").lower().split()))


def stored_integer(value: str) -> int | None:
    """Return a whole number from 1 up, or None where the text is empty."""
    text = value.strip()
    if not text:
        return None
    if not text.isdecimal() or not 0 < int(text) < 1_000_000:
        raise Refused("not_a_number", value=value)
    return int(text)


def _line(field: Field, value: str) -> str:
    line = clean_line(value)
    if field.required and not line:
        raise Refused("title_empty")
    return line


def _choice(field: Field, value: str) -> str:
    if value not in field.choices:
        raise Refused("not_a_choice", value=value, field=field.name)
    return value


def _place(session: Session, value: str) -> int | None:
    if not value:
        return None
    place = session.get(Place, int(value))
    if place is None:
        raise Refused("entry_missing", entry_id=value)
    return place.id


_FREE: dict[FieldType, Callable[[str], object]] = {
    FieldType.DATE: stored_date,
    FieldType.BLOCK: clean_block,
    FieldType.INTEGER: stored_integer,
    FieldType.LANGUAGES: _languages,
}
