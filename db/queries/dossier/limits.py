"""The limits of a report: the period it is asked for, the subjects, and only the new.

Each is a condition of SQL, so that what a report would hold is counted by the very limits by which
it is gathered.
"""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import ColumnElement, Select, func, or_, select, true
from sqlalchemy.orm import Session

from db.models import Entry, EntryCountry, EntryTag, Meeting, PrintedReport, Source, Stage, Tag
from db.models import PrintedReportEntry as Printed
from db.queries.tags import with_narrower
from db.rows.dossier import DossierChoices
from db.terms import EntryKind
from db.text.dates import parse_date
from db.text.folding import fold

_Day = ColumnElement[date | None]
_LIMITED = (EntryKind.AGREEMENT, EntryKind.MEETING, EntryKind.SOURCE)
"""A participant has no date or subject: one is in a limited report who appears in its entries."""
_STAGE, _MEETING = Stage.__table__.c, Meeting.__table__.c
_SOURCE = Source.__table__.c


def limits(
    session: Session, choices: DossierChoices, kind: EntryKind
) -> Iterator[ColumnElement[bool]]:
    """Yield what limits the entries of a kind, as conditions on ``EntryCountry``.

    An agreement lies in the period by any dated act, a meeting by its days, a source by the day it
    was published. What has no date, or none with a year, can't be said to lie outside. Tags are
    any-of and bring their narrower tags; an unknown tag matches nothing.

    Raises:
        DateError: the period is not written as dates are.
    """
    start = parse_date(choices.period_from).earliest if choices.period_from else None
    end = parse_date(choices.period_to).latest if choices.period_to else None
    if (start or end) and kind in _LIMITED:
        yield _in_period(kind, start, end)
    if choices.tags and kind in _LIMITED:
        tags = list(with_narrower(session, _tags(session, choices)))
        yield EntryCountry.entry_id.in_(select(EntryTag.entry_id).where(EntryTag.tag_id.in_(tags)))
    if choices.only_new:
        yield EntryCountry.entry_id.not_in(_printed(choices.country))


def is_limited(choices: DossierChoices) -> bool:
    """Tell whether a report is limited to a period or to subjects."""
    return bool(choices.period_from or choices.period_to or choices.tags)


def _in_period(kind: EntryKind, start: date | None, end: date | None) -> ColumnElement[bool]:
    if kind == EntryKind.AGREEMENT:
        dates = select(_STAGE.id).where(_STAGE.agreement_id == EntryCountry.entry_id)
        earliest, latest = _STAGE.date_earliest, _STAGE.date_latest
    elif kind == EntryKind.MEETING:
        dates = select(_MEETING.id).where(_MEETING.id == EntryCountry.entry_id)
        earliest = _either(_MEETING.start_text, _MEETING.start_earliest, _MEETING.end_earliest)
        latest = _either(_MEETING.end_text, _MEETING.end_latest, _MEETING.start_latest)
    else:
        dates = select(_SOURCE.id).where(_SOURCE.id == EntryCountry.entry_id)
        earliest, latest = _SOURCE.published_earliest, _SOURCE.published_latest
    dates = dates.correlate(EntryCountry)
    bounded = dates.where(or_(earliest.is_not(None), latest.is_not(None)))
    within = bounded.where(
        _or_open(latest, latest >= start if start else None),
        _or_open(earliest, earliest <= end if end else None),
    )
    return or_(~bounded.exists(), within.exists())


def _either(text: ColumnElement[str], own: _Day, other: _Day) -> _Day:
    """Return a side of a meeting, or the other one's where it has no date on this side."""
    return func.iif(text.is_not(None), own, other)


def _or_open(bound: _Day, condition: ColumnElement[bool] | None) -> ColumnElement[bool]:
    return true() if condition is None else or_(bound.is_(None), condition)


def _tags(session: Session, choices: DossierChoices) -> list[int]:
    wanted = {fold(label) for label in choices.tags}
    labels = session.execute(select(Tag.id, Tag.label_en, Tag.label_ru))
    return [tag for tag, *both in labels if wanted & {fold(label) for label in both if label}]


def _printed(country: str) -> Select[int]:
    """Return the entries that have been printed of a country in the state in which they are."""
    return (
        select(Entry.__table__.c.id)
        .join(Printed, Printed.reference == Entry.__table__.c.reference)
        .join(PrintedReport, PrintedReport.id == Printed.report_id)
        .where(PrintedReport.country == country, Printed.version >= Entry.__table__.c.version)
    )
