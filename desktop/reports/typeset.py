"""Typeset a country dossier as a PDF an archive can keep (PDF/A-2a, PDF/UA-1).

The report is handed on as JSON, a long one in volumes, each to a process of its own.
"""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import cast

from db.rows.dossier import CountryDossier
from desktop.reports.compiling import REFUSED, TypesetError, compile_report
from desktop.reports.pages import Check, report
from desktop.reports.volumes import in_volumes
from desktop.reports.wording import Wording

_HOUSE = Path(__file__).resolve().parents[2]
_POLL_SECONDS = 0.05


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


def write_volumes(
    dossier: CountryDossier, folder: Path, *, printed_on: date, check: Check = lambda: None
) -> tuple[Path, ...]:
    """Write the volumes of a dossier's report into a folder, as JSON for ``typeset_in_child``.

    ``check`` is called again and again, to raise where nobody waits for them any more.
    """
    wording = Wording(dossier.choices.language)
    paths: list[Path] = []
    for volume in in_volumes(report(dossier, printed_on, check), wording):
        check()
        paths.append(folder / f"{len(paths) + 1}.json")
        paths[-1].write_text(json.dumps(volume, ensure_ascii=False), encoding="utf-8")
    return tuple(paths)


def typeset_in_child(volume: Path, pdf: Path, *, cancelled: Callable[[], bool]) -> bool:
    """Write the PDF of a volume by a process of its own; tell whether it was not cancelled.

    Typst takes some 3 MB a page: the child gives that back, and is killed where ``cancelled`` says
    so. What is asked and what is answered goes through files, never through this process.

    Raises:
        TypesetError: what the typesetter said.
    """
    with volume.open("rb") as content, pdf.open("wb") as made, tempfile.TemporaryFile() as said:
        with subprocess.Popen(
            [sys.executable, "-m", "desktop.reports.typeset_child"],
            stdin=content,
            stdout=made,
            stderr=said,
            cwd=_HOUSE,
            creationflags=cast("int", getattr(subprocess, "CREATE_NO_WINDOW", 0)),
        ) as child:
            try:
                status = _ended(child, cancelled)
            finally:
                child.kill()
        if status:
            said.seek(0)
            told = said.read().decode(errors="replace").strip() if status == REFUSED else ""
            raise TypesetError(told or f"the typesetter ended with status {status}")
    return status == 0


def _ended(child: subprocess.Popen[bytes], cancelled: Callable[[], bool]) -> int | None:
    """Wait for a child; return its exit status, or None once nobody waits for it any more."""
    while not cancelled():
        with contextlib.suppress(subprocess.TimeoutExpired):
            return child.wait(timeout=_POLL_SECONDS)
    return None


def report_json(dossier: CountryDossier, *, printed_on: date) -> str:
    """Return the dossier worded and ordered as the template takes it, in JSON."""
    return json.dumps(report(dossier, printed_on), ensure_ascii=False)
