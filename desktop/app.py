"""The composition root: application, theme, window, and the catalogue that comes into it."""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QMessageBox

from db.errors import Missing
from desktop.bugs.bug import Bug
from desktop.bugs.fault_bar import fault_sentence
from desktop.bugs.watch import Watch
from desktop.closing import BackupOnLeaving
from desktop.collector import Collector
from desktop.opening import Opened, Opener, Opening, make_new, open_old
from desktop.restoring import Restoring
from desktop.settings import Settings
from desktop.theme import apply_theme
from desktop.version import VERSION
from desktop.widgets.undo_filter import UndoFilter
from desktop.window import MainWindow

if TYPE_CHECKING:
    from db.catalogue import Catalogue
    from desktop.dialogs.start import StartDialog


def make_application(arguments: list[str]) -> QApplication:
    """Make the application, its names and its look; nothing is opened yet."""
    QCoreApplication.setOrganizationName("Chancery")
    QCoreApplication.setApplicationName("Chancery")
    QCoreApplication.setApplicationVersion(VERSION)
    application = QApplication(arguments)
    application.setApplicationDisplayName("Chancery")
    dress(application)
    return application


def dress(application: QApplication) -> None:
    """Give the application its theme, the shared undo filter and the collector."""
    apply_theme(application, Settings().scheme)
    UndoFilter(application)
    Collector(application)


def make_window(catalogue: "Catalogue", settings: Settings) -> MainWindow:
    """Make the window of an open catalogue, whose room comes bit by bit; closing it closes both."""
    from db.queries.plain import link_rules  # noqa: PLC0415 - it has a catalogue already

    window = MainWindow(settings)
    with catalogue.look() as execute:
        rules = link_rules(execute)
    _enter(window, Opened(catalogue=catalogue, rules=rules), settings)
    return window


def _enter(window: MainWindow, opened: Opened, settings: Settings) -> None:
    from desktop.workspace import open_workspace  # noqa: PLC0415 - it came with the catalogue

    window.enter(open_workspace(opened.catalogue, opened.rules, settings))


class Session(QObject):
    """The one window there is, and the catalogues that are opened in it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = Settings()
        self.window: MainWindow | None = None
        """The window, once one is shown."""
        self.status = 0
        """The exit status, once the window is closed."""
        self._leaving: BackupOnLeaving | None = None
        self._is_logged = False
        self._restoring: Restoring | None = None
        self.opening = Opening(self)
        self.opening.opened.connect(self._take)
        self.opening.failed.connect(self._on_failed)

    def begin(self, path: Path | None) -> bool:
        """Show the window and open a catalogue in it, else the last one; ask where there is none.

        Return False where none was chosen.
        """
        wanted = path or next(iter(self._settings.recent), None)
        if wanted is not None and wanted.exists():
            window = self._make_window()
            window.show_opening(wanted)
            window.painted.connect(lambda: self._open(wanted, make=False))
            window.painted.connect(_wear_icon)
            window.show()
            return True
        _wear_icon()
        dialog = self._start_dialog(Missing(path) if path is not None else None)
        dialog.exec()
        opened = dialog.opened()
        if opened is not None:
            self._make_window().show()
            self._take(opened)
        return opened is not None

    @Slot(object, bool)
    def change(self, path: Path, make: bool) -> None:  # noqa: FBT001 - a signal's arguments
        """Open another catalogue in place of the one open now, or say why not."""
        window = self.window
        is_open = window is not None and window.has_room
        if self._leaving is None or not is_open or window is None:
            self._open(path, make=make)
        elif path != window.workspace.operations.catalogue.path:
            self._leaving.before(partial(self._open, path, make=make))

    @Slot(object)
    def show_bug(self, bug: Bug) -> None:
        """Tell of a fault in the window, or over it where it has no room yet."""
        if self.window is not None and self.window.has_room:
            self.window.room.faults.show_bug(bug)
        else:
            QMessageBox.critical(self.window, "Chancery", fault_sentence(bug))

    @Slot()
    def _keep_log(self) -> None:
        """Begin the log once there is time for it, and tell of a crash the time before."""
        from desktop.bugs.crashes import watch_for_crashes  # noqa: PLC0415 - logging loads slowly
        from desktop.bugs.log import begin_log  # noqa: PLC0415 - likewise

        if self.window is None or self._is_logged:
            return
        self._is_logged = True
        begin_log()
        if watch_for_crashes():
            self.window.room.faults.show_crash()

    @Slot(object)
    def restore(self, backup: Path) -> None:
        """Put a backup in place of the catalogue that is open, and open that."""
        if self.window is None:
            return
        self._restoring = Restoring(backup, self._settings.backup_folder)
        self._open_again(self.tr("Restoring the backup…"), self._restoring.open)

    @Slot()
    def reopen(self) -> None:
        """Close the catalogue and open it again."""
        self._open_again(self.tr("Opening the catalogue again…"), open_old)

    def _open_again(self, words: str, opener: Opener) -> None:
        if self.window is not None:
            path = self.window.workspace.operations.catalogue.path
            self.window.leave(words)
            self.opening.begin(path, self._settings.who, opener)

    @Slot()
    def _tell_restored(self) -> None:
        from desktop.widgets.message_bar import Severity  # noqa: PLC0415 - icons load slowly

        restoring, self._restoring = self._restoring, None
        if restoring is None or self.window is None:
            return
        if restoring.error is not None:
            self.window.show_failure(restoring.error)
        else:
            messages = self.window.room.messages
            messages.show_message(Severity.GOOD, restoring.sentence())

    def close(self) -> None:
        """Give up what is being opened, and wait for that; the program ends in order."""
        self.opening.close()
        if self._is_logged:
            from desktop.bugs.crashes import end_watch_for_crashes  # noqa: PLC0415 - as above
            from desktop.bugs.log import end_log  # noqa: PLC0415 - as above

            end_watch_for_crashes()
            end_log()

    def _open(self, path: Path, *, make: bool) -> None:
        if self.window is not None:
            self.window.show_opening(path)
        self.opening.begin(path, self._settings.who, make_new if make else open_old)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        """Say why; where no catalogue is open, with the choice of another."""
        if self.window is None:
            return
        self.window.show_opened()
        if self.window.has_room:
            self.window.show_failure(error)
        else:
            self.window.keys.forget()
            dialog = self._start_dialog(error)
            dialog.finished.connect(partial(self._on_answered, dialog))
            dialog.open()

    def _on_answered(self, dialog: "StartDialog", _result: int) -> None:
        opened = dialog.opened()
        dialog.deleteLater()
        if opened is not None:
            self._take(opened)
        elif self.window is not None:
            self.status = 1
            self.window.close()

    @Slot(object)
    def _take(self, opened: Opened) -> None:
        if self.window is None:
            opened.catalogue.close()
            return
        self._settings.add_recent(opened.catalogue.path)
        self.window.show_opened()
        _enter(self.window, opened, self._settings)
        if self._restoring is not None:
            self.window.ready.connect(self._tell_restored, Qt.ConnectionType.SingleShotConnection)

    def _make_window(self) -> MainWindow:
        window = self.window = MainWindow(self._settings)
        window.catalogue_requested.connect(self.change)
        window.restore_requested.connect(self.restore)
        window.reopen_requested.connect(self.reopen)
        self._leaving = BackupOnLeaving(window)
        window.closing_waits = self._leaving.holds
        window.closed.connect(self.opening.give_up)
        window.ready.connect(self._keep_log)
        self.opening.upgrading.connect(window.show_upgrading)
        return window

    def _start_dialog(self, error: Exception | None = None) -> "StartDialog":
        from desktop.dialogs.start import StartDialog  # noqa: PLC0415 - seldom needed

        return StartDialog(self._settings, self.window, error=error)


def _wear_icon() -> None:
    """Give the application its icon: drawn, and so not before the window is seen."""
    from desktop.icons import app_icon  # noqa: PLC0415 - brings QtSvg, which nothing needs first

    QApplication.setWindowIcon(app_icon())


def run(path: Path | None) -> int:
    """Open the window and stay until it is closed; return the exit status."""
    application = make_application(sys.argv[:1])
    watch = Watch(application)
    watch.begin()
    session = Session(application)
    watch.noticed.connect(session.show_bug)
    if not session.begin(path):
        return 1
    status = application.exec()
    session.close()
    watch.end()
    return status or session.status
