"""JSON to records: every value is checked, and nothing that is not described is let in."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any, NoReturn, TypeVar, cast

from db.errors import Unimportable
from db.exchange.directory.kinds import Kind, members_of
from db.rows.records.terms import Says
from db.text.cleaning import clean_block, clean_line
from db.text.dates import DateError, parse_date

T = TypeVar("T")
_Decode = Callable[[Any, str], Any]
"""A JSON value and the name of the member it stands in, to the value of a record."""

_LARGEST = 2**63 - 1
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)")
_SHOWN = 60
MOST_ITEMS = 1_000_000


def json_of(data: bytes) -> Any:  # noqa: ANN401 - JSON is of any type
    """Return what a piece of JSON says.

    Raises:
        Unimportable: ``not_text``, ``not_json`` or ``deep``, without a place.
    """
    try:
        text = data.decode()
        value = json.loads(text, parse_constant=_refuse_constant)
        if "\\" in text:  # an escape may hide what UTF-8 does not allow
            _refuse_unstorable(json.dumps(value, ensure_ascii=False))
    except UnicodeError:
        raise Unimportable("not_text") from None
    except RecursionError:
        raise Unimportable("deep") from None
    except ValueError:
        raise Unimportable("not_json") from None
    return value


def record_of(record: type[T], value: object) -> T:
    """Return a record of what JSON says.

    Raises:
        Unimportable: what is wrong in which member, without a place.
    """
    return cast("T", _record_decoder(record)(value, ""))


def _refuse_constant(_name: str) -> NoReturn:
    raise ValueError  # NaN and Infinity are no JSON (RFC 8259)


def _refuse_unstorable(text: str) -> None:
    text.encode()  # a lone surrogate
    if "\\u0000" in text:
        raise UnicodeError


@cache
def _record_decoder(record: type) -> _Decode:
    members = {member.name: _decoder(member.kind) for member in members_of(record)}
    required = frozenset(member.name for member in members_of(record) if member.required)

    def decode(value: object, place: str) -> object:
        if type(value) is not dict:
            raise Unimportable("wrong_type", member=place or "the line", wanted="object")
        given: dict[str, Any] = {}
        before = f"{place}." if place else ""
        for name, item in cast("dict[str, Any]", value).items():
            turn = members.get(name)
            if turn is None:
                raise Unimportable("member_extra", member=before + _shown(name))
            given[name] = turn(item, before + name)
        if not required <= given.keys():
            raise Unimportable("member_missing", member=before + min(required - given.keys()))
        return record(**given)

    return decode


def _decoder(kind: Kind) -> _Decode:
    turn = _plain_decoder(kind)
    if not kind.optional:
        return turn
    return lambda value, place: None if value is None else turn(value, place)


def _plain_decoder(kind: Kind) -> _Decode:
    if kind.item is not None:
        return _array(_decoder(kind.item))
    if kind.type in {str, int}:
        return (_text if kind.type is str else _number)(kind.says)
    if kind.type in _SIMPLE:
        return _SIMPLE[kind.type]
    return _record_decoder(kind.type) if is_dataclass(kind.type) else _term(kind.type)


def _array(each: _Decode) -> _Decode:
    def decode(value: object, place: str) -> tuple[Any, ...]:
        if type(value) is not list:
            raise Unimportable("wrong_type", member=place, wanted="array")
        items = cast("list[Any]", value)
        if len(items) > MOST_ITEMS:
            raise Unimportable("too_many", member=place, limit=MOST_ITEMS)
        return tuple(each(item, f"{place}[{at}]") for at, item in enumerate(items))

    return decode


def _text(says: Says) -> _Decode:
    matches = re.compile(says.pattern).fullmatch if says.pattern else None
    clean = {"line": clean_line, "block": clean_block}.get(says.form)

    def decode(value: object, place: str) -> str:
        if type(value) is not str:
            raise Unimportable("wrong_type", member=place, wanted="text")
        if matches is not None and not matches(value):
            raise Unimportable("bad_form", member=place, value=_shown(value), form=says.pattern)
        if says.form == "edtf" and value:
            _check_date(value, place)
        return clean(value) if clean else value

    return decode


def _check_date(value: str, place: str) -> None:
    try:
        if parse_date(value).text == value:
            return
    except DateError:
        pass
    raise Unimportable("bad_form", member=place, value=_shown(value), form="EDTF")


def _number(says: Says) -> _Decode:
    least = -_LARGEST if says.least is None else says.least

    def decode(value: object, place: str) -> int:
        if type(value) is not int or not least <= value <= _LARGEST:
            raise Unimportable("wrong_type", member=place, wanted=f"whole number from {least} up")
        return value

    return decode


def _flag(value: object, place: str) -> bool:
    if type(value) is not bool:
        raise Unimportable("wrong_type", member=place, wanted="true or false")
    return value


def _time(value: object, place: str) -> datetime:
    if type(value) is str and _TIME.fullmatch(value):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            pass
    raise Unimportable("wrong_type", member=place, wanted="time of RFC 3339")


def _scalar(value: object, place: str) -> object:
    if value is None or type(value) in {str, float}:
        return value
    if type(value) is int and abs(value) <= _LARGEST:
        return value
    raise Unimportable("wrong_type", member=place, wanted="text, number or null")


def _image(value: object, place: str) -> dict[str, Any]:
    if type(value) is not dict:
        raise Unimportable("wrong_type", member=place, wanted="object")
    items = cast("dict[str, Any]", value).items()
    return {name: _scalar(item, f"{place}.{_shown(name)}") for name, item in items}


def _shown(value: str) -> str:
    return clean_line(value if len(value) <= _SHOWN else f"{value[: _SHOWN - 1]}…")


def _term(terms: type[StrEnum]) -> _Decode:
    known = {term.value: term for term in terms}

    def decode(value: object, place: str) -> StrEnum:
        found = known.get(value) if type(value) is str else None
        if found is None:
            raise Unimportable(
                "not_a_term", member=place, value=_shown(str(value)), terms=", ".join(known)
            )
        return found

    return decode


_SIMPLE: Mapping[Any, _Decode] = {
    bool: _flag,
    datetime: _time,
    object: _scalar,
    Mapping: _image,
}
