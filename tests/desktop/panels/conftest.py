"""Panels in an active window, on the workspace of the models' tests."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.models.conftest import Settle, settle, workspace

__all__ = ["Settle", "Show", "settle", "show", "workspace"]

Show = Callable[..., QWidget]


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Show panels side by side in an active window, and somewhere else to go."""
    kept: list[QWidget] = []

    def show(*panels: QWidget) -> QWidget:
        window = QWidget()
        kept.append(window)
        qtbot.addWidget(window)
        row = QHBoxLayout(window)
        for panel in panels:
            row.addWidget(panel)
        elsewhere = QLineEdit()
        elsewhere.setObjectName("elsewhere")
        row.addWidget(elsewhere)
        window.resize(900, 500)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield show
    kept.clear()
