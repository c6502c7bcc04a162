"""Reads what agreements and meetings say, and the counts they are members of."""

from collections.abc import Iterable

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from db.models import EntryTag, Figure, FigureMember, Point, Tag
from db.queries.among import among
from db.queries.dossier.content import Content, FigureFact, PointFact, TagFact
from db.queries.dossier.reading import grouped


def read_content(session: Session, ids: Iterable[int]) -> Content:
    """Return what entries say."""
    wanted = frozenset(ids)
    points, figures = _points(session, wanted), _figures(session, wanted)
    return Content(
        points=grouped(points, lambda point: point.entry_id),
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
        tags=grouped(_tags(session, wanted), lambda tag: tag.entry_id),
        point={point.id: point for point in points},
        figure={figure.id: figure for figure in figures},
    )


def _points(session: Session, ids: frozenset[int]) -> list[PointFact]:
    rows = session.execute(
        select(
            Point.id,
            Point.entry_id,
            Point.kind,
            Point.wording,
            Point.owed_by_id,
            Point.owed_to_id,
            Point.due,
        )
        .where(Point.entry_id.in_(among(ids)))
        .order_by(Point.position, Point.id)
    )
    return [PointFact._make(row) for row in rows]


def _figures(session: Session, ids: frozenset[int]) -> list[FigureFact]:
    counting = select(FigureMember.figure_id).where(FigureMember.entry_id.in_(among(ids)))
    of_points = select(Point.id).where(Point.entry_id.in_(among(ids)))
    rows = session.execute(
        select(Figure, func.coalesce(Figure.entry_id, Point.entry_id))
        .outerjoin(Point, Point.id == Figure.point_id)
        .where(
            or_(
                Figure.entry_id.in_(among(ids)),
                Figure.point_id.in_(of_points),
                Figure.id.in_(counting),
            )
        )
        .order_by(Figure.position, Figure.id)
    ).all()
    members = grouped(_members(session, [row[0].id for row in rows]), lambda member: member[0])
    return [
        FigureFact(
            id=figure.id,
            entry_id=owner,
            number=figure.number,
            unit=figure.unit,
            bound=figure.bound,
            period=figure.period,
            state=figure.state,
            speaker_id=figure.speaker_id,
            is_count=figure.is_count,
            members=frozenset(entry for _figure, entry in members.get(figure.id, ())),
        )
        for figure, owner in rows
    ]


def _members(session: Session, figures: Iterable[int]) -> list[tuple[int, int]]:
    rows = session.execute(
        select(FigureMember.figure_id, FigureMember.entry_id).where(
            FigureMember.figure_id.in_(among(figures))
        )
    )
    return [(figure, entry) for figure, entry in rows]


def _tags(session: Session, ids: frozenset[int]) -> list[TagFact]:
    rows = session.execute(
        select(EntryTag.entry_id, Tag.label_en, Tag.label_ru)
        .join(Tag, Tag.id == EntryTag.tag_id)
        .where(EntryTag.entry_id.in_(among(ids)))
        .order_by(Tag.position, Tag.id)
    )
    return [TagFact._make(row) for row in rows]
