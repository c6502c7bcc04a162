"""Backups: which there are, and what can be done with one."""

from functools import partial

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.backups.facts import Backup, Reason
from db.backups.listing import backups_of
from db.backups.making import Made
from db.backups.places import folder_beside, folders
from db.backups.watching import Step
from desktop.backing_up import BackingUp
from desktop.backup_words import entries_words, when_words
from desktop.dialogs.backups_list import BackupsList
from desktop.dialogs.comparison import ComparisonDialog
from desktop.dialogs.kept_size import keep_size
from desktop.dialogs.step_bar import StepBar
from desktop.labels import error_sentence
from desktop.theme import gap
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.enter_key import enter_presses
from desktop.widgets.message_bar import MessageBar, Severity
from desktop.workspace import Workspace


class BackupsDialog(QDialog):
    """List the backups of the catalogue; make one, compare, bring back, restore."""

    restore_requested = Signal(object)
    """The path of a backup that is to take the place of the catalogue."""
    open_requested = Signal(int)
    """An entry that was brought back, to be shown."""

    def __init__(
        self, workspace: Workspace, backing_up: BackingUp, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._backing_up = workspace, backing_up
        self._path = workspace.operations.catalogue.path
        self._folder = workspace.settings.backup_folder
        self.message, self.busy, self.list = MessageBar(), StepBar(), BackupsList()
        self._empty, self._pages = EmptyState(""), QStackedWidget()
        self._buttons = {
            "make": QPushButton(self.tr("&Make one now")),
            "compare": QPushButton(self.tr("&Compare with today…")),
            "bring": QPushButton(self.tr("&Bring back entries…")),
            "restore": QPushButton(self.tr("&Restore…")),
            "folder": QPushButton(self.tr("Open &folder")),
            "close": QPushButton(self.tr("Close")),
        }
        self._build()
        self._connect()
        self._fit_buttons()
        self.read()

    @Slot()
    def read(self) -> None:
        """Look anew which backups there are."""
        path, folder = self._path, self._folder
        self._workspace.operations.run(
            lambda: backups_of(path, folder), self._show, owner=self, lane="backups"
        )

    def _show(self, backups: list[Backup]) -> None:
        self.list.show_backups(backups)
        self._pages.setCurrentWidget(self.list if backups else self._empty)
        self._fit_buttons()

    @Slot()
    def _make(self) -> None:
        self.message.dismiss()
        self._backing_up.make(Reason.BY_HAND, self._on_made)
        self.busy.show_step(Step.COPY)
        self._fit_buttons()

    def _on_made(self, made: Made | None) -> None:
        if made is not None:
            words = self.tr("The backup is made and was checked: {0}.")
            self.message.show_message(Severity.GOOD, words.format(made.backup.path.name))
            if made.is_elsewhere:
                words = self.tr("The backup lies in {0}, since its own folder can't be written.")
                self.message.show_message(Severity.WARN, words.format(made.backup.path.parent))
        self.read()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.message.show_message(Severity.BAD, error_sentence(error))

    @Slot()
    def _on_finished(self) -> None:
        self.busy.finish()
        self._fit_buttons()

    def _compare(self, *, only_lost: bool) -> None:
        backup = self.list.current()
        if backup is None:
            return
        dialog = ComparisonDialog(self._workspace, backup, self, only_lost=only_lost)
        dialog.open_requested.connect(self._on_open_requested)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(int)
    def _on_open_requested(self, entry: int) -> None:
        self.accept()
        self.open_requested.emit(entry)

    @Slot()
    def _ask_restore(self) -> None:
        backup = self.list.current()
        if backup is None:
            return
        asked = QMessageBox(self)
        asked.setIcon(QMessageBox.Icon.Question)
        asked.setText(
            self.tr("Go back to the catalogue as it was on {0}, with {1} entries?").format(
                when_words(backup.facts.made_at), entries_words(backup)
            )
        )
        asked.setInformativeText(
            self.tr("Today's catalogue becomes a backup first, so that you can return to it.")
        )
        restore = asked.addButton(self.tr("Restore"), QMessageBox.ButtonRole.AcceptRole)
        asked.addButton(QMessageBox.StandardButton.Cancel)
        asked.setDefaultButton(QMessageBox.StandardButton.Cancel)
        asked.finished.connect(partial(self._on_asked, asked, restore, backup))
        asked.open()

    def _on_asked(
        self, asked: QMessageBox, restore: QPushButton, backup: Backup, _result: int
    ) -> None:
        if asked.clickedButton() is restore:
            self.accept()
            self.restore_requested.emit(backup.path)
        asked.deleteLater()

    @Slot()
    def _open_folder(self) -> None:
        backup = self.list.current()
        own = folders(self._path, self._folder)[0]
        folder = backup.path.parent if backup is not None else own
        there = folder if folder.is_dir() else folder_beside(self._path).parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(there)))

    @Slot()
    def _fit_buttons(self) -> None:
        running = self._backing_up.work.is_running
        chosen = self.list.current() is not None and not running
        may_write = not self._workspace.read_only
        self._buttons["make"].setEnabled(not running)
        self._buttons["compare"].setEnabled(chosen)
        self._buttons["bring"].setEnabled(chosen and may_write)
        self._buttons["restore"].setEnabled(chosen)

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Backups of {0}").format(self._path.stem))
        self._empty.show_state(
            self.tr("No backups yet"),
            self.tr(
                "They are made by themselves: in the quiet, on closing, and before imports and "
                "large changes. Make one now to be safe."
            ),
        )
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._empty)
        unit = gap(self.font())
        row = QHBoxLayout(self)
        row.setSpacing(2 * unit)
        left, right = QVBoxLayout(), QVBoxLayout()
        for part, stretch in ((self.message, 0), (self._pages, 1), (self.busy, 0)):
            left.addWidget(part, stretch)
        for name, button in self._buttons.items():
            if name == "folder":
                right.addStretch(1)
            enter_presses(button)
            right.addWidget(button)
        row.addLayout(left, 1)
        row.addLayout(right)
        keep_size(self, self._workspace.settings, "backups", 110, 60)
        self.list.setFocus()

    def _connect(self) -> None:
        self._buttons["make"].clicked.connect(self._make)
        self._buttons["compare"].clicked.connect(partial(self._compare, only_lost=False))
        self._buttons["bring"].clicked.connect(partial(self._compare, only_lost=True))
        self._buttons["restore"].clicked.connect(self._ask_restore)
        self._buttons["folder"].clicked.connect(self._open_folder)
        self._buttons["close"].clicked.connect(self.reject)
        self.list.currentItemChanged.connect(self._fit_buttons)
        self.list.itemActivated.connect(partial(self._compare, only_lost=False))
        self.busy.cancel_requested.connect(self._backing_up.work.cancel)
        self._backing_up.work.advanced.connect(self.busy.show_step)
        self._backing_up.work.finished.connect(self._on_finished)
        self._backing_up.failed.connect(self._on_failed)
        self._backing_up.made.connect(self.read)
