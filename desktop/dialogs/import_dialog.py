"""What all imports in the window share: tried out first, a backup before, one act, one undo."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from db.act import Act
from db.backups.facts import Reason
from db.errors import CatalogueError, Interrupted
from desktop.backup_before import back_up_before
from desktop.dialogs.work_watch import WorkWatch
from desktop.labels import error_sentence
from desktop.widgets.enter_key import enter_presses
from desktop.widgets.message_bar import MessageBar, Severity
from desktop.workspace import Workspace


class ImportDialog(QDialog):
    """Show what an import would do before it does it; Escape leaves everything as it was.

    Each import says what its act is, how an outcome looks and what is chosen about it.
    """

    imported = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.watch, self.message = WorkWatch(self), MessageBar()
        self.go, self._close = QPushButton(), QPushButton()
        self._act: Callable[[], Act[Any]] | None = None
        self._turn = 0
        """What was begun last; the answer of what was begun before comes too late."""
        self.watch.stopped.connect(self.watch.stop)
        self.go.clicked.connect(self.take_in)
        self._close.clicked.connect(self.reject)

    @override
    def reject(self) -> None:
        """Close; what is under way stops first and changes nothing."""
        self.watch.stop()
        self._workspace.operations.cancel(owner=self)
        super().reject()

    @Slot()
    def take_in(self) -> None:
        """Make a backup, then carry the import out."""
        self._wait(self.tr("Making a backup…"))
        self._allow_choices(allowed=False)
        catalogue = self._workspace.operations.catalogue
        folder = self._workspace.settings.backup_folder
        self._workspace.operations.run(
            lambda: back_up_before(Reason.IMPORT, catalogue, folder),
            lambda _made: self._import(),
            owner=self,
            failed=self._on_failed,
        )

    @Slot()
    def rehearse(self) -> None:
        """Try out what is chosen now; what is being tried out already is given up."""
        if self._act is None:
            return
        self._wait(self.tr("Comparing with this catalogue…"))
        turn = self._turn
        self._workspace.operations.rehearse(
            self._act(),
            lambda outcome: self._on_rehearsed(outcome) if turn == self._turn else None,
            owner=self,
            failed=lambda error: self._on_failed(error) if turn == self._turn else None,
        )

    def _offer(self, act: Callable[[], Act[Any]]) -> None:
        """Try out what has been read; the act is made anew with what is chosen each time."""
        self._act = act
        self.rehearse()

    @abstractmethod
    def _show(self, outcome: Any) -> None:  # noqa: ANN401 - of the act
        """Show what comes in and what does not."""

    @abstractmethod
    def _summary(self, outcome: Any) -> str:  # noqa: ANN401 - of the act
        """Return an outcome in a few words."""

    @abstractmethod
    def _changes_something(self, outcome: Any) -> bool:  # noqa: ANN401 - of the act
        """Tell whether there is anything to be taken in."""

    @abstractmethod
    def _choices(self) -> Sequence[QWidget]:
        """Return where it is chosen how to import."""

    def _severity(self, _outcome: Any) -> Severity:  # noqa: ANN401 - of the act
        """Return how grave it is what an import would do."""
        return Severity.INFO

    def _import(self) -> None:
        if self._act is not None:
            self._wait(self.tr("Taking in…"))
            self._workspace.operations.write(
                self._act(), self._on_imported, owner=self, failed=self._on_failed
            )

    def _on_rehearsed(self, outcome: Any) -> None:  # noqa: ANN401 - of the act
        self.watch.finish()
        self._show(outcome)
        changes = self._changes_something(outcome)
        self.go.setEnabled(changes)
        words = self.tr("Nothing has been changed yet. It would be: {0}.")
        self._say(self._severity(outcome), words.format(self._summary(outcome)))
        if self.focusWidget() not in self._choices():
            (self.go if changes else self._close).setFocus()

    def _on_imported(self, outcome: Any) -> None:  # noqa: ANN401 - of the act
        self.watch.finish()
        self._show(outcome)
        words = self.tr("Taken in: {0}. Undo takes all of it back.")
        self._say(Severity.GOOD, words.format(self._summary(outcome)))
        self._close.setText(self.tr("Close"))
        self._close.setFocus()
        self.imported.emit()

    def _on_failed(self, error: BaseException) -> None:
        self.watch.finish()
        self._allow_choices(allowed=True)
        self._close.setFocus()
        if isinstance(error, Interrupted):
            self._say(Severity.INFO, self.tr("Stopped: nothing was changed."))
            return
        self._say(Severity.BAD, error_sentence(error))
        if not isinstance(error, CatalogueError):
            self._workspace.operations.failed.emit(error)

    def _say(self, severity: Severity, words: str) -> None:
        self.message.show_message(severity, words, closable=False)

    def _wait(self, what: str) -> None:
        self._turn += 1
        self.message.dismiss()
        self.go.setEnabled(False)
        self.watch.start(what)

    def _allow_choices(self, *, allowed: bool) -> None:
        for choice in self._choices():
            choice.setEnabled(allowed)

    def _buttons(self) -> QHBoxLayout:
        self.go.setText(self.tr("&Import"))
        self.go.setDefault(True)
        self._close.setText(self.tr("Cancel"))
        enter_presses(self._close)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.go)
        row.addWidget(self._close)
        return row
