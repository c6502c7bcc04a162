"""The real window for tests: open, active, and all of its room standing."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from desktop.app import Session, dress, make_window
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


def open_in(session: Session, path: Path, qtbot: QtBot) -> MainWindow:
    """Open a catalogue in a session, and wait until its window does all it is asked for."""
    assert session.begin(path)
    assert session.window is not None
    wait_for(session.window, qtbot)
    return session.window


def wait_for(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until a window is ready and nothing is under way."""
    qtbot.waitUntil(lambda: window.is_ready and window.workspace.operations.is_idle, timeout=30_000)
