"""Preferences: whose name history records, how the window looks, where backups go."""

from typing import cast

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.dialogs.backup_place import BackupPlace
from desktop.theme import Scheme, apply_theme, gap
from desktop.widgets.choice_edit import ChoiceEdit
from desktop.widgets.enter_key import enter_presses
from desktop.widgets.field_frame import FieldGrid
from desktop.widgets.value_edit import LineEdit
from desktop.workspace import Workspace


class PreferencesDialog(QDialog):
    """Change preferences at once; there is nothing to confirm."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.who, self.grid = LineEdit(), FieldGrid()
        self.scheme = ChoiceEdit(
            [
                ("system", self.tr("As the system has it")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
            ]
        )
        self.language = ChoiceEdit([("en", self.tr("English")), ("ru", self.tr("Russian"))])
        self.backups = BackupPlace(workspace)
        self._build()
        self._fill()
        self._connect()

    def _fill(self) -> None:
        settings = self._workspace.settings
        self.who.set_value(settings.who)
        self.scheme.set_value(settings.scheme)
        self.language.set_value(settings.language)

    @Slot(str)
    def _on_who(self, name: str) -> None:
        settings = self._workspace.settings
        if name != settings.who:
            settings.who = name
            self.who.set_value(settings.who)  # the login name where none was left
            self._workspace.operations.catalogue.who = settings.who

    @Slot()
    def _on_scheme(self) -> None:
        app = QCoreApplication.instance()
        self._workspace.settings.scheme = self.scheme.value()
        if isinstance(app, QApplication):
            apply_theme(app, cast("Scheme", self.scheme.value()))

    @Slot()
    def _on_language(self) -> None:
        self._workspace.settings.language = self.language.value()

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Preferences"))
        self.grid.add(self.tr("Your name"), self.who, with_face=False)
        self.who.setToolTip(self.tr("History says who made a change; this is no account"))
        self.grid.add(self.tr("Colours"), self.scheme, with_face=False)
        self.grid.add(self.tr("Labels in"), self.language, with_face=False)
        self.language.setToolTip(self.tr("Tags, posts and links; views opened from now on"))
        close = QPushButton(self.tr("Close"))
        enter_presses(close)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setSpacing(2 * gap(self.font()))
        column.addWidget(self.grid)
        column.addWidget(self.backups)
        column.addStretch(1)
        column.addLayout(row)
        self._fit()
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _fit(self) -> None:
        """Be as high as what is said needs."""
        width, needed = gap(self.font()) * 64, self.layout()
        if needed is not None:
            width = max(width, self.width()) if self.isVisible() else width
            self.resize(width, max(needed.totalHeightForWidth(width), needed.sizeHint().height()))

    def _connect(self) -> None:
        self.backups.told.connect(self._fit)
        self.who.committed.connect(self._on_who)
        self.scheme.edited.connect(self._on_scheme)
        self.language.edited.connect(self._on_language)
