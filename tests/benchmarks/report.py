"""Measures reports, from choice to PDF, beside the bare typesetter: short, long, in volumes."""

import contextlib
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter

import pypdf
from sqlalchemy.orm import Session

from db.catalogue import Catalogue
from db.engine import connect_raw
from db.rows.dossier import DossierChoices
from desktop.country_report import gather, lay_out, typeset
from tests.benchmarks.days import days_of, rarest
from tests.benchmarks.measure import Line, line, milliseconds, timing_of
from tests.benchmarks.resident import most_held_by_children

_ROUNDS = 3
_REPORTS = ((10, 8, 1.5), (100, 160, 4.0), (300, 560, 12.0))
"""About how many pages, for how many dated entries, and the seconds they may take."""
_RESOURCES = Path(__file__).resolve().parents[2] / "resources"
_BARE = """
import sys, typst
templates, fonts, content, target = sys.argv[1:]
typst.compile(templates + "/country.typ", output=target, root=templates, font_paths=[fonts],
    ignore_system_fonts=True, sys_inputs={"report": open(content, encoding="utf-8").read()},
    pdf_standards=["a-2a", "ua-1"])
"""


def lines(path: Path) -> Iterator[Line]:
    """Measure one catalogue; nothing is kept in it."""
    with (
        contextlib.closing(connect_raw(path, mode="ro")) as plain,
        Catalogue.open(path) as catalogue,
        catalogue.read() as session,
    ):
        code = rarest(plain)
        chosen = [(days_of(plain, code, entries), pages, s) for pages, entries, s in _REPORTS]
        longest = chosen[-1][0]
        with tempfile.TemporaryDirectory() as folder:
            _printed(session, longest, Path(folder))
            held = most_held_by_children()
            yield _cancelled(Path(folder) / "1.json")
        for choices, pages, seconds in chosen:
            yield _report(session, choices, pages, seconds)
    yield Line(
        what="memory the typesetter held at most, for the longest",
        ours=f"{held:.0f} MB",
        target="≤ 400 MB",
        met=held <= 400,
    )


def _report(session: Session, choices: DossierChoices, pages: int, seconds: float) -> Line:
    ours: list[float] = []
    floor: list[float] = []
    volumes: list[Path] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for _ in range(_ROUNDS):
            ours.append(milliseconds(lambda: _printed(session, choices, folder)))
            volumes = sorted(folder.glob("*.json"))
            floor.append(milliseconds(partial(_bare, volumes)))
        printed = sum(len(pypdf.PdfReader(pdf).pages) for pdf in folder.glob("*.pdf"))
    bound = f" in {len(volumes)} volumes" if len(volumes) > 1 else ""
    return line(
        f"a report of {printed} pages{bound}: gathered, typeset, PDF/A-2a and UA-1",
        timing_of(ours),
        timing_of(floor),
        target=f"{pages} pages ≤ {seconds} s; ≤ 1.3x bare typst",
        most=seconds * 1000 * max(1, printed / pages),
        most_ratio=1.3,
    )


def _printed(session: Session, choices: DossierChoices, folder: Path) -> None:
    laid_out = lay_out(gather(session, choices, "Benchmark"), folder)
    for volume in laid_out.volumes if laid_out else ():
        typeset(volume)


def _bare(volumes: Sequence[Path]) -> None:
    """Typeset the same content in processes that load nothing but the typesetter."""
    for content in volumes:
        given = (_RESOURCES / "reports", _RESOURCES / "fonts", content, content.with_suffix(".b"))
        subprocess.run([sys.executable, "-c", _BARE, *map(str, given)], check=True)


def _cancelled(volume: Path) -> Line:
    """Stop a volume while it is typeset."""
    asked: list[float] = []

    def is_cancelled() -> bool:
        if perf_counter() - begun > 1:
            asked.append(perf_counter())
        return bool(asked)

    begun = perf_counter()
    typeset(volume, is_cancelled)
    ms = (perf_counter() - asked[0]) * 1000 if asked else 0.0
    return Line(
        what="typesetting cancelled: until the typesetter is gone, besides 50 ms between two looks",
        ours=f"{ms:.0f} ms",
        target="≤ 1 s",
        met=ms <= 1000,
        ms=ms,
    )
