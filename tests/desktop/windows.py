"""The real window for tests: open, active, and all of its room standing."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from desktop.app import dress, make_window
from desktop.settings import Settings
from desktop.window import MainWindow


def open_window(qtbot: QtBot, qapp: QApplication, catalogue: Catalogue) -> MainWindow:
    """Open the window of a catalogue and wait until it does all it is asked for."""
    dress(qapp)
    window = make_window(catalogue, Settings())
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.waitUntil(lambda: window.is_ready and window.workspace.operations.is_idle)
    return window
