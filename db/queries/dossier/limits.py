"""The limits of a report: the period it is asked for, and the subjects."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import EntryTag, Meeting, Source, Stage, Tag
from db.queries.among import among
from db.queries.tags import with_narrower
from db.rows.dossier import DossierChoices
from db.terms import EntryKind
from db.text.dates import EdtfDate, overlaps, parse_date
from db.text.folding import fold


def in_period(
    session: Session, choices: DossierChoices, kind: EntryKind, ids: set[int]
) -> set[int]:
    """Return the entries of a kind that may lie in the period; all where none is asked for."""
    start = parse_date(choices.period_from).earliest if choices.period_from else None
    end = parse_date(choices.period_to).latest if choices.period_to else None
    if not (start or end):
        return ids
    dates = _dates(session, kind, ids)
    return {entry for entry in ids if _may_lie_within(dates.get(entry, ()), start, end)}


def _may_lie_within(dates: Iterable[EdtfDate], start: date | None, end: date | None) -> bool:
    bounded = [when for when in dates if when.earliest or when.latest]
    return not bounded or any(overlaps(when, start, end) for when in bounded)


def _dates(session: Session, kind: EntryKind, ids: set[int]) -> dict[int, list[EdtfDate]]:
    found: defaultdict[int, list[EdtfDate]] = defaultdict(list)
    if kind == EntryKind.AGREEMENT:
        statement = select(Stage.agreement_id, Stage.date, Stage.date).where(
            Stage.agreement_id.in_(among(ids))
        )
    elif kind == EntryKind.MEETING:
        statement = select(Meeting.id, Meeting.start, Meeting.end).where(Meeting.id.in_(among(ids)))
    else:
        statement = select(Source.id, Source.published, Source.published).where(
            Source.id.in_(among(ids))
        )
    for entry, first, last in session.execute(statement):
        begin, end = first or last, last or first
        if begin and end:
            found[entry].append(EdtfDate(text="", earliest=begin.earliest, latest=end.latest))
    return found


def tagged(session: Session, choices: DossierChoices, ids: set[int]) -> set[int]:
    """Return the entries that carry a tag asked for, or one narrower; all where none is."""
    if not choices.tags:
        return ids
    wanted = {fold(label) for label in choices.tags}
    labels = session.execute(select(Tag.id, Tag.label_en, Tag.label_ru))
    tags = [tag for tag, *both in labels if wanted & {fold(label) for label in both if label}]
    rows = session.scalars(
        select(EntryTag.entry_id).where(
            EntryTag.tag_id.in_(with_narrower(session, tags)), EntryTag.entry_id.in_(among(ids))
        )
    )
    return set(rows)
