"""Measures what the catalogue knows of a country: counted, beside a plain aggregation; gathered."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from threading import Timer
from time import perf_counter

from db.catalogue import Catalogue
from db.engine import connect_raw
from db.errors import Interrupted
from db.interruption import Interruption
from db.queries.dossier import country_dossier, country_overview
from db.rows.dossier import DossierChoices
from desktop.country_report import today
from tests.benchmarks.days import busiest, days_of, rarest
from tests.benchmarks.measure import MILLION, Line, in_turn, line, size_of

_COUNTED = """
    SELECT a.agreement_type, s.kind, substr(e.sort_date, 1, 4), count(*), max(e.sort_date)
    FROM entry_country c JOIN entry e ON e.id = c.entry_id JOIN agreement a ON a.id = e.id
    JOIN stage s ON s.agreement_id = a.id
    WHERE c.code = ? AND c.kind = 'agreement' AND c.trashed = 0
    GROUP BY 1, 2, 3
"""
_ENTRIES = 1_000
_WAITS = 1.0
"""Seconds somebody waits for a dossier before it is cancelled."""


def lines(path: Path) -> Iterator[Line]:
    """Measure the country that fewest agreements are of, one in a hundred, and the busiest."""
    size = size_of(path)
    with (
        contextlib.closing(connect_raw(path, mode="ro")) as plain,
        Catalogue.open(path) as catalogue,
    ):
        for code in (rarest(plain), busiest(plain)):
            yield _counted(catalogue, plain, code, size)
        yield _gathered(catalogue, days_of(plain, rarest(plain), _ENTRIES))
        yield _cancelled(catalogue, busiest(plain))


def _counted(catalogue: Catalogue, plain: sqlite3.Connection, code: str, size: int) -> Line:
    with catalogue.read() as session:
        choices = DossierChoices(country=code)
        held = country_overview(session, choices)
        ours, floor = in_turn(
            lambda: country_overview(session, choices),
            lambda: plain.execute(_COUNTED, (code,)).fetchall(),
            rounds=10,
        )
    what = (
        f"overview of {code}: {held.agreements:,} agreements, {held.meetings:,} meetings, "
        f"{held.participants:,} participants by year and type"
    )
    most, ratio = (500, None) if size >= MILLION else (None, 3)
    target = "≤ 3x; ≤ 500 ms at 1 M"
    return line(what, ours, floor, target=target, most=most, most_ratio=ratio)


def _gathered(catalogue: Catalogue, choices: DossierChoices) -> Line:
    with catalogue.read() as session:
        start = perf_counter()
        held = country_dossier(session, choices, as_of=today())
        took = (perf_counter() - start) * 1000
    rows = (held.agreements, held.meetings, held.participants, held.sources)
    records = sum(map(len, rows))
    what = f"dossier of {records:,} records of {choices.country} gathered, for 1,000 of them"
    ms = took * 1000 / max(1, records)
    return Line(what=what, ours=f"{ms:.0f} ms", target="linear", ms=ms)


def _cancelled(catalogue: Catalogue, code: str) -> Line:
    """Stop a long dossier from another thread, as the preview does."""
    interruption = Interruption()
    timer = Timer(_WAITS, interruption.interrupt)
    timer.start()
    start = perf_counter()
    with contextlib.suppress(Interrupted), catalogue.read(interruption) as session:
        country_dossier(session, DossierChoices(country=code), as_of=today())
    timer.cancel()
    ms = max(0.0, perf_counter() - start - _WAITS) * 1000
    return Line(
        what=f"dossier of {code} cancelled after {_WAITS:.0f} s: until it has stopped",
        ours=f"{ms:.0f} ms",
        target="≤ 1 s",
        met=ms <= 1000,
        ms=ms,
    )
