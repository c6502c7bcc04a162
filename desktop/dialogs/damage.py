"""A damaged catalogue: what can be saved of it, or which backup takes its place."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from db.backups.listing import backups_of
from db.backups.watching import Step
from db.recovery.recovering import Recovered, recover
from desktop.dialogs.backups_list import BackupsList
from desktop.dialogs.step_bar import StepBar
from desktop.labels import error_sentence
from desktop.long_work import LongWork
from desktop.settings import Settings
from desktop.theme import gap
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.enter_key import enter_presses
from desktop.widgets.message_bar import MessageBar, Severity


class DamageDialog(QDialog):
    """Offer both ways out; the damaged file is kept either way."""

    restore_requested = Signal(object)
    """The path of a backup that is to take the place of the damaged catalogue."""
    open_requested = Signal(object)
    """The path of the new catalogue that was recovered."""

    def __init__(self, path: Path, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path, self._new = path, Path()
        self.work = LongWork(self)
        self.message, self.busy, self.list = MessageBar(), StepBar(), BackupsList()
        self._told = QLabel()
        self._none = EmptyState(
            self.tr("No backup was found"), self.tr("There is none beside it, nor in your folder.")
        )
        self._recover = QPushButton(self.tr("Re&cover into a new file…"))
        self._restore = QPushButton(self.tr("&Restore this backup"))
        self._open = QPushButton(self.tr("&Open the new catalogue"))
        self._close = QPushButton(self.tr("Close"))
        self._build()
        self._connect()
        backups = backups_of(path, settings.backup_folder)
        self.list.show_backups(backups)
        self.list.setVisible(bool(backups))
        self._none.setVisible(not backups)
        self._restore.setEnabled(self.list.current() is not None)

    def told(self) -> str:
        """Give what is said of the catalogue, or of what was saved of it."""
        return self._told.text()

    @override
    def done(self, arg__1: int, /) -> None:
        """Close; what is under way stops and leaves nothing."""
        self.work.close()
        super().done(arg__1)

    @Slot()
    def choose_new(self) -> QFileDialog:
        """Ask where what can be saved is to go, with the platform's dialog."""
        dialog = QFileDialog(self, self.tr("Recover into a new file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # nothing is ever replaced
        dialog.setDefaultSuffix(self._path.suffix)
        dialog.setDirectory(str(self._path.parent))
        dialog.selectFile(self.tr("{0} recovered").format(self._path.stem) + self._path.suffix)
        dialog.fileSelected.connect(self._on_new_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    @Slot(str)
    def _on_new_chosen(self, name: str) -> None:
        self._new, path = Path(name), self._path
        self.message.dismiss()
        self.busy.show_step(Step.COPY)
        self._set_busy(busy=True)
        new = self._new
        self.work.start(
            lambda watch: recover(path, new, watch=watch), self._on_recovered, self._on_failed
        )

    def _on_recovered(self, recovered: Recovered) -> None:
        words = (
            self.tr("All that is known of was saved: nothing is lost.")
            if recovered.is_whole
            else self.tr("Saved what could be read; what is missing is counted below.")
        )
        severity = Severity.GOOD if recovered.is_whole else Severity.WARN
        self.message.show_message(severity, words, closable=False)
        self._told.setText("\n".join(self._lines(recovered)))
        self._open.show()
        self._open.setFocus()

    def _lines(self, recovered: Recovered) -> list[str]:
        counted = (
            ("entry", self.tr("Entries")),
            ("link", self.tr("Links")),
            ("evidence", self.tr("Evidence")),
            ("source_text", self.tr("Texts")),
            ("file", self.tr("Files")),
            ("revision", self.tr("Acts of the history")),
        )
        number = self.locale().toString
        words = self.tr("{0}: {1} saved, {2} lost")
        return [
            words.format(name, number(recovered.found[table]), number(recovered.lost[table]))
            for table, name in counted
        ]

    def _on_failed(self, error: Exception) -> None:
        self.message.show_message(Severity.BAD, error_sentence(error))

    @Slot()
    def _on_finished(self) -> None:
        self.busy.finish()
        self._set_busy(busy=False)

    def _set_busy(self, *, busy: bool) -> None:
        self._recover.setEnabled(not busy)
        self._restore.setEnabled(not busy and self.list.current() is not None)

    @Slot()
    def _on_restore(self) -> None:
        backup = self.list.current()
        if backup is not None:
            self.accept()
            self.restore_requested.emit(backup.path)

    @Slot()
    def _on_open(self) -> None:
        self.accept()
        self.open_requested.emit(self._new)

    def _build(self) -> None:
        self.setWindowTitle(self.tr("{0} is damaged").format(self._path.name))
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._told.setText(
            self.tr(
                "Recovering reads all that can be read into a new file, up to the last change, "
                "and counts what is lost. A backup is whole, but only as new as its date. Either "
                "way the damaged file is kept."
            )
        )
        self._open.hide()
        unit = gap(self.font())
        column = QVBoxLayout(self)
        column.setSpacing(unit)
        for part, stretch in (
            (self.message, 0),
            (self._told, 0),
            (self.list, 1),
            (self._none, 1),
            (self.busy, 0),
        ):
            column.addWidget(part, stretch)
        row = QHBoxLayout()
        row.addWidget(self._recover)
        row.addWidget(self._restore)
        row.addStretch(1)
        row.addWidget(self._open)
        row.addWidget(self._close)
        column.addLayout(row)
        enter_presses(self._recover, self._restore, self._open, self._close)
        self.resize(unit * 80, unit * 44)
        self._recover.setFocus()

    def _connect(self) -> None:
        self.work.advanced.connect(self.busy.show_step)
        self.work.finished.connect(self._on_finished)
        self.busy.cancel_requested.connect(self.work.cancel)
        self._recover.clicked.connect(self.choose_new)
        self._restore.clicked.connect(self._on_restore)
        self.list.itemActivated.connect(self._on_restore)
        self._open.clicked.connect(self._on_open)
        self._close.clicked.connect(self.reject)
