"""The process that reads: takes a file, answers with its text or a refusal, and waits again."""

import codecs
import encodings
import os
import pkgutil
import select
import sys
import traceback
from contextlib import suppress
from io import FileIO
from typing import BinaryIO

from db.errors import Unreadable
from db.exchange.apart.confinement import allow_seconds, confine
from db.exchange.apart.wire import Answer, BadFrame, Request, send_answer, take_request
from db.exchange.docx import reader as docx
from db.exchange.intake import read_pasted, read_release
from db.exchange.mail import reader as mail
from db.exchange.odt import reader as odt
from db.exchange.pdf import reader as pdf
from db.exchange.pdf.hyphens import is_russian_word
from db.exchange.release import Parts
from db.exchange.rtf import reader as rtf
from db.text.likeness import sketch

SECONDS = 90
"""How long one file may take of the processor; who waits for it gives up earlier or as late."""

READERS = (docx, mail, odt, pdf, rtf)
"""Loaded from the start, while files can still be opened."""

_IDLE_SECONDS = 300
_NO_CODECS = frozenset({"aliases", "mbcs", "oem"})
_SAMPLE = (
    "<!DOCTYPE html><html><head><title>Bericht</title></head><body><div><p>"
    + "Ein Satz, der lang genug ist, und noch einer. " * 12
    + "</p></div></body></html>"
).encode("cp1251")


def serve() -> None:
    """Answer requests until the other end goes or, where that can be told, asks nothing more."""
    source, answers = _pipes()
    _load()
    confine()
    while _is_asked(source):
        try:
            request = take_request(source)
        except BadFrame:
            return
        allow_seconds(SECONDS)
        answer = answer_to(request)
        with suppress(BrokenPipeError):
            send_answer(answers, answer)
        if answer.broke or (answer.refusal and answer.refusal.reason == "too_much_memory"):
            return  # what is left of it in memory is nobody's business; another process begins


def answer_to(request: Request) -> Answer:
    """Read what is asked for; whatever goes wrong is an answer too."""
    try:
        if request.text is None:
            release = read_release(request.data, name=request.name, media_type=request.media_type)
        else:
            release = read_pasted(request.text, request.data.decode("utf-8", "replace"))
    except Unreadable as refusal:
        return Answer(refusal=refusal)
    except MemoryError:
        return Answer(refusal=Unreadable(request.name, "too_much_memory"))
    except Exception as error:  # noqa: BLE001 - told to the parent, which logs it
        return Answer(broke=_trace(error))
    parts = Parts(**{name: getattr(release, name) for name in Parts.__dataclass_fields__})
    sketched = sketch(release.text) if request.wants_sketch else ()
    return Answer(format=release.format, parts=parts, sketch=tuple(sketched))


def _pipes() -> tuple[FileIO, BinaryIO]:
    """Take the pipes away from what prints: the standard output leads nowhere from here on.

    The source is not buffered: what is not read yet is left in the pipe, where `_is_asked` looks.
    """
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return FileIO(0, closefd=False), answers


def _load() -> None:
    """Load what reading loads only when needed: no file can be opened later."""
    for module in pkgutil.iter_modules(encodings.__path__):
        if module.name not in _NO_CODECS:
            with suppress(LookupError):
                codecs.lookup(module.name)
    is_russian_word("слово")
    read_release(_SAMPLE, name="sample.html")


def _is_asked(source: FileIO) -> bool:
    """Wait for a request, but not for ever: a process that is not needed gives its memory back."""
    if sys.platform == "win32":
        return True
    return bool(select.select([source], [], [], _IDLE_SECONDS)[0])


def _trace(error: Exception) -> str:
    """Return where an error happened, without its words, which may hold text of the file."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([type(error).__name__, *places])
