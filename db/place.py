"""Which file lies at a path: SQLite goes on writing one that was removed, and all would be lost."""

from pathlib import Path

Place = tuple[int, int]
"""What tells a file from another put in its place: its device, and its number there."""


def place_of(path: Path) -> Place | None:
    """Return which file lies at a path; None where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino
