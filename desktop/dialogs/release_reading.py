"""Reading what is pasted, off the GUI thread, with a look for the same release already there."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from sqlalchemy.orm import Session

from db.errors import CatalogueError, Interrupted
from db.exchange.apart.reading import read_pasted_apart
from db.exchange.intake import read_pasted
from db.exchange.release import Release
from db.interruption import check_interrupted
from db.queries.likes import LikeSource, like_sources
from desktop.dialogs.pasted import Pasted
from desktop.workspace import Workspace

QUIET_MS = 300
_SMALL = 32_000
"""Characters up to which no page, however it is made, can take long to be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of a reading: a release and the sources like it, or why there is none."""

    release: Release | None = None
    likes: tuple[LikeSource, ...] = ()
    refusal: CatalogueError | None = None


class ReleaseReading(QObject):
    """Read the last text asked for; an earlier one is forgotten."""

    answered = Signal(object, object)
    """The `Pasted` that was read, and its `Reading`."""

    def __init__(self, workspace: Workspace, parent: QObject, *, quiet_ms: int = QUIET_MS) -> None:
        super().__init__(parent)
        self._operations = workspace.operations
        self._wanted: Pasted | None = None
        self._waiting = False
        self._timer = QTimer(self, singleShot=True, interval=quiet_ms)
        self._timer.timeout.connect(self.hurry)

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self._waiting

    def ask(self, pasted: Pasted, *, soon: bool = False) -> None:
        """Read a text now, or ``soon``: once typing pauses."""
        self._wanted, self._waiting = pasted, True
        if soon:
            self._timer.start()
        else:
            self.hurry()

    def forget(self) -> None:
        """Answer nothing more; the text is gone."""
        self._timer.stop()
        self._wanted, self._waiting = None, False

    @Slot()
    def hurry(self) -> None:
        """Wait no longer for typing to pause."""
        self._timer.stop()
        if self._wanted is not None and self._waiting:
            self._operations.read(
                partial(_read, self._wanted),
                partial(self._on_read, self._wanted),
                owner=self,
                lane="read",
                failed=partial(self._on_failed, self._wanted),
            )

    def _on_read(self, pasted: Pasted, reading: Reading) -> None:
        if pasted is self._wanted:
            self._waiting = False
            self.answered.emit(pasted, reading)

    def _on_failed(self, pasted: Pasted, error: BaseException) -> None:
        if isinstance(error, CatalogueError):
            self._on_read(pasted, Reading(refusal=error))
        else:
            self._operations.failed.emit(error)


def _read(pasted: Pasted, session: Session) -> Reading:
    release = _release_of(pasted, session)
    return Reading(
        release=release,
        likes=like_sources(session, sha256=release.sha256, text=release.text),
    )


def _release_of(pasted: Pasted, session: Session) -> Release:
    if pasted.html is None or len(pasted.html) <= _SMALL:
        return read_pasted(pasted.text, pasted.html)
    return read_pasted_apart(pasted.text, pasted.html, cancelled=partial(_is_overtaken, session))


def _is_overtaken(session: Session) -> bool:
    try:
        check_interrupted(session)
    except Interrupted:
        return True
    return False
