"""A workspace on a real catalogue, and dialogs shown in an active window."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.queries.rules import link_rules
from desktop.hub import Hub
from desktop.operations import Operations
from desktop.pinboard import Pinboard
from desktop.settings import Settings
from desktop.workspace import Workspace

Show = Callable[[QDialog], None]
Settle = Callable[[], None]


def focused() -> QWidget:
    """Give the control that has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(focused(), key, modifiers)


@pytest.fixture
def workspace(catalogue: Catalogue, qapp: QApplication) -> Iterator[Workspace]:
    """Give what dialogs are given, on an empty catalogue."""
    with catalogue.read() as session:
        rules = link_rules(session)
    hub = Hub()
    operations = Operations(catalogue, hub)
    yield Workspace(
        operations=operations, hub=hub, pinboard=Pinboard(), settings=Settings(), rules=rules
    )
    operations.close()


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Show a dialog in an active window; hold it, and delete it on this thread in the end.

    Left to Python, a dialog in a cycle dies in whichever thread collects it, a reader's perhaps.
    """
    held: list[QDialog] = []

    def show(dialog: QDialog) -> None:
        held.append(dialog)
        with qtbot.waitActive(dialog):
            dialog.open()
            dialog.activateWindow()

    yield show
    for dialog in held:
        dialog.close()
        dialog.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def settle(qtbot: QtBot, workspace: Workspace) -> Settle:
    """Wait until all that was asked of the catalogue is answered."""
    return lambda: qtbot.waitUntil(lambda: workspace.operations.is_idle)
