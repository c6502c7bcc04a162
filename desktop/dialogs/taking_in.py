"""Taking in several files one after another, each in its own act, none on the GUI thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from db.errors import CatalogueError, DiskFull, ReadOnly
from db.exchange.formats import FORMATS
from db.exchange.release import Release
from db.queries.sources import LikeSource
from db.rows.entries import EntryRef
from desktop.intake import read_file, take_in
from desktop.workspace import Workspace

Outcome = EntryRef | LikeSource | CatalogueError
"""What became of a file: the source it is now, the one it was left out for, or why it is none."""

_SUFFIXES = tuple(suffix for row in FORMATS for suffix in row.suffixes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A file and what became of it."""

    file: Path
    outcome: Outcome


class TakingIn(QObject):
    """Take files in; a bad one does not stop the rest, a full disk does."""

    begun = Signal(int)
    """How many files there are, folders unfolded."""
    advanced = Signal(object)
    """A `Taken`."""
    finished = Signal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = workspace.operations
        self._waiting: list[Path] = []
        self._again = False
        self._running = False

    @property
    def is_running(self) -> bool:
        """Whether files are being taken in."""
        return self._running

    def start(self, paths: Sequence[Path], *, again: bool = False) -> None:
        """Take in files, and the releases in folders; ``again`` also what is there already."""
        self._running, self._again = True, again
        self._operations.run(partial(releases_in, tuple(paths)), self._on_listed, owner=self)

    def cancel(self) -> None:
        """Leave what has not been begun."""
        self._waiting.clear()

    def _on_listed(self, files: list[Path]) -> None:
        self._waiting = files
        self.begun.emit(len(files))
        self._next()

    def _next(self) -> None:
        if not self._waiting:
            self._running = False
            self.finished.emit()
            return
        file = self._waiting.pop(0)
        self._operations.run(
            partial(read_file, file),
            partial(self._write, file),
            owner=self,
            failed=partial(self._on_failed, file),
        )

    def _write(self, file: Path, release: Release) -> None:
        self._operations.write(
            take_in(release, again=self._again),
            partial(self._on_done, file),
            owner=self,
            failed=partial(self._on_failed, file),
        )

    def _on_done(self, file: Path, outcome: Outcome) -> None:
        self.advanced.emit(Taken(file=file, outcome=outcome))
        self._next()

    def _on_failed(self, file: Path, error: BaseException) -> None:
        if not isinstance(error, CatalogueError):
            self._operations.failed.emit(error)
            self._next()
            return
        if isinstance(error, DiskFull | ReadOnly):
            self.cancel()
        self._on_done(file, error)


def releases_in(paths: Sequence[Path]) -> list[Path]:
    """Return the files, and of folders those whose name says that they may hold a release.

    Hidden ones are left out, each file comes once, and the files of a folder are in order.
    """
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        found |= dict.fromkeys(file for file in inside if file == path or _may_be(file, path))
    return list(found)


def _may_be(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return not hidden and file.name.lower().endswith(_SUFFIXES) and file.is_file()
