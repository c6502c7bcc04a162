"""Reads files from outside in another process: it can be cancelled, and can't take the window down.

One process is kept for all files, since it takes some tenths of a second to begin, and ends when it
has had nothing to do for some minutes. Whatever becomes of it, the next file gets a new one. May be
called from any thread; files are read one after another.
"""

import atexit
import hashlib
from collections.abc import Sequence
from dataclasses import fields

from db.errors import Unreadable
from db.exchange.apart.process import Cancelled, ReadingProcess
from db.exchange.apart.wire import Answer, Request
from db.exchange.file_names import safe_name
from db.exchange.release import Arrival, Parts, Release
from db.rows.fingerprints import Fingerprint
from db.text.cleaning import storable

SECONDS = 90
LARGEST_MB = 50
"""No file past this size is handed over at all."""

_PROCESS = ReadingProcess()
atexit.register(_PROCESS.end)


def _never() -> bool:
    return False


def read_apart(
    data: bytes,
    *,
    name: str = "",
    media_type: str | None = None,
    cancelled: Cancelled = _never,
    seconds: float = SECONDS,
) -> Release:
    """Read a release from the bytes of a file, as `read_release`, in another process.

    `cancelled` is asked every 50 ms, in another thread. Raises Unreadable, beyond the reasons of
    `read_release` with "too_slow", "too_much_memory" and "crashed"; Interrupted where it was
    cancelled; OSError where no process can be begun.
    """
    name = safe_name(name)
    if len(data) > LARGEST_MB * 1_000_000:
        raise Unreadable(name, "too_large", limit=LARGEST_MB)
    request = Request(data=data, name=name, media_type=media_type)
    return _release(_PROCESS.ask(request, cancelled, seconds), data, name)


def arrivals_apart(
    files: Sequence[tuple[str, bytes]], *, cancelled: Cancelled = _never, seconds: float = SECONDS
) -> list[Arrival | Unreadable]:
    """Read several files, each a name with its bytes, and make them ready to be taken in.

    They go to the other process without waiting between them. Raises Interrupted and OSError.
    """
    requests = [Request(data=data, name=safe_name(name), wants_sketch=True) for name, data in files]
    answers = _PROCESS.ask_all(requests, cancelled, seconds)
    return [_outcome(*pair) for pair in zip(answers, requests, strict=True)]


def _outcome(answer: Answer | Unreadable, request: Request) -> Arrival | Unreadable:
    if isinstance(answer, Unreadable):
        return answer
    try:
        return _arrival(answer, request.data, request.name)
    except Unreadable as refusal:
        return refusal


def _arrival(answer: Answer, data: bytes, name: str) -> Arrival:
    release = _release(answer, data, name)
    fingerprint = Fingerprint(
        file_sha256=release.sha256,
        text=release.text,
        text_sha256=hashlib.sha256(release.text.encode()).hexdigest(),
        hashes=answer.sketch,
    )
    return Arrival(release=release, fingerprint=fingerprint)


def read_pasted_apart(
    text: str, html: str, *, cancelled: Cancelled = _never, seconds: float = SECONDS
) -> Release:
    """Read a release from both flavours of a clipboard, as `read_pasted`, in another process.

    Raises as `read_apart`.
    """
    plain, page = storable(text), storable(html).encode()
    if len(plain) + len(page) > LARGEST_MB * 1_000_000:
        raise Unreadable("", "too_large", limit=LARGEST_MB)
    answer = _PROCESS.ask(Request(data=page, text=plain), cancelled, seconds)
    return _release(answer, page if answer.format == "html" else plain.encode(), "")


def _release(answer: Answer, data: bytes, name: str) -> Release:
    if answer.parts is None:
        raise answer.refusal or Unreadable(name, "crashed")
    parts = {one.name: getattr(answer.parts, one.name) for one in fields(Parts)}
    return Release(
        **parts,
        name=name,
        original=data,
        sha256=hashlib.sha256(data).hexdigest(),
        format=answer.format,
    )
