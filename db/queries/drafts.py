"""What forms held unsaved when they were last open."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Draft


def drafts(session: Session) -> dict[str, dict[str, str]]:
    """Return the unsaved values of each form, newest form last."""
    rows = session.execute(
        select(Draft.form, Draft.field, Draft.value).order_by(Draft.changed_at, Draft.id)
    )
    found: dict[str, dict[str, str]] = {}
    for form, field, value in rows:
        found.setdefault(form, {})[field] = value
    return found


def draft(session: Session, form: str) -> dict[str, str]:
    """Return the unsaved values of one form; empty where there are none."""
    rows = session.execute(select(Draft.field, Draft.value).where(Draft.form == form))
    return {row.field: row.value for row in rows}
