"""Points, figures and quotations of an entry."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from db.commands.entries import get_entry
from db.commands.parsing import stored_date
from db.errors import Refused
from db.models import Figure, FigureMember, Point, Quotation
from db.terms import Bound, FigureState, PointKind, QuotationMode
from db.text.cleaning import clean_block, clean_line

T = TypeVar("T")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class PointSpec:
    """A point to be made or changed."""

    kind: PointKind = PointKind.SUBJECT
    wording: str
    owed_by_id: int | None = None
    owed_to_id: int | None = None
    due: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureSpec:
    """A figure to be made or changed; ``number`` is a decimal number as text."""

    number: str
    unit: str = ""
    bound: Bound = Bound.EXACT
    period: str = ""
    state: FigureState = FigureState.STATED
    speaker_id: int | None = None
    is_count: bool = False
    members: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationSpec:
    """A quotation to be made or changed."""

    words: str
    speaker_id: int | None = None
    speaker_as: str = ""
    mode: QuotationMode = QuotationMode.DIRECT


def add_point(session: Session, *, entry_id: int, spec: PointSpec) -> int:
    """Add a point after the others and return its id."""
    get_entry(session, entry_id)
    last = select(func.max(Point.position)).where(Point.entry_id == entry_id)
    point = Point(entry_id=entry_id, position=(session.execute(last).scalar() or 0) + 1)
    _fill_point(point, spec)
    session.add(point)
    session.flush()
    return point.id


def change_point(session: Session, *, point_id: int, spec: PointSpec) -> None:
    """Change a point."""
    _fill_point(_get(session, Point, point_id), spec)


def remove_point(session: Session, *, point_id: int) -> None:
    """Remove a point with its figures and evidence."""
    session.delete(_get(session, Point, point_id))


def _fill_point(point: Point, spec: PointSpec) -> None:
    wording = clean_block(spec.wording)
    if not wording:
        raise Refused("point_needs_wording")
    point.kind, point.wording, point.due = spec.kind, wording, stored_date(spec.due)
    point.owed_by_id, point.owed_to_id = spec.owed_by_id, spec.owed_to_id


def add_figure(
    session: Session, *, spec: FigureSpec, entry_id: int | None = None, point_id: int | None = None
) -> int:
    """Add a figure to an entry or to a point, and return its id."""
    figure = Figure(entry_id=entry_id, point_id=point_id)
    last = select(func.max(Figure.position)).where(Figure.entry_id.is_not_distinct_from(entry_id))
    figure.position = (session.execute(last).scalar() or 0) + 1
    _fill_figure(figure, spec)
    session.add(figure)
    session.flush()
    _set_members(session, figure.id, spec.members)
    return figure.id


def change_figure(session: Session, *, figure_id: int, spec: FigureSpec) -> None:
    """Change a figure and what it counts."""
    _fill_figure(_get(session, Figure, figure_id), spec)
    _set_members(session, figure_id, spec.members)


def remove_figure(session: Session, *, figure_id: int) -> None:
    """Remove a figure and its evidence."""
    session.delete(_get(session, Figure, figure_id))


def _fill_figure(figure: Figure, spec: FigureSpec) -> None:
    number = re.sub(r"(?<=\d)[\s,](?=\d{3}\b)", "", spec.number.strip()).replace(",", ".")
    if not _NUMBER.fullmatch(number):
        raise Refused("not_a_number", value=spec.number)
    figure.number, figure.unit, figure.bound = number, clean_line(spec.unit), spec.bound
    figure.period, figure.state = stored_date(spec.period), spec.state
    figure.speaker_id, figure.is_count = spec.speaker_id, spec.is_count or bool(spec.members)


def _set_members(session: Session, figure_id: int, members: Iterable[int]) -> None:
    wanted = set(members)
    there = set(
        session.scalars(select(FigureMember.entry_id).where(FigureMember.figure_id == figure_id))
    )
    gone = there - wanted
    if gone:
        session.execute(
            delete(FigureMember).where(
                FigureMember.figure_id == figure_id, FigureMember.entry_id.in_(gone)
            )
        )
    session.add_all(
        FigureMember(figure_id=figure_id, entry_id=entry) for entry in sorted(wanted - there)
    )


def add_quotation(session: Session, *, entry_id: int, spec: QuotationSpec) -> int:
    """Add a quotation to an entry and return its id."""
    get_entry(session, entry_id)
    last = select(func.max(Quotation.position)).where(Quotation.entry_id == entry_id)
    quotation = Quotation(
        entry_id=entry_id, position=(session.execute(last).scalar() or 0) + 1, words=""
    )
    _fill_quotation(quotation, spec)
    session.add(quotation)
    session.flush()
    return quotation.id


def change_quotation(session: Session, *, quotation_id: int, spec: QuotationSpec) -> None:
    """Change a quotation."""
    _fill_quotation(_get(session, Quotation, quotation_id), spec)


def remove_quotation(session: Session, *, quotation_id: int) -> None:
    """Remove a quotation and its evidence."""
    session.delete(_get(session, Quotation, quotation_id))


def _fill_quotation(quotation: Quotation, spec: QuotationSpec) -> None:
    words = clean_block(spec.words)
    if not words:
        raise Refused("quotation_needs_words")
    quotation.words, quotation.mode = words, spec.mode
    quotation.speaker_id, quotation.speaker_as = spec.speaker_id, clean_line(spec.speaker_as)


def _get(session: Session, mapped: type[T], row_id: int) -> T:
    row = session.get(mapped, row_id)
    if row is None:
        raise Refused("target_missing")
    return row
