"""A pane of cards over an empty catalogue, in an active window."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.act import Act
from db.catalogue import Catalogue
from db.commands.entries import create_entry
from db.queries.rules import link_rules
from db.terms import EntryKind
from desktop.desk.cards.card import Card
from desktop.desk.cards.cards_pane import CardsPane
from desktop.hub import Hub
from desktop.operations import Operations
from desktop.pinboard import Pinboard
from desktop.settings import Settings
from desktop.workspace import Workspace
from tests.desktop.desk.cards.readings import READING, TAGS
from tests.desktop.keyboard import type_text


class Reviewer:
    """Somebody who reviews by keyboard, and what has been asked for meanwhile."""

    def __init__(self, qtbot: QtBot, pane: CardsPane, workspace: Workspace) -> None:
        self.qtbot, self.pane, self.workspace = qtbot, pane, workspace
        self.rows, self.list = pane.rows(), pane.card_list()
        self.taken: list[object] = []
        self.refused: list[object] = []
        self.said: list[str] = []
        self.lit: list[tuple[object, object]] = []
        pane.take_requested.connect(self.taken.append)
        pane.refuse_requested.connect(self.refused.append)
        pane.said.connect(self.said.append)
        pane.current_changed.connect(self._on_current_changed)

    def _on_current_changed(self, one: object, spans: object) -> None:
        self.lit.append((one, spans))

    def press(self, *keys: Qt.Key | str) -> None:
        """Press keys one after another, wherever the keyboard is."""
        for key in keys:
            target = QApplication.focusWidget() or self.list
            if isinstance(key, str):
                type_text(target, key)
            else:
                self.qtbot.keyClick(target, key)

    def go(self, key: str, line: int = -1) -> Card:
        """Make a card current."""
        self.list.set_current(key, line)
        return self.card(key)

    def card(self, key: str = "") -> Card:
        """Give a card by its key, the current one without."""
        found = self.rows.card_of(key) if key else self.list.current_card()
        assert found is not None
        return found

    def settle(self) -> None:
        """Wait until all that was asked of the catalogue is answered and all is laid out."""
        self.qtbot.waitUntil(lambda: self.workspace.operations.is_idle)
        QApplication.processEvents()

    def resize(self, width: int, height: int) -> None:
        """Give the list a size."""
        taken = self.pane.height() - self.list.viewport().height()
        self.pane.resize(width, height + taken)
        self.settle()


@pytest.fixture
def workspace(catalogue: Catalogue, qapp: QApplication) -> Iterator[Workspace]:
    hub = Hub()
    operations = Operations(catalogue, hub)
    with catalogue.read() as session:
        rules = link_rules(session)
    yield Workspace(
        operations=operations, hub=hub, pinboard=Pinboard(), settings=Settings(), rules=rules
    )
    operations.close()


@pytest.fixture
def pane(workspace: Workspace, qtbot: QtBot) -> Iterator[CardsPane]:
    window = QWidget()
    made = CardsPane(workspace, window)
    qtbot.addWidget(window)
    window.resize(600, 1000)
    made.resize(600, 1000)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield made
    made.card_list().close_panel()


@pytest.fixture
def reviewer(qtbot: QtBot, pane: CardsPane, workspace: Workspace) -> Reviewer:
    made = Reviewer(qtbot, pane, workspace)
    pane.show_source(1)
    pane.show_reading(READING, (), TAGS)
    made.list.setFocus()
    made.settle()
    return made


@pytest.fixture
def make_person(catalogue: Catalogue) -> Callable[[str], int]:
    """Make a person in the catalogue."""

    def make(name: str) -> int:
        act = Act(
            key="entry.create",
            run=lambda session: create_entry(
                session, kind=EntryKind.PERSON, values={"title": name}
            ),
        )
        return catalogue.write(act).value

    return make
