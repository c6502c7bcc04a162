"""The claims behind a value, or behind all of an entry's values."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from db.models import (
    TARGETS,
    Evidence,
    EvidencePassage,
    Figure,
    Link,
    Name,
    Passage,
    Point,
    Quotation,
    Stage,
)
from db.queries.references import entry_refs
from db.rows.evidence import EvidenceRow, PassageRow, Span
from db.rows.faces import Target


def evidence_for(session: Session, target: Target) -> tuple[EvidenceRow, ...]:
    """Return the claims about one thing or one field of it; with no field, about all of it."""
    condition: ColumnElement[bool] = getattr(Evidence, f"{target.thing}_id") == target.id
    if target.field:
        condition &= Evidence.field == target.field
    return _rows(session, condition)


def evidence_of_entry(session: Session, entry_id: int) -> tuple[EvidenceRow, ...]:
    """Return all claims an entry stands on: its own and those of its names, links, stages ..."""
    points = select(Point.id).where(Point.entry_id == entry_id)
    return _rows(
        session,
        or_(
            Evidence.entry_id == entry_id,
            Evidence.name_id.in_(select(Name.id).where(Name.entry_id == entry_id)),
            Evidence.link_id.in_(
                select(Link.id).where(or_(Link.subject_id == entry_id, Link.object_id == entry_id))
            ),
            Evidence.stage_id.in_(select(Stage.id).where(Stage.agreement_id == entry_id)),
            Evidence.point_id.in_(points),
            Evidence.figure_id.in_(
                select(Figure.id).where(
                    or_(Figure.entry_id == entry_id, Figure.point_id.in_(points))
                )
            ),
            Evidence.quotation_id.in_(select(Quotation.id).where(Quotation.entry_id == entry_id)),
        ),
    )


def _rows(session: Session, condition: ColumnElement[bool]) -> tuple[EvidenceRow, ...]:
    claims = session.scalars(select(Evidence).where(condition).order_by(Evidence.id)).all()
    refs = entry_refs(
        session, (end for claim in claims for end in (claim.source_id, claim.attributed_to_id))
    )
    passages = _passages(session, [claim.id for claim in claims])
    rows: list[EvidenceRow] = []
    for claim in claims:
        source = refs[claim.source_id]
        attributed = refs.get(claim.attributed_to_id or 0)
        rows.append(
            EvidenceRow(
                id=claim.id,
                target=_target(claim),
                source_id=claim.source_id,
                source_reference=source.reference,
                source_title=source.title,
                passages=passages.get(claim.id, ()),
                how=claim.how,
                value=claim.value,
                as_stated=claim.as_stated,
                attributed_as=claim.attributed_as,
                attributed_to_id=claim.attributed_to_id,
                attributed_to=attributed.title if attributed else "",
                reason=claim.reason,
            )
        )
    return tuple(rows)


def _target(claim: Evidence) -> Target:
    for thing in TARGETS:
        target = getattr(claim, f"{thing}_id")
        if target is not None:
            return Target(thing, target, claim.field)
    message = "a claim without a target"
    raise AssertionError(message)


def _passages(session: Session, claims: Sequence[int]) -> dict[int, tuple[PassageRow, ...]]:
    rows = session.execute(
        select(EvidencePassage.evidence_id, Passage)
        .join(Passage, Passage.id == EvidencePassage.passage_id)
        .where(EvidencePassage.evidence_id.in_(claims))
        .order_by(EvidencePassage.evidence_id, EvidencePassage.position)
    )
    found: dict[int, tuple[PassageRow, ...]] = {}
    for claim, passage in rows:
        row = PassageRow(
            id=passage.id,
            source_id=passage.source_id,
            span=Span(first=passage.first, last=passage.last),
            words=passage.words,
            kind=passage.kind,
        )
        found[claim] = (*found.get(claim, ()), row)
    return found
