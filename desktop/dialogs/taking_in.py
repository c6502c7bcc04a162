"""Taking in many files: read in one place, written in another, neither on the GUI thread."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from db.errors import CatalogueError, DiskFull, ReadOnly
from desktop.files_ahead import FilesAhead
from desktop.intake import Taken, TakingTurns
from desktop.release_files import ReadFile, releases_in
from desktop.workspace import Workspace


class TakingIn(QObject):
    """Take files in; a bad one does not stop the rest, a full disk does."""

    begun = Signal(int)
    """How many files there are, folders unfolded."""
    advanced = Signal(object)
    """A list of `Taken`."""
    finished = Signal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = workspace.operations
        self._turns = TakingTurns()
        self._again = False
        self._ahead: FilesAhead | None = None
        self._running = self._cancelled = False

    @property
    def is_running(self) -> bool:
        """Whether files are being taken in."""
        return self._running

    def start(self, paths: Sequence[Path], *, again: bool = False) -> None:
        """Take in files, and the releases in folders; ``again`` also what is there already."""
        self._running, self._cancelled = True, False
        self._again = again
        self._operations.run(partial(releases_in, tuple(paths)), self._on_listed, owner=self)

    def cancel(self) -> None:
        """Leave what is not being written yet."""
        self._cancelled = True
        if self._ahead is not None:
            self._ahead.stop()

    def _on_listed(self, files: list[Path]) -> None:
        self.begun.emit(len(files))
        self._turns = TakingTurns(again=self._again, to_come=len(files))
        self._ahead = FilesAhead([] if self._cancelled else files)
        self.destroyed.connect(self._ahead.stop)
        self._next()

    def _next(self) -> None:
        if self._ahead is not None:
            read = self._ahead.next_batch
            self._operations.run(read, self._write, owner=self, failed=self._on_broken_off)

    def _write(self, batch: list[ReadFile]) -> None:
        if not batch or self._cancelled:
            self._finish()
            return
        self._operations.write(
            self._turns.act(batch),
            self._on_done,
            owner=self,
            failed=partial(self._on_failed, batch),
        )

    def _on_done(self, taken: list[Taken]) -> None:
        self.advanced.emit(taken)
        self._next()

    def _on_failed(self, batch: list[ReadFile], error: BaseException) -> None:
        if not isinstance(error, CatalogueError):
            self._operations.failed.emit(error)
            self._next()
            return
        if isinstance(error, DiskFull | ReadOnly):
            self.cancel()
        self._on_done([Taken(file=one.file, outcome=_reason(one, error)) for one in batch])

    def _on_broken_off(self, error: BaseException) -> None:
        self._operations.failed.emit(error)
        self._finish()

    def _finish(self) -> None:
        if self._ahead is not None:
            self._ahead.stop()
            self._ahead = None
        self._running = False
        self.finished.emit()


def _reason(read: ReadFile, error: CatalogueError) -> CatalogueError:
    return read.content if isinstance(read.content, CatalogueError) else error
