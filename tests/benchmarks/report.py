"""Measures reports of 10 and 100 pages, from choice to PDF, beside the bare typesetter."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pypdf
from sqlalchemy import select
from sqlalchemy.orm import Session

from db.catalogue import Catalogue
from db.models import EntryCountry
from db.rows.dossier import DossierChoices
from desktop.country_report import Gathered, gather, today, typeset
from desktop.reports.typeset import report_json
from tests.benchmarks.measure import Line, line, milliseconds, timing_of
from tests.benchmarks.resident import most_held_by_children

_COUNTRY = "AZ"
_ROUNDS = 3
_REPORTS = ((10, 12, 1.5), (100, 165, 4.0))
"""About how many pages, for how many agreements and meetings, and the seconds they may take."""
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
    with Catalogue.open(path) as catalogue, catalogue.read() as session:
        _printed(session, _choices(session, _REPORTS[-1][1]))
        held = most_held_by_children()
        for pages, entries, seconds in _REPORTS:
            yield _report(session, _choices(session, entries), pages, seconds)
    yield Line(
        what="memory the typesetter held at most, for the longer one",
        ours=f"{held:.0f} MB",
        target="≤ 400 MB",
        met=held <= 400,
    )


def _report(session: Session, choices: DossierChoices, pages: int, seconds: float) -> Line:
    ours: list[float] = []
    floor: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        pdf, content = Path(name) / "report.pdf", Path(name) / "report.json"
        for _ in range(_ROUNDS):
            ours.append(milliseconds(lambda: pdf.write_bytes(_printed(session, choices))))
            dossier = _gathered(session, choices).dossier
            content.write_text(report_json(dossier, printed_on=today()), encoding="utf-8")
            floor.append(milliseconds(lambda: _bare(content)))
        printed = len(pypdf.PdfReader(pdf).pages)
    return line(
        f"a report of {printed} pages: gathered, typeset, PDF/A-2a and UA-1",
        timing_of(ours),
        timing_of(floor),
        target=f"{pages} pages ≤ {seconds} s; ≤ 1.3x bare typst",
        most=seconds * 1000 * max(1, printed / pages),
        most_ratio=1.3,
    )


def _gathered(session: Session, choices: DossierChoices) -> Gathered:
    return gather(session, choices, "Benchmark")


def _printed(session: Session, choices: DossierChoices) -> bytes:
    return typeset(_gathered(session, choices).dossier) or b""


def _bare(content: Path) -> None:
    """Typeset the same content in a process that loads nothing but the typesetter."""
    target = content.with_name("bare.pdf")
    given = (_RESOURCES / "reports", _RESOURCES / "fonts", content, target)
    subprocess.run([sys.executable, "-c", _BARE, *map(str, given)], check=True)


def _choices(session: Session, entries: int) -> DossierChoices:
    """Choose the days of about so many agreements and meetings of a busy country."""
    found = session.execute(
        select(EntryCountry.sort_date)
        .where(
            EntryCountry.code == _COUNTRY,
            EntryCountry.kind.in_(("agreement", "meeting")),
            ~EntryCountry.trashed,
            EntryCountry.sort_date != "",
        )
        .order_by(EntryCountry.sort_date)
    )
    days = [day[:10] for day in found.scalars()]
    middle = len(days) // 2
    first, last = days[middle - entries // 2], days[middle + entries // 2]
    return DossierChoices(country=_COUNTRY, period_from=first, period_to=last)
