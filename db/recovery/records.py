"""Records: how SQLite writes a row down (file format, 2.1)."""

import struct
from collections.abc import Sequence

Value = int | float | str | bytes | None

_FIXED = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8}
_FLOAT = struct.Struct(">d")


class Broken(Exception):  # noqa: N818 - what is found, not what went wrong here
    """Stand for bytes that can't be what they should be."""


def varint(data: bytes, at: int) -> tuple[int, int]:
    """Return a number of one to nine bytes, and where it ends.

    Raises:
        Broken: the data ends within it.
    """
    value = 0
    for length in range(1, 10):
        if at + length > len(data):
            raise Broken
        byte = data[at + length - 1]
        if length == 9:
            return _signed(value << 8 | byte), at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + length
    raise Broken


def record(payload: bytes) -> Sequence[Value]:
    """Return the values of a record.

    Raises:
        Broken: this is none: its header and its length do not agree.
    """
    end, at = varint(payload, 0)
    if end > len(payload):
        raise Broken
    kinds: list[int] = []
    while at < end:
        kind, at = varint(payload, at)
        kinds.append(kind)
    if at != end or end + sum(map(_size, kinds)) != len(payload):
        raise Broken
    values: list[Value] = []
    for kind in kinds:
        size = _size(kind)
        values.append(_value(kind, payload[at : at + size]))
        at += size
    return values


def _size(kind: int) -> int:
    if kind >= 12:
        return (kind - 12) // 2
    if kind in {10, 11} or kind < 0:
        raise Broken
    return _FIXED.get(kind, 0)


def _value(kind: int, data: bytes) -> Value:
    if kind >= 12:
        return data if kind % 2 == 0 else _text(data)
    if kind in {0, 8, 9}:
        return (None, 0, 1)[0 if kind == 0 else kind - 7]
    return _FLOAT.unpack(data)[0] if kind == 7 else int.from_bytes(data, signed=True)


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise Broken from None


def _signed(value: int) -> int:
    return value - (1 << 64) if value >= 1 << 63 else value
