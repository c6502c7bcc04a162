"""The rules of linking: which kinds of link join which kinds of entry."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import LinkRule
from db.rows.links import RuleRow
from db.terms import LinkKind


def link_rules(session: Session) -> tuple[RuleRow, ...]:
    """Return all rules in the order in which links are shown."""
    rows = session.scalars(
        select(LinkRule).order_by(LinkRule.position, LinkRule.subject_kind, LinkRule.object_kind)
    )
    return tuple(
        RuleRow(
            kind=LinkKind(row.kind),
            subject_kind=row.subject_kind,
            object_kind=row.object_kind,
            symmetric=row.symmetric,
            label_en=row.label_en,
            label_ru=row.label_ru,
            inverse_en=row.inverse_en,
            inverse_ru=row.inverse_ru,
        )
        for row in rows
    )
