"""Reads what agreements and meetings say, and the counts they are members of."""

from collections.abc import Iterable
from operator import attrgetter, itemgetter

from sqlalchemy import func, or_, outerjoin, select
from sqlalchemy.orm import Session

from db.models import EntryTag, Figure, FigureMember, Point, Tag
from db.queries.among import among
from db.queries.dossier.content import Content, FigureFact, PointFact, TagFact
from db.queries.dossier.fetching import date_in, fetched
from db.queries.dossier.reading import grouped


def read_content(session: Session, ids: Iterable[int]) -> Content:
    """Return what entries say."""
    wanted = frozenset(ids)
    points, figures = _points(session, wanted), _figures(session, wanted)
    return Content(
        points=grouped(points, attrgetter("entry_id")),
        figures=grouped(
            (each for each in figures if each.entry_id in wanted), lambda each: each.entry_id
        ),
        counted_in={
            entry: tuple(each for _member, each in counts)
            for entry, counts in grouped(
                ((member, each) for each in figures for member in sorted(each.members)),
                lambda pair: pair[0],
            ).items()
        },
        tags=grouped(_tags(session, wanted), attrgetter("entry_id")),
        point={point.id: point for point in points},
        figure={figure.id: figure for figure in figures},
    )


def _points(session: Session, ids: frozenset[int]) -> list[PointFact]:
    table = Point.__table__.c
    rows = fetched(
        session,
        select(
            table.id,
            table.entry_id,
            table.kind,
            table.wording,
            table.owed_by_id,
            table.owed_to_id,
            table.due_text,
            table.due_earliest,
            table.due_latest,
        )
        .where(table.entry_id.in_(among(ids)))
        .order_by(table.position, table.id),
    )
    return [PointFact(*row[:-3], due=date_in(*row[-3:])) for row in rows]


def _figures(session: Session, ids: frozenset[int]) -> list[FigureFact]:
    counting = select(FigureMember.figure_id).where(FigureMember.entry_id.in_(among(ids)))
    of_points = select(Point.id).where(Point.entry_id.in_(among(ids)))
    table = Figure.__table__.c
    rows = fetched(
        session,
        select(
            table.id,
            func.coalesce(table.entry_id, Point.entry_id),
            table.number,
            table.unit,
            table.bound,
            table.state,
            table.speaker_id,
            table.is_count,
            table.period_text,
            table.period_earliest,
            table.period_latest,
        )
        .select_from(outerjoin(Figure, Point, Point.id == table.point_id))
        .where(
            or_(
                table.entry_id.in_(among(ids)),
                table.point_id.in_(of_points),
                table.id.in_(counting),
            )
        )
        .order_by(table.position, table.id),
    )
    found = [(row[:-3], date_in(*row[-3:])) for row in rows]
    members = grouped(_members(session, [row[0] for row, _period in found]), itemgetter(0))
    return [
        FigureFact(
            *row,
            period=period,
            members=frozenset(entry for _figure, entry in members.get(row[0], ())),
        )
        for row, period in found
    ]


def _members(session: Session, figures: Iterable[int]) -> list[tuple[int, int]]:
    rows = fetched(
        session,
        select(FigureMember.figure_id, FigureMember.entry_id).where(
            FigureMember.figure_id.in_(among(figures))
        ),
    )
    return [(figure, entry) for figure, entry in rows]


def _tags(session: Session, ids: frozenset[int]) -> list[TagFact]:
    rows = fetched(
        session,
        select(EntryTag.entry_id, Tag.label_en, Tag.label_ru)
        .join(Tag, Tag.id == EntryTag.tag_id)
        .where(EntryTag.entry_id.in_(among(ids)))
        .order_by(Tag.position, Tag.id),
    )
    return [TagFact._make(row) for row in rows]
