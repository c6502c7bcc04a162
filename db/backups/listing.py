"""The backups there are of a catalogue."""

import contextlib
from datetime import UTC, datetime
from pathlib import Path

from db.backups.archive import SUFFIX, read_backup
from db.backups.facts import Backup
from db.backups.places import folders
from db.backups.rotation import outdated
from db.errors import BackupUnusable


def backups_of(path: Path, chosen: Path | None = None) -> list[Backup]:
    """Return the backups of a catalogue, the newest first; what can't be read is left out."""
    found = [one for folder in folders(path, chosen) for one in _backups_in(folder)]
    return sorted(found, key=lambda one: (one.facts.made_at, one.path.name), reverse=True)


def rotate(folder: Path) -> None:
    """Take away the backups of a folder that need not be kept any more."""
    for one in outdated(_backups_in(folder), datetime.now(UTC)):
        with contextlib.suppress(OSError):  # read-only, or gone already: then not this time
            one.path.unlink()


def _backups_in(folder: Path) -> list[Backup]:
    found: list[Backup] = []
    for path in folder.glob(f"*{SUFFIX}"):
        with contextlib.suppress(BackupUnusable, OSError):
            found.append(read_backup(path))
    return found
