"""Saved searches: keep one under a name, change it, put them in order, remove one."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.errors import Refused
from db.models import SavedSearch
from db.rows.saved import SearchSpec
from db.text.cleaning import clean_line
from db.text.folding import fold


def save_search(session: Session, *, spec: SearchSpec) -> int:
    """Keep a search, after those that are kept already, and return its id.

    Raises:
        Refused: ``search_needs_name``, ``search_exists``.
    """
    last = session.execute(select(func.max(SavedSearch.position))).scalar()
    search = SavedSearch(position=(last or 0) + 1)
    _fill(session, search, spec)
    session.add(search)
    session.flush()
    return search.id


def change_search(session: Session, *, search_id: int, spec: SearchSpec) -> None:
    """Rename a saved search, or let it ask for something else.

    Raises:
        Refused: ``search_missing`` besides those of ``save_search``.
    """
    _fill(session, _get(session, search_id), spec)


def remove_search(session: Session, *, search_id: int) -> None:
    """Forget a saved search; the entries it finds are not touched.

    Raises:
        Refused: ``search_missing``.
    """
    session.delete(_get(session, search_id))


def move_search(session: Session, *, search_id: int, to: int) -> None:
    """Put a saved search in another place among them; places count from 0, the last is the end.

    Raises:
        Refused: ``search_missing``.
    """
    moved = _get(session, search_id)
    kept = session.scalars(select(SavedSearch).order_by(SavedSearch.position, SavedSearch.id))
    others = [search for search in kept if search is not moved]
    others.insert(max(0, to), moved)
    for position, search in enumerate(others, start=1):
        search.position = position


def _get(session: Session, search_id: int) -> SavedSearch:
    search = session.get(SavedSearch, search_id)
    if search is None:
        raise Refused("search_missing")
    return search


def _fill(session: Session, search: SavedSearch, spec: SearchSpec) -> None:
    name = clean_line(spec.name)
    if not name:
        raise Refused("search_needs_name")
    with session.no_autoflush:
        kept = session.scalars(select(SavedSearch))
        if any(other is not search and fold(other.name) == fold(name) for other in kept):
            raise Refused("search_exists", name=name)
    search.name, search.query, search.kind = name, clean_line(spec.query), spec.kind
    search.sort, search.descending = spec.sort, spec.descending
