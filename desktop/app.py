"""The composition root: application, theme, catalogue, window."""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QApplication

from db.catalogue import Catalogue
from db.errors import CatalogueError
from db.queries.rules import link_rules
from desktop.collector import Collector
from desktop.dialogs.start import StartDialog, open_catalogue
from desktop.hub import Hub
from desktop.icons import app_icon
from desktop.operations import Operations
from desktop.pinboard import Pinboard
from desktop.settings import Settings
from desktop.theme import apply_theme
from desktop.version import VERSION
from desktop.widgets.undo_filter import UndoFilter
from desktop.window import MainWindow
from desktop.workspace import Workspace


def make_application(arguments: list[str]) -> QApplication:
    """Make the application, its names and its look; nothing is opened yet."""
    QCoreApplication.setOrganizationName("Chancery")
    QCoreApplication.setApplicationName("Chancery")
    QCoreApplication.setApplicationVersion(VERSION)
    application = QApplication(arguments)
    application.setApplicationDisplayName("Chancery")
    application.setWindowIcon(app_icon())
    dress(application)
    return application


def dress(application: QApplication) -> None:
    """Give the application its theme, the shared undo filter and the collector."""
    apply_theme(application, Settings().scheme)
    UndoFilter(application)
    Collector(application)


def make_window(catalogue: Catalogue, settings: Settings) -> MainWindow:
    """Make the window of an open catalogue; closing it closes the catalogue."""
    with catalogue.read() as session:
        rules = link_rules(session)
    hub = Hub()
    operations = Operations(catalogue, hub)
    workspace = Workspace(
        operations=operations,
        hub=hub,
        pinboard=Pinboard(),
        settings=settings,
        rules=rules,
    )
    window = MainWindow(workspace)
    for part in (hub, operations, workspace.pinboard):
        part.setParent(window)
    return window


class Session(QObject):
    """The one window there is, and the change to another catalogue."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = Settings()
        self._window: MainWindow | None = None

    @Slot(object, bool)
    def change(self, path: Path, make: bool) -> None:  # noqa: FBT001 - a signal's arguments
        """Open another catalogue in place of the one open now, or say why not."""
        if self._window is not None and path == self._window.workspace.operations.catalogue.path:
            return
        try:
            catalogue = open_catalogue(path, self._settings, make=make)
        except CatalogueError as error:
            if self._window is not None:
                self._window.show_failure(error)
            return
        self._show(catalogue)

    def open(self, path: Path | None) -> bool:
        """Open a catalogue; ask for one where no path is given, or where it can't be opened."""
        catalogue, reason = None, None
        if path is not None:
            try:
                catalogue = open_catalogue(path, self._settings)
            except CatalogueError as error:
                reason = error
        catalogue = catalogue or self._ask(reason)
        if catalogue is not None:
            self._show(catalogue)
        return catalogue is not None

    def _show(self, catalogue: Catalogue) -> None:
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()
        self._settings.add_recent(catalogue.path)
        self._window = make_window(catalogue, self._settings)
        self._window.catalogue_requested.connect(self.change)
        self._window.show()

    def _ask(self, error: Exception | None = None) -> Catalogue | None:
        dialog = StartDialog(self._settings, error=error)
        return dialog.catalogue() if dialog.exec() else None


def run(path: Path | None) -> int:
    """Open the window and stay until it is closed; return the exit status."""
    application = make_application(sys.argv[:1])
    session = Session(application)
    recent = Settings().recent
    if not session.open(path or (recent[0] if recent and recent[0].exists() else None)):
        return 1
    return application.exec()
