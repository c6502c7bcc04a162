"""Printed reports, what has become new since, and whether an agreement is in force on a day."""

import json
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Entry, EntryCountry, PrintedReport, PrintedReportEntry
from db.queries.status import StatusOnDay, status_on
from db.rows.dossier import DossierChoices

__all__ = [
    "ChangedSince",
    "PrintedReportRow",
    "StatusOnDay",
    "changed_since",
    "last_report",
    "printed_reports",
    "printed_versions",
    "status_on",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedReportRow:
    """A report as it was printed."""

    id: int
    country: str
    printed_at: datetime
    choices: DossierChoices
    entries: int
    """How many entries it held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedSince:
    """References of entries never printed for a country, and of those printed in an older state."""

    new: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()


def printed_reports(session: Session, country: str) -> tuple[PrintedReportRow, ...]:
    """Return the reports printed of a country (ISO 3166-1 alpha-2), newest first."""
    rows = session.execute(
        select(PrintedReport, func.count(PrintedReportEntry.reference))
        .outerjoin(PrintedReportEntry, PrintedReportEntry.report_id == PrintedReport.id)
        .where(PrintedReport.country == country.upper())
        .group_by(PrintedReport.id)
        .order_by(PrintedReport.id.desc())
    )
    return tuple(
        PrintedReportRow(
            id=report.id,
            country=report.country,
            printed_at=report.printed_at,
            choices=_choices(report.choices),
            entries=count,
        )
        for report, count in rows
    )


def last_report(session: Session, country: str) -> PrintedReportRow | None:
    """Return the report of a country that was printed last, or None."""
    return next(iter(printed_reports(session, country)), None)


def _choices(kept: str) -> DossierChoices:
    read: dict[str, Any] = json.loads(kept)
    known = {field.name for field in fields(DossierChoices)} & set(read)
    values: dict[str, Any] = {name: read[name] for name in known}
    values["tags"] = tuple(values.get("tags", ()))
    return DossierChoices(**values)


def changed_since(session: Session, report_id: int) -> ChangedSince:
    """Return what of the country's entries is new or changed since a report was printed."""
    printed = printed_versions(session, report_id)
    country = select(PrintedReport.country).where(PrintedReport.id == report_id).scalar_subquery()
    rows = session.execute(
        select(Entry.reference, Entry.version)
        .join(EntryCountry, EntryCountry.entry_id == Entry.id)
        .where(EntryCountry.code == country, ~Entry.trashed)
    ).all()
    return ChangedSince(
        new=frozenset(reference for reference, _version in rows if reference not in printed),
        changed=frozenset(
            reference for reference, version in rows if version > printed.get(reference, version)
        ),
    )


def printed_versions(session: Session, report_id: int) -> dict[str, int]:
    """Return what has been printed of a country up to a report: references with their versions.

    Earlier reports of the same country count as well: a report of the new alone, or of one subject,
    leaves out what was printed before it.
    """
    country = select(PrintedReport.country).where(PrintedReport.id == report_id).scalar_subquery()
    rows = session.execute(
        select(PrintedReportEntry.reference, func.max(PrintedReportEntry.version))
        .join(PrintedReport, PrintedReport.id == PrintedReportEntry.report_id)
        .where(PrintedReport.country == country, PrintedReport.id <= report_id)
        .group_by(PrintedReportEntry.reference)
    )
    return dict(rows.all())
