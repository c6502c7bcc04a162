"""Leaving a catalogue waits for a backup: how far it is, and whether to go without."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from db.backups.watching import Step
from desktop.backing_up import BackingUp
from desktop.dialogs.step_bar import StepBar
from desktop.theme import gap


class LeavingDialog(QDialog):
    """Show a backup under way over a catalogue that is about to be left; Escape skips it."""

    skipped = Signal()

    def __init__(self, backing_up: BackingUp, parent: QWidget) -> None:
        super().__init__(parent)
        self.busy = StepBar()
        self.setWindowTitle(self.tr("Backing up"))
        told = QLabel(self.tr("All changes are saved. Cancel goes on without a new backup."))
        told.setWordWrap(True)
        unit = gap(self.font())
        column = QVBoxLayout(self)
        column.setSpacing(unit)
        column.addWidget(told)
        column.addWidget(self.busy)
        self.busy.show_step(Step.COPY)
        width = unit * 64
        self.resize(width, column.totalHeightForWidth(width))
        self.busy.cancel_requested.connect(self.reject)
        backing_up.work.advanced.connect(self.busy.show_step)
        backing_up.work.finished.connect(self.accept)

    @override
    def reject(self) -> None:
        """Go without."""
        self.skipped.emit()
        super().reject()
