"""Drafts: what was typed and is not saved yet; kept in the catalogue, outside history."""

from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import delete
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from db.models import Draft


def keep_draft(session: Session, *, form: str, values: Mapping[str, str]) -> None:
    """Keep the values a form holds unsaved, in place of those kept before."""
    session.execute(delete(Draft).where(Draft.form == form))
    if values:
        now = datetime.now(UTC)
        session.execute(
            insert(Draft),
            [
                {"form": form, "field": field, "value": value, "changed_at": now}
                for field, value in values.items()
            ],
        )


def drop_draft(session: Session, *, form: str) -> None:
    """Forget what a form held unsaved."""
    session.execute(delete(Draft).where(Draft.form == form))
