"""Recent searches: the queries of one catalogue that somebody stayed with, newest first."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.settings import Settings

LONGEST = 20
"""Queries that are remembered."""
STAYED_MS = 2_000
"""After so long a look at its answer, a query is remembered."""


class RecentSearches(QObject):
    """Remember queries between runs; what differs in blanks alone is one query.

    They lie with the preferences, not in the catalogue: what somebody looked for is nobody else's.
    """

    changed = Signal()

    def __init__(
        self,
        settings: Settings,
        catalogue: Path,
        parent: QObject | None = None,
        *,
        stayed_ms: int = STAYED_MS,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._key = f"searches/{_name_of(catalogue)}"
        self._watched = ""
        self._timer = QTimer(self, singleShot=True, interval=stayed_ms)
        self._timer.timeout.connect(self.note_opened)

    def all(self) -> tuple[str, ...]:
        """Return the remembered queries, newest first."""
        return tuple(self._settings.texts(self._key))

    @Slot(str)
    def remember(self, query: str) -> None:
        """Put a query at the head of those remembered; an empty one is none."""
        kept = _as_kept(query)
        if kept:
            self._keep([kept, *(other for other in self.all() if other != kept)])

    @Slot(str)
    def forget(self, query: str) -> None:
        """Remember a query no more."""
        self._keep([other for other in self.all() if other != _as_kept(query)])

    @Slot()
    def clear(self) -> None:
        """Remember nothing."""
        self._keep([])

    @Slot(str)
    def watch(self, query: str) -> None:
        """Take notice of the query now shown: it is remembered if somebody stays with it."""
        kept = _as_kept(query)
        if kept == self._watched:
            return
        self._watched = kept
        if kept:
            self._timer.start()
        else:
            self._timer.stop()

    @Slot()
    def note_opened(self) -> None:
        """Remember the query now shown: an entry was opened from its answer."""
        self._timer.stop()
        self.remember(self._watched)

    def _keep(self, queries: list[str]) -> None:
        kept = queries[:LONGEST]
        if kept != list(self.all()):
            self._settings.set_texts(self._key, kept)
            self.changed.emit()


def _name_of(catalogue: Path) -> str:
    """Return a name for a catalogue's file that can be part of a key."""
    return hashlib.sha256(str(catalogue.resolve()).encode()).hexdigest()[:16]


def _as_kept(query: str) -> str:
    return " ".join(query.split())
