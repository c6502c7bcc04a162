"""The live counts of saved searches: one after the other, the quick ones first."""

from collections.abc import Iterable
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db import queries
from db.rows.lists import ListSpec
from db.rows.saved import SavedSearchRow
from desktop.operations import Operations

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_Answer = tuple[int, int, float]


class SearchCounts(QObject):
    """Count what saved searches find, in the background; a new round ends the one under way."""

    counted = Signal(int, int)
    """The id of a saved search, and how many entries it finds."""

    def __init__(self, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._waiting: list[SavedSearchRow] = []
        self._took: dict[int, float] = {}

    def count(self, searches: Iterable[SavedSearchRow]) -> None:
        """Count all of these; one not counted before waits for no other."""
        self._waiting = sorted(searches, key=lambda search: -self._took.get(search.id, 0.0))
        self._count_next()

    def _count_next(self) -> None:
        if not self._waiting:
            return
        search = self._waiting.pop()
        number, spec = search.id, search.spec()
        self._operations.read(
            lambda session: _counted(session, number, spec),
            self._take,
            owner=self,
            lane="count",
            failed=lambda _error: self._count_next(),
            background=True,
        )

    def _take(self, answer: _Answer) -> None:
        number, found, took = answer
        self._took[number] = took
        self.counted.emit(number, found)
        self._count_next()


def _counted(session: "Session", number: int, spec: ListSpec) -> _Answer:
    begun = perf_counter()
    found = queries.lists.list_count(session, spec)
    return number, found, perf_counter() - begun
