"""Upgrading: the schema of an older catalogue, and what is derived and new in it."""

from pathlib import Path
from typing import TYPE_CHECKING

from db import schema

if TYPE_CHECKING:
    from sqlalchemy import Connection


def upgrade(path: Path) -> None:
    """Bring an older catalogue up to date: all of it, or nothing; a backup is the caller's care."""
    schema.upgrade(path, fill=_fill)


def _fill(connection: "Connection") -> None:
    """Fill what an upgrade has added and the migration, which knows nothing of us, left empty."""
    from db import derived  # noqa: PLC0415 - only an upgrade needs it
    from db.search import index  # noqa: PLC0415 - likewise

    derived.facets.rebuild(connection)
    index.rebuild(connection)
