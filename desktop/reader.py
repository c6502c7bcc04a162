"""The reader: sources are read one at a time, in a worker, the one on the desk before the rest."""

from collections import deque
from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from db.errors import CatalogueError
from desktop.labels import error_sentence
from desktop.source_reading import ReadRelease, keep_read, read_source
from desktop.workspace import Workspace


class Reader(QObject):
    """Reads sources and keeps what they suggest; one that fails does not stop the others.

    What is asked for by `read` comes first, what is put in line by `read_later` after it. The
    models of a language load in the worker too, with the first source that needs them.
    """

    ready = Signal(int, object)
    """A source and its `ReadRelease`."""
    failed = Signal(int, str)
    """A source that could not be read, and a sentence why."""
    kept = Signal(int)
    """How far a source is can be asked for now: its suggestions are in the catalogue."""
    progress_changed = Signal(int, int)
    """How many of the waiting line are read, and how many it had; 0 and 0 once it is over."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._asked = deque[int]()
        self._line = deque[int]()
        self._in_line = set[int]()  # thousands may have come in at once
        self._under_way: int | None = None
        self._done = self._all = 0
        self._closed = False

    def read(self, source_id: int) -> None:
        """Read a source as soon as the one under way is done, before any that wait."""
        if source_id not in self._asked:
            self._asked.append(source_id)
        self._next()

    def read_later(self, source_ids: Iterable[int]) -> None:
        """Read sources one after another, as long as nothing else is asked for."""
        added = [one for one in dict.fromkeys(source_ids) if one not in self._in_line]
        self._line.extend(added)
        self._in_line.update(added)
        self._all += len(added)
        self._tell()
        self._next()

    @Slot()
    def cancel(self) -> None:
        """Leave what waits in line; what is under way is brought to its end."""
        self._line.clear()
        self._in_line.clear()
        self._done = self._all = 0
        self._tell()

    def close(self) -> None:
        """Begin nothing more, and keep nothing of what is under way."""
        self._closed = True
        self._asked.clear()
        self._line.clear()
        self._in_line.clear()

    def _next(self) -> None:
        if self._closed or self._under_way is not None or not (self._asked or self._line):
            return
        from_line = not self._asked
        source = (self._line if from_line else self._asked).popleft()
        if from_line:
            self._in_line.discard(source)
        self._under_way = source
        catalogue = self._workspace.operations.catalogue
        self._workspace.operations.run(
            partial(read_source, catalogue, source),
            partial(self._take, from_line),
            owner=self,
            failed=partial(self._fail, source, from_line),
        )

    def _take(self, from_line: bool, read: ReadRelease) -> None:  # noqa: FBT001 - bound by partial
        if self._closed:
            return
        self._end(from_line=from_line)
        if not self._workspace.read_only:
            self._workspace.operations.keep(
                partial(keep_read, read=read),
                lambda _none: self.kept.emit(read.source_id),
                owner=self,
            )
        self.ready.emit(read.source_id, read)
        self._next()

    def _fail(self, source: int, from_line: bool, error: BaseException) -> None:  # noqa: FBT001 - bound by partial
        if self._closed:
            return
        self._end(from_line=from_line)
        self.failed.emit(source, self._sentence(error))
        self._next()

    def _sentence(self, error: BaseException) -> str:
        if isinstance(error, CatalogueError):
            return error_sentence(error)
        words = self.tr("The release could not be read ({0}): work on its text by hand.")
        return words.format(type(error).__name__)

    def _end(self, *, from_line: bool) -> None:
        self._under_way = None
        if from_line and self._all:
            self._done += 1
            if self._done >= self._all:
                self._done = self._all = 0
            self._tell()

    def _tell(self) -> None:
        self.progress_changed.emit(self._done, self._all)
