"""What goes through the pipes: a frame is the length of some JSON, that JSON, then plain bytes.

What comes back from the process that reads is looked at closely: it may have been taken over by
what it read, and then the worst it can do is to tell another text.
"""

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO, Protocol, cast

from db.errors import Unreadable
from db.exchange.release import Parts
from db.reasons import UNREADABLE

_HEAD = struct.Struct(">II")
_LARGEST_JSON = 128_000_000
_LARGEST_DATA = 128_000_000
_LONGEST_WORD = 300
_MOST_WORDS = 100
_PIECE = 1 << 20
_MOST_NUMBERS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Ask to read the bytes of a file, or a paste: its HTML in `data` and its plain `text`.

    With `wants_sketch`, the sketch of what is read (`db.text.likeness`) comes with the answer.
    """

    data: bytes
    name: str = ""
    media_type: str | None = None
    text: str | None = None
    wants_sketch: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Say what came of a request: parts and their format, a refusal, or why the reader broke off.

    `broke` is a trace for the log; it holds no text of the file.
    """

    format: str = ""
    parts: Parts | None = None
    sketch: tuple[int, ...] = ()
    refusal: Unreadable | None = None
    broke: str = ""


class Source(Protocol):
    """Stand for what can be read from, buffered or not."""

    def read(self, size: int, /) -> bytes | None:
        """Return at most so many bytes, none at the end."""
        ...


class BadFrame(Exception):  # noqa: N818 - named for what has happened
    """Say that what came through a pipe is no whole frame; `is_end` where nothing came at all."""

    def __init__(self, *, is_end: bool = False) -> None:
        super().__init__("the other end has gone" if is_end else "no frame")
        self.is_end = is_end


def send_request(stream: BinaryIO, request: Request) -> None:
    """Send a request."""
    told = {"name": request.name, "media_type": request.media_type, "text": request.text}
    told["sketch"] = "yes" if request.wants_sketch else None
    _send(stream, told, request.data)


def take_request(stream: Source) -> Request:
    """Wait for a request; for the process that reads, which trusts its parent.

    Raises BadFrame.
    """
    told, data = _take(stream)
    media_type, text = told["media_type"], told["text"]
    return Request(
        data=data,
        name=str(told["name"]),
        media_type=None if media_type is None else str(media_type),
        text=None if text is None else str(text),
        wants_sketch=told["sketch"] is not None,
    )


def send_answer(stream: BinaryIO, answer: Answer) -> None:
    """Send an answer."""
    told: dict[str, object] = {"format": answer.format, "broke": answer.broke}
    parts, refusal = answer.parts, answer.refusal
    if parts is not None:
        told["sketch"] = answer.sketch
        told["parts"] = {name: getattr(parts, name) for name in Parts.__dataclass_fields__}
    if refusal is not None:
        told["refusal"] = [refusal.reason, refusal.format, refusal.limit]
    _send(stream, told)


def take_answer(stream: Source, name: str) -> Answer:
    """Wait for an answer about a file of this name.

    Raises BadFrame, also where anything in the answer is not as it must be.
    """
    told, _ = _take(stream)
    refusal, parts = told.get("refusal"), told.get("parts")
    return Answer(
        format=_word(told.get("format")),
        parts=None if parts is None else _parts(parts),
        sketch=() if parts is None else _numbers(told.get("sketch")),
        refusal=None if refusal is None else _refusal(refusal, name),
        broke=_text(told.get("broke"))[-4000:],
    )


def _send(stream: BinaryIO, told: Mapping[str, object], data: bytes = b"") -> None:
    page = json.dumps(told, ensure_ascii=True).encode()
    stream.write(_HEAD.pack(len(page), len(data)))
    stream.write(page)
    stream.write(data)
    stream.flush()


def _take(stream: Source) -> tuple[dict[str, object], bytes]:
    head = _whole(stream, _HEAD.size)
    if len(head) != _HEAD.size:
        raise BadFrame(is_end=not head)
    json_size, data_size = _HEAD.unpack(head)
    if json_size > _LARGEST_JSON or data_size > _LARGEST_DATA:
        raise BadFrame
    page, data = _whole(stream, json_size), _whole(stream, data_size)
    if len(page) != json_size or len(data) != data_size:
        raise BadFrame
    try:
        told = json.loads(page)
    except (ValueError, RecursionError) as error:
        raise BadFrame from error
    if not isinstance(told, dict):
        raise BadFrame
    return cast("dict[str, object]", told), data


def _whole(stream: Source, size: int) -> bytes:
    """Read so many bytes, in pieces as they come; fewer only where the other end has gone."""
    found = bytearray()
    while len(found) < size and (piece := stream.read(min(size - len(found), _PIECE))):
        found += piece
    return bytes(found)


def _parts(told: object) -> Parts:
    if not isinstance(told, dict):
        raise BadFrame
    found = cast("dict[str, object]", told)
    hint = found.get("published_hint")
    return Parts(
        encoding=_word(found.get("encoding")),
        reader=_word(found.get("reader")),
        reader_version=_word(found.get("reader_version")),
        text=_text(found.get("text")),
        title=_word(found.get("title")),
        languages=_words(found.get("languages")),
        warnings=_words(found.get("warnings")),
        published_hint=None if hint is None else _word(hint),
        left_out=_words(found.get("left_out")),
    )


def _refusal(told: object, name: str) -> Unreadable:
    match told:
        case [str(reason), None | str() as label, None | int() as limit] if reason in UNREADABLE:
            return Unreadable(name, reason, format=label, limit=limit)
        case _:
            raise BadFrame


def _numbers(told: object) -> tuple[int, ...]:
    """Return a sketch: whole numbers that fit where they are stored, ascending."""
    if not isinstance(told, list):
        raise BadFrame
    found = cast("list[object]", told)[:_MOST_NUMBERS]
    numbers = [one for one in found if type(one) is int and 0 <= one < 1 << 63]
    if len(numbers) < len(found) or numbers != sorted(numbers):
        raise BadFrame
    return tuple(numbers)


def _words(told: object) -> tuple[str, ...]:
    if not isinstance(told, list):
        raise BadFrame
    return tuple(map(_word, cast("list[object]", told)[:_MOST_WORDS]))


def _word(told: object) -> str:
    word = _text(told)
    if len(word) > _LONGEST_WORD:
        raise BadFrame
    return word


def _text(told: object) -> str:
    """Return a text that can be stored: no lone halves of characters, no zeros."""
    if not isinstance(told, str) or "\0" in told:
        raise BadFrame
    try:
        told.encode()
    except UnicodeEncodeError as error:
        raise BadFrame from error
    return told
