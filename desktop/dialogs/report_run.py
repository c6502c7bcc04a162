"""Makes one report: gathers it, lays it out, typesets its volumes in turn; and can be stopped."""

import shutil
import tempfile
import weakref
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from sqlalchemy.orm import Session

from db.rows.dossier import DossierChoices
from desktop.country_report import Gathered, LaidOut, Tell, gather, lay_out, typeset, write_files
from desktop.widgets.busy_bar import BusyBar
from desktop.workspace import Workspace

_LOOK_MS = 100


class _Folder:
    """A folder for the volumes, removed when nobody holds it any more: no worker either."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix="chancery-report-"))
        weakref.finalize(self, shutil.rmtree, self.path, ignore_errors=True)


class ReportRun(QObject):
    """Makes a report, and shows in a bar how far it is."""

    laid_out = Signal()
    volume_ready = Signal(int)
    """The volume of this number, from 1, is typeset."""
    finished = Signal()
    """All volumes are."""
    failed = Signal(object)
    """What was raised."""

    def __init__(
        self, workspace: Workspace, choices: DossierChoices, busy: BusyBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace, self._choices, self._busy = workspace, choices, busy
        self._folder: _Folder | None = _Folder()
        self._cancelled = Event()
        self._far = (0, 0)
        self._shown = 0
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self.report: LaidOut | None = None
        """None until it is laid out."""
        self.pdfs: list[Path] = []
        """The volumes typeset so far."""

    @property
    def is_cancelled(self) -> bool:
        """Whether it was stopped."""
        return self._cancelled.is_set()

    @property
    def is_whole(self) -> bool:
        """Whether all volumes are typeset."""
        return self.report is not None and len(self.pdfs) == len(self.report.volumes)

    def start(self) -> None:
        """Begin to gather."""
        operations = self._workspace.operations
        self._busy.start(self.tr("Gathering what the catalogue knows…"))
        self._timer.start()
        operations.read(
            partial(_gather, self._choices, operations.catalogue.path.stem, self._tell),
            self._lay_out,
            owner=self,
            failed=self._on_failed,
        )

    def cancel(self) -> None:
        """Stop: the query at its next step, the typesetter at once."""
        self._cancelled.set()
        self._timer.stop()
        self._workspace.operations.cancel(owner=self)

    def writing(self, path: Path) -> Callable[[], list[Path]]:
        """Return what writes the volumes under a name, and holds their files until it has."""
        return partial(_write, tuple(self.pdfs), self._folder, path)

    @Slot()
    def forget(self) -> None:
        """Let go of the files."""
        self._folder = None
        self.pdfs.clear()

    def _tell(self, done: int, total: int) -> None:
        self._far = (done, total)  # by the worker: looked at, not signalled, a thousand times

    @Slot()
    def _look(self) -> None:
        done, total = self._far
        if total != self._shown:
            self._shown = total
            self._busy.start(self.tr("Gathering what the catalogue knows…"), steps=total)
        self._busy.advance(done)

    def _lay_out(self, gathered: Gathered) -> None:
        self._timer.stop()
        self._busy.start(self.tr("Laying out…"))
        self._run(partial(_lay_out, gathered, self._folder, self._cancelled), self._begin)

    def _begin(self, report: LaidOut | None) -> None:
        if report is None:
            return
        self.report = report
        self.laid_out.emit()
        volumes = len(report.volumes)
        self._busy.start(self.tr("Typesetting…"), steps=volumes if volumes > 1 else 0)
        self._typeset_next()

    def _typeset_next(self) -> None:
        if self.report is None:
            return
        volumes, done = self.report.volumes, len(self.pdfs)
        if len(volumes) > 1:
            words = self.tr("Typesetting volume {0} of {1}…")
            self._busy.advance(done, words.format(done + 1, len(volumes)))
        self._run(partial(_typeset, volumes[done], self._folder, self._cancelled), self._on_typeset)

    def _on_typeset(self, pdf: Path | None) -> None:
        if pdf is None:
            return
        self.pdfs.append(pdf)
        if self.is_whole:
            self._busy.finish()
        self.volume_ready.emit(len(self.pdfs))
        if self.is_whole:
            self.finished.emit()
        elif not self.is_cancelled:
            self._typeset_next()

    def _on_failed(self, error: BaseException) -> None:
        self._timer.stop()
        self._busy.finish()
        self.failed.emit(error)

    def _run(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        if not self.is_cancelled:
            self._workspace.operations.run(work, then, owner=self, failed=self._on_failed)


def _gather(choices: DossierChoices, title: str, tell: Tell, session: Session) -> Gathered:
    return gather(session, choices, title, tell)


def _lay_out(gathered: Gathered, folder: _Folder | None, cancelled: Event) -> LaidOut | None:
    """Hold the folder as long as somebody writes into it."""
    return None if folder is None else lay_out(gathered, folder.path, cancelled.is_set)


def _typeset(volume: Path, folder: _Folder | None, cancelled: Event) -> Path | None:
    """Likewise."""
    return None if folder is None else typeset(volume, cancelled.is_set)


def _write(pdfs: tuple[Path, ...], _folder: _Folder | None, path: Path) -> list[Path]:
    """Likewise."""
    return write_files(pdfs, path)
