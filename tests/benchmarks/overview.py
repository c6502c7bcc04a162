"""Measures what the catalogue knows of one country, beside a plain aggregation of four tables."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from db.catalogue import Catalogue
from db.engine import connect_raw
from db.queries.dossier import country_dossier
from db.rows.dossier import DossierChoices
from desktop.country_report import today
from tests.benchmarks.measure import MILLION, Line, in_turn, line, size_of

_RAREST = """
    SELECT code FROM entry_country WHERE kind = 'agreement' AND trashed = 0
    GROUP BY code ORDER BY count(*) LIMIT 1
"""
_COUNTED = """
    SELECT a.agreement_type, s.kind, substr(e.sort_date, 1, 4), count(*), max(e.sort_date)
    FROM entry_country c JOIN entry e ON e.id = c.entry_id JOIN agreement a ON a.id = e.id
    JOIN stage s ON s.agreement_id = a.id
    WHERE c.code = ? AND c.kind = 'agreement' AND c.trashed = 0
    GROUP BY 1, 2, 3
"""


def lines(path: Path) -> Iterator[Line]:
    """Measure the country that fewest agreements are of: one in a hundred, as in life."""
    size = size_of(path)
    with (
        contextlib.closing(connect_raw(path, mode="ro")) as plain,
        Catalogue.open(path) as catalogue,
        catalogue.read() as session,
    ):
        code = str(plain.execute(_RAREST).fetchone()[0])
        choices = DossierChoices(country=code)
        held = country_dossier(session, choices, as_of=today())
        ours, floor = in_turn(
            lambda: country_dossier(session, choices, as_of=today()),
            lambda: plain.execute(_COUNTED, (code,)).fetchall(),
            rounds=10,
        )
        what = (
            f"everything on {code} gathered: {len(held.agreements):,} agreements, "
            f"{len(held.meetings):,} meetings, {len(held.participants):,} participants"
        )
        most, ratio = (500, None) if size >= MILLION else (None, 3)
        target = "≤ 3x; ≤ 500 ms at 1 M"
        yield line(what, ours, floor, target=target, most=most, most_ratio=ratio)
