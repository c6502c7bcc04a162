"""Printed reports: what was printed, when, with which choices and which entries."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from db.models import PrintedReport, PrintedReportEntry, Revision
from db.rows.dossier import DossierChoices


def keep_report(
    session: Session, *, country: str, choices: DossierChoices, versions: Mapping[str, int]
) -> int:
    """Keep a printed report: its choices, its time, and each reference at the version it held."""
    report = PrintedReport(
        country=country,
        printed_at=datetime.now(UTC),
        revision_id=session.execute(select(func.max(Revision.id))).scalar() or 0,
        choices=json.dumps(asdict(choices), ensure_ascii=False, sort_keys=True),
    )
    session.add(report)
    session.flush()
    if versions:
        session.execute(
            insert(PrintedReportEntry),
            [
                {"report_id": report.id, "reference": reference, "version": version}
                for reference, version in sorted(versions.items())
            ],
        )
    return report.id
