"""A workspace on a real catalogue, small or large, and a way to wait for its answers."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.queries.rules import link_rules
from desktop.hub import Hub
from desktop.operations import Operations
from desktop.pinboard import Pinboard
from desktop.settings import Settings
from desktop.workspace import Workspace

Settle = Callable[[], None]


@pytest.fixture
def workspace(catalogue: Catalogue, qapp: QApplication) -> Iterator[Workspace]:
    with catalogue.read() as session:
        rules = link_rules(session)
    hub = Hub()
    operations = Operations(catalogue, hub)
    failures: list[object] = []
    operations.failed.connect(failures.append)
    yield Workspace(
        operations=operations, hub=hub, pinboard=Pinboard(), settings=Settings(), rules=rules
    )
    operations.close()
    assert failures == []


@pytest.fixture
def settle(qtbot: QtBot, workspace: Workspace) -> Settle:
    """Wait until all that was asked is answered, and nothing more is asked of itself."""

    def settle() -> None:
        for _round in range(3):  # an answer may lead to another question in the next turn
            qtbot.waitUntil(lambda: workspace.operations.is_idle)
            QApplication.processEvents()

    return settle
