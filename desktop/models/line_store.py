"""The lines of a list that have been read: kept while they are seen, forgotten oldest first."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping

from db.rows.entries import EntryLine
from desktop.models.entry_reads import PAGE, Page, Progress

KEPT = 25 * PAGE
"""Lines kept."""


class LineStore:
    """Hold lines by the ids of their entries, with what else a row shows of an entry."""

    def __init__(self) -> None:
        self._lines: OrderedDict[int, EntryLine] = OrderedDict()
        self._progress: dict[int, Progress] = {}
        self._missing: set[int] = set()

    def get(self, entry: int) -> EntryLine | None:
        """Return a line that is wanted on the screen, None where it has not been read."""
        line = self._lines.get(entry)
        if line is not None:
            self._lines.move_to_end(entry)
        return line

    def peek(self, entry: int) -> EntryLine | None:
        """Return a line without taking it for seen."""
        return self._lines.get(entry)

    def progress(self, entry: int) -> Progress | None:
        """Return how far a source is reviewed, None where it has not been read."""
        return self._progress.get(entry)

    def is_unread(self, entry: int) -> bool:
        """Tell whether a line can be asked for: neither held nor found missing."""
        return entry not in self._lines and entry not in self._missing

    def among(self, entries: Iterable[int]) -> frozenset[int]:
        """Return those of some entries whose lines are held."""
        return frozenset(entry for entry in entries if entry in self._lines)

    def all(self) -> frozenset[int]:
        """Return all entries whose lines are held."""
        return frozenset(self._lines)

    def keep(self, page: Page) -> None:
        """Take in what was read."""
        found = {line.id: line for line in page.lines}
        self._missing |= page.asked - found.keys()
        self.forget(page.asked)
        self._lines.update(found)
        self._progress |= page.progress
        while len(self._lines) > KEPT:
            self.forget((next(iter(self._lines)),))

    def keep_progress(self, asked: Iterable[int], progress: Mapping[int, Progress]) -> None:
        """Take in how far sources are."""
        for entry in asked:
            self._progress.pop(entry, None)
        self._progress |= progress

    def forget(self, entries: Iterable[int]) -> None:
        """Forget lines."""
        for entry in entries:
            self._lines.pop(entry, None)
            self._progress.pop(entry, None)

    def ask_again(self) -> None:
        """Let what was missing be asked for again."""
        self._missing.clear()
