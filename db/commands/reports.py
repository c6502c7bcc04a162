"""Printed reports: what was printed, when, with which choices and which entries."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime

from sqlalchemy import func, insert, literal, select
from sqlalchemy.orm import Session

from db.models import Entry, PrintedReport, PrintedReportEntry, Revision
from db.rows.dossier import DossierChoices


def keep_report(
    session: Session, *, country: str, choices: DossierChoices, references: Iterable[str]
) -> int:
    """Keep a printed report: its choices, its time, and each entry it held at its version."""
    report = PrintedReport(
        country=country,
        printed_at=datetime.now(UTC),
        revision_id=session.execute(select(func.max(Revision.id))).scalar() or 0,
        choices=json.dumps(asdict(choices), ensure_ascii=False, sort_keys=True),
    )
    session.add(report)
    session.flush()
    session.execute(
        insert(PrintedReportEntry).from_select(
            ["report_id", "reference", "version"],
            select(literal(report.id), Entry.reference, Entry.version).where(
                Entry.reference.in_(set(references))
            ),
        )
    )
    return report.id
