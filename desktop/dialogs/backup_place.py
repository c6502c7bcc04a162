"""Where backups go: beside each catalogue, or into one folder for all, chosen here."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.backups.places import folders, want_writable
from desktop.labels import error_sentence
from desktop.theme import gap
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.enter_key import enter_presses
from desktop.widgets.message_bar import MessageBar, Severity
from desktop.workspace import Workspace


class BackupPlace(QWidget):
    """Show the folder of the backups of this catalogue, and let another one be chosen."""

    told = Signal()
    """Something is said below that needs room."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.place, self.message = ElidedLabel(), MessageBar()
        self.choose = QPushButton(self.tr("C&hoose…"))
        self.usual = QPushButton(self.tr("&Usual place"))
        self._build()
        self.choose.clicked.connect(self._ask)
        self.usual.clicked.connect(self._return)
        self._show_place()

    def take(self, folder: Path) -> None:
        """Let backups go into a folder from now on, unless nothing can be written there."""
        self._workspace.operations.run(
            partial(want_writable, folder),
            lambda _none: self._keep(folder),
            owner=self,
            failed=self._refuse,
            lane="place",
        )

    def _keep(self, folder: Path | None) -> None:
        self._workspace.settings.backup_folder = folder
        self._show_place()
        words = self.tr(
            "From now on backups are made there. Those made before stay where they are."
        )
        self._tell(Severity.GOOD, words)

    def _refuse(self, error: BaseException) -> None:
        self._tell(Severity.BAD, error_sentence(error))

    def _tell(self, severity: Severity, words: str) -> None:
        self.message.show_message(severity, words)
        self.told.emit()

    @Slot()
    def _return(self) -> None:
        self._workspace.operations.cancel(owner=self, lane="place")
        self._keep(None)
        self.choose.setFocus()

    @Slot()
    def _ask(self) -> None:
        chosen = self._workspace.settings.backup_folder
        dialog = QFileDialog(self, self.tr("Folder for backups"), str(chosen or Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_selected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _on_selected(self, name: str) -> None:
        self.take(Path(name))

    def _show_place(self) -> None:
        chosen = self._workspace.settings.backup_folder
        folder = folders(self._workspace.operations.catalogue.path, chosen)[0]
        self.place.setText(str(folder))
        self.place.setToolTip(str(folder))
        self.usual.setEnabled(chosen is not None)

    def _build(self) -> None:
        unit = gap(self.font())
        note = QLabel(
            self.tr(
                "Usually they lie beside each catalogue. A folder on another disk keeps them safe "
                "when this one fails."
            )
        )
        note.setWordWrap(True)
        self.usual.setToolTip(self.tr("Beside each catalogue"))
        heading = QLabel(self.tr("Backups of this catalogue lie in"))
        row = QHBoxLayout()
        row.addWidget(self.place, 1)
        enter_presses(self.choose, self.usual)
        for button in (self.choose, self.usual):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit)
        column.addWidget(heading)
        column.addLayout(row)
        column.addWidget(note)
        column.addWidget(self.message)
