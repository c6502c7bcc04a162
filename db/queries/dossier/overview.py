"""What a country's dossier would hold, counted: before it is gathered, which takes its time."""

from collections.abc import Iterator
from typing import Literal

from sqlalchemy import Table, func, or_, select
from sqlalchemy.orm import Session

from db.models import Agreement, EntryCountry, Meeting, Place
from db.queries.dossier.choosing import PARTICIPANTS, as_asked, belong
from db.queries.dossier.fetching import fetched
from db.rows.dossier import CountryOverview, DossierChoices, OverviewCount
from db.terms import EntryKind, PlaceKind

_Kind = Literal["agreement", "meeting"]
_TYPES: tuple[tuple[_Kind, Table, str], ...] = (
    ("agreement", Agreement.metadata.tables["agreement"], "agreement_type"),
    ("meeting", Meeting.metadata.tables["meeting"], "meeting_kind"),
)
_YEAR = func.substr(EntryCountry.sort_date, 1, 4)


def country_overview(session: Session, choices: DossierChoices) -> CountryOverview:
    """Count what the dossier of these choices holds, by the conditions that choose its entries.

    Raises:
        DateError: the period is not written as dates are.
        Interrupted: the read was cancelled.
    """
    asked, _last = as_asked(session, choices)
    return CountryOverview(
        choices=asked,
        counts=tuple(count for each in _TYPES for count in _counts(session, asked, *each)),
        participants=_participants(session, asked),
    )


def _counts(
    session: Session, choices: DossierChoices, kind: _Kind, table: Table, column: str
) -> Iterator[OverviewCount]:
    rows = fetched(
        session,
        select(table.c[column], _YEAR, func.count())
        .select_from(EntryCountry)
        .join(table, table.c.id == EntryCountry.entry_id)
        .where(*belong(session, choices, (EntryKind(kind),)))
        .group_by(_YEAR, table.c[column])
        .order_by(_YEAR, table.c[column]),
    )
    for subtype, year, entries in rows:
        yield OverviewCount(kind=kind, type=subtype, year=year, entries=entries)


def _participants(session: Session, choices: DossierChoices) -> int:
    """Count people, bodies and regions, see ``people``."""
    place = Place.__table__.c
    region = select(place.id).where(
        place.id == EntryCountry.entry_id, place.place_kind == PlaceKind.REGION
    )
    chosen = select(func.count(EntryCountry.entry_id)).where(
        *belong(session, choices, PARTICIPANTS),
        or_(EntryCountry.kind != EntryKind.PLACE, region.exists()),
    )
    return session.scalar(chosen) or 0
