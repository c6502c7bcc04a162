"""Opening a catalogue out of a backup: restored first, then opened as always."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.errors import CatalogueError
from desktop.opening import open_old
from desktop.version import PROGRAM

if TYPE_CHECKING:
    from db.backups.restoring import Restored
    from db.catalogue import Catalogue


class Restoring:
    """Opens the catalogue at a path once a backup has taken its place; else what is there still."""

    def __init__(self, backup: Path, chosen: Path | None) -> None:
        self._backup, self._chosen = backup, chosen
        self._kept: Restored | None = None
        self.error: CatalogueError | None = None
        """Why the backup has not taken its place: the catalogue is as it was then."""

    def open(self, path: Path, who: str, upgrading: Callable[[], None]) -> "Catalogue":
        """Restore and open, in a worker (an `Opener`)."""
        from db.backups.restoring import restore  # noqa: PLC0415 - in the worker, not at start

        try:
            self._kept = restore(path, self._backup, program=PROGRAM, chosen=self._chosen)
        except CatalogueError as error:
            if not path.exists():
                raise
            self.error = error
        return open_old(path, who, upgrading)

    def sentence(self) -> str:
        """Say where today's catalogue is now."""
        if self._kept is not None and self._kept.copy is not None:
            words = _tr("The backup is restored. The damaged file is kept as {0}.")
            return words.format(self._kept.copy.name)
        return _tr("The backup is restored. What was here before is a backup now.")


def _tr(words: str) -> str:
    return QCoreApplication.translate("restoring", words)
