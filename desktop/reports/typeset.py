"""Typeset a country dossier as a PDF an archive can keep (PDF/A-2a, PDF/UA-1).

The report is handed to Typst as JSON; the template folder is the root, nothing outside it can be
read, no system font is used, and the same dossier on the same day gives the same bytes.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import cast

import typst

from db.rows.dossier import CountryDossier
from desktop.reports.pages import report

_HOUSE = Path(__file__).resolve().parents[2]
_TEMPLATES = _HOUSE / "resources" / "reports"
_FONTS = _HOUSE / "resources" / "fonts"
_UNSHOWN = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_ROUNDS = 4
_POLL_SECONDS = 0.05

REFUSED = 3
"""Exit status of the child that could not typeset, its message on standard error."""


class TypesetError(Exception):
    """The report could not be typeset; the message says what the typesetter said."""


def typeset(dossier: CountryDossier, *, printed_on: date) -> bytes:
    """Return the dossier as the bytes of a PDF; raise TypesetError where that fails."""
    return compile_report(report_json(dossier, printed_on=printed_on))


def typeset_to(path: Path, dossier: CountryDossier, *, printed_on: date) -> None:
    """Write the dossier as a PDF, whole or not at all; an older file is replaced.

    Raises TypesetError, or OSError where the folder can't be written to.
    """
    write_whole(path, typeset(dossier, printed_on=printed_on))


def write_whole(path: Path, content: bytes) -> None:
    """Write a file under a passing name beside its place, then put it there at once."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def typeset_in_child(
    dossier: CountryDossier, *, printed_on: date, cancelled: Callable[[], bool]
) -> bytes | None:
    """Return the PDF made by a process of its own, or None once ``cancelled`` says so.

    Typst takes about 2 MB a page: the child gives that back, and can be stopped at any time.
    """
    with tempfile.TemporaryFile() as content:
        # a pipe would block: communicate() sends no more of its input after its first timeout
        content.write(report_json(dossier, printed_on=printed_on).encode())
        content.seek(0)
        with subprocess.Popen(
            [sys.executable, "-m", "desktop.reports.typeset_child"],
            stdin=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=_HOUSE,
            creationflags=cast("int", getattr(subprocess, "CREATE_NO_WINDOW", 0)),
        ) as child:
            try:
                return _result(child, cancelled)
            finally:
                child.kill()


def _result(child: subprocess.Popen[bytes], cancelled: Callable[[], bool]) -> bytes | None:
    while not cancelled():
        try:
            pdf, complaint = child.communicate(timeout=_POLL_SECONDS)
        except subprocess.TimeoutExpired:
            continue
        if child.returncode == 0:
            return pdf
        told = complaint.decode(errors="replace").strip() if child.returncode == REFUSED else ""
        raise TypesetError(told or f"the typesetter ended with status {child.returncode}")
    return None


def report_json(dossier: CountryDossier, *, printed_on: date) -> str:
    """Return the dossier worded and ordered as the template takes it, in JSON."""
    return json.dumps(report(dossier, printed_on), ensure_ascii=False)


def compile_report(content: str) -> bytes:
    """Return the PDF of a report in JSON.

    The standards forbid what no font can show. Such characters, of a script no family here sets,
    are printed as ``[U+4E2D]``.
    """
    day = datetime(*json.loads(content)["day"], tzinfo=UTC)
    for _ in range(_ROUNDS):
        try:
            return _compile(content, day)
        except typst.TypstError as error:
            shown = _with_unshown_spelt(content, str(error.diagnostic))
            if shown == content:
                raise TypesetError(str(error)) from error
            content = shown
    raise TypesetError("some characters can't be set")


def _compile(content: str, day: datetime) -> bytes:
    return typst.compile(
        _TEMPLATES / "country.typ",
        root=_TEMPLATES,
        font_paths=[_FONTS],
        ignore_system_fonts=True,
        sys_inputs={"report": content},
        pdf_standards=["a-2a", "ua-1"],
        timestamp=day,
    )


def _with_unshown_spelt(content: str, complaint: str) -> str:
    for found in sorted({_plain(text) for text in _UNSHOWN.findall(complaint)}):
        content = content.replace(found, _spelt(found))
    return content


def _spelt(cluster: str) -> str:
    # A mark no font has must not cost the letter beneath it, which may stand everywhere
    alone = len(cluster) == 1
    return "".join(
        f"[U+{ord(sign):04X}]" if alone or unicodedata.category(sign)[0] in "MC" else sign
        for sign in cluster
    )


def _plain(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), text)
