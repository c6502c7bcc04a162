"""The pages of a list: lines are read where the view looks, and not where it flew past."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.models.entry_reads import PAGE, Page, Progress, read_page, read_progress
from desktop.models.line_store import LineStore
from desktop.models.spine import Spine
from desktop.operations import Operations

_IN_SIGHT = 2
"""A view shows two pages at most."""


class EntryPages(QObject):
    """Read the lines of a spine page by page, into a store."""

    came = Signal(object)
    """The ids of entries, a set, whose lines have been read."""

    def __init__(
        self,
        operations: Operations,
        store: LineStore,
        spine: Callable[[], Spine],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._operations, self._store, self._spine = operations, store, spine
        self._wanted: list[int] = []
        self._fetching = False
        self._changed: set[int] = set()
        """Entries changed since the page under way was asked for."""
        self._fetch_soon = QTimer(self, singleShot=True, interval=0)
        self._fetch_soon.timeout.connect(self._fetch)

    def want(self, row: int) -> None:
        """Read the page of a row soon."""
        page = row // PAGE
        if page in self._wanted:
            self._wanted.remove(page)
        self._wanted.append(page)
        del self._wanted[:-_IN_SIGHT]
        if not self._fetching:
            self._fetch_soon.start()

    def note_changed(self, entries: frozenset[int]) -> None:
        """Mistrust what the page under way says of entries that have changed."""
        if self._fetching:
            self._changed |= entries

    def read_again(self, entries: frozenset[int]) -> None:
        """Read lines again, whatever page they stand in."""
        if entries:
            self._operations.read(
                lambda session: read_page(session, entries), self._take_again, owner=self
            )

    def read_progress(self, entry: int) -> None:
        """Read again how far a source is reviewed."""

        def take(progress: Mapping[int, Progress]) -> None:
            self._store.keep_progress((entry,), progress)
            self.came.emit(frozenset((entry,)))

        self._operations.read(lambda session: read_progress(session, (entry,)), take, owner=self)

    @Slot()
    def _fetch(self) -> None:
        while self._wanted and not self._fetching:
            start = self._wanted.pop() * PAGE
            ids = self._spine().ids[start : start + PAGE]
            asked = frozenset(entry for entry in ids if self._store.is_unread(entry))
            if asked:
                self._fetching = True
                self._operations.read(
                    lambda session, asked=asked: read_page(session, asked),
                    self._take,
                    owner=self,
                    failed=self._on_failed,
                )

    def _take(self, page: Page) -> None:
        self._fetching = False
        self._take_again(_without(page, self._changed))
        self._changed.clear()
        if self._wanted:
            self._fetch_soon.start()

    def _take_again(self, page: Page) -> None:
        self._store.keep(page)
        self.came.emit(page.asked)

    def _on_failed(self, error: BaseException) -> None:
        self._fetching = False
        self._changed.clear()
        self._wanted.clear()
        self._operations.failed.emit(error)


def _without(page: Page, changed: set[int]) -> Page:
    if not changed:
        return page
    lines = [line for line in page.lines if line.id not in changed]
    return Page(asked=page.asked - changed, lines=lines, progress=page.progress)
