"""Acts on saved searches: save, change, remove, put in order."""

from db.act import Act
from db.commands import saved_searches as commands
from db.rows.saved import SearchSpec


def save_search(spec: SearchSpec) -> Act[int]:
    """Keep a search under a name."""
    return Act(
        key="search.save",
        run=lambda session: commands.save_search(session, spec=spec),
        about=spec.name,
    )


def change_search(search_id: int, spec: SearchSpec) -> Act[None]:
    """Rename a saved search, or let it ask for something else."""
    return Act(
        key="search.change",
        run=lambda session: commands.change_search(session, search_id=search_id, spec=spec),
        about=spec.name,
    )


def remove_search(search_id: int, about: str = "") -> Act[None]:
    """Forget a saved search."""
    return Act(
        key="search.remove",
        run=lambda session: commands.remove_search(session, search_id=search_id),
        about=about,
    )


def move_search(search_id: int, to: int, about: str = "") -> Act[None]:
    """Put a saved search in another place among them."""
    return Act(
        key="search.move",
        run=lambda session: commands.move_search(session, search_id=search_id, to=to),
        about=about,
    )
