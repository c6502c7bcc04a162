"""Records to JSON: a member that holds its default is left out."""

import json
from collections.abc import Callable
from dataclasses import is_dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

from db.exchange.directory.kinds import Kind, members_of

_Encode = Callable[[Any], Any]
_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False)
_PRETTY = json.JSONEncoder(ensure_ascii=False, indent=2)


def line_of(record: object) -> bytes:
    """Return a record as one line of JSON (JSON Lines): UTF-8, ended by a line feed."""
    return f"{_JSON.encode(encoder(type(record))(record))}\n".encode()


def page_of(value: object) -> bytes:
    """Return JSON that people read: indented, UTF-8."""
    return f"{_PRETTY.encode(value)}\n".encode()


@cache
def encoder(record: type) -> _Encode:
    """Return what turns a record of this class into a JSON object."""
    members = tuple(
        (member.name, member.required, member.default, _encode(member.kind))
        for member in members_of(record)
    )

    def encode(value: object) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, required, default, turn in members:
            held = getattr(value, name)
            if required or held != default:
                found[name] = held if turn is None or held is None else turn(held)
        return found

    return encode


def _encode(kind: Kind) -> _Encode | None:
    """Return what turns a value into JSON, None where it is that already."""
    if kind.item is not None:
        each = _encode(kind.item)
        return None if each is None else (lambda values: [each(value) for value in values])
    if kind.type is datetime:
        return time_text
    return encoder(kind.type) if is_dataclass(kind.type) else None


def time_text(time: datetime) -> str:
    """Return an aware time in UTC as of RFC 3339, to the microsecond."""
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
