"""Saved searches, in the order of the sidebar."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import SavedSearch
from db.rows.saved import SavedSearchRow


def saved_searches(session: Session) -> tuple[SavedSearchRow, ...]:
    """Return all saved searches in their order."""
    rows = session.execute(
        select(
            SavedSearch.id,
            SavedSearch.name,
            SavedSearch.query,
            SavedSearch.kind,
            SavedSearch.sort,
            SavedSearch.descending,
        ).order_by(SavedSearch.position, SavedSearch.id)
    )
    return tuple(SavedSearchRow(**row) for row in rows.mappings())
